/* releve.c - asking people to hold a shift, and what they answer */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/releve.h"
#include "domain/notifications/notif.h"
#include "domain/socle/journal.h"

enum { CLE = 16 };

struct demande {
	int64_t releve, creneau, evenement, contact, pour, besoin;
	const char *reponse;
	bool closed;
};

static const char *
digest(struct req *r, const char *jeton)
{
	return sha256_hex(&r->mem, jeton, strlen(jeton));
}

static const char *
now(struct req *r)
{
	return clock_sql(&r->mem, clock_now());
}

/* How many people it takes: who gives her place away, or the free places up to the least and for
 * those who wait to leave; else up to the most. */
int64_t
releve_need(struct req *r, int64_t creneau_id, int64_t pour)
{
	if (pour != 0)
		return 1;
	return db_int(r,
		SQL("SELECT IF(c.minimum > c.pris, c.minimum - c.pris, 0) + x.n"
		    " + IF(c.minimum > c.pris OR x.n > 0, 0, c.maximum - c.pris) FROM creneau c"
		    " JOIN (SELECT COUNT(*) AS n FROM creneau_place WHERE creneau_id = ?"
		    " AND etat = 'pris' AND cherche_le IS NOT NULL) x WHERE c.id = ?"),
		I(creneau_id), I(creneau_id));
}

/* No key opens it until her mail is written (releve_lien()). */
static void
send(struct req *r, const struct creneau *c, int64_t releve, int64_t who, const char *mot)
{
	int64_t ev;

	db_exec(r,
		SQL("INSERT INTO releve_demande (releve_id, contact_id, cle, demande_le)"
		    " VALUES (?, ?, ?, ?)"),
		I(releve), I(who), S(random_hex(&r->mem, 32)), S(now(r)));
	ev = notif_event(r, "releve", c->evenement,
		arena_printf(&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64 "/demande?n=%" PRId64,
			c->evenement, c->id, releve),
		arena_printf(&r->mem, "Pouvez-vous venir\u202F? %s%s%s", creneau_mots(r, c),
			*c->lieu != '\0' ? ", " : "", c->lieu));
	notif_excerpt(r, ev, mot);
	notif_to(r, ev, who);
}

/* What her mail has instead of the address of a notification: a page that her key opens. */
const char *
releve_lien(struct req *r, int64_t contact_id, const char *url)
{
	const char *n = strstr(url, "/demande?n="), *jeton;

	if (n == NULL)
		return url;
	jeton = random_hex(&r->mem, CLE);
	return db_exec(r,
		       SQL("UPDATE releve_demande SET cle = ? WHERE releve_id = ?"
			   " AND contact_id = ?"),
		       S(digest(r, jeton)), I(strtoll(n + strlen("/demande?n="), NULL, 10)),
		       I(contact_id)) > 0 ?
		arena_printf(&r->mem, "/agenda/releve/%s", jeton) :
		url;
}

/* Ask those of WHO whom the reader may ask: how many.  POUR gives her own place; 0: free ones. */
int
releve_ask(struct req *r, int64_t creneau_id, int64_t pour, const char *mot, const int64_t *who,
	unsigned n)
{
	struct creneau c;
	int64_t id, need = releve_need(r, creneau_id, pour);
	int asked = 0;

	if (!creneau_read(r, creneau_id, &c) || need <= 0 || creneau_closed(r, &c) != NULL)
		return 0;
	id = db_insert(r,
		SQL("INSERT INTO releve (creneau_id, auteur_id, pour_id, mot, besoin, cree_le)"
		    " VALUES (?, ?, NULLIF(?, 0), ?, ?, ?)"),
		I(creneau_id), I(r->user.id), I(pour), S(mot), I(need), S(now(r)));
	for (unsigned i = 0; i < n && i < RELEVE_GENS; i++)
		if (releve_fits(r, creneau_id, who[i])) {
			send(r, &c, id, who[i], mot);
			asked++;
		}
	if (asked == 0)
		db_exec(r, SQL("DELETE FROM releve WHERE id = ?"), I(id));
	else
		journal(r, "releve.demandee", c.evenement, NULL,
			json_made(&r->mem, JN("creneau", creneau_id), JN("personnes", asked)));
	return asked;
}

/* Close it; who has not answered, or would come if nobody else did, is told. */
static void
close_one(struct req *r, int64_t releve, const struct creneau *c)
{
	struct rows *who = db_rows(r,
		SQL("SELECT contact_id FROM releve_demande WHERE releve_id = ?"
		    " AND reponse IN ('', 'repli')"),
		I(releve));
	int64_t ev = notif_event(r, "releve", c->evenement,
		arena_printf(&r->mem, "/agenda/%" PRId64 "/creneaux?releve=%" PRId64, c->evenement,
			releve),
		arena_printf(&r->mem,
			strcmp(c->etat, "annule") == 0 ? "Ce créneau est annulé\u00A0: %s" :
							 "Nous sommes au complet, merci\u00A0: %s",
			creneau_mots(r, c)));

	db_exec(r, SQL("UPDATE releve SET ferme_le = ? WHERE id = ?"), S(now(r)), I(releve));
	while (db_next(who, &r->mem))
		notif_to(r, ev, db_num(who, 0));
}

/* The requests for that shift that are answered enough, or have nothing left to ask for, close.
 * Under the lock of the shift. */
void
releve_settle(struct req *r, int64_t creneau_id)
{
	struct creneau c;
	struct rows *rows = db_rows(r,
		SQL("SELECT v.id FROM releve v JOIN creneau c ON c.id = v.creneau_id"
		    " WHERE v.creneau_id = ? AND v.ferme_le IS NULL AND (c.etat = 'annule'"
		    " OR v.besoin <= (SELECT COUNT(*) FROM releve_demande d"
		    " WHERE d.releve_id = v.id AND d.reponse = 'oui')"
		    " OR (v.pour_id IS NULL AND c.pris >= c.maximum AND NOT EXISTS (SELECT 1"
		    " FROM creneau_place p WHERE p.creneau_id = c.id AND p.etat = 'pris'"
		    " AND p.cherche_le IS NOT NULL))"
		    " OR (v.pour_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM creneau_place p"
		    " WHERE p.creneau_id = c.id AND p.etat = 'pris'"
		    " AND p.contact_id = v.pour_id))) LOCK IN SHARE MODE"),
		I(creneau_id));

	while (db_next(rows, &r->mem))
		if (creneau_read(r, creneau_id, &c))
			close_one(r, db_num(rows, 0), &c);
}

static bool
find(struct req *r, const struct releve_cle *k, struct demande *d)
{
	return db_read(r,
		SQL("SELECT d.releve_id, v.creneau_id, p.evenement_id, d.contact_id,"
		    " COALESCE(v.pour_id, 0), v.besoin, d.reponse, v.ferme_le IS NOT NULL"
		    " FROM releve_demande d JOIN releve v ON v.id = d.releve_id"
		    " JOIN creneau c ON c.id = v.creneau_id JOIN poste p ON p.id = c.poste_id"
		    " JOIN evenement e ON e.id = p.evenement_id AND e.supprime_le IS NULL"
		    " JOIN objet o ON o.id = e.id JOIN contact k ON k.id = d.contact_id"
		    " AND k.acces > 0 WHERE IF(? <> '', d.cle = ?, v.creneau_id = ?"
		    " AND d.contact_id = ?) AND " SEEN_BY(
			    "o", "k.id") " ORDER BY v.id DESC LIMIT 1"),
		INTO(TO(&d->releve), TO(&d->creneau), TO(&d->evenement), TO(&d->contact),
			TO(&d->pour), TO(&d->besoin), TO(&d->reponse), TO(&d->closed)),
		S(k->jeton), S(digest(r, k->jeton)), I(k->creneau), I(r->user.id));
}

static void
say_people(struct req *r, const struct demande *d)
{
	db_list(r, "releve.gens",
		SQL("SELECT c.prenom FROM creneau_place p JOIN contact c ON c.id = p.contact_id"
		    " JOIN objet o ON o.id = c.id AND " SEES(
			    "o") " WHERE p.creneau_id = ? AND p.etat = 'pris' AND c.id <> ?"
				 " ORDER BY p.pris_le LIMIT 6"),
		I(d->contact), I(d->contact), I(d->creneau), I(d->contact));
	say_int(r, "releve.demandes",
		db_int(r, SQL("SELECT COUNT(*) FROM releve_demande WHERE releve_id = ?"),
			I(d->releve)));
	say_int(r, "releve.reste",
		d->besoin -
			db_int(r,
				SQL("SELECT COUNT(*) FROM releve_demande WHERE releve_id = ?"
				    " AND reponse = 'oui'"),
				I(d->releve)));
}

/* Say "releve": the page of that key; false: it is none. */
bool
releve_say(struct req *r, const struct releve_cle *k)
{
	struct demande d;
	struct creneau c;
	struct row *row;

	if (!find(r, k, &d) || !creneau_read(r, d.creneau, &c))
		return false;
	db_one(r, "releve",
		SQL("SELECT v.mot, v.creneau_id, o.id AS evenement_id, o.titre AS evenement,"
		    " p.titre AS poste, p.lieu, p.km, c.debut, c.fin, d.reponse, a.prenom,"
		    " a.nom, a.id AS auteur, m.prenom AS qui, c.pris, c.maximum,"
		    " EXISTS (SELECT 1 FROM creneau_place x WHERE x.creneau_id = c.id"
		    " AND x.contact_id = m.id AND x.etat = 'pris') AS tient"
		    " FROM releve_demande d JOIN releve v ON v.id = d.releve_id"
		    " JOIN creneau c ON c.id = v.creneau_id JOIN poste p ON p.id = c.poste_id"
		    " JOIN objet o ON o.id = p.evenement_id JOIN contact m ON m.id = d.contact_id"
		    " LEFT JOIN contact a ON a.id = v.auteur_id"
		    " WHERE v.id = ? AND d.contact_id = ?"),
		I(d.releve), I(d.contact));
	row = row_at(r, "releve");
	evenement_dress(r, row);
	say(r, "releve.jeton", k->jeton);
	say(r, "releve.clos", creneau_closed(r, &c));
	if (d.closed && strcmp(d.reponse, "oui") != 0)
		say(r, "releve.complet", "1");
	say(r, "releve.formation", c.formation);
	say_people(r, &d);
	return true;
}

static void
write_answer(struct req *r, const struct demande *d, const char *reponse)
{
	db_exec(r,
		SQL("UPDATE releve_demande SET reponse = ?, repondu_le = ? WHERE releve_id = ?"
		    " AND contact_id = ?"),
		S(reponse), S(now(r)), I(d->releve), I(d->contact));
}

/* She said yes before, and takes it back: as one leaves any shift. */
static const char *
take_back(struct req *r, const struct demande *d, const char *reponse)
{
	enum depart how = creneau_leave(r, d->contact, d->creneau);

	if (how == DEPART_ATTEND)
		return "Il est tard pour se désister seul-e\u00A0: la coordination est prévenue,"
		       " et vous"
		       " êtes libre dès que quelqu’un prend la place.";
	write_answer(r, d, reponse);
	return NULL;
}

/* Write her answer, oui, repli or non.  RELEVE_REFUSEE: *WHY says what stands against it. */
enum releve_dit
releve_answer(struct req *r, const struct releve_cle *k, const char *reponse, const char **why)
{
	struct demande d;
	struct creneau c;
	bool yes = strcmp(reponse, "oui") == 0;

	if (!find(r, k, &d))
		return RELEVE_INCONNUE;
	db_int(r, SQL("SELECT id FROM contact WHERE id = ? FOR UPDATE"), I(d.contact));
	db_int(r, SQL("SELECT id FROM creneau WHERE id = ? FOR UPDATE"), I(d.creneau));
	*why = NULL;
	if (strcmp(d.reponse, reponse) == 0)
		return RELEVE_ECRITE;
	creneau_read(r, d.creneau, &c);
	if ((*why = creneau_closed(r, &c)) != NULL)
		return RELEVE_REFUSEE;
	if (strcmp(d.reponse, "oui") == 0 && !yes)
		*why = take_back(r, &d, reponse);
	else if (yes &&
		db_int(r,
			SQL("SELECT ferme_le IS NOT NULL FROM releve WHERE id = ?"
			    " LOCK IN SHARE MODE"),
			I(d.releve)) != 0)
		*why = "Quelqu’un a répondu avant vous\u00A0: merci, nous sommes au complet.";
	else { /* before she takes the place: she is not among those who are told that it is gone */
		write_answer(r, &d, reponse);
		if (yes && (*why = creneau_replace(r, d.creneau, d.pour, d.contact)) != NULL)
			write_answer(r, &d, d.reponse);
	}
	if (*why != NULL)
		return RELEVE_REFUSEE;
	releve_settle(r, d.creneau);
	if (yes)
		creneau_alert(r, &c,
			arena_printf(&r->mem, "%s vient\u00A0: %s", creneau_qui(r, d.contact),
				creneau_mots(r, &c)));
	return RELEVE_ECRITE;
}

/* No requests of that event to her any more. */
bool
releve_no_more(struct req *r, const struct releve_cle *k)
{
	struct demande d;

	if (!find(r, k, &d))
		return false;
	db_exec(r,
		SQL("INSERT IGNORE INTO releve_refus (evenement_id, contact_id, le)"
		    " VALUES (?, ?, ?)"),
		I(d.evenement), I(d.contact), S(now(r)));
	if (*d.reponse == '\0')
		write_answer(r, &d, "non");
	return true;
}

/* Nobody else came: who said she would then holds it.  NULL, or why not. */
const char *
releve_keep(struct req *r, int64_t creneau_id, int64_t contact_id)
{
	struct creneau c;
	const char *why;
	int64_t releve = db_int(r,
		SQL("SELECT d.releve_id FROM releve_demande d JOIN releve v ON v.id = d.releve_id"
		    " WHERE v.creneau_id = ? AND d.contact_id = ? AND d.reponse = 'repli'"
		    " AND v.ferme_le IS NULL ORDER BY d.releve_id DESC LIMIT 1"),
		I(creneau_id), I(contact_id));

	if (releve == 0)
		return "Cette personne n’a pas proposé de venir si personne d’autre ne le peut.";
	why = creneau_replace(r, creneau_id, 0, contact_id);
	if (why != NULL)
		return why;
	db_exec(r,
		SQL("UPDATE releve_demande SET reponse = 'oui' WHERE releve_id = ?"
		    " AND contact_id = ?"),
		I(releve), I(contact_id));
	releve_settle(r, creneau_id);
	creneau_read(r, creneau_id, &c);
	creneau_tell(r, &c, contact_id,
		arena_printf(&r->mem, "On compte sur vous\u00A0: %s", creneau_mots(r, &c)));
	return NULL;
}
