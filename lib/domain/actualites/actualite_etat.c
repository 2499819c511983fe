/* actualite_etat.c - a news item is scheduled, published, withdrawn; who is told, and who must say
 * yes before */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/actualites/actualite.h"
#include "domain/objets/texte.h"
#include "domain/socle/journal.h"
#include "net/live.h"

enum { DUE = 20 }; /* at a turn */

const struct annonce actualite_annonces[] = {
	{ "actualite", "Une actualité du Siège, ou d’un groupe que vous suivez",
		PAR_SITE | PAR_RESUME, PROSPECT, .plusieurs = "actualités de", .icone = "star",
		.sur = "actualites" },
	{ "portrait", "On voudrait publier votre portrait, ou il change", PAR_SITE | PAR_COURRIEL,
		PROSPECT, .directe = true, .plusieurs = "nouvelles de", .icone = "heart",
		.sur = "actualites" },
	{ "portrait_reponse", "La réponse d’une personne dont vous faites le portrait",
		PAR_SITE | PAR_COURRIEL, PROSPECT, .directe = true, .plusieurs = "réponses sur",
		.icone = "heart", .sur = "actualites" },
	{ 0 },
};

static const char *
url_of(struct req *r, int64_t id)
{
	return arena_printf(&r->mem, "/actualites/%" PRId64, id);
}

static const char *
titre_of(struct req *r, int64_t id)
{
	return text_cut(&r->mem,
		arena_strdup(
			&r->mem, db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(id))),
		150);
}

/* ---- published ---- */

/* News of a group go to its members and to who follows it; those of the Siège to whom they are
 * for. */
static void
tell(struct req *r, int64_t id)
{
	int64_t groupe = 0, ev;
	const char *chapeau = "";
	struct rows *publics;

	db_read(r, SQL("SELECT COALESCE(groupe_id, 0), chapeau FROM actualite WHERE id = ?"),
		INTO(TO(&groupe), TO(&chapeau)), I(id));
	ev = notif_event(r, "actualite", id, url_of(r, id),
		arena_printf(&r->mem, "À lire\u00A0: «\u00A0%s\u00A0»", titre_of(r, id)));
	notif_excerpt(r, ev, chapeau);
	if (groupe != 0) {
		notif_to_members(r, ev, groupe);
		notif_to_followers(r, ev, groupe);
		return;
	}
	publics = db_rows(r,
		SQL("SELECT d.public_id, IF(p.genre = 'groupe', p.cle, 0) FROM objet o"
		    " JOIN acces_dit d ON d.liste_id = o.liste_id"
		    " JOIN public p ON p.id = d.public_id WHERE o.id = ?"),
		I(id));
	while (db_next(publics, &r->mem))
		if (db_num(publics, 1) != 0) /* those of the groups below it too */
			notif_to_members(r, ev, db_num(publics, 1));
		else
			notif_to_public(r, ev, db_num(publics, 0));
}

/* Its audience reads it from now on, and is told the first time.  False: whom it shows has not said
 * yes, or there is nothing to publish. */
bool
actualite_publish(struct req *r, int64_t id)
{
	bool first = db_int(r, SQL("SELECT publie_le IS NULL FROM actualite WHERE id = ?"), I(id));

	if (db_exec(r,
		    SQL("UPDATE actualite SET etat = 'publiee', du_le = NULL,"
			" publie_le = COALESCE(publie_le, ?) WHERE id = ? AND etat <> 'publiee'"
			" AND supprime_le IS NULL AND accord IN ('', 'oui')"),
		    S(clock_sql(&r->mem, clock_now())), I(id)) == 0)
		return false;
	actualite_follow(r, id);
	if (first)
		tell(r, id);
	live_tell_objet(r, id);
	journal(r, "actualite.publiee", id, NULL, NULL);
	return true;
}

/* It will be published at that moment, by actualite_tour(). */
void
actualite_schedule(struct req *r, int64_t id, const char *when)
{
	db_exec(r,
		SQL("UPDATE actualite SET etat = 'programmee', du_le = ? WHERE id = ?"
		    " AND etat <> 'publiee' AND supprime_le IS NULL"),
		S(when), I(id));
	actualite_follow(r, id);
	journal(r, "actualite.programmee", id, NULL, NULL);
}

/* It waits for nothing any more. */
void
actualite_draft(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE actualite SET etat = 'brouillon', du_le = NULL WHERE id = ?"
		    " AND etat IN ('programmee', 'retiree') AND supprime_le IS NULL"),
		I(id));
	actualite_follow(r, id);
}

/* Nobody reads it any more but who writes; no list quotes it. */
void
actualite_withdraw(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE actualite SET etat = 'retiree', du_le = NULL WHERE id = ?"
			" AND etat IN ('publiee', 'programmee')"),
		    I(id)) == 0)
		return;
	actualite_follow(r, id);
	notif_forget(r, id, "");
	live_end_objet(r, id);
	journal(r, "actualite.retiree", id, NULL, NULL);
}

/* Each in its turn, once: what a crash leaves undone is due at the next turn. */
void
actualite_tour(struct req *r)
{
	const char *now = clock_sql(&r->mem, clock_now());
	struct rows *due = db_rows(r,
		SQL("SELECT id FROM actualite WHERE etat = 'programmee' AND du_le <= ?"
		    " AND supprime_le IS NULL AND accord IN ('', 'oui') ORDER BY du_le, id"
		    " LIMIT ? FOR UPDATE"),
		S(now), I(DUE));

	while (db_next(due, &r->mem))
		actualite_publish(r, db_num(due, 0));
}

/* ---- the person whom it shows ---- */

/* She is asked, unless she has answered; of what is published, she is told that it changed.  What
 * is published and shows her from now on waits for her. */
void
actualite_ask_consent(struct req *r, int64_t id)
{
	int64_t who = 0, ev;
	bool published = false, asked = false;

	if (!db_read(r,
		    SQL("SELECT portrait_id, etat = 'publiee' AND accord = 'oui',"
			" etat = 'publiee' AND accord = 'attente' FROM actualite WHERE id = ?"
			" AND portrait_id IS NOT NULL AND accord IN ('attente', 'oui')"),
		    INTO(TO(&who), TO(&published), TO(&asked)), I(id)))
		return;
	if (asked) {
		actualite_withdraw(r, id);
		actualite_draft(r, id);
	}
	if (!published)
		db_exec(r, SQL("UPDATE actualite SET accord = 'attente' WHERE id = ?"), I(id));
	actualite_follow(r, id);
	ev = notif_event(r, "portrait", id, url_of(r, id),
		arena_printf(&r->mem,
			published ? "«\u00A0%s\u00A0», votre portrait, a changé\u00A0: relisez-le" :
				    "Votre portrait est prêt\u00A0: «\u00A0%s\u00A0». Peut-on le"
				    " publier\u202F?",
			titre_of(r, id)));
	notif_to(r, ev, who);
}

/* Whom it shows says yes, or no: then it is withdrawn, also once it is published. */
void
actualite_consent(struct req *r, int64_t id, bool yes)
{
	int64_t author =
		db_int(r, SQL("SELECT COALESCE(cree_par, 0) FROM objet WHERE id = ?"), I(id));
	int64_t ev;

	db_exec(r, SQL("UPDATE actualite SET accord = ?, accord_le = ? WHERE id = ?"),
		S(yes ? "oui" : "non"), S(clock_sql(&r->mem, clock_now())), I(id));
	if (!yes) {
		actualite_withdraw(r, id);
		actualite_draft(r, id);
	}
	actualite_follow(r, id);
	journal(r, yes ? "actualite.accord" : "actualite.refus", id, NULL, NULL);
	if (author == 0)
		return;
	ev = notif_event(r, "portrait_reponse", id, url_of(r, id),
		arena_printf(&r->mem,
			yes ? "%s %s est d’accord pour «\u00A0%s\u00A0»" :
			      "%s %s ne souhaite pas que «\u00A0%s\u00A0» soit publié",
			r->user.prenom, r->user.nom, titre_of(r, id)));
	notif_to(r, ev, author);
}
