/* donnees.c - my data: all of it, who signed in, asking to be erased */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/demandes/requete.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "domain/vie/donnees.h"
#include "web/donnees_archive.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* A day or a moment as one says it; "" stays. */
static const char *
as_said(struct req *r, const char *kept)
{
	return strlen(kept) > 10 ? text_moment(&r->mem, clock_parse(kept)) :
				   text_day(&r->mem, kept);
}

/* The dates of the page; the file has them as they are kept. */
static void
say_dates(struct req *r)
{
	static const struct {
		const char *list, *name;
	} all[] = { { "groupes", "debut" }, { "groupes", "fin" }, { "courriels", "cree_le" },
		{ "notes", "cree_le" } };

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (struct row *one = row_first(r, all[i].list); one != NULL; one = row_next(one))
			row_say(one, all[i].name, as_said(r, row_text(one, all[i].name)));
	say(r, "compte.cree_le", as_said(r, said(r, "compte.cree_le")));
}

/* The same page as .json is the copy that another program can read. */
static int
compte_data(struct req *r)
{
	donnees_say(r, r->user.id);
	if (strcmp(reglage(r, "notes.acces", "demande"), "immediat") == 0)
		donnees_notes(r, r->user.id);
	if (r->format == HTML)
		say_dates(r);
	journal_apart(r, "compte.donnees", r->user.id, NULL, NULL);
	title(r, "Mes données");
	return page(r, "compte/donnees.cs");
}

/* The same, whole, with her files: it is her request of access, and the answer. */
static int
compte_archive(struct req *r)
{
	bool notes = strcmp(reglage(r, "notes.acces", "demande"), "immediat") == 0;
	const char *why;
	int fd;

	if (r->bearer != NULL)
		return forbidden(r);
	why = donnees_archive(r, r->user.id, notes, &fd);
	journal_apart(
		r, why == NULL ? "compte.archive" : "compte.archive_echec", r->user.id, NULL, NULL);
	r->keep = why != NULL; /* what was noted */
	if (why != NULL)
		return refuse_why(r, 500, "archive", why);
	requete_of_account(r, "acces", "", true);
	return reply_file(r, fd, "application/zip", "mes-donnees.zip");
}

static int
compte_signins(struct req *r)
{
	donnees_signins(r, r->user.id);
	title(r, "Mes connexions");
	return page(r, "compte/connexions.cs");
}

static int
compte_erasure(struct req *r)
{
	const char *asked = db_string(
		r, SQL("SELECT DATE(cree_le) FROM effacement WHERE contact_id = ?"), I(r->user.id));

	if (asked != NULL)
		say(r, "demande_le", text_day(&r->mem, asked));
	title(r, "Demander l’effacement");
	return page(r, "compte/effacement.cs");
}

static int
compte_ask_erasure(struct req *r)
{
	const char *message = "";
	bool sure = false;
	const struct field fields[] = { { "message", TEXT(&message), .max = 1000 },
		{ "certain", YES(&sure), REQUIRED }, { 0 } };

	if (r->bearer != NULL)
		return forbidden(r);
	if (!form_read(r, fields))
		return compte_erasure(r);
	if (donnees_ask_erasure(r, r->user.id, message))
		requete_of_account(r, "effacement", message, false);
	return redirect(r, "/compte/effacement?fait=effacement");
}

const struct route compte_donnees_routes[] = {
	{ GET, "connexions", PROSPECT, compte_signins },
	{ GET, "donnees", PROSPECT, compte_data },
	{ POST, "donnees/archive", PROSPECT, compte_archive },
	{ GET, "effacement", PROSPECT, compte_erasure },
	{ POST, "effacement", PROSPECT, compte_ask_erasure },
	{ 0 },
};
