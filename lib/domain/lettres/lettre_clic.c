/* lettre_clic.c - links of letters that are counted: put in their mails, followed, counted */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/lettre_clic.h"
#include "domain/socle/reglage.h"

enum { PRINT = 16, URL = 2000 }; /* hexadecimal digits in the address; as lettre_clic.url holds */

bool
lettre_clics_on(struct req *r)
{
	return strcmp(reglage(r, "lettres.clics", "0"), "1") == 0;
}

/* ---- in the mail ---- */

/* N bytes of an attribute, as the address that they mean. */
static const char *
meant(struct req *r, const char *s, size_t n)
{
	static const char *const entities[][2] = { { "&amp;", "&" }, { "&#39;", "'" },
		{ "&#x27;", "'" }, { "&quot;", "\"" } };
	struct buffer out = { &r->mem };

	for (const char *end = s + n; s < end;) {
		const char *c = NULL;

		for (size_t i = 0; i < sizeof entities / sizeof *entities && c == NULL; i++)
			if (strncmp(s, entities[i][0], strlen(entities[i][0])) == 0) {
				c = entities[i][1];
				s += strlen(entities[i][0]);
			}
		buffer_char(&out, c != NULL ? *c : *s++);
	}
	return buffer_text(&out);
}

/* Is it a link that people wrote, or a card's: not one of the frame, nor one that is personal? */
static bool
counted(struct req *r, int64_t lettre, const char *url)
{
	const char *const frame[] = { "/public/", "/notifications/preferences",
		arena_printf(&r->mem, "/lettres/%" PRId64 "/en-ligne", lettre) };
	size_t site = strlen(conf.site_url);

	if (strncasecmp(url, "https://", 8) != 0 && strncasecmp(url, "http://", 7) != 0)
		return false;
	for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
		if (strncmp(url, conf.site_url, site) == 0 &&
			strncmp(url + site, frame[i], strlen(frame[i])) == 0)
			return false;
	return text_length(url) <= URL;
}

/* HTML whose links pass by us; KEEP: they lead from now on. */
static const char *
passing(struct req *r, int64_t lettre, const char *html, bool keep)
{
	static const char href[] = " href=\"";
	struct buffer out = { &r->mem };
	const char *at;

	while ((at = strstr(html, href)) != NULL) {
		size_t n = strcspn(at += sizeof href - 1, "\"");
		const char *url = meant(r, at, n), *print;

		buffer_add(&out, html, (size_t) (at - html));
		html = at;
		if (!counted(r, lettre, url))
			continue;
		print = sha256_hex(&r->mem, url, strlen(url));
		buffer_puts(&out,
			arena_printf(&r->mem, "%s/public/liens/%" PRId64 "-%.*s", conf.site_url,
				lettre, PRINT, print));
		html += n;
		if (keep)
			db_exec(r,
				SQL("INSERT IGNORE INTO lettre_clic (lettre_id, empreinte, url)"
				    " VALUES (?, UNHEX(?), ?)"),
				I(lettre), S(print), S(url));
	}
	buffer_puts(&out, html);
	return buffer_text(&out);
}

/* Have the links of OF counted, where that is on; its text says where they lead.  KEEP: it is to be
 * sent. */
void
lettre_clics_put(struct req *r, struct rendu *of, bool keep)
{
	struct pres *pres;

	if (!lettre_clics_on(r))
		return;
	of->html = passing(r, of->lettre, of->html, keep);
	pres = arena_alloc(&r->mem, ((size_t) of->n_pres + 1) * sizeof *pres);
	for (unsigned i = 0; i < of->n_pres; i++) {
		pres[i] = of->pres[i];
		pres[i].html = passing(r, of->lettre, pres[i].html, keep);
	}
	of->pres = pres;
}

/* ---- followed ---- */

/* Where ADDRESS ("LETTER-PRINT") leads, which is counted once more where that is on: one statement,
 * which is no part of what the request reads (as tentative_window()). */
const char *
lettre_clic(struct req *r, const char *address)
{
	char *print;
	int64_t lettre = strtoll(address, &print, 10);
	const char *url = NULL;
	struct rows *rows;

	if (*print++ != '-' || strlen(print) != PRINT || strspn(print, "0123456789abcdef") != PRINT)
		return NULL;
	if (!lettre_clics_on(r))
		return db_string(r,
			SQL("SELECT url FROM lettre_clic WHERE lettre_id = ?"
			    " AND LEFT(empreinte, 8) = UNHEX(?)"),
			I(lettre), S(print));
	rows = db_rows(r,
		SQL("INSERT INTO lettre_clic (id, lettre_id, empreinte, url)"
		    " SELECT k.id, k.lettre_id, k.empreinte, k.url FROM lettre_clic k"
		    " WHERE k.lettre_id = ? AND LEFT(k.empreinte, 8) = UNHEX(?)"
		    " ON DUPLICATE KEY UPDATE clics = lettre_clic.clics + 1 RETURNING url"),
		I(lettre), S(print));
	while (db_next(rows, &r->mem))
		url = arena_strdup(&r->mem, db_text(rows, 0));
	return url;
}
