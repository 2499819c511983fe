/* bord.c - of whom the figures are, and where each leads */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/annuaire/filtre_mesure.h"
#include "domain/annuaire/segment.h"
#include "domain/contacts/contact.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/reply.h"

/* The level at which the reader reads the fields of everybody in the scope. */
static int
level(struct req *r, const struct bord *b)
{
	if (!b->follows)
		return 1;
	if (r->user.level >= STAFF)
		return contact_level(r);
	return b->groupe != 0 && droit_sur(r, "fiches", b->groupe) ? 3 : 1;
}

/* Ask for a scope: ?groupe=, ?segment=, or ?perimetre=groupe-12 of the form. */
static void
read_scope(struct req *r, struct bord *b)
{
	const char *one = param(r, "perimetre");

	if (strncmp(one, "segment-", 8) == 0)
		b->segment = strtoll(one + 8, NULL, 10);
	else if (strncmp(one, "groupe-", 7) == 0)
		b->groupe = strtoll(one + 7, NULL, 10);
	else if (*param(r, "segment") != '\0')
		b->segment = strtoll(param(r, "segment"), NULL, 10);
	else
		b->groupe = strtoll(param(r, "groupe"), NULL, 10);
}

static const char *
group_title(struct req *r, int64_t groupe)
{
	return db_string(r,
		SQL("SELECT o.titre FROM groupe g JOIN objet o ON o.id = g.id WHERE g.id = ?"
		    " AND " SEES("o")),
		I(groupe), ME(r));
}

/* Whom the segment finds for this reader, those who left with them, as a JSON array. */
static const char *
people_of(struct req *r, struct filtre *f)
{
	struct buffer ids = { &r->mem };
	struct rows *rows;

	f->former = true;
	rows = filtre_rows(r, f, 0, 0, true);
	buffer_char(&ids, '[');
	while (db_next(rows, &r->mem)) {
		buffer_puts(&ids, ids.n > 1 ? "," : "");
		buffer_puts(&ids, db_text(rows, 0));
	}
	buffer_char(&ids, ']');
	return buffer_text(&ids);
}

static bool
read_segment(struct req *r, struct bord *b)
{
	struct filtre *f = b->follows ? segment_filtre(r, b->segment) : NULL;

	if (f == NULL)
		return false;
	b->titre = f->segment_nom;
	b->ids = people_of(r, f);
	return true;
}

/* The scope that is asked for; false: it is not there, or not for this reader.  The figures of a
 * segment are for who sees all of everybody: of few people, they would tell who is who. */
bool
bord_read(struct req *r, struct bord *b)
{
	*b = (struct bord) { .titre = "Toute la France", .modele = modele(r) };
	read_scope(r, b);
	b->follows = tableau_follows(r, b->groupe);
	if (b->segment != 0 && !read_segment(r, b))
		return false;
	if (b->groupe != 0 && (b->titre = group_title(r, b->groupe)) == NULL)
		return false;
	b->level = level(r, b);
	return true;
}

void
bord_count(struct req *r, struct bord *b)
{
	b->t = b->ids != NULL ? tableau_among(r, b->ids) : tableau_of(r, b->groupe);
}

/* Are the figures those of everybody? */
bool
bord_whole(const struct bord *b)
{
	return b->groupe == 0 && b->segment == 0;
}

int64_t
bord_n(const struct bord *b, const char *axe, const char *cle)
{
	return tableau_n(b->t, b->groupe, axe, cle);
}

/* May the reader ask the directory by the criterion CLE, of everybody in the scope? */
bool
bord_may(struct req *r, const struct bord *b, const char *cle)
{
	const struct champ *c = mesure_find(r, b->modele, cle);

	if (c == NULL)
		c = champ_find(b->modele, cle);
	return b->follows && c != NULL && c->lecture <= b->level;
}

/* PATH for the same scope. */
const char *
bord_here(struct req *r, const struct bord *b, const char *path)
{
	return bord_whole(b)    ? path :
		b->segment != 0 ? arena_printf(&r->mem, "%s?segment=%" PRId64, path, b->segment) :
				  arena_printf(&r->mem, "%s?groupe=%" PRId64, path, b->groupe);
}

/* What the directory is asked besides, for the people of this scope. */
static const char *
within(struct req *r, const struct bord *b)
{
	return bord_whole(b)    ? "" :
		b->segment != 0 ? arena_printf(&r->mem, "&segment=%" PRId64, b->segment) :
				  arena_printf(&r->mem, "&par-groupe=%" PRId64, b->groupe);
}

/* The list of the directory that QUERY describes in this scope; NULL: not for this reader. */
const char *
bord_list(struct req *r, const struct bord *b, const char *query)
{
	return b->follows ? arena_printf(&r->mem, "/annuaire?%s%s", query, within(r, b)) : NULL;
}

/* The list of who arrived (WHAT is par-arrivee) or left at the time WHEN; MORE is asked besides,
 * among who is there today. */
const char *
bord_moment(
	struct req *r, const struct bord *b, const char *what, const char *when, const char *more)
{
	const char *in = b->groupe != 0 ? arena_printf(&r->mem, ":%" PRId64, b->groupe) : "";
	const char *among = b->groupe != 0 && more == NULL ? "" : within(r, b);

	if (!bord_may(r, b, what) || (more == NULL && b->level < LEVEL_STAFF))
		return NULL;
	return arena_printf(&r->mem, "/annuaire?%s=%s%s%s%s%s", what, when, in,
		more != NULL ? "&" : "", more != NULL ? more : "", among);
}

/* "1 042", with narrow spaces that do not break. */
const char *
bord_number(struct req *r, int64_t n)
{
	return text_number(&r->mem, n);
}

/* One figure under AT: its words, the number, the list it counts. */
struct row *
bord_figure(struct req *r, const char *at, const char *libelle, int64_t n, const char *url)
{
	struct row *f = row_at(r, at);

	row_say(f, "libelle", libelle);
	row_say_int(f, "n", n);
	row_say(f, "texte", bord_number(r, n));
	if (url != NULL)
		row_say(f, "url", url);
	return f;
}

/* One scope more to choose: an id of KIND, 0 being everybody. */
static void
option(struct req *r, const char *kind, int64_t id, const char *titre, bool chosen)
{
	struct row *o = row_at(r, arena_printf(&r->mem, "Perimetre.%s.%" PRId64, kind, id));

	row_say(o, "valeur", id == 0 ? "" : arena_printf(&r->mem, "%s-%" PRId64, kind, id));
	row_say(o, "libelle", titre);
	if (chosen)
		row_say(o, "choisi", "1");
}

/* The rows (id, title) as scopes of KIND; the one shown is there in any case. */
static void
options(struct req *r, const char *kind, struct rows *rows, int64_t shown, const char *titre)
{
	bool seen = shown == 0;

	while (db_next(rows, &r->mem)) {
		seen = seen || db_num(rows, 0) == shown;
		option(r, kind, db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)),
			db_num(rows, 0) == shown);
	}
	if (!seen)
		option(r, kind, shown, titre, true);
}

/* Everybody, the groups of the reader and the segments she may use, and what is shown. */
static void
say_scopes(struct req *r, const struct bord *b)
{
	option(r, "groupe", 0, "Toute la France", bord_whole(b));
	options(r, "groupe",
		db_rows(r,
			SQL("SELECT o.id, o.titre FROM " OWN_MEMBERSHIPS(
				"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
				     " GROUP BY o.id ORDER BY o.titre LIMIT 12"),
			I(r->user.id)),
		b->groupe, b->titre);
	if (tableau_follows(r, 0))
		options(r, "segment",
			db_rows(r,
				SQL("SELECT o.id, o.titre FROM objet o"
				    " JOIN segment s ON s.id = o.id WHERE o.genre = 'segment'"
				    " AND o.archive_le IS NULL AND " SEGMENT_SEES
				    " ORDER BY s.utilise_le IS NULL, s.utilise_le DESC, o.titre"
				    " LIMIT 20"),
				SEGMENT_ME(r)),
			b->segment, b->titre);
}

/* The day of the first sync, while it is among the months shown: what was there before it began
 * nobody knows when. */
static void
say_first_sync(struct req *r, const struct bord *b)
{
	const char *day = db_string(r,
		SQL("SELECT DATE(MIN(fin)) FROM sync_tour WHERE etat = 'fait' AND nb_crees > 0"));

	if (day != NULL && strcmp(day, b->t->debut) >= 0)
		say(r, "depart", text_day(&r->mem, day));
}

/* What every page of the dashboard says: of whom, of when. */
void
bord_say(struct req *r, const struct bord *b)
{
	say(r, "perimetre", b->titre);
	if (b->groupe != 0)
		say_int(r, "groupe", b->groupe);
	if (b->segment != 0)
		say_int(r, "segment", b->segment);
	say(r, "Bord.suffixe", bord_here(r, b, ""));
	if (!bord_whole(b))
		say(r, "Bord.suite", arena_printf(&r->mem, "&%s", said(r, "Bord.suffixe") + 1));
	say(r, "moment", strchr(text_moment(&r->mem, b->t->moment), ' ') + 1);
	if (r->format == HTML) {
		say_scopes(r, b);
		say_first_sync(r, b);
	}
}
