/* lettre_lot.c - a batch of recipients: claimed together, each begun when her domain may
 *
 * When her turn comes it is asked again whether she gets it: who left the CRM or that kind of
 * letter, or whose address failed meanwhile, is 'annule' with the reason (LETTRE_WHY_NOT).
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_vol.h"
#include "domain/notifications/lettre_jeton.h"
#include "net/mail_write.h"
#include "net/smtp_log.h"

/* One of the batch: what her mail is filled with besides. */
struct pris {
	struct vol v;
	bool waits;      /* she has not begun */
	const char *why; /* why she gets none any more; "" */
	const char *prenom, *departement, *email;
};

static struct {
	struct req own; /* holds their words */
	struct pris all[LOT];
	int n;
} lot;

/* May one letter more be under way?  Where no log tells what became of it there is one, and one
 * more for each that lags: a domain that is slow holds nobody else. */
static bool
has_room(void)
{
	static int64_t asked;
	static bool logged;
	int64_t now = clock_ms(), most = conf.smtp_connections;

	if (now - asked > 1000 || now < asked) {
		asked = now;
		logged = smtp_log_there();
	}
	if (!logged) {
		most = 1;
		for (struct vol *v = vols; v < vols + SMTP_LETTERS; v++)
			most += v->a.envoi != 0 && now - v->began_ms > SMTP_LAG_MS;
	}
	return smtp_letters() < (most < SMTP_LETTERS ? most : SMTP_LETTERS);
}

static const char *
json_of_lot(struct req *r, int64_t lettre)
{
	struct buffer out = { &r->mem };

	buffer_puts(&out, "[");
	for (struct pris *p = lot.all; p < lot.all + lot.n; p++)
		if (p->waits && (lettre == 0 || p->v.a.lettre == lettre))
			buffer_puts(&out,
				arena_printf(
					&r->mem, "%s%" PRId64, out.n > 1 ? "," : "", p->v.a.envoi));
	buffer_puts(&out, "]");
	return buffer_text(&out);
}

/* As SQL: those, as k; what is joined to it comes after (STRAIGHT_JOIN): a few rows, never all. */
#define WHY_NOT LETTRE_WHY_NOT("c", "l.sorte")
#define OF_LOT "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) k"

/* Those who have not begun wait again as before. */
void
lot_give_back(struct req *r, int64_t lettre)
{
	const char *ids = json_of_lot(r, lettre);

	if (strcmp(ids, "[]") == 0)
		return;
	db_exec(r,
		SQL("UPDATE " OF_LOT
		    " STRAIGHT_JOIN lettre_envoi v ON v.id = k.id SET v.etat = 'pret'"
		    " WHERE v.etat = 'pris'"),
		S(ids));
	for (struct pris *p = lot.all + lot.n; p-- > lot.all;)
		if (p->waits && (lettre == 0 || p->v.a.lettre == lettre)) {
			attente_missed(p->v.a.domaine);
			attente_back(&p->v.a);
			p->waits = false;
		}
}

/* Is anybody of that letter claimed, or on her way?  0: is anybody claimed who has not begun? */
bool
lot_has(int64_t lettre)
{
	for (struct pris *p = lot.all; p < lot.all + lot.n; p++)
		if (p->waits && (lettre == 0 || p->v.a.lettre == lettre))
			return true;
	for (struct vol *v = vols; v < vols + SMTP_LETTERS; v++)
		if (lettre != 0 && v->a.lettre == lettre)
			return true;
	return false;
}

/* ---- claiming ---- */

/* Take of those who wait as many as may go within a moment. */
static void
take(void)
{
	int most = conf.smtp_rate > 0 && conf.smtp_rate / 60 + 1 < LOT ?
		(int) conf.smtp_rate / 60 + 1 :
		LOT;

	lot.n = 0;
	while (lot.n < most) {
		struct pris *p = &lot.all[lot.n];

		*p = (struct pris) { .waits = true };
		if (!attente_next(clock_ms(), &p->v.a))
			return;
		lot.n++;
	}
}

static struct pris *
of_lot(int64_t envoi)
{
	for (struct pris *p = lot.all; p < lot.all + lot.n; p++)
		if (p->v.a.envoi == envoi)
			return p;
	return NULL;
}

/* What the rows and the people say, of those who are claimed. */
static void
read_lot(struct req *own, const char *ids)
{
	struct rows *rows = db_rows(own,
		SQL("SELECT v.id, COALESCE(c.id, 0), v.edition, v.essais,"
		    " COALESCE(v.premier_le, ''), v.adresse, c.email, c.prenom, c.departement,"
		    " IF(c.id IS NULL, 'ferme', " WHY_NOT ") FROM " OF_LOT
		    " STRAIGHT_JOIN lettre_envoi v ON v.id = k.id AND v.etat = 'pris'"
		    " JOIN lettre l ON l.id = v.lettre_id"
		    " LEFT JOIN contact c ON c.id = v.contact_id"),
		S(ids));

	while (db_next(rows, &own->mem)) {
		struct pris *p = of_lot(db_num(rows, 0));

		if (p == NULL)
			continue;
		p->v.contact = db_num(rows, 1);
		p->v.edition = db_num(rows, 2);
		p->v.essais = (int) db_num(rows, 3);
		p->v.premier = *db_text(rows, 4) != '\0' ? clock_parse(db_text(rows, 4)) : 0;
		snprintf(p->v.adresse, sizeof p->v.adresse, "%s", db_text(rows, 5));
		p->email = arena_strdup(&own->mem, db_text(rows, 6));
		p->prenom = arena_strdup(&own->mem, db_text(rows, 7));
		p->departement = arena_strdup(&own->mem, db_text(rows, 8));
		p->why = arena_strdup(&own->mem, db_text(rows, 9));
	}
}

/* Those who were not there to claim: their letter is held, or somebody had them twice.  They are
 * read again once it is looked at and goes on. */
static void
leave_missed(void)
{
	for (struct pris *p = lot.all; p < lot.all + lot.n; p++) {
		struct partant *of = partant_of(p->v.a.lettre);

		if (p->why != NULL)
			continue;
		p->waits = false;
		attente_missed(p->v.a.domaine);
		if (of != NULL)
			of->missed = true;
	}
}

/* Claim the batch.  False: nobody of it may go. */
static bool
claim(struct req *r)
{
	const char *ids;

	take();
	if (lot.n == 0)
		return false;
	arena_reset(&lot.own.mem);
	lot.own = (struct req) { 0 };
	ids = json_of_lot(r, 0);
	db_exec(r,
		SQL("UPDATE " OF_LOT " STRAIGHT_JOIN lettre_envoi v ON v.id = k.id"
		    " JOIN lettre l ON l.id = v.lettre_id AND l.etat = 'en_cours'"
		    " SET v.etat = 'pris', v.edition = l.edition WHERE v.etat = 'pret'"),
		S(ids));
	read_lot(&lot.own, ids);
	leave_missed();
	return lot_has(0);
}

/* ---- beginning ---- */

/* The CRM has another address of hers by now: that is where it goes.  False: somebody else gets it
 * there. */
static bool
follow_address(struct req *r, struct pris *p)
{
	if (strcmp(p->v.adresse, p->email) == 0)
		return true;
	if (db_exec(r,
		    SQL("UPDATE IGNORE lettre_envoi SET adresse = ?,"
			" domaine = LEFT(LOWER(SUBSTRING_INDEX(?, '@', -1)), 255) WHERE id = ?"),
		    S(p->email), S(p->email), I(p->v.a.envoi)) == 0)
		return false;
	snprintf(p->v.adresse, sizeof p->v.adresse, "%s", p->email);
	return true;
}

/* The bytes of her mail; NULL: they could not be made, which is told of her alone. */
static char *
compose(struct req *r, const struct pris *p, const struct partant *of)
{
	struct destinataire who = { p->v.a.envoi, p->v.contact, p->v.adresse, p->prenom,
		p->departement };
	jmp_buf here, *outer = fault_catcher;
	char *volatile bytes = NULL;
	struct rendu hers;

	fault_catcher = &here;
	if (setjmp(here) == 0) {
		lettre_personal(r, &of->rendu, &who, &hers);
		bytes = lettre_mail(r, &hers, &who);
	}
	fault_catcher = outer;
	if (bytes == NULL && fault_kind != FAULT_BUG)
		fault_at(fault_kind, __FILE__, __LINE__, "%s", fault_message);
	return bytes;
}

static void
set_off(struct req *r, const struct pris *p, const char *bytes)
{
	for (struct vol *v = vols; v < vols + SMTP_LETTERS; v++)
		if (v->a.envoi == 0) {
			*v = p->v;
			v->began_ms = clock_ms();
			attente_began(v->a.domaine, clock_ms());
			smtp_letter(v->a.envoi, lettre_retour(r, v->a.envoi), v->adresse, bytes);
			return;
		}
}

/* Begin with her, or write down why not. */
static void
begin(struct req *r, struct pris *p, struct tally *tally)
{
	struct partant *of = partant_of(p->v.a.lettre);
	char *bytes;

	p->waits = false;
	if (*p->why != '\0')
		marque_cancelled(r, &p->v, p->why, tally);
	else if (!follow_address(r, p))
		marque_cancelled(r, &p->v, "meme_adresse", tally);
	else if (!mail_address_ok(p->v.adresse))
		marque_refused(r, &p->v, "no valid address", tally);
	else if (of == NULL || (bytes = compose(r, p, of)) == NULL)
		marque_refused(r, &p->v, fault_message, tally);
	else {
		set_off(r, p, bytes);
		return;
	}
	attente_missed(p->v.a.domaine);
}

/* The first of the batch who may begin.  *HELD: those who wait will not within a moment. */
static struct pris *
first(bool *held)
{
	int64_t now = clock_ms();

	*held = true;
	for (struct pris *p = lot.all; p < lot.all + lot.n; p++) {
		struct partant *of = partant_of(p->v.a.lettre);

		if (!p->waits)
			continue;
		if (of == NULL || of->edition != p->v.edition) /* soon read again */
			*held = false;
		else if (attente_may_begin(p->v.a.domaine, now))
			return p;
		else
			*held = *held && attente_is_held(p->v.a.domaine, now);
	}
	return NULL;
}

/* Begin with as many as may.  False: with none. */
bool
lot_begin_some(struct req *r, struct tally *tally)
{
	bool some = false, held;

	while (has_room() && !smtp_paced() && !marque_relay_away()) {
		struct pris *p = first(&held);

		if (p != NULL) {
			begin(r, p, tally);
			some = true;
			continue;
		}
		if (!held)
			break;
		lot_give_back(r, 0);
		if (!claim(r) && (!partants_read(r) || !claim(r)))
			break;
	}
	return some;
}

void
lot_end(void)
{
	arena_reset(&lot.own.mem);
	lot.n = 0;
}
