/* options.c - by getopt_long; every program knows --help, and none runs with what it does not
 * know */

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/options.h"

enum { CHOICES = 16, HELP = 1000 };

/* Note that choice, and its argument if it has one.  False: that is no number. */
static bool
take(const struct choice *c)
{
	char *end = "";

	if (c->flag != NULL)
		*c->flag = true;
	else if (c->word != NULL)
		*c->word = optarg;
	else
		*c->number = strtol(optarg, &end, 10);
	return *end == '\0' && (c->number == NULL || (end > optarg && *c->number >= 0));
}

/* Read a command line; where its words begin, which are WORDS at most and behind all options then.
 * --help writes USAGE and ends the program with 0, any mistake writes it to standard error and ends
 * it with 2. */
int
options_read(int argc, char **argv, const struct choice *choices, int words, const char *usage)
{
	struct option known[CHOICES + 2] = { { "help", no_argument, NULL, HELP } };
	int c;

	for (int i = 0; i < CHOICES && choices[i].name != NULL; i++)
		known[i + 1] = (struct option) { choices[i].name,
			choices[i].flag != NULL ? no_argument : required_argument, NULL, i };
	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1)
		if (c == HELP || c == '?' || !take(&choices[c]))
			break;
	if (c == -1 && argc - optind <= words)
		return optind;
	fputs(usage, c == HELP ? stdout : stderr);
	exit(c == HELP ? 0 : 2);
}
