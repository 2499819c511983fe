/* duree.c - how long, as one types and reads it */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/agenda/duree.h"

static const char *
blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* "2 h", "1h30", "45 min", "1,5", "2" (hours): minutes; -1: it is none, or over a day. */
int
duree_read(const char *text)
{
	struct arena a = { 0 };
	const char *s = blanks(text_fold_signs(&a, text));
	char *end;
	long n = strtol(s, &end, 10), minutes = -1, after = 0;
	bool digits = end > s && end - s <= 4 && *s != '-' && *s != '+';

	s = blanks(end);
	if (digits && (*s == ',' || *s == '.') && s[1] >= '0' && s[1] <= '9') {
		after = s[1] - '0';
		s = blanks(s + 2 + strspn(s + 2, "0123456789"));
		if (*s == '\0' || (*s == 'h' && *blanks(s + 1) == '\0'))
			minutes = n * 60 + after * 6;
	} else if (digits && *s == '\0') {
		minutes = n * 60;
	} else if (digits && strncmp(s, "min", 3) == 0) {
		minutes = n;
	} else if (digits && *s == 'h') {
		s = blanks(s + 1 +
			(strncmp(s, "heures", 6) == 0               ? 5 :
					strncmp(s, "heure", 5) == 0 ? 4 :
								      0));
		after = strtol(s, &end, 10);
		end = (char *) blanks(end);
		if (after >= 0 && after < 60 && (*end == '\0' || strncmp(end, "min", 3) == 0))
			minutes = n * 60 + after;
	}
	arena_reset(&a);
	return minutes > 0 && minutes <= 24 * 60 ? (int) minutes : -1;
}

/* "4 h", "4 h 30", "45 min", "1 204 h" */
char *
duree_words(struct arena *a, int64_t minutes)
{
	if (minutes < 60 && minutes > 0)
		return arena_printf(a, "%" PRId64 "\u00A0min", minutes);
	if (minutes % 60 == 0)
		return arena_printf(a, "%s\u00A0h", text_number(a, minutes / 60));
	return arena_printf(
		a, "%s\u00A0h\u00A0%02d", text_number(a, minutes / 60), (int) (minutes % 60));
}
