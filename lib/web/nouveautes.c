/* nouveautes.c - the notes of what is new (doc/nouveautes.md) */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/text.h"
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

/* The same, "2026-12-01"; "": there is none. */
const char *
nouveautes_date(void)
{
	static char date[40];
	char *s;
	long day = strtol(nouveautes_day(), &s, 10);

	s += strcspn(s, " ");
	for (int month = 1; *s == ' ' && month <= 12; month++) {
		size_t n = strlen(text_month(month));

		if (strncmp(s + 1, text_month(month), n) == 0)
			snprintf(date, sizeof date, "%.4s-%02d-%02ld", s + 1 + n + 1, month,
				day % 100);
	}
	return date;
}
