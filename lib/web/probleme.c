/* probleme.c - where a problem was met: what a link of ours says, and nothing else */

#include <string.h>

#include "base/conf.h"
#include "base/text.h"
#include "web/probleme.h"
#include "web/reply.h"

enum { PAGE_LONG = 300, REFERENCE_LONG = 32 };

/* A path of this site, given as one or as a whole address; "": it is none, or opens something. */
static const char *
path_of_ours(struct req *r, const char *text)
{
	size_t site = strlen(conf.site_url);

	if (strncmp(text, conf.site_url, site) == 0 && text[site] == '/')
		text += site;
	if (strlen(text) > PAGE_LONG || !text_is_utf8(text, strlen(text)))
		return "";
	if (strcmp(local_path(r, text), text) != 0)
		return "";
	return text;
}

/* What the address or the form says of it: a page of another site, and a reference that cannot be
 * one of ours, are dropped. */
struct probleme
probleme_asked(struct req *r)
{
	const char *reference = param(r, "reference");
	size_t n = strlen(reference);

	return (struct probleme) {
		.page = path_of_ours(r, param(r, "page")),
		.reference = n <= REFERENCE_LONG && strspn(reference, "0123456789abcdef") == n ?
			reference :
			"",
	};
}

/* The same for an address of ours: "?page=...&reference=...". */
const char *
probleme_address(struct req *r)
{
	struct probleme p = probleme_asked(r);

	return arena_printf(&r->mem, "?page=%s&reference=%s", url_escape(r, p.page), p.reference);
}

/* Say Probleme.{page, reference}: what is known of it. */
void
probleme_say(struct req *r)
{
	struct probleme p = probleme_asked(r);

	if (*p.page != '\0')
		say(r, "Probleme.page", p.page);
	if (*p.reference != '\0')
		say(r, "Probleme.reference", p.reference);
}
