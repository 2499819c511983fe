/* archive.c - the letters that have left, by date, words and tag; which of them one receives */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/objets/etiquette.h"
#include "lettres/lettres.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PAR = 15 };

static const struct list list = { "/lettres", KEEPS("q", "annee", "mois", "tag", "sorte"), PAR };

/* That filter holds a value that nothing has: the page says so, and shows no letter. */
static void
unknown(struct req *r, const char *name)
{
	say(r, "Inconnu.cle", name);
	say(r, "Inconnu.valeur", text_cut(&r->mem, param(r, name), 80));
	say(r, "Inconnu.url", list_link(r, &list, name, NULL));
}

static int
read_number(struct req *r, const char *name, int min, int max)
{
	const char *asked = param(r, name);
	char *end;
	long n = strtol(asked, &end, 10);

	if (*asked == '\0')
		return 0;
	if (*end == '\0' && n >= min && n <= max)
		return (int) n;
	unknown(r, name);
	return 0;
}

/* What the address asks for; false: something that is not there. */
static bool
read_asked(struct req *r, struct archive *a)
{
	const char *tag = NULL;

	*a = (struct archive) { .q = param(r, "q"),
		.sorte = param(r, "sorte"),
		.annee = read_number(r, "annee", 1900, 2200),
		.mois = read_number(r, "mois", 1, 12),
		.tag = strtoll(param(r, "tag"), NULL, 10) };
	if (a->mois != 0 && a->annee == 0)
		unknown(r, "mois");
	if (*param(r, "tag") != '\0' &&
		(tag = db_string(r, SQL("SELECT nom FROM etiquette WHERE id = ?"), I(a->tag))) ==
			NULL)
		unknown(r, "tag");
	if (tag != NULL)
		say(r, "Filtre.tag", tag);
	if (*a->sorte != '\0') {
		const char *titre = db_string(
			r, SQL("SELECT titre FROM lettre_sorte WHERE cle = ?"), S(a->sorte));

		if (titre == NULL)
			unknown(r, "sorte");
		else
			say(r, "Filtre.sorte", titre);
	}
	if (row_find(r, "Inconnu") != NULL)
		return false;
	archive_period(r, a);
	return true;
}

static int export(struct req *r, const struct archive *a)
{
	static const char *const columns[] = { "Numéro", "Genre", "Objet", "Partie le (UTC)",
		"Envois", "Numéro Essaim" };

	return table_reply(r, "Lettres d’info", "lettres.export", 0, columns,
		sizeof columns / sizeof *columns, archive_rows(r, a));
}

/* What the form and the sentence over the list say of what is asked for. */
static void
say_filter(struct req *r, const struct archive *a)
{
	static const char *const shown[] = { "q", "annee", NULL };

	say(r, "Filtre.q", a->q);
	say(r, "Filtre.total", text_number(&r->mem, said_id(r, "total")));
	for (const char *const *name = list.keeps; *name != NULL; name++)
		if (*param(r, *name) != '\0')
			say(r, "Filtre.demande", "1");
	if (a->annee != 0)
		say_int(r, "Filtre.annee", a->annee);
	if (a->mois != 0)
		say(r, "Filtre.mois", text_month(a->mois));
	if (*text_de(&r->mem, a->q) == 'd' && text_de(&r->mem, a->q)[1] != 'e')
		say(r, "Filtre.elide", "1");
	list_hidden(r, &list, shown);
}

static void
say_periods(struct req *r, const struct archive *a)
{
	int64_t total = archive_years(r, "Annees", a->annee);

	say_int(r, "Numeros.total", total);
	say(r, "Numeros.texte", text_number(&r->mem, total));
	for (struct row *y = row_first(r, "Annees"); y != NULL; y = row_next(y)) {
		say(r, "Numeros.depuis", row_text(y, "annee"));
		row_say(y, "url", arena_printf(&r->mem, "/lettres?annee=%s", row_text(y, "annee")));
	}
	if (a->annee == 0)
		return;
	archive_months(r, "Mois", a);
	for (struct row *m = row_first(r, "Mois"); m != NULL; m = row_next(m))
		row_say(m, "url",
			arena_printf(&r->mem, "/lettres?annee=%d&mois=%s", a->annee,
				row_text(m, "mois")));
}

/* How many are asked for, once years and a page of them are said: these tell it of what is asked
 * by year alone, and of words. */
static int64_t
how_many(struct req *r, const struct archive *a)
{
	int64_t total = 0;

	if (*a->q != '\0' && row_first(r, "items") != NULL)
		return row_id(row_first(r, "items"), "Trouves");
	if (*a->q != '\0' || *a->sorte != '\0' || a->tag != 0 || a->mois != 0)
		return archive_count(r, a);
	for (struct row *y = row_first(r, "Annees"); y != NULL; y = row_next(y))
		if (a->annee == 0 || row_id(y, "annee") == a->annee)
			total += row_id(y, "total");
	return total;
}

/* Drafts and those that are due, for who writes or sends. */
static void
say_prepared(struct req *r)
{
	if (!said_int(r, "Droits.ecrit") && !said_int(r, "Droits.envoie"))
		return;
	db_list(r, "Preparees",
		SQL("SELECT o.id, o.titre, l.etat, l.du_le, TRIM(CONCAT(COALESCE(c.prenom, ''),"
		    " ' ', COALESCE(c.nom, ''))) AS auteur FROM lettre l"
		    " JOIN objet o ON o.id = l.id LEFT JOIN contact c ON c.id = o.cree_par"
		    " WHERE l.etat IN ('brouillon', 'programmee') AND l.supprime_le IS NULL"
		    " AND NOT l.modele AND " MANAGES("o") " ORDER BY l.etat = 'brouillon',"
							  " l.du_le, o.modifie_le DESC LIMIT 8"),
		ME(r));
	for (struct row *l = row_first(r, "Preparees"); l != NULL; l = row_next(l))
		if (strcmp(row_text(l, "etat"), "programmee") == 0)
			row_say(l, "quand",
				text_moment(&r->mem, clock_parse(row_text(l, "du_le"))));
}

/* The kinds, and whether the reader receives each. */
static void
say_received(struct req *r)
{
	db_list(r, "Sortes",
		SQL("SELECT s.cle, s.titre, s.description, NOT EXISTS (SELECT 1"
		    " FROM refus_courriel rf WHERE rf.contact_id = ?"
		    " AND rf.genre = CONCAT('lettre_', s.cle)) AS recue"
		    " FROM lettre_sorte s WHERE s.retire_le IS NULL ORDER BY s.ordre"),
		I(r->user.id));
}

static int
archive_show(struct req *r)
{
	struct archive a;
	int64_t here = pager_asked(r);
	bool known = read_asked(r, &a);

	if (known && table_asked(r))
		return export(r, &a);
	say_list(r, "items");
	if (known)
		archive_list(r, "items", &a, PAR, (here - 1) * PAR);
	say_periods(r, &a);
	list_pager(r, &list, here, known ? how_many(r, &a) : 0);
	say_filter(r, &a);
	lettre_say_rights(r);
	say_prepared(r);
	say_received(r);
	title(r, "Lettres d’info");
	return page(r, "lettres/index.cs");
}

/* Kinds of letters are chosen beside the rest of what one is told. */
static int
received(struct req *r)
{
	return redirect(r, "/notifications/preferences?sur=actualites#lettres");
}

const struct route lettres_archive_routes[] = {
	{ GET, "recevoir", PROSPECT, received },
	{ GET, "", PROSPECT, archive_show, .formats = CSV | XLSX },
	{ 0 },
};
