/* lien_connexion.c - one-use links that let in without a password
 *
 * Asking leaves a request, the same for every address; essaim-mail answers it, so that the
 * page can tell nobody which addresses are known.  A link is for an address and dies when it
 * is used, when a newer one is made, after half an hour, or when the CRM changes the address.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/compte/compte.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"

enum { JETON = 32 }; /* bytes of a token */

/* Note that a link was asked for; SUITE: the page to come back to, or "". */
void
lien_connexion_ask(struct req *r, const char *adresse, const char *suite)
{
	db_insert(r, SQL("INSERT INTO demande_lien (adresse, suite, cree_le) VALUES (?, ?, ?)"),
		S(adresse), S(suite), S(clock_sql(&r->mem, clock_now())));
}

static bool
is_token(const char *s)
{
	return strlen(s) == JETON * 2 && strspn(s, "0123456789abcdef") == JETON * 2;
}

/* A fresh token for ADRESSE; those made before are dead. */
static const char *
make(struct req *r, const char *adresse, int64_t contact_id)
{
	const char *jeton = random_hex(&r->mem, JETON);

	db_exec(r,
		SQL("UPDATE lien SET remplace_le = ? WHERE adresse = ? AND utilise_le IS NULL"
		    " AND remplace_le IS NULL"),
		S(clock_sql(&r->mem, clock_now())), S(adresse));
	db_exec(r,
		SQL("INSERT INTO lien (empreinte, contact_id, cree_le, expire_le, adresse)"
		    " VALUES (UNHEX(?), ?, ?, ?, ?)"),
		S(sha256_hex(&r->mem, jeton, JETON * 2)), I(contact_id),
		S(clock_sql(&r->mem, clock_now())),
		S(clock_sql(&r->mem, clock_now() + LIEN_MINUTES * 60)), S(adresse));
	return jeton;
}

/* The address typed, as the CRM spells it for that person: her main one or another of hers. */
static const char *
spelled(struct req *r, int64_t contact_id, const char *typed)
{
	return db_string(r,
		SQL("SELECT IF(LOWER(email) = LOWER(?) COLLATE utf8mb4_bin, email, LOWER(?))"
		    " FROM contact WHERE id = ?"),
		S(typed), S(typed), I(contact_id));
}

/* Send a link to the address TYPED if somebody may enter with it. */
static bool
send(struct req *r, const char *typed, const char *suite)
{
	struct compte_personne people[PERSONNES];
	const char *adresse, *lien;
	bool known = false;
	int n = compte_people(r, typed, people);

	if (n == 0)
		return false;
	adresse = spelled(r, people[0].id, typed);
	lien = arena_printf(&r->mem, "%s/connexion/entrer?jeton=%s%s%s", conf.site_url,
		make(r, adresse, people[0].id), *suite != '\0' ? "&suite=" : "",
		courriel_percent(r, suite));
	for (int i = 0; i < n; i++)
		known = known || people[i].compte;
	say(r, "Courriel.prenom", n == 1 ? people[0].prenom : "");
	say(r, "Courriel.lien", lien);
	say(r, "Courriel.validite", "30 minutes");
	courriel_queue(r, people[0].id, adresse, known ? "lien_connexion" : "bienvenue");
	journal(r, "connexion.lien", people[0].id, NULL, NULL);
	return true;
}

/* Answer the oldest request, and whatever was asked for that address since: two mails at once would
 * only make the first link die.  1 when a mail was written, 0 when the address is unknown,
 * -1 when nobody asks. */
int
lien_connexion_answer(struct req *r)
{
	const char *adresse, *suite;
	bool sent = false;

	if (!db_read(r,
		    SQL("SELECT d.adresse, (SELECT s.suite FROM demande_lien s"
			" WHERE s.adresse = d.adresse ORDER BY s.id DESC LIMIT 1)"
			" FROM demande_lien d ORDER BY d.id LIMIT 1"),
		    INTO(TO(&adresse), TO(&suite))))
		return -1;
	if (db_exec(r, SQL("DELETE FROM demande_lien WHERE adresse = ?"), S(adresse)) > 0)
		sent = send(r, adresse, suite);
	return sent;
}

/* What that link is now.  Reading it uses nothing up. */
struct lien *
lien_look(struct req *r, const char *jeton)
{
	struct lien *l = arena_alloc(&r->mem, sizeof *l);
	const char *now = clock_sql(&r->mem, clock_now());
	int etat;

	*l = (struct lien) { .etat = LIEN_INCONNU, .adresse = "", .quand = "" };
	if (!is_token(jeton) ||
		!db_read(r,
			SQL("SELECT adresse, COALESCE(utilise_le, remplace_le, ''), CASE"
			    " WHEN utilise_le IS NOT NULL"
			    " THEN ? WHEN remplace_le IS NOT NULL THEN ? WHEN expire_le <= ? THEN ?"
			    " ELSE ? END FROM lien WHERE empreinte = UNHEX(?)"),
			INTO(TO(&l->adresse), TO(&l->quand), TO(&etat)), I(LIEN_SERVI),
			I(LIEN_REMPLACE), S(now), I(LIEN_ANCIEN), I(LIEN_OUVERT),
			S(sha256_hex(&r->mem, jeton, JETON * 2))))
		return l;
	l->etat = etat;
	l->n = compte_people(r, l->adresse, l->people);
	if (l->n == 0)
		l->etat = LIEN_FERME;
	return l;
}

/* Is the link for that person? */
bool
lien_lets_in(const struct lien *l, int64_t contact_id)
{
	for (int i = 0; i < l->n; i++)
		if (l->people[i].id == contact_id)
			return true;
	return false;
}

/* The link has served.  False: somebody was quicker. */
bool
lien_connexion_use(struct req *r, const char *jeton)
{
	return db_exec(r,
		       SQL("UPDATE lien SET utilise_le = ? WHERE empreinte = UNHEX(?)"
			   " AND utilise_le IS NULL AND remplace_le IS NULL"),
		       S(clock_sql(&r->mem, clock_now())),
		       S(sha256_hex(&r->mem, jeton, JETON * 2))) > 0;
}
