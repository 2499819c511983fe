/* store_s3_ask.h - one request to a bucket: for what is sent whole, and in parts */
#ifndef STORE_S3_ASK_H
#define STORE_S3_ASK_H

#include <curl/curl.h>

#include "net/store_s3.h"

enum { S3_ETAG = 128 };

/* Callbacks of curl never fault: a short count ends it. */
struct asked {
	const char *method, *place, *query, *range; /* range: "0-99", NULL: all */
	int from;                                   /* what is sent; -1: nothing */
	off_t first, size;                          /* of it, these bytes */
	off_t at;                                   /* how many of them have left */
	int into;                                   /* where what comes goes; -1: nowhere */
	char *part;      /* its Content-Range, for a part; NULL: not wanted */
	char *etag;      /* what the store calls what it got; NULL: not wanted */
	char error[400]; /* the beginning of what the store says instead */
	size_t n_error;
	CURL *curl;
};

long s3_ask(struct arena *, struct asked *);
void s3_put_parts(struct arena *, const char *place, int fd, off_t size);

#endif
