/* cession.c - "je cède ma place à": a seat that passes from one person to another */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/agenda/cession.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/inscription_part.h"
#include "domain/compte/tentative.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"
#include "net/mail_write.h"

enum { CLE = 16, DAY = 86400, A_DAY = 5 };

static const char *
digest(struct req *r, const char *cle)
{
	return sha256_hex(&r->mem, cle, strlen(cle));
}

/* Who is meant: somebody known who sees the event (her id and address), or an address where anybody
 * may come.  Named by her number, the reader sees her too.  False: she may not come. */
static bool
meant(struct req *r, int64_t evenement, int64_t *contact, const char **email)
{
	int64_t asked = *contact;

	*contact = 0;
	if (asked == 0 && !mail_address_ok(*email))
		return false;
	if (db_read(r,
		    SQL("SELECT c.id, c.email FROM contact c JOIN objet o ON o.id = ?"
			" JOIN objet co ON co.id = c.id WHERE ((? = 0 AND c.email = ?)"
			" OR (c.id = ? AND " SEES(
				"co") ")) AND c.acces > 0 AND c.email <> ''"
				      " AND " SEEN_BY("o", "c.id") " ORDER BY c.id LIMIT 1"),
		    INTO(TO(contact), TO(email)), I(evenement), I(asked), S(*email), I(asked),
		    ME(r)))
		return true;
	return asked == 0 &&
		db_int(r, SQL("SELECT visibilite = 'public' FROM evenement WHERE id = ?"),
			I(evenement)) != 0;
}

/* Has she a seat there already? */
static bool
comes(struct req *r, int64_t date_id, int64_t contact, const char *email)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM place p JOIN inscription i"
			   " ON i.id = p.inscription_id WHERE p.date_id = ? AND p.etat = 'inscrit'"
			   " AND (i.contact_id = ? OR (? = 0 AND i.contact_id IS NULL"
			   " AND i.email = ?))"),
		       I(date_id), I(contact), I(contact), S(email)) > 0;
}

static void
write_to(struct req *r, const struct seance *s, int64_t from, int64_t contact, const char *email,
	const char *cle)
{
	unsay(r, "Courriel");
	db_one(r, "Courriel",
		SQL("SELECT o.titre, d.debut, d.fin, e.journee,"
		    " COALESCE(NULLIF(d.lieu, ''), e.lieu) AS lieu, COALESCE((SELECT prenom"
		    " FROM contact WHERE id = ?), '') AS prenom FROM evenement_date d"
		    " JOIN evenement e ON e.id = d.evenement_id JOIN objet o ON o.id = e.id"
		    " WHERE d.id = ?"),
		I(contact), I(s->id));
	evenement_dress(r, row_at(r, "Courriel"));
	say(r, "Courriel.qui", seance_who(r, from));
	say(r, "Courriel.page", arena_printf(&r->mem, "%s/agenda/place/%s", conf.site_url, cle));
	say(r, "Courriel.sans_demande", "1");
	courriel_about(r, courriel_queue(r, contact, email, "cession"), s->evenement, NULL, "");
}

/* Who offers again and again writes to many people, or learns which addresses are known. */
static bool
too_often(struct req *r, int64_t inscription_id)
{
	long left = 0;

	r->keep = true; /* what was refused counts too */
	return tentative_window(r, "cession", arena_printf(&r->mem, "%" PRId64, inscription_id), 1,
		       DAY, &left) > A_DAY;
}

/* NULL: it is offered, and a mail leaves; or the sentence that says why not.  An address that was
 * typed is kept as it is: whose it is stays unsaid. */
const char *
cession_offer(struct req *r, int64_t inscription_id, int64_t date_id, int64_t contact_id,
	const char *email)
{
	const char *cle = random_hex(&r->mem, CLE), *typed = contact_id != 0 ? "" : email;
	struct seance s;

	if (!seance_lock(r, date_id, &s) || s.commencee || s.annulee ||
		strcmp(seance_place(r, &s, inscription_id).etat, "inscrit") != 0)
		return "Vous n’avez plus de place à céder à cette date.";
	if (too_often(r, inscription_id))
		return "Vous avez proposé cette place plusieurs fois aujourd’hui\u00A0: attendez"
		       " une réponse, ou demandez à la personne qui organise.";
	if (!meant(r, s.evenement, &contact_id, &email))
		return "Cette personne ne peut pas venir à cet événement par cette adresse\u00A0:"
		       " demandez à la personne qui organise.";
	if (comes(r, date_id, contact_id, email))
		return "Cette personne vient déjà.";
	cession_withdraw(r, inscription_id, date_id);
	db_exec(r,
		SQL("INSERT INTO place_cession (date_id, inscription_id, contact_id, email,"
		    " empreinte, cree_le) VALUES (?, ?, NULLIF(?, 0), ?, ?, ?)"),
		I(date_id), I(inscription_id), I(contact_id), S(typed), S(digest(r, cle)),
		S(s.now));
	write_to(r, &s, inscription_id, contact_id, email, cle);
	journal(r, "evenement.cession", s.evenement, NULL, NULL);
	return NULL;
}

/* What she offered is hers again. */
void
cession_withdraw(struct req *r, int64_t inscription_id, int64_t date_id)
{
	db_exec(r,
		SQL("UPDATE place_cession SET etat = 'retiree' WHERE inscription_id = ?"
		    " AND date_id = ? AND etat = 'proposee'"),
		I(inscription_id), I(date_id));
}

/* False: there is no such key. */
bool
cession_read(struct req *r, const char *cle, struct cession *c)
{
	*c = (struct cession) { .etat = "", .email = "" };
	if (!db_read(r,
		    SQL("SELECT x.id, x.date_id, x.inscription_id, d.evenement_id,"
			" COALESCE(x.contact_id, 0), x.etat, x.email, x.etat = 'proposee'"
			" AND d.debut > ? AND d.etat = 'prevu' AND e.etat = 'publie' AND EXISTS ("
			" SELECT 1 FROM place p WHERE p.date_id = x.date_id"
			" AND p.inscription_id = x.inscription_id AND p.etat = 'inscrit')"
			" FROM place_cession x JOIN evenement_date d ON d.id = x.date_id"
			" JOIN evenement e ON e.id = d.evenement_id AND e.supprime_le IS NULL"
			" JOIN objet o ON o.id = e.id LEFT JOIN contact c ON c.id = x.contact_id"
			" WHERE x.empreinte = ? AND IF(x.contact_id IS NULL,"
			" e.visibilite = 'public', c.acces > 0 AND " SEEN_BY("o", "c.id") ")"),
		    INTO(TO(&c->id), TO(&c->date), TO(&c->inscription), TO(&c->evenement),
			    TO(&c->contact), TO(&c->etat), TO(&c->email), TO(&c->libre)),
		    S(clock_sql(&r->mem, clock_now())), S(digest(r, cle))))
		return false;
	c->qui = seance_who(r, c->inscription);
	return true;
}

/* The first answer counts.  False: another one was given before. */
static bool
close_it(struct req *r, const struct cession *c, const char *etat)
{
	return db_exec(r,
		       SQL("UPDATE place_cession SET etat = ? WHERE id = ?"
			   " AND etat = 'proposee'"),
		       S(etat), I(c->id)) > 0;
}

/* The seat passes, without its guests.  False: it is no longer there. */
bool
cession_accept(struct req *r, const struct cession *c, const char *prenom, const char *nom)
{
	struct venue v = {
		.contact_id = c->contact, .prenom = prenom, .nom = nom, .email = c->email
	};
	struct seance s;

	return seance_lock(r, c->date, &s) &&
		db_int(r,
			SQL("SELECT COUNT(*) FROM place_cession WHERE id = ?"
			    " AND etat = 'proposee' FOR UPDATE"),
			I(c->id)) > 0 &&
		inscription_pass(r, &s, c->inscription, &v) && close_it(r, c, "acceptee");
}

void
cession_decline(struct req *r, const struct cession *c)
{
	struct seance s;

	if (seance_lock(r, c->date, &s) && close_it(r, c, "refusee"))
		seance_tell(r, &s, c->inscription,
			"La personne à qui vous proposiez votre place ne peut pas venir\u00A0: la"
			" place"
			" est toujours à vous.");
}
