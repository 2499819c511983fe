/* nouveautes.c - the notes of what is new (doc/nouveautes.md) */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "web/nouveautes.h"

/* The day of the last entry, as its heading says it; "": there is none.  Read once, as the notes
 * change with the program. */
const char *
nouveautes_day(void)
{
	static char day[40];
	static bool known;
	const char *text, *at;

	if (known)
		return day;
	known = true;
	text = conf_file_text(conf_data("doc/nouveautes.md"));
	if (text != NULL && (at = strstr(text, "\n## ")) != NULL)
		snprintf(day, sizeof day, "%.*s", (int) strcspn(at + 4, "\n"), at + 4);
	return day;
}
