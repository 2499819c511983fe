/* notif_courriel.c - the mails of notifications: at once, several in one, and the digest
 *
 * notif_envoi says whom one is owed.  First it gets its hour (quiet hours, the day of the digest,
 * not too soon after the last), then the mail is written, with what is still unread, still allowed
 * and still wanted.  The outbox asks once more when the mail leaves: notif_stands().
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "domain/notifications/preference.h"
#include "domain/notifications/retour.h"
#include "domain/socle/reglage.h"

enum { MAILS = 50, USUAL_GAP = 120 };

struct line {
	int64_t id, objet;
	const struct annonce *genre;
	const char *phrase, *url, *extrait, *titre, *quand;
	bool grouped;
};

struct mail {
	int64_t contact;
	bool digest;
	struct rythme rythme;
	struct line *lines;
	size_t n;
};

/* The lines that a mail would hold, as SQL: not read, allowed, with what was chosen. */
#define LINES \
	" FROM notif n JOIN notif_evenement e ON e.id = n.evenement_id" \
	" JOIN contact c ON c.id = n.contact_id" \
	" LEFT JOIN objet o ON o.id = e.objet_id LEFT JOIN preference p ON p.contact_id =" \
	" n.contact_id" \
	" AND p.genre = n.genre AND p.canal = ? WHERE n.lu_le IS NULL AND c.acces > 0" \
	" AND (e.objet_id IS NULL OR " SEEN_BY( \
		"o", "c.id") ")" \
			     " AND NOT EXISTS (SELECT 1 FROM adresse_erreur ae" \
			     " WHERE ae.contact_id = c.id" \
			     " AND ae.adresse = c.email)"

/* Is that kind wanted that way?  CHOSEN: "", or what the person has said. */
static bool
wanted(const struct annonce *g, const char *chosen, bool digest)
{
	return *chosen != '\0' ? *chosen == '1' :
				 (g->canaux & (digest ? PAR_RESUME : PAR_COURRIEL)) != 0;
}

/* Give their hour to the mails at once that have none. */
static void
plan_mails(struct req *r)
{
	long gap = strtol(reglage(r, "notifications.delai", ""), NULL, 10);
	time_t now = clock_now();
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT COALESCE(g.calme_de, -1), COALESCE(g.calme_a, -1)"
		    " FROM notif_envoi v LEFT JOIN notif_reglage g ON g.contact_id = v.contact_id"
		    " WHERE v.attend = 1 AND v.canal = 'courriel' AND v.du_le IS NULL"));

	if (*reglage(r, "notifications.delai", "") == '\0')
		gap = USUAL_GAP;
	while (db_next(rows, &r->mem)) {
		struct rythme y = { .calme_de = (int) db_num(rows, 0),
			.calme_a = (int) db_num(rows, 1) };
		const char *due = clock_sql(&r->mem, preference_calm(&y, now));

		db_exec(r,
			SQL("UPDATE notif_envoi v LEFT JOIN notif_reglage g ON g.contact_id ="
			    " v.contact_id SET v.du_le = GREATEST(?, COALESCE(v.dernier_le +"
			    " INTERVAL ? SECOND, ?))"
			    " WHERE v.attend = 1 AND v.canal = 'courriel' AND v.du_le IS NULL"
			    " AND COALESCE(g.calme_de, -1) = ? AND COALESCE(g.calme_a, -1) = ?"),
			S(due), I(gap), S(due), I(y.calme_de), I(y.calme_a));
	}
}

/* Give their hour to the digests that have none. */
static void
plan_digests(struct req *r)
{
	time_t now = clock_now();
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT COALESCE(g.frequence, 'semaine'), COALESCE(g.jour, 1),"
		    " COALESCE(g.heure, 8)"
		    " FROM notif_envoi v LEFT JOIN notif_reglage g ON g.contact_id = v.contact_id"
		    " WHERE v.attend = 1 AND v.canal = 'resume' AND v.du_le IS NULL"));

	while (db_next(rows, &r->mem)) {
		struct rythme y = { strcmp(db_text(rows, 0), "jour") == 0, (int) db_num(rows, 1),
			(int) db_num(rows, 2), -1, -1, false };

		db_exec(r,
			SQL("UPDATE notif_envoi v LEFT JOIN notif_reglage g ON g.contact_id ="
			    " v.contact_id"
			    " SET v.du_le = ? WHERE v.attend = 1 AND v.canal = 'resume'"
			    " AND v.du_le IS NULL"
			    " AND COALESCE(g.frequence, 'semaine') = ? AND COALESCE(g.jour, 1) = ?"
			    " AND COALESCE(g.heure, 8) = ?"),
			S(clock_sql(&r->mem, preference_digest(&y, now))),
			S(y.chaque_jour ? "jour" : "semaine"), I(y.jour), I(y.heure));
	}
}

static struct rows *
read_lines(struct req *r, const struct mail *m)
{
	if (m->digest)
		return db_rows(r,
			SQL("SELECT n.id, n.genre, COALESCE(n.objet_id, 0), e.phrase, e.url,"
			    " e.extrait, COALESCE(o.titre, ''),"
			    " n.cree_le, p.actif" LINES
			    " AND n.contact_id = ? AND n.resume = 1 ORDER BY n.id"),
			S("resume"), I(m->contact));
	return db_rows(r,
		SQL("SELECT n.id, n.genre, COALESCE(n.objet_id, 0), e.phrase, e.url, e.extrait,"
		    " COALESCE(o.titre, ''), n.cree_le, p.actif" LINES
		    " AND n.contact_id = ? AND n.courriel = 1 ORDER BY n.id"),
		S("courriel"), I(m->contact));
}

/* Take the lines that wait for that mail, in the order of the kinds, each kind in order of time. */
static void
take_lines(struct req *r, struct mail *m)
{
	struct rows *rows = read_lines(r, m);
	size_t room = 0;

	while (db_next(rows, &r->mem)) {
		const struct annonce *g = annonce_find(db_text(rows, 1));

		if (g == NULL || !wanted(g, db_text(rows, 8), m->digest))
			continue;
		if (m->n == room) {
			struct line *more =
				arena_alloc(&r->mem, (room = room * 2 + 8) * sizeof *more);

			if (m->n > 0)
				memcpy(more, m->lines, m->n * sizeof *more);
			m->lines = more;
		}
		m->lines[m->n++] = (struct line) { db_num(rows, 0), db_num(rows, 2), g,
			arena_strdup(&r->mem, db_text(rows, 3)),
			arena_strdup(&r->mem, db_text(rows, 4)),
			arena_strdup(&r->mem, db_text(rows, 5)),
			arena_strdup(&r->mem, db_text(rows, 6)),
			text_when(&r->mem, clock_parse(db_text(rows, 7)), clock_now()), false };
	}
}

/* How many lines of M are of the same kind about the same objet as line I; they count as said. */
static int
group(struct mail *m, size_t i)
{
	int n = 1;

	for (size_t k = i + 1; m->lines[i].objet != 0 && k < m->n; k++)
		if (m->lines[k].genre == m->lines[i].genre &&
			m->lines[k].objet == m->lines[i].objet) {
			m->lines[k].grouped = true;
			n++;
		}
	return n;
}

static void
say_line(struct req *r, struct row *row, const struct mail *m, size_t i)
{
	const struct line *l = &m->lines[i];
	const char *url = l->genre->lien != NULL ? l->genre->lien(r, m->contact, l->url) : l->url;
	int n = group((struct mail *) m, i);

	/* what a key opens asks for no account */
	row_say(row, "url", url == l->url ? courriel_way(r, m->contact, url) : url);
	row_say(row, "quand", l->quand);
	if (n > 1) {
		row_say(row, "phrase",
			arena_printf(&r->mem, "%d\u00A0%s «\u00A0%s\u00A0»", n, l->genre->plusieurs,
				l->titre));
		return;
	}
	row_say(row, "phrase", l->phrase);
	if (!m->rythme.discret)
		row_say(row, "extrait", l->extrait);
}

/* Courriel.genres.N.{libelle, lignes.N}; the names of the kinds, commas between. */
static const char *
say_kinds(struct req *r, struct mail *m)
{
	const struct annonce *g;
	const char *all = "";
	int n = 0;

	for (unsigned k = 0; (g = annonce_nth(k)) != NULL; k++) {
		struct row *kind = NULL;
		int lines = 0;

		for (size_t i = 0; i < m->n; i++) {
			if (m->lines[i].genre != g || m->lines[i].grouped)
				continue;
			if (kind == NULL) {
				kind = row_nth(r, "Courriel.genres", n++);
				row_say(kind, "nom", g->nom);
				row_say(kind, "libelle", g->libelle);
				all = arena_printf(
					&r->mem, "%s%s%s", all, *all != '\0' ? "," : "", g->nom);
			}
			say_line(r,
				row_at(r,
					arena_printf(&r->mem, "Courriel.genres.%d.lignes.%d", n - 1,
						lines++)),
				m, i);
		}
	}
	return all;
}

/* A link for each kind of a mail that holds several: the header leaves them all. */
static void
say_leaving(struct req *r, const struct mail *m)
{
	struct row *first = row_first(r, "Courriel.genres");

	if (first == NULL || row_next(first) == NULL)
		return;
	for (struct row *k = first; k != NULL; k = row_next(k))
		row_say(k, "desinscription",
			desinscription_url(
				r, desinscription_new(r, m->contact, row_text(k, "nom"))));
}

static void
mark_lines(struct req *r, const struct mail *m, int64_t mail)
{
	db_exec(r, SQL("UPDATE courriel SET lignes = ? WHERE id = ?"), I((int64_t) m->n), I(mail));
	for (size_t i = 0; i < m->n; i++)
		if (m->digest)
			db_exec(r, SQL("UPDATE notif SET resume_id = ? WHERE id = ?"), I(mail),
				I(m->lines[i].id));
		else
			db_exec(r, SQL("UPDATE notif SET courriel_id = ? WHERE id = ?"), I(mail),
				I(m->lines[i].id));
	if (m->digest)
		db_exec(r, SQL("UPDATE notif SET resume = 2 WHERE contact_id = ? AND resume = 1"),
			I(m->contact));
	else
		db_exec(r,
			SQL("UPDATE notif SET courriel = 2 WHERE contact_id = ? AND courriel = 1"),
			I(m->contact));
	db_exec(r,
		SQL("UPDATE notif_envoi SET attend = 0, du_le = NULL, dernier_le = IF(?, ?,"
		    " dernier_le) WHERE contact_id = ? AND canal = ?"),
		I(m->n > 0), S(clock_sql(&r->mem, clock_now())), I(m->contact),
		S(m->digest ? "resume" : "courriel"));
}

/* Where an answer to that mail goes: all of it is about one conversation.  NULL: nowhere. */
static const char *
answers_to(struct req *r, const struct mail *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->digest || m->lines[i].objet == 0 || m->lines[i].objet != m->lines[0].objet)
			return NULL;
	return db_int(r, SQL("SELECT COUNT(*) FROM conversation WHERE id = ?"),
		       I(m->lines[0].objet)) > 0 ?
		retour_adresse(r, m->lines[0].objet, m->contact) :
		NULL;
}

/* Write the mail that is owed to M's person, unless nothing is left to tell. */
static void
write_mail(struct req *r, struct mail *m)
{
	int64_t mail = 0;

	unsay(r, "Courriel");
	m->rythme = preference_rythme(r, m->contact);
	take_lines(r, m);
	if (m->n > 0 &&
		db_one(r, "Courriel", SQL("SELECT prenom, email FROM contact WHERE id = ?"),
			I(m->contact))) {
		const char *kinds = say_kinds(r, m), *reply = answers_to(r, m);

		say_int(r, "Courriel.nombre", (int64_t) m->n);
		say(r, "Courriel.toutes", courriel_way(r, m->contact, "/notifications"));
		say(r, "Courriel.premiere", m->lines[0].phrase);
		if (m->digest)
			say(r, "Courriel.chaque_jour", m->rythme.chaque_jour ? "1" : "0");
		else
			say_leaving(r, m);
		if (reply != NULL)
			say(r, "Courriel.repondre", "1");
		mail = courriel_queue_leavable(r, m->contact, said(r, "Courriel.email"),
			m->digest ? "resume" : "notification", m->digest ? "resume" : kinds);
		if (reply != NULL)
			db_exec(r, SQL("UPDATE courriel SET reponse = ? WHERE id = ?"), S(reply),
				I(mail));
	}
	mark_lines(r, m, mail);
}

/* Write the mails that are due, MAILS at most, in one transaction.  How many people. */
int
notif_mail(struct req *r)
{
	struct mail mails[MAILS] = { 0 };
	struct rows *rows;
	bool own = !db_in_transaction();
	int n = 0;

	if (db_int(r, SQL("SELECT EXISTS (SELECT 1 FROM notif_envoi WHERE attend = 1)")) == 0)
		return 0;
	if (own)
		db_begin(false);
	plan_mails(r);
	plan_digests(r);
	rows = db_rows(r,
		SQL("SELECT contact_id, canal = 'resume' FROM notif_envoi WHERE attend = 1"
		    " AND du_le <= ? ORDER BY canal, du_le LIMIT ?"),
		S(clock_sql(&r->mem, clock_now())), I(MAILS));
	while (n < MAILS && db_next(rows, &r->mem)) {
		mails[n].contact = db_num(rows, 0);
		mails[n++].digest = db_num(rows, 1) != 0;
	}
	for (int i = 0; i < n; i++)
		write_mail(r, &mails[i]);
	if (own)
		db_commit();
	return n;
}

/* May that mail still leave: is all that it tells still there, still allowed, still wanted? */
bool
notif_stands(struct req *r, int64_t courriel_id)
{
	struct rows *rows;
	int64_t n = db_int(r,
			SQL("SELECT COALESCE(lignes, (SELECT COUNT(*) FROM notif"
			    " WHERE courriel_id = m.id)"
			    " + (SELECT COUNT(*) FROM notif WHERE resume_id = m.id))"
			    " FROM courriel m WHERE m.id = ?"),
			I(courriel_id)),
		ok = 0;

	rows = db_rows(r,
		SQL("SELECT n.genre, p.actif, 0" LINES " AND n.courriel_id = ?"
		    " UNION ALL SELECT n.genre, p.actif, 1" LINES " AND n.resume_id = ?"),
		S("courriel"), I(courriel_id), S("resume"), I(courriel_id));
	while (db_next(rows, &r->mem)) {
		const struct annonce *g = annonce_find(db_text(rows, 0));

		ok += g != NULL && wanted(g, db_text(rows, 1), db_num(rows, 2) != 0);
	}
	return ok == n;
}

/* That mail did not leave: what it told waits for another, which tells what still may be. */
void
notif_return(struct req *r, int64_t courriel_id)
{
	db_exec(r,
		SQL("UPDATE notif_envoi v JOIN notif n ON n.contact_id = v.contact_id"
		    " AND n.courriel_id = ? SET v.attend = 1, v.du_le = NULL, v.dernier_le = NULL"
		    " WHERE v.canal = 'courriel'"),
		I(courriel_id));
	db_exec(r,
		SQL("UPDATE notif_envoi v JOIN notif n ON n.contact_id = v.contact_id"
		    " AND n.resume_id = ?"
		    " SET v.attend = 1, v.du_le = UTC_TIMESTAMP() WHERE v.canal = 'resume'"),
		I(courriel_id));
	db_exec(r, SQL("UPDATE notif SET courriel = 1, courriel_id = NULL WHERE courriel_id = ?"),
		I(courriel_id));
	db_exec(r, SQL("UPDATE notif SET resume = 1, resume_id = NULL WHERE resume_id = ?"),
		I(courriel_id));
}
