/* rebond.c - letters that come back: to whom nobody is there, who complained, who leaves by a mail
 *
 * Whose letter it was is told by the return path it came to, which is sealed, or by the same token
 * in what is sent back: reports of some servers name no recipient.  Of a complaint her own
 * link in the mail is as good: whoever has it leaves by it.  The Message-ID says nothing, since
 * answers quote it, so others know it.  Each sending is counted once.
 */

#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/notifications/rebond.h"
#include "net/dsn.h"
#include "net/mail_read.h"

enum { LOOKED = 1 << 20 };

/* Nobody is at the address of that sending, which is said of its owner. */
static void
nobody(struct req *r, int64_t envoi, const char *why)
{
	const char *adresse;
	int64_t contact;

	if (db_read(r,
		    SQL("SELECT contact_id, adresse FROM lettre_envoi WHERE id = ?"
			" AND contact_id IS NOT NULL"),
		    INTO(TO(&contact), TO(&adresse)), I(envoi)))
		courriel_nobody(r, contact, adresse, why);
}

/* It came back, for the first time: counted with its letter.  False: it had, or did not leave. */
static bool
count(struct req *r, int64_t envoi, const struct dsn_report *d)
{
	if (db_exec(r,
		    SQL("UPDATE lettre_envoi SET etat = 'rebond', erreur = ?, retour_le = ?"
			" WHERE id = ? AND etat = 'envoye' AND retour_le IS NULL"),
		    S(d->words), S(clock_sql(&r->mem, clock_now())), I(envoi)) == 0)
		return false;
	db_exec(r,
		SQL("UPDATE lettre l JOIN lettre_envoi v ON v.lettre_id = l.id"
		    " SET l.rebonds = l.rebonds + 1 WHERE v.id = ?"),
		I(envoi));
	return true;
}

/* She told her provider that it is spam.  That kind is left for her, and she is not written to
 * about it, which would be one more.  Her preferences give it back. */
static void
complaint(struct req *r, int64_t envoi)
{
	struct lettre_depart d;

	if (db_exec(r,
		    SQL("UPDATE lettre_envoi SET retour_le = ? WHERE id = ? AND retour_le IS NULL"),
		    S(clock_sql(&r->mem, clock_now())), I(envoi)) == 0)
		return;
	db_exec(r,
		SQL("UPDATE lettre l JOIN lettre_envoi v ON v.lettre_id = l.id"
		    " SET l.plaintes = l.plaintes + 1 WHERE v.id = ?"),
		I(envoi));
	if (lettre_depart_read(r, envoi, &d))
		lettre_depart(r, &d, d.sorte);
}

/* The sending whose token stands in what was sent back: its return path; of a complaint, the
 * link that leaves too. */
static int64_t
sent_back(struct req *r, const char *bytes, size_t n, bool complaint)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	size_t end = n < LOOKED ? n : LOOKED;
	int64_t envoi = 0;

	for (size_t i = 0, run = 0; i <= end && envoi == 0; i++) {
		bool digit = i < end && bytes[i] != '\0' && strchr(digits, bytes[i]) != NULL;
		const char *token;

		if (digit) {
			run++;
			continue;
		}
		if (run == LETTRE_JETON) {
			token = arena_printf(&r->mem, "%.*s", LETTRE_JETON, bytes + i - run);
			envoi = lettre_jeton_read(r, JETON_RETOUR, token);
			if (envoi == 0 && complaint)
				envoi = lettre_jeton_read(r, JETON_LIEN, token);
		}
		run = 0;
	}
	return envoi;
}

/* The sending that the mail's own addresses name for that use; 0: none. */
static int64_t
addressed(struct req *r, const struct mail_in *m, enum lettre_jeton use)
{
	int64_t envoi = 0;

	for (unsigned i = 0; i < m->n_to && envoi == 0; i++)
		envoi = lettre_adresse_read(r, use, conf.mail_bounce, m->to[i]);
	return envoi;
}

/* A mail of her own to the address of List-Unsubscribe. */
static void
leave(struct req *r, int64_t envoi)
{
	struct lettre_depart d;

	if (lettre_depart_read(r, envoi, &d) && lettre_depart(r, &d, d.sorte))
		lettre_depart_tell(r, &d, d.sorte);
}

/* Take a mail that came in, in the transaction under way, when it is about a letter.  False: it is
 * not, somebody may have written it. */
bool
rebond_take(struct req *r, const char *bytes, size_t n)
{
	struct dsn_report d;
	struct mail_in m;
	int64_t envoi;

	dsn_read(&r->mem, bytes, n, &d);
	if (d.what == DSN_NONE) {
		if (conf.mail_bounce == NULL || !mail_read(&r->mem, bytes, n, &m) || m.automatic ||
			(envoi = addressed(r, &m, JETON_ADIEU)) == 0)
			return false;
		leave(r, envoi);
		return true;
	}
	if (!mail_read(&r->mem, bytes, n, &m) ||
		((envoi = addressed(r, &m, JETON_RETOUR)) == 0 &&
			(envoi = sent_back(r, bytes, n, d.what == DSN_COMPLAINT)) == 0))
		return false;
	if (d.what == DSN_COMPLAINT)
		complaint(r, envoi);
	else if (d.what != DSN_DELAYED && count(r, envoi, &d) && d.what == DSN_HARD)
		nobody(r, envoi, *d.words != '\0' ? d.words : d.status);
	return true;
}
