/* requete.c - the register: a request is received, acknowledged, answered within its month
 *
 * Nothing that is mailed to who works here names the person: mails stay in boxes that no erasure
 * reaches.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/requete.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"

static const char *
today(struct req *r)
{
	return text_iso_at(&r->mem, clock_now());
}

/* One step more, by who asks; nobody: by itself. */
void
requete_step(struct req *r, int64_t id, const char *genre, const char *texte)
{
	db_exec(r,
		SQL("INSERT INTO requete_etape (requete_id, le, genre, texte, par_id)"
		    " VALUES (?, ?, ?, ?, NULLIF(?, 0))"),
		I(id), S(clock_sql(&r->mem, clock_now())), S(genre), S(texte), I(r->user.id));
}

static void
step_by_itself(struct req *r, int64_t id, const char *genre)
{
	int64_t who = r->user.id;

	r->user.id = 0;
	requete_step(r, id, genre, "");
	r->user.id = who;
}

/* What mails about that request read. */
static void
say_mail(struct req *r, const struct requete *q)
{
	say(r, "Courriel.prenom", "");
	say(r, "Courriel.droit", q->genre);
	say(r, "Courriel.recue", text_day(&r->mem, q->recue_le));
	say(r, "Courriel.echeance", text_day(&r->mem, q->echeance));
	say(r, "Courriel.lien", arena_printf(&r->mem, "/admin/demandes/%" PRId64, q->id));
}

/* To the person, where she has an address. */
static void
mail(struct req *r, const struct requete *q, const char *genre)
{
	if (*q->adresse == '\0')
		return;
	say_mail(r, q);
	courriel_queue(r, q->contact_id, q->adresse, genre);
}

/* Note a request (its id, echeance and jours are of no use here): she gets a receipt by mail where
 * she has an address, and who is in charge is told.  Its id. */
int64_t
requete_new(struct req *r, const struct requete *q)
{
	struct requete now;
	int64_t id = db_insert(r,
		SQL("INSERT INTO requete (contact_id, genre, nom, adresse, message, voie, recue_le,"
		    " echeance, identite_le, identite, cree_par, cree_le)"
		    " VALUES (NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ? + INTERVAL 1 MONTH, NULLIF(?, ''),"
		    " ?, NULLIF(?, 0), ?)"),
		I(q->contact_id), S(q->genre), S(q->nom), S(q->adresse), S(q->message), S(q->voie),
		S(q->recue_le), S(q->recue_le), S(q->identite_le), S(q->identite), I(r->user.id),
		S(clock_sql(&r->mem, clock_now())));

	requete_step(r, id, "recue", "");
	requete_find(r, id, &now);
	if (*now.adresse != '\0') {
		mail(r, &now, "requete_recue");
		step_by_itself(r, id, "accuse");
	}
	say_mail(r, &now);
	dpo_tell(r, "requete_nouvelle");
	journal(r, "requete.recue", q->contact_id, NULL,
		json_made(&r->mem, JN("requete", id), JS("genre", q->genre)));
	return id;
}

/* What she asked that is open still, or was answered today (DONE). */
static int64_t
asked(struct req *r, const char *genre, bool done)
{
	return db_int(r,
		SQL("SELECT id FROM requete WHERE contact_id = ? AND genre = ?"
		    " AND (rendue_le IS NULL OR (? AND recue_le = ?)) ORDER BY id LIMIT 1"),
		I(r->user.id), S(genre), I(done), S(today(r)));
}

/* The reader asks in her own account; DONE: and has it at once.  What she asked already is one
 * request, which has what she adds to it: 0. */
int64_t
requete_of_account(struct req *r, const char *genre, const char *message, bool done)
{
	struct requete q = { .contact_id = r->user.id,
		.genre = genre,
		.message = message,
		.voie = "compte",
		.recue_le = today(r),
		.identite_le = today(r),
		.identite = "connexion à son compte" };
	int64_t open = asked(r, genre, done);

	if (open != 0) {
		if (*message != '\0')
			requete_step(r, open, "complement", message);
		return 0;
	}
	q.nom = arena_printf(&r->mem, "%s %s", r->user.prenom, r->user.nom);
	q.adresse = done ?
		"" :
		arena_strdup(&r->mem,
			db_string(r, SQL("SELECT email FROM contact WHERE id = ?"), I(r->user.id)));
	q.id = requete_new(r, &q);
	if (done && requete_find(r, q.id, &q))
		requete_answered(r, &q, "");
	return q.id;
}

bool
requete_find(struct req *r, int64_t id, struct requete *q)
{
	*q = (struct requete) { .id = id };
	return db_read(r,
		SQL("SELECT COALESCE(q.contact_id, 0), COALESCE(c.hubspot_id, 0), q.genre, q.nom,"
		    " q.adresse, q.message, q.voie, q.recue_le, q.echeance, q.identite_le,"
		    " q.identite, q.rendue_le, q.refus, q.recu, q.index_le, q.prolongee,"
		    " DATEDIFF(q.echeance, ?)"
		    " FROM requete q LEFT JOIN contact c ON c.id = q.contact_id WHERE q.id = ?"),
		INTO(TO(&q->contact_id), TO(&q->hubspot_id), TO(&q->genre), TO(&q->nom),
			TO(&q->adresse), TO(&q->message), TO(&q->voie), TO(&q->recue_le),
			TO(&q->echeance), TO(&q->identite_le), TO(&q->identite), TO(&q->rendue_le),
			TO(&q->refus), TO(&q->recu), TO(&q->index_le), TO(&q->prolongee),
			TO(&q->jours)),
		S(today(r)), I(id));
}

void
requete_identified(struct req *r, const struct requete *q, const char *jour, const char *moyen)
{
	db_exec(r, SQL("UPDATE requete SET identite_le = ?, identite = ? WHERE id = ?"), S(jour),
		S(moyen), I(q->id));
	requete_step(r, q->id, "identite", "");
	journal(r, "requete.identite", q->contact_id, NULL,
		json_made(&r->mem, JN("requete", q->id)));
}

/* Two months more, once, and she is told why. */
void
requete_extend(struct req *r, const struct requete *q, const char *raison)
{
	struct requete now;

	db_exec(r,
		SQL("UPDATE requete SET echeance = recue_le + INTERVAL 3 MONTH, prolongee = TRUE,"
		    " prevenu_le = NULL, retard_le = NULL WHERE id = ? AND NOT prolongee"),
		I(q->id));
	requete_step(r, q->id, "prolongee", raison);
	if (!requete_find(r, q->id, &now))
		return;
	say(r, "Courriel.texte", raison);
	mail(r, &now, "requete_prolongee");
	journal(r, "requete.prolongee", q->contact_id, NULL,
		json_made(&r->mem, JN("requete", q->id)));
}

/* Words to her, kept as a step. */
void
requete_write(struct req *r, const struct requete *q, const char *texte)
{
	requete_step(r, q->id, "ecrit", texte);
	say(r, "Courriel.texte", texte);
	mail(r, q, "requete_ecrit");
}

/* The request has its answer; REFUS: what of it was refused, and why. */
void
requete_answered(struct req *r, const struct requete *q, const char *refus)
{
	db_exec(r, SQL("UPDATE requete SET etat = 'rendue', rendue_le = ?, refus = ? WHERE id = ?"),
		S(today(r)), S(refus), I(q->id));
	requete_step(r, q->id, *refus != '\0' ? "refus" : "rendue", refus);
	journal(r, "requete.rendue", q->contact_id, NULL, json_made(&r->mem, JN("requete", q->id)));
}

/* She lifted her limitation by herself: what she asked is over. */
void
requete_limit_over(struct req *r, int64_t contact_id)
{
	struct requete q;
	int64_t id = db_int(r,
		SQL("SELECT id FROM requete WHERE contact_id = ? AND genre = 'limitation'"
		    " AND rendue_le IS NULL LIMIT 1"),
		I(contact_id));

	if (!requete_find(r, id, &q))
		return;
	requete_step(r, id, "levee", "");
	requete_answered(r, &q, "");
}
