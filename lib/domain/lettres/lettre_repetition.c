/* lettre_repetition.c - the rehearsal of a letter, told to who scheduled it the day before */

#include <inttypes.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_repetition.h"
#include "domain/notifications/notif.h"

enum { DAY = 86400, AT_ONCE = 3 };

/* Whom the audience names, with the reason that keeps each from getting a copy ('': none).  Binds
 * the kind, the ids twice, and the kind again. */
#define REHEARSED \
	"(SELECT c.id, COALESCE(NULLIF(" LETTRE_WHY_NOT( \
		"c", "?") ", '')," \
			  " IF(l.id IS NULL, 'meme_adresse', '')) AS raison FROM " LETTRE_NAMED \
			  " JOIN contact c ON c.id = k.id LEFT JOIN (" LETTRE_COPIES \
			  ") l ON l.id = c.id)"
#define REHEARSED_BY(p) S((p)->gens.sorte), S(json), S(json), S((p)->gens.sorte)

#define GOT(l) \
	"EXISTS (SELECT 1 FROM lettre_envoi v WHERE v.lettre_id = " l \
	" AND v.contact_id = q.id AND v.etat <> 'annule')"

/* Who would get that letter now, as the reader names its audience. */
bool
lettre_repete(struct req *r, int64_t id, struct repete *p)
{
	*p = (struct repete) { 0 };
	if (!lettre_recipients(r, id, &p->gens))
		return false;
	p->derniere = db_int(r,
		SQL("SELECT l.id FROM lettre m JOIN lettre l ON l.sorte = m.sorte AND l.id <> m.id"
		    " WHERE m.id = ? AND " ARCHIVED(
			    "l") " AND l.total > 0"
				 " ORDER BY l.paru_le DESC, l.id DESC LIMIT 1"),
		I(id));
	return true;
}

static int64_t
count_gone(struct req *r, const struct repete *p, const char *json)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM lettre_envoi v LEFT JOIN (" LETTRE_COPIES
		    ") l ON l.id = v.contact_id WHERE v.lettre_id = ? AND v.etat <> 'annule'"
		    " AND l.id IS NULL"),
		S(json), S(p->gens.sorte), I(p->derniere));
}

/* Say Repetition.{recoivent, pas, raisons.N.{raison, total}}, and, where there was a letter of that
 * kind before, .nouveaux and .partis. */
void
lettre_repete_say(struct req *r, const struct repete *p)
{
	const char *json = lettre_recipients_json(r, &p->gens, 0, p->gens.n);
	int64_t get = 0, not = 0;

	db_list(r, "Repetition.raisons",
		SQL("SELECT q.raison, COUNT(*) AS total FROM " REHEARSED
		    " q GROUP BY q.raison ORDER BY total DESC"),
		REHEARSED_BY(p));
	for (struct row *x = row_first(r, "Repetition.raisons"); x != NULL; x = row_next(x))
		*(*row_text(x, "raison") == '\0' ? &get : &not) += row_id(x, "total");
	say_int(r, "Repetition.recoivent", get);
	say_int(r, "Repetition.pas", not);
	if (p->derniere == 0)
		return;
	say_int(r, "Repetition.derniere", p->derniere);
	say_int(r, "Repetition.nouveaux",
		db_int(r,
			SQL("SELECT COUNT(*) FROM " REHEARSED " q WHERE q.raison = ''"
			    " AND NOT " GOT("?")),
			REHEARSED_BY(p), I(p->derniere)));
	say_int(r, "Repetition.partis", count_gone(r, p, json));
}

#define WHY_GONE "COALESCE(NULLIF(" LETTRE_WHY_NOT("c", "?") ", ''), 'autre')"

static struct rows *
gone_rows(struct req *r, const struct repete *p, const char *json, int64_t limit, int64_t skip)
{
	return db_rows(r,
		SQL("SELECT c.id, c.prenom, c.nom, " LETTRE_WENT_TO ", " WHY_GONE " AS raison"
		    " FROM lettre_envoi v JOIN contact c ON c.id = v.contact_id"
		    " JOIN objet o ON o.id = c.id LEFT JOIN (" LETTRE_COPIES
		    ") l ON l.id = c.id WHERE v.lettre_id = ? AND v.etat <> 'annule'"
		    " AND l.id IS NULL AND " SEES("o") " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
		S(p->gens.sorte), S(json), S(p->gens.sorte), I(p->derniere), ME(r), I(limit),
		I(skip));
}

/* Those who are asked for and whom the reader sees: id, prenom, nom, adresse, raison. */
struct rows *
lettre_repete_rows(
	struct req *r, const struct repete *p, enum repetition what, int64_t limit, int64_t skip)
{
	const char *json = lettre_recipients_json(r, &p->gens, 0, p->gens.n);

	if (what == R_PARTIS)
		return gone_rows(r, p, json, limit, skip);
	return db_rows(r,
		SQL("SELECT c.id, c.prenom, c.nom, c.email, q.raison FROM " REHEARSED
		    " q JOIN contact c ON c.id = q.id JOIN objet o ON o.id = c.id"
		    " WHERE (q.raison = '') = ? AND (? OR NOT " GOT("?") ") AND " SEES(
			    "o") " ORDER BY c.tri, c.id LIMIT ? OFFSET ?"),
		REHEARSED_BY(p), I(what != R_PAS), I(what != R_NOUVEAUX), I(p->derniere), ME(r),
		I(limit), I(skip));
}

/* ---- the day before ---- */

/* What it will be, in words. */
static const char *
phrase(struct req *r, int64_t id, time_t due)
{
	const char *titre = db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(id));
	struct repete p;

	titre = text_cut(&r->mem, titre != NULL ? titre : "", 80);
	if (!lettre_repete(r, id, &p))
		return arena_printf(&r->mem, "«\u00A0%s\u00A0» ne pourra pas partir\u00A0: %s",
			titre, p.gens.refus);
	lettre_repete_say(r, &p);
	return arena_printf(&r->mem, "«\u00A0%s\u00A0» part %s\u00A0: %s la reçoivent, %s non",
		titre, text_moment(&r->mem, due),
		text_number(&r->mem, said_id(r, "Repetition.recoivent")),
		text_number(&r->mem, said_id(r, "Repetition.pas")));
}

/* Tell who scheduled it, once for the hour it is due at. */
static void
tell(struct req *r, int64_t id, int64_t by, const char *due)
{
	enum access level = r->user.level;
	const char *words;
	int64_t ev;

	if (db_exec(r,
		    SQL("UPDATE lettre SET repetee_pour = du_le WHERE id = ?"
			" AND etat = 'programmee' AND NOT repetee_pour <=> du_le"),
		    I(id)) == 0 ||
		!lettre_become(r, by))
		return;
	words = lettre_sends(r) ? phrase(r, id, clock_parse(due)) :
				  "Une lettre que vous avez programmée sera retenue\u00A0: vous"
				  " n’avez plus le droit d’en envoyer.";
	unsay(r, "Repetition");
	r->user.id = 0; /* nobody: whoever does something is not told of it */
	r->user.level = level;
	ev = notif_event(r, "lettre", id,
		arena_printf(&r->mem, "/lettres/%" PRId64 "/repetition", id), words);
	notif_to(r, ev, by);
}

/* Those that leave within a day. */
void
lettre_repetition_tour(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id, par_id, du_le FROM lettre WHERE etat = 'programmee'"
		    " AND du_le > ? AND du_le <= ? AND NOT repetee_pour <=> du_le"
		    " AND par_id IS NOT NULL ORDER BY du_le LIMIT 3"),
		S(clock_sql(&r->mem, clock_now())), S(clock_sql(&r->mem, clock_now() + DAY)));
	struct {
		int64_t id, by;
		const char *due;
	} found[AT_ONCE];
	unsigned n = 0;

	for (; db_next(rows, &r->mem); n++) {
		found[n].id = db_num(rows, 0);
		found[n].by = db_num(rows, 1);
		found[n].due = arena_strdup(&r->mem, db_text(rows, 2));
	}
	for (unsigned i = 0; i < n; i++)
		tell(r, found[i].id, found[i].by, found[i].due);
}
