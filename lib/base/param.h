/* param.h - what a client sent: parameters and files */
#ifndef PARAM_H
#define PARAM_H

#include <stddef.h>
#include <stdint.h>

struct param {
	struct param *next; /* in order of arrival */
	const char *name, *value;
	size_t len;
};

struct upload {
	struct upload *next;
	const char *name, *filename, *type;
	int fd; /* closed with the request */
	int64_t size;
};

#endif
