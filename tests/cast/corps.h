/* corps.h - a client that sends what it is told to, and what became of it */
#ifndef CORPS_H
#define CORPS_H

#include "t.h"
#include "web/body.h"

extern struct arena body_mem;
extern struct limits body_most; /* those of body.h, unless a test asks for others */
extern struct body body_got;

#define MULTI "multipart/form-data; boundary=XyZ"
#define PART(headers, bytes) \
	"--XyZ\r\nContent-Disposition: form-data; " headers "\r\n\r\n" bytes "\r\n"
#define END "--XyZ--\r\n"
#define NAME_64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

void body_start(void);
int body_query_of(const char *q);
int body_feed(const char *type, const char *bytes, size_t n, int64_t length, size_t chunk);
int send_form(const char *bytes);
int send_multi(const char *bytes);
bool body_has(const char *name, const char *value);
bool upload_holds(const struct upload *u, const char *bytes, size_t n);

#endif
