/* courriel.c - write mails into the outbox, take them out again
 *
 * A row is claimed for a while, sent, then marked.  Whoever dies in between leaves a claim
 * that ends; the mail goes out again with the same Message-ID, which depends on the row alone.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/template.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "net/mail_write.h"
#include "net/smtp.h"

enum { CLAIM = 180, TRIES = 9 }; /* seconds; about two days of tries */

/* A path as the value of a parameter. */
const char *
courriel_percent(struct req *r, const char *s)
{
	char *out = arena_alloc(&r->mem, strlen(s) * 3 + 1), *o = out;

	for (; *s != '\0'; s++)
		if (strchr("/-._~", *s) != NULL || (*s >= '0' && *s <= '9') ||
			(*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z'))
			*o++ = *s;
		else
			o += snprintf(o, 4, "%%%02X", (unsigned char) *s);
	*o = '\0';
	return out;
}

/* PATH of ours as a mail leads that person there: who has no account makes it on the way. */
const char *
courriel_way(struct req *r, int64_t contact_id, const char *path)
{
	if (*path != '/' || strncmp(path, "/public/", 8) == 0 ||
		db_int(r, SQL("SELECT EXISTS (SELECT 1 FROM compte WHERE contact_id = ?)"),
			I(contact_id)) != 0)
		return path;
	return arena_printf(&r->mem, "/inscription?suite=%s", courriel_percent(r, path));
}

/* Write a mail of that kind to ADRESSE, whose owner is CONTACT (0: nobody we know), in this
 * transaction.  Returns its id. */
int64_t
courriel_queue(struct req *r, int64_t contact_id, const char *adresse, const char *genre)
{
	char *text, *html, *body;
	const char *now = clock_sql(&r->mem, clock_now());

	say(r, "Courriel.site", "Essaim");
	say(r, "Courriel.org", conf.site_name);
	say(r, "Courriel.url", conf.site_url);
	text = template_render(r, arena_printf(&r->mem, "courriel/%s.txt.cs", genre), "", NULL);
	body = strchr(text, '\n');
	if (body == NULL)
		fault("courriel/%s.txt.cs: the first line is the subject", genre);
	*body++ = '\0';
	say(r, "Courriel.sujet", text);
	html = template_render(r, arena_printf(&r->mem, "courriel/%s.html.cs", genre), "", NULL);
	return db_insert(r,
		SQL("INSERT INTO courriel (contact_id, adresse, genre, sujet, texte, html, cree_le,"
		    " du_le) VALUES (NULLIF(?, 0), ?, ?, ?, ?, ?, ?, ?)"),
		I(contact_id), S(adresse), S(genre), S(text_cut(&r->mem, text, 290)),
		S(body + strspn(body, "\n")), S(html), S(now), S(now));
}

/* The same for a mail that nobody asked for: it says how to leave the kind LEAVES, in its text
 * (Courriel.desinscription) and in its headers. */
int64_t
courriel_queue_leavable(struct req *r, int64_t contact_id, const char *adresse, const char *genre,
	const char *leaves)
{
	const char *jeton = desinscription_new(r, contact_id, leaves);
	int64_t id;

	say(r, "Courriel.sans_demande", "1");
	say(r, "Courriel.desinscription", desinscription_url(r, jeton));
	id = courriel_queue(r, contact_id, adresse, genre);
	db_exec(r, SQL("UPDATE courriel SET desinscription = ? WHERE id = ?"), S(jeton), I(id));
	return id;
}

/* That mail is about OBJET_ID (0: none), and leaves only while its owner sees it; CALENDRIER says
 * the same to calendars. */
void
courriel_about(
	struct req *r, int64_t id, int64_t objet_id, const char *calendrier, const char *methode)
{
	db_exec(r,
		SQL("UPDATE courriel SET objet_id = NULLIF(?, 0), calendrier = ?, methode = ?"
		    " WHERE id = ?"),
		I(objet_id), S(calendrier), S(methode), I(id));
}

/* Take back what a sender that died had claimed.  Only for who holds the lock of the sender. */
void
courriel_release(struct req *r)
{
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'pret', pris_jusqu_a = NULL WHERE etat = 'pris'"));
}

/* Take up to MAX mails that are due, for a while; none for a domain that has one on its way.  How
 * many. */
int
courriel_claim(struct req *r, int64_t *ids, int max)
{
	const char *now = clock_sql(&r->mem, clock_now());
	struct rows *rows;
	int n = 0;

	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM (SELECT 1 FROM courriel WHERE (etat = 'pret'"
			" AND du_le <= ?) OR (etat = 'pris' AND pris_jusqu_a < ?) LIMIT 1) un"),
		    S(now), S(now)) == 0)
		return 0;
	db_begin(false);
	rows = db_rows(r,
		SQL("SELECT id FROM courriel WHERE ((etat = 'pret' AND du_le <= ?)"
		    " OR (etat = 'pris' AND pris_jusqu_a < ?))"
		    " AND SUBSTRING_INDEX(adresse, '@', -1) NOT IN (?, ?, ?, ?)"
		    " ORDER BY du_le, id LIMIT ? FOR UPDATE SKIP LOCKED"),
		S(now), S(now), S(smtp_busy_domain(0)), S(smtp_busy_domain(1)),
		S(smtp_busy_domain(2)), S(smtp_busy_domain(3)), I(max));
	while (db_next(rows, &r->mem))
		if (n < max)
			ids[n++] = db_num(rows, 0);
	for (int i = 0; i < n; i++)
		db_exec(r, SQL("UPDATE courriel SET etat = 'pris', pris_jusqu_a = ? WHERE id = ?"),
			S(clock_sql(&r->mem, clock_now() + CLAIM)), I(ids[i]));
	db_commit();
	return n;
}

/* Give back a mail that was claimed and has not begun. */
void
courriel_unclaim(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'pret', pris_jusqu_a = NULL WHERE id = ?"
		    " AND etat = 'pris'"),
		I(id));
}

/* It is over, well or not: a mail that let somebody in is not kept. */
static void
mark(struct req *r, int64_t id, const char *etat, const char *why)
{
	db_exec(r,
		SQL("UPDATE courriel SET etat = ?, erreur = ?, pris_jusqu_a = NULL,"
		    " essais = essais + 1,"
		    " envoye_le = IF(etat = 'envoye', ?, NULL), texte = '', html = '',"
		    " calendrier = NULL"
		    " WHERE id = ?"),
		S(etat), S(text_cut(&r->mem, text_clean(&r->mem, why), 490)),
		S(clock_sql(&r->mem, clock_now())), I(id));
}

/* Try again after 1, 4, 16, 64 ... minutes, at most 12 hours, then give up. */
static void
later(struct req *r, int64_t id, const char *why, struct tally *tally)
{
	long tries = (long) db_int(r, SQL("SELECT essais FROM courriel WHERE id = ?"), I(id));
	long wait = 60L << (tries < 10 ? tries * 2 : 20);

	if (tries + 1 >= TRIES) {
		mark(r, id, "refuse", why);
		tally->refused++;
		return;
	}
	db_exec(r,
		SQL("UPDATE courriel SET etat = 'pret', essais = essais + 1, du_le = ?,"
		    " pris_jusqu_a = NULL, erreur = ?"
		    " WHERE id = ?"),
		S(clock_sql(&r->mem, clock_now() + (wait < 43200 ? wait : 43200))),
		S(text_cut(&r->mem, text_clean(&r->mem, why), 490)), I(id));
	tally->deferred++;
}

/* Why that mail must not go out any more; NULL: it may. */
static const char *
cancelled(struct req *r, int64_t id)
{
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel m JOIN contact c ON c.id = m.contact_id"
			" WHERE m.id = ? AND c.acces = 0 AND m.genre NOT LIKE 'conservation%'"),
		    I(id)) > 0)
		return "access closed";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel m JOIN contact c ON c.id = m.contact_id"
			" WHERE m.id = ? AND c.limite_le IS NOT NULL AND m.genre NOT LIKE"
			" 'requete%' AND m.genre NOT IN ('lien_connexion', 'bienvenue',"
			" 'mot_de_passe')"),
		    I(id)) > 0)
		return "put aside";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel WHERE id = ?"
			" AND genre IN ('lien_connexion', 'bienvenue')"
			" AND cree_le < ?"),
		    I(id), S(clock_sql(&r->mem, clock_now() - LIEN_MINUTES * 60))) > 0)
		return "its link is too old";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel m JOIN compte co ON co.contact_id ="
			" m.contact_id"
			" WHERE m.id = ? AND m.genre IN ('invitation', 'invitation_rappel')"),
		    I(id)) > 0)
		return "has an account now";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel m JOIN adresse_erreur e ON e.contact_id ="
			" m.contact_id AND e.adresse = m.adresse WHERE m.id = ?"
			" AND m.desinscription IS NOT NULL"),
		    I(id)) > 0)
		return "nobody at that address";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel m JOIN objet o ON o.id = m.objet_id"
			" WHERE m.id = ? AND m.contact_id IS NOT NULL"
			" AND NOT " SEEN_BY("o", "m.contact_id")),
		    I(id)) > 0)
		return "not hers any more";
	return NULL;
}

/* The same of a mail of notifications, whose words may tell of what has closed since. */
static const char *
outdated(struct req *r, int64_t id)
{
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel WHERE id = ?"
			" AND genre IN ('notification', 'resume')"),
		    I(id)) == 0 ||
		notif_stands(r, id))
		return NULL;
	notif_return(r, id);
	return "changed since";
}

/* The same for the same row, whoever sends it and however often. */
static const char *
message_id(struct req *r, int64_t id, const char *created)
{
	const char *host = strstr(conf.site_url, "://") + 3;
	const char *seed = arena_printf(&r->mem, "%s %" PRId64 " %s", conf.site_url, id, created);

	return arena_printf(&r->mem, "essaim.%" PRId64 ".%.16s@%.*s", id,
		sha256_hex(&r->mem, seed, strlen(seed)), (int) strcspn(host, ":/"), host);
}

/* The mail of that claimed row.  False: it is not claimed any more. */
static bool
read_mail(struct req *r, int64_t id, struct mail *m)
{
	const char *created, *leaving;

	*m = (struct mail) { .from = conf.smtp_from, .date = clock_now() };
	if (!db_read(r,
		    SQL("SELECT adresse, sujet, texte, html, cree_le, desinscription, reponse,"
			" calendrier, methode FROM courriel WHERE id = ? AND etat = 'pris'"),
		    INTO(TO(&m->to), TO(&m->subject), TO(&m->text), TO(&m->html), TO(&created),
			    TO(&leaving), TO(&m->reply), TO(&m->calendar), TO(&m->method)),
		    I(id)))
		return false;
	m->unsubscribe = *leaving != '\0' ? desinscription_url(r, leaving) : NULL;
	m->reply = *m->reply != '\0' ? m->reply : NULL;
	m->calendar = *m->calendar != '\0' ? m->calendar : NULL;
	m->id = message_id(r, id, created);
	return true;
}

/* Begin to send one claimed mail, unless it must not leave any more, which is written down.
 * False: not now, its domain has one on its way. */
bool
courriel_start(struct req *r, int64_t id, struct tally *tally)
{
	const char *why = cancelled(r, id);
	struct mail m;

	if (why == NULL)
		why = outdated(r, id);
	if (why != NULL || !read_mail(r, id, &m)) {
		mark(r, id, "annule", why != NULL ? why : "");
		tally->cancelled++;
		return true;
	}
	if (!mail_address_ok(m.to)) {
		mark(r, id, "refuse", "no valid address");
		tally->refused++;
		return true;
	}
	return smtp_start(id, m.to, mail_text(&r->mem, &m));
}

/* Nobody is at that address of hers: said on her page until the CRM has another. */
void
courriel_nobody(struct req *r, int64_t contact_id, const char *adresse, const char *why)
{
	db_exec(r,
		SQL("REPLACE INTO adresse_erreur (contact_id, adresse, erreur, quand)"
		    " SELECT id, email, ?, ? FROM contact WHERE id = ? AND email = ?"),
		S(text_cut(&r->mem, text_clean(&r->mem, why), 490)),
		S(clock_sql(&r->mem, clock_now())), I(contact_id), S(adresse));
}

static void
nobody(struct req *r, int64_t id, const char *why)
{
	int64_t contact = 0;
	const char *adresse = "";

	db_read(r, SQL("SELECT COALESCE(contact_id, 0), adresse FROM courriel WHERE id = ?"),
		INTO(TO(&contact), TO(&adresse)), I(id));
	courriel_nobody(r, contact, adresse, why);
}

/* Somebody is there: what was said before is forgotten. */
static void
somebody(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("DELETE e FROM adresse_erreur e JOIN courriel m ON m.contact_id = e.contact_id"
		    " AND m.adresse = e.adresse WHERE m.id = ?"),
		I(id));
}

/* Write down what became of one mail that was on its way; waits for it MS at most.  False: none
 * has ended. */
bool
courriel_end(struct req *r, long ms, struct tally *tally)
{
	struct smtp_end end;

	if (!smtp_next(&r->mem, ms, &end))
		return false;
	switch (end.outcome) {
	case SMTP_SENT:
		somebody(r, end.id);
		mark(r, end.id, "envoye", "");
		tally->sent++;
		break;
	case SMTP_LATER: later(r, end.id, end.why, tally); break;
	case SMTP_REFUSED:
		if (end.nobody)
			nobody(r, end.id, end.why);
		mark(r, end.id, "refuse", end.why);
		tally->refused++;
		break;
	}
	return true;
}

/* What the server said of the address that CONTACT has now; NULL: nothing bad. */
const char *
courriel_error(struct req *r, int64_t contact_id)
{
	return db_string(r,
		SQL("SELECT e.erreur FROM adresse_erreur e JOIN contact c ON c.id = e.contact_id"
		    " AND c.email = e.adresse WHERE e.contact_id = ?"),
		I(contact_id));
}
