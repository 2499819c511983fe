/* lettre_archive.c - letters that have left: by words, year, month, kind and tag */

#include <inttypes.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/objets/extrait.h"
#include "domain/socle/journal.h"

/* Those that are asked for and that the reader sees.  Binds WHICH_BY(). */
#define WHICH \
	"l.paru_le >= ? AND l.paru_le < ? AND NOT l.modele AND l.supprime_le IS NULL" \
	" AND (? = '' OR l.sorte = ?) AND (? = 0 OR EXISTS (SELECT 1 FROM objet_etiquette oe" \
	" WHERE oe.objet_id = o.id AND oe.etiquette_id = ?))" \
	" AND (o.id = ? OR o.liste_id IN " LISTS_WITH("1") ")"
#define WHICH_BY(r, a) \
	S((a)->from), S((a)->to), S((a)->sorte), S((a)->sorte), I((a)->tag), I((a)->tag), ME(r)

/* Those that she sees, counted. */
#define SEEN ARCHIVED("l") " AND (o.id = ? OR o.liste_id IN " LISTS_WITH("1") ")"

#define ALL \
	"FROM lettre l JOIN objet o ON o.id = l.id JOIN lettre_sorte s ON s.cle = l.sorte" \
	" LEFT JOIN recherche x ON x.objet_id = l.id WHERE "
#define FOUND \
	"FROM recherche x JOIN lettre l ON l.id = x.objet_id JOIN objet o ON o.id = l.id" \
	" JOIN lettre_sorte s ON s.cle = l.sorte" \
	" WHERE MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) AND "

#define NEWEST " ORDER BY l.paru_le DESC, l.id DESC"
/* The tags of that one, as JSON. */
#define TAGS \
	"(SELECT JSON_ARRAYAGG(JSON_OBJECT('id', e.id, 'nom', e.nom) ORDER BY f.ordre, e.nom)" \
	" FROM objet_etiquette oe JOIN etiquette e ON e.id = oe.etiquette_id" \
	" JOIN etiquette_famille f ON f.id = e.famille_id WHERE oe.objet_id = l.id)"
/* One page of IDS, the end of a statement that says which: only its own rows get words and tags.
 * TROUVES: how many there are, where one pass over them tells it. */
#define WITH_ALL \
	" p JOIN lettre l ON l.id = p.id JOIN objet o ON o.id = l.id" \
	" JOIN lettre_sorte s ON s.cle = l.sorte LEFT JOIN recherche x ON x.objet_id = l.id"
#define PAGE(texte, trouves, ids) \
	"SELECT o.id, o.titre, l.sorte, s.titre AS sorte_titre, l.paru_le," \
	" NULLIF(l.numero, 0) AS numero, p.trouves AS Trouves, " TAGS " AS Mots," \
	" IF(" MANAGES("o") ", l.envoyes, NULL) AS envoyes, " texte \
			    " AS Texte FROM (SELECT l.id, " trouves " AS trouves " ids NEWEST \
			    " LIMIT ? OFFSET ?)" WITH_ALL NEWEST

static const char *
utc(struct req *r, int annee, int mois)
{
	time_t t;

	wall_instant((struct wall) { .year = annee, .month = mois, .day = 1 }, &t);
	return clock_sql(&r->mem, t);
}

/* Number those that have left among their kind, whoever reads them: one that leaves is the last,
 * one that is taken over from before comes between others. */
void
archive_number(struct req *r)
{
	db_exec(r,
		SQL("UPDATE lettre l JOIN (SELECT id, ROW_NUMBER() OVER (PARTITION BY sorte"
		    " ORDER BY paru_le, id) AS numero FROM lettre WHERE paru_le IS NOT NULL) n"
		    " ON n.id = l.id SET l.numero = n.numero WHERE l.numero <> n.numero"));
}

/* Those that somebody let leave without a number get one. */
void
archive_tour(struct req *r)
{
	if (db_int(r,
		    SQL("SELECT EXISTS (SELECT 1 FROM lettre WHERE numero = 0"
			" AND paru_le IS NOT NULL)")) != 0)
		archive_number(r);
}

/* Say in A when what its year and month ask for begins and ends. */
void
archive_period(struct req *r, struct archive *a)
{
	a->from = "1000-01-01";
	a->to = "9999-12-31";
	if (a->annee == 0)
		return;
	a->from = utc(r, a->annee, a->mois > 0 ? a->mois : 1);
	a->to = a->mois > 0 && a->mois < 12 ? utc(r, a->annee, a->mois + 1) :
					      utc(r, a->annee + 1, 1);
}

int64_t
archive_count(struct req *r, const struct archive *a)
{
	const char *asked = text_query(&r->mem, a->q);

	if (*a->q == '\0')
		return db_int(r, SQL("SELECT COUNT(*) " ALL WHICH), WHICH_BY(r, a));
	return db_int(r, SQL("SELECT COUNT(*) " FOUND WHICH), S(asked), WHICH_BY(r, a));
}

static void
dress(struct req *r, struct row *l, const char *etiquettes, const char *q)
{
	time_t then = clock_parse(row_text(l, "paru_le"));
	struct wall w = wall_at(then);

	row_say(l, "mois_court", text_month_short(w.month));
	row_say(l, "jour", arena_printf(&r->mem, "%02d", w.day));
	row_say(l, "date", text_day(&r->mem, wall_ymd(&r->mem, w)));
	if (*row_text(l, "envoyes") != '\0')
		row_say(l, "envoyes_texte", text_number(&r->mem, row_id(l, "envoyes")));
	row_is_number(l, "numero");
	say_json(r, etiquettes, row_text(l, "Mots"));
	extrait_say(r, l, row_text(l, "Texte"), q);
}

/* Say PAR of them after SKIP, the newest first, under NAME. */
void
archive_list(struct req *r, const char *name, const struct archive *a, int64_t par, int64_t skip)
{
	unsigned n = 0;

	if (*a->q == '\0')
		db_list(r, name, SQL(PAGE("LEFT(x.texte, 300)", "0", ALL WHICH)), ME(r),
			WHICH_BY(r, a), I(par), I(skip));
	else
		db_list(r, name, SQL(PAGE("x.texte", "COUNT(*) OVER ()", FOUND WHICH)), ME(r),
			S(text_query(&r->mem, a->q)), WHICH_BY(r, a), I(par), I(skip));
	for (struct row *l = row_first(r, name); l != NULL; l = row_next(l), n++)
		dress(r, l, arena_printf(&r->mem, "%s.%u.etiquettes", name, n), a->q);
}

#define TAKEN \
	"SELECT l.numero, s.titre, o.titre, l.paru_le, IF(" MANAGES("o") ", l.envoyes, ''), o.id "

/* All of them, to take along: Numéro, Genre, Objet, Partie le, Envois, Adresse. */
struct rows *
archive_rows(struct req *r, const struct archive *a)
{
	if (*a->q == '\0')
		return db_rows(r, SQL(TAKEN ALL WHICH NEWEST), ME(r), WHICH_BY(r, a));
	return db_rows(r, SQL(TAKEN FOUND WHICH NEWEST), ME(r), S(text_query(&r->mem, a->q)),
		WHICH_BY(r, a));
}

/* How far the wall is from UTC where one year becomes another. */
static int64_t
ahead(struct req *r)
{
	time_t january = clock_parse(utc(r, wall_at(clock_now()).year, 1));
	struct tm tm;

	localtime_r(&january, &tm);
	return tm.tm_gmtoff;
}

/* Say NAME.N.{annee, total, ici}: the years in which letters left that the reader sees, the newest
 * first.  How many letters. */
int64_t
archive_years(struct req *r, const char *name, int annee)
{
	int64_t total = 0;

	db_list(r, name,
		SQL("SELECT YEAR(l.paru_le + INTERVAL ? SECOND) AS annee, COUNT(*) AS total"
		    " FROM lettre l JOIN objet o ON o.id = l.id WHERE " SEEN
		    " GROUP BY 1 ORDER BY 1 DESC"),
		I(ahead(r)), ME(r));
	for (struct row *y = row_first(r, name); y != NULL; y = row_next(y)) {
		total += row_id(y, "total");
		if (row_id(y, "annee") == annee)
			row_say(y, "ici", "1");
	}
	return total;
}

/* Say NAME.N.{mois, nom, total, ici}: the months of A's year in which letters left that the reader
 * sees. */
void
archive_months(struct req *r, const char *name, const struct archive *a)
{
	struct archive year = { .annee = a->annee };
	time_t first;
	int64_t at[13];

	archive_period(r, &year);
	first = clock_parse(year.from);
	for (int m = 2; m <= 12; m++)
		at[m] = clock_parse(utc(r, a->annee, m)) - first;
	db_list(r, name,
		SQL("SELECT INTERVAL(TIMESTAMPDIFF(SECOND, ?, l.paru_le), 0, ?, ?, ?, ?, ?, ?, ?,"
		    " ?, ?, ?, ?) AS mois, COUNT(*) AS total FROM lettre l"
		    " JOIN objet o ON o.id = l.id WHERE l.paru_le >= ? AND l.paru_le < ?"
		    " AND " SEEN " GROUP BY 1 ORDER BY 1"),
		S(year.from), I(at[2]), I(at[3]), I(at[4]), I(at[5]), I(at[6]), I(at[7]), I(at[8]),
		I(at[9]), I(at[10]), I(at[11]), I(at[12]), S(year.from), S(year.to), ME(r));
	for (struct row *m = row_first(r, name); m != NULL; m = row_next(m)) {
		row_say(m, "nom", text_month((int) row_id(m, "mois")));
		if (row_id(m, "mois") == a->mois)
			row_say(m, "ici", "1");
	}
}

/* Say Avant and Apres: the letters of the same kind before and after that one, of those that the
 * reader sees; Proches: those that bear a tag of its. */
void
archive_near(struct req *r, int64_t id)
{
	db_one(r, "Avant",
		SQL("SELECT o.id, o.titre FROM lettre m JOIN lettre l ON l.sorte = m.sorte"
		    " AND (l.paru_le, l.id) < (m.paru_le, m.id) JOIN objet o ON o.id = l.id"
		    " WHERE m.id = ? AND " ARCHIVED("l") " AND " SEES(
			    "o") " ORDER BY l.paru_le DESC, l.id DESC LIMIT 1"),
		I(id), ME(r));
	db_one(r, "Apres",
		SQL("SELECT o.id, o.titre FROM lettre m JOIN lettre l ON l.sorte = m.sorte"
		    " AND (l.paru_le, l.id) > (m.paru_le, m.id) JOIN objet o ON o.id = l.id"
		    " WHERE m.id = ? AND " ARCHIVED("l") " AND " SEES(
			    "o") " ORDER BY l.paru_le, l.id LIMIT 1"),
		I(id), ME(r));
	db_list(r, "Proches",
		SQL("SELECT o.id, o.titre, l.paru_le FROM lettre l JOIN objet o ON o.id = l.id"
		    " WHERE l.id <> ? AND EXISTS (SELECT 1 FROM objet_etiquette a"
		    " JOIN objet_etiquette b ON b.etiquette_id = a.etiquette_id"
		    " WHERE a.objet_id = ? AND b.objet_id = l.id) AND " ARCHIVED("l") " AND " SEES(
			    "o") " ORDER BY l.paru_le DESC LIMIT 4"),
		I(id), I(id), ME(r));
	for (struct row *l = row_first(r, "Proches"); l != NULL; l = row_next(l))
		row_say(l, "date",
			text_day(&r->mem,
				wall_ymd(&r->mem, wall_at(clock_parse(row_text(l, "paru_le"))))));
}

/* Say NAME: the last letter of these two months that the reader sees, but one that is being
 * corrected. */
void
archive_say_last(struct req *r, const char *name)
{
	const char *day;

	if (!db_one(r, name,
		    SQL("SELECT o.id, o.titre, l.apercu, l.paru_le FROM lettre l"
			" JOIN objet o ON o.id = l.id WHERE l.paru_le > UTC_TIMESTAMP()"
			" - INTERVAL 60 DAY AND l.etat <> 'pause' AND " ARCHIVED("l") " AND " SEES(
				"o") " ORDER BY l.paru_le DESC, l.id DESC LIMIT 1"),
		    ME(r)))
		return;
	day = wall_ymd(&r->mem, wall_at(clock_parse(row_text(row_at(r, name), "paru_le"))));
	row_say(row_at(r, name), "jour", day);
	row_say(row_at(r, name), "quand", text_day_near(&r->mem, day, clock_now()));
}
