/* body.h - what a client sent: parameters, files, cookies; every byte of it hostile
 *
 * A refusal is a status of HTTP, ready to be answered.  A name is made of letters, digits
 * and _ . : - [ ] only; a value is whole UTF-8 without control characters but tab and line
 * feed (CR LF and CR become LF).  Files go to the disk as they arrive, without a name there.
 */
#ifndef BODY_H
#define BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/param.h"

enum { BODY_OK = 0, BODY_BAD = 400, BODY_LARGE = 413, BODY_LONG = 414, BODY_TYPE = 415 };

struct limits {
	unsigned params, files;
	size_t name;   /* bytes of a name */
	size_t memory; /* bytes of all names and values together */
	int64_t file;  /* bytes of one file */
	const char *tmpdir;
};

extern const struct limits body_limits;

struct body {
	struct arena *mem;
	const struct limits *limits;
	struct param *params, *last_param;
	struct upload *uploads, *last_upload;
	unsigned n_params, n_files;
	size_t used; /* of limits->memory */
};

/* Up to n bytes into INTO: how many, 0 at the end, -1 when the client is gone. */
typedef long body_reader(void *from, char *into, size_t n);

int body_query(struct body *, const char *query);
int body_read(struct body *, const char *type, int64_t length, body_reader *, void *from);
int body_whole(struct body *, int64_t length, body_reader *, void *from, char **into);
bool body_is(const char *type, const char *wanted);
int body_param(struct body *, const char *name, char *value, size_t len);
struct upload *body_upload(struct body *, const char *name, const char *filename, const char *type);
const char *cookie_value(struct arena *, const char *header, const char *name);

/* multipart.c */
int multipart_read(struct body *, const char *type, int64_t length, body_reader *, void *from);

#endif
