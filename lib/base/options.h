/* options.h - the command line of a program */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

/* One of --name, --name N and --name WORD, by where it goes.  The last has no name. */
struct choice {
	const char *name;
	bool *flag;
	long *number; /* 0 or more */
	const char **word;
};

int options_read(int argc, char **argv, const struct choice *, int words, const char *usage);

#endif
