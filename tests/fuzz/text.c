/* text.c - every function on texts, with any bytes
 * links: lib/base/text.c lib/base/buffer.c lib/base/fold.c lib/base/stem.c lib/base/stem_query.c
 * lib/base/phone.c lib/base/date.c
 * libs: -lutf8proc -lstemmer */

#include "base/text.h"
#include "promise.h"

static bool
made_of(const char *s, const char *letters)
{
	return s[strspn(s, letters)] == '\0';
}

static void
phones_and_dates(struct arena *a, const char *s)
{
	char *phone = text_phone(a, s);
	int y = 0, m = 0, d = 0;

	if (phone != NULL) {
		promise(*phone == '+' && made_of(phone + 1, "0123456789") && strlen(phone) <= 16);
		promise(strcmp(text_phone(a, text_phone_show(a, phone)), phone) == 0);
		promise(strcmp(text_phone(a, phone), phone) == 0);
	}
	text_phone_show(a, s);
	text_day(a, s);
	if (text_date(s, &y, &m, &d))
		promise(y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= 31);
	else
		promise(y == 0 && m == 0 && d == 0);
}

static void
words(struct arena *a, const char *s)
{
	static const char word[] = "abcdefghijklmnopqrstuvwxyz0123456789 ";

	promise(made_of(text_tokens(a, s), word));
	promise(made_of(text_query(a, s), "abcdefghijklmnopqrstuvwxyz0123456789+(\") @*"));
	promise((*text_tokens(a, s) == '\0') == (*text_query(a, s) == '\0') ||
		strchr(s, '"') != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	const char *s = as_text(&mem, data, size), *clean = text_clean(&mem, s);
	const char *fold = text_fold(&mem, s), *key = text_sort_key(&mem, s, s);
	size_t max = size % 50;

	promise(text_is_utf8(clean, strlen(clean)));
	promise(strcmp(text_fold(&mem, fold), fold) == 0 && text_length(clean) == text_length(s));
	promise(*fold != ' ' && strstr(fold, "  ") == NULL &&
		(*fold == '\0' || fold[strlen(fold) - 1] != ' '));
	promise(strlen(key) <= 120 && *key != '\0');
	promise(made_of(key, "abcdefghijklmnopqrstuvwxyz0123456789 {~"));
	promise(text_is_utf8(text_cut(&mem, s, max), strlen(text_cut(&mem, s, max))));
	promise(text_length(text_cut(&mem, s, max)) <= (max > 0 ? max : 1));
	promise(text_length(text_initials(&mem, s, s)) <= 3);
	phones_and_dates(&mem, s);
	words(&mem, s);
	arena_reset(&mem);
	return 0;
}
