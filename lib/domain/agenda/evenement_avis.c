/* evenement_avis.c - telling people what becomes of an event and of their registration
 *
 * Who is told by mail is decided here, with the change itself; the mail is written later, by
 * evenement_courriel.c, from the rows of evenement_avis.
 */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/niveau.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/releve.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"

const struct annonce evenement_annonces[] = {
	{ "evenement_nouveau", "Un nouvel événement dans vos groupes", PAR_SITE | PAR_RESUME,
		PROSPECT, .plusieurs = "nouvelles de", .icone = "cal", .sur = "agenda" },
	{ "evenement_invitation", "Une invitation à un événement", PAR_SITE | PAR_COURRIEL,
		PROSPECT, .directe = true, .sans_compte = true, .plusieurs = "invitations à",
		.icone = "cal", .sur = "agenda" },
	{ "evenement_change", "Un événement où vous allez change", PAR_SITE | PAR_COURRIEL,
		PROSPECT, .directe = true, .sans_compte = true, .plusieurs = "changements de",
		.icone = "cal", .sur = "agenda" },
	{ "evenement_annule", "Un événement où vous alliez est annulé", PAR_SITE | PAR_COURRIEL,
		PROSPECT, .directe = true, .sans_compte = true, .plusieurs = "annulations de",
		.icone = "cal", .sur = "agenda" },
	{ "inscription", "Ce que devient votre inscription", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .sans_compte = true, .plusieurs = "nouvelles de votre place à",
		.icone = "cal", .sur = "agenda" },
	{ "inscription_equipe", "Les inscriptions aux événements que vous organisez",
		PAR_SITE | PAR_RESUME, PROSPECT, .plusieurs = "nouvelles des inscriptions à",
		.icone = "cal", .sur = "agenda" },
	{ "rappel_evenement", "La veille d’un événement où vous allez", PAR_SITE | PAR_COURRIEL,
		PROSPECT, .directe = true, .sans_compte = true, .plusieurs = "rappels de",
		.icone = "clock", .sur = "agenda" },
	{ "heures", "Ce qui est décidé de vos heures", PAR_SITE | PAR_RESUME, MEMBER,
		.directe = true, .plusieurs = "décisions sur", .icone = "clock", .sur = "agenda" },
	{ "creneau", "Ce que devient un créneau que vous tenez", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .sans_compte = true, .plusieurs = "changements de créneaux à",
		.icone = "clock", .sur = "agenda" },
	{ "releve", "On vous demande de tenir un créneau", PAR_SITE | PAR_COURRIEL, PROSPECT,
		.directe = true, .sans_compte = true, .plusieurs = "demandes de relève à",
		.icone = "clock", .sur = "agenda", .lien = releve_lien },
	{ "desistement", "Qui quitte ou prend un créneau que vous organisez",
		PAR_SITE | PAR_COURRIEL, PROSPECT, .plusieurs = "désistements et relèves à",
		.icone = "warn", .sur = "agenda" },
	{ 0 },
};

/* An event, or one of its dates, as sentences name it. */
struct named {
	const char *titre, *quand, *url;
	bool gone; /* it has no page any more, and no words */
};

/* DATE_ID 0: the whole; when it takes place is said of what has one date. */
static bool
name(struct req *r, int64_t id, int64_t date_id, struct named *n)
{
	const char *debut = "", *fin = "", *jour = "", *rrule = "";
	bool journee = false;

	*n = (struct named) { "", "", arena_printf(&r->mem, "/agenda/%" PRId64, id), false };
	if (!db_read(r,
		    SQL("SELECT o.titre, e.rrule, e.journee, COALESCE(d.debut, e.debut),"
			" COALESCE(d.fin, e.fin), d.jour, e.supprime_le IS NOT NULL"
			" FROM evenement e JOIN objet o ON o.id = e.id"
			" LEFT JOIN evenement_date d ON d.id = ? AND d.evenement_id = e.id"
			" WHERE e.id = ?"),
		    INTO(TO(&n->titre), TO(&rrule), TO(&journee), TO(&debut), TO(&fin), TO(&jour),
			    TO(&n->gone)),
		    I(date_id), I(id)))
		return false;
	if (n->gone) {
		n->url = "/agenda";
		n->titre = "Un rendez-vous";
	}
	n->titre = text_cut(&r->mem, n->titre, 150);
	if (*rrule == '\0' || *jour != '\0')
		n->quand = arena_printf(
			&r->mem, ", %s", evenement_when_inside(r, debut, fin, journee));
	if (*rrule != '\0' && *jour != '\0')
		n->url = arena_printf(&r->mem, "/agenda/%" PRId64 "?date=%s", id, jour);
	return true;
}

/* The people who come, wait or have asked, on that date or one to come (0). */
static void
owe_registered(struct req *r, int64_t id, int64_t date_id, const char *genre, const char *phrase)
{
	const char *now = clock_sql(&r->mem, clock_now());

	db_exec(r,
		SQL("INSERT INTO evenement_avis (evenement_id, date_id, contact_id,"
		    " inscription_id, genre, phrase, cree_le)"
		    " SELECT i.evenement_id, NULLIF(?, 0), i.contact_id, i.id, ?, ?, ?"
		    " FROM inscription i WHERE i.evenement_id = ? AND i.confirme_le IS NOT NULL"
		    " AND (i.contact_id IS NULL OR i.contact_id <> ?)"
		    " AND EXISTS (SELECT 1 FROM place p JOIN evenement_date d ON d.id = p.date_id"
		    " WHERE p.inscription_id = i.id AND p.etat IN ('inscrit', 'attente', 'demande')"
		    " AND d.fin > ? AND (? = 0 OR d.id = ?))"),
		I(date_id), S(genre), S(phrase), S(now), I(id), I(r->user.id), S(now), I(date_id),
		I(date_id));
}

/* Its invited people who have not answered; NEW: those whom nobody has told yet. */
static void
owe_invited(
	struct req *r, int64_t id, int64_t date_id, const char *genre, const char *phrase, bool new)
{
	db_exec(r,
		SQL("INSERT INTO evenement_avis (evenement_id, date_id, contact_id, genre, phrase,"
		    " cree_le) SELECT v.evenement_id, NULLIF(?, 0), v.contact_id, ?, ?, ?"
		    " FROM evenement_invite v WHERE v.evenement_id = ? AND v.contact_id <> ?"
		    " AND (? = 0 OR v.prevenu_le IS NULL)"
		    " AND NOT EXISTS (SELECT 1 FROM inscription i"
		    " WHERE i.evenement_id = v.evenement_id AND i.contact_id = v.contact_id)"),
		I(date_id), S(genre), S(phrase), S(clock_sql(&r->mem, clock_now())), I(id),
		I(r->user.id), I(new));
}

/* On the site, to those who are owed a mail that says the same since row SINCE. */
static void
tell_owed(struct req *r, int64_t id, const char *genre, const char *url, const char *phrase,
	int64_t since)
{
	bool gone = strcmp(url, "/agenda") == 0;
	int64_t ev = notif_event(r, genre, gone ? 0 : id, url, phrase);
	struct rows *who = db_rows(r, /* reads no row under a lock: others register meanwhile */
		SQL("SELECT contact_id FROM evenement_avis WHERE id > ? AND evenement_id = ?"
		    " AND genre = ? AND contact_id IS NOT NULL"),
		I(since), I(id), S(genre));
	struct buffer ids = { &r->mem };

	notif_own_mail(r, ev);
	while (db_next(who, &r->mem))
		json_add_id(&ids, db_num(who, 0));
	notif_to_people(r, ev, json_list(&ids));
}

static int64_t
last_owed(struct req *r)
{
	return db_int(r, SQL("SELECT COALESCE(MAX(id), 0) FROM evenement_avis"));
}

/* Whoever is invited and was not told yet. */
void
evenement_tell_invited(struct req *r, int64_t id)
{
	int64_t since = last_owed(r);
	struct named n;

	if (!name(r, id, 0, &n) ||
		db_int(r, SQL("SELECT etat = 'publie' FROM evenement WHERE id = ?"), I(id)) == 0)
		return;
	owe_invited(r, id, 0, "evenement_invitation", "", true);
	db_exec(r,
		SQL("UPDATE evenement_invite SET prevenu_le = UTC_TIMESTAMP()"
		    " WHERE evenement_id = ? AND prevenu_le IS NULL"),
		I(id));
	tell_owed(r, id, "evenement_invitation", n.url,
		arena_printf(&r->mem, "Vous êtes invité-e à «\u00A0%s\u00A0»%s", n.titre, n.quand),
		since);
}

/* Its invited people first: one thing is told once to each.  A group that the reader only names
 * sees it, and is not told by who coordinates nobody by anybody's word. */
void
evenement_tell_published(struct req *r, int64_t id)
{
	struct named n;
	struct rows *groups;
	int64_t ev;

	if (!name(r, id, 0, &n))
		return;
	evenement_tell_invited(r, id);
	groups = db_rows(r,
		SQL("SELECT groupe_id FROM evenement WHERE id = ? AND groupe_id IS NOT NULL"
		    " AND visibilite <> 'invites' UNION SELECT g.groupe_id FROM evenement_groupe g"
		    " JOIN evenement e ON e.id = g.evenement_id AND e.visibilite = 'groupes'"
		    " WHERE e.id = ?"),
		I(id), I(id));
	ev = notif_event(r, "evenement_nouveau", id, n.url,
		arena_printf(
			&r->mem, "Nouvel événement\u00A0: «\u00A0%s\u00A0»%s", n.titre, n.quand));
	while (db_next(groups, &r->mem))
		if (niveau(r) >= N_COORDINATION || evenement_may_create(r, db_num(groups, 0)))
			notif_to_members(r, ev, db_num(groups, 0));
}

/* Those who come, those who are invited: by mail, and on the site. */
static void
tell_all(struct req *r, int64_t id, int64_t date_id, const char *genre, const char *phrase,
	const char *does)
{
	int64_t since = last_owed(r);
	struct named n;

	if (!name(r, id, date_id, &n))
		return;
	phrase = text_cut(&r->mem, text_line(&r->mem, phrase), 990);
	owe_registered(r, id, date_id, genre, phrase);
	owe_invited(r, id, date_id, genre, phrase, false);
	tell_owed(r, id, genre, n.url,
		arena_printf(&r->mem, "«\u00A0%s\u00A0»%s %s. %s", n.titre, n.quand, does, phrase),
		since);
}

void
evenement_tell_changed(struct req *r, int64_t id, int64_t date_id, const char *what)
{
	tell_all(r, id, date_id, "evenement_change", what, "change");
}

void
evenement_tell_cancelled(struct req *r, int64_t id, int64_t date_id, const char *motif)
{
	tell_all(r, id, date_id, "evenement_annule", motif, "est annulé");
	creneaux_cancel(r, id, date_id, motif);
}

/* To one registration: by mail, but not at an address that nobody has confirmed; and on the site,
 * with the event's name before PHRASE. */
static void
tell_one(struct req *r, int64_t inscription_id, int64_t date_id, const char *genre,
	const char *phrase)
{
	int64_t id = 0, who = 0, since = last_owed(r);
	struct named n;

	if (!db_read(r,
		    SQL("SELECT evenement_id, COALESCE(contact_id, 0) FROM inscription"
			" WHERE id = ? AND confirme_le IS NOT NULL"),
		    INTO(TO(&id), TO(&who)), I(inscription_id)) ||
		!name(r, id, date_id, &n))
		return;
	phrase = text_cut(&r->mem, text_line(&r->mem, phrase), 990);
	db_exec(r,
		SQL("INSERT INTO evenement_avis (evenement_id, date_id, contact_id,"
		    " inscription_id, genre, phrase, cree_le)"
		    " VALUES (?, NULLIF(?, 0), NULLIF(?, 0), ?, ?, ?, ?)"),
		I(id), I(date_id), I(who), I(inscription_id), S(genre), S(phrase),
		S(clock_sql(&r->mem, clock_now())));
	if (who != 0)
		tell_owed(r, id, genre, n.url,
			arena_printf(&r->mem, "«\u00A0%s\u00A0»%s. %s", n.titre, n.quand, phrase),
			since);
}

/* A decision about one registration: to her, by mail even when she decided herself. */
void
inscription_tell(struct req *r, int64_t inscription_id, int64_t date_id, const char *phrase)
{
	tell_one(r, inscription_id, date_id, "inscription", phrase);
}

/* To all who come to that date, and to those who wait if WAITING. */
void
inscription_tell_all(struct req *r, int64_t date_id, bool waiting, const char *phrase)
{
	int64_t since = last_owed(r), id;
	struct named n;

	id = db_int(r, SQL("SELECT evenement_id FROM evenement_date WHERE id = ?"), I(date_id));
	if (!name(r, id, date_id, &n))
		return;
	phrase = text_cut(&r->mem, text_line(&r->mem, phrase), 990);
	db_exec(r,
		SQL("INSERT INTO evenement_avis (evenement_id, date_id, contact_id,"
		    " inscription_id, genre, phrase, cree_le)"
		    " SELECT i.evenement_id, p.date_id, i.contact_id, i.id, 'inscription', ?, ?"
		    " FROM place p JOIN inscription i ON i.id = p.inscription_id"
		    " AND i.confirme_le IS NOT NULL WHERE p.date_id = ? AND (p.etat = 'inscrit'"
		    " OR (? AND p.etat = 'attente')) ORDER BY i.id"),
		S(phrase), S(clock_sql(&r->mem, clock_now())), I(date_id), I(waiting));
	tell_owed(r, id, "inscription", n.url,
		arena_printf(&r->mem, "«\u00A0%s\u00A0»%s. %s", n.titre, n.quand, phrase), since);
}

/* It is soon: to her, with what she can answer. */
void
inscription_remind(struct req *r, int64_t inscription_id, int64_t date_id)
{
	tell_one(r, inscription_id, date_id, "rappel_evenement", "");
}

/* To those who organise: who answers for it, who helps, the coordination of its group. */
void
inscription_tell_organisers(struct req *r, int64_t evenement_id, const char *phrase)
{
	struct named n;
	int64_t ev, groupe;
	struct rows *who;

	if (!name(r, evenement_id, 0, &n))
		return;
	ev = notif_event(r, "inscription_equipe", evenement_id,
		arena_printf(&r->mem, "%s/inscrits", n.url),
		arena_printf(&r->mem, "«\u00A0%s\u00A0»%s. %s", n.titre, n.quand, phrase));
	who = db_rows(r,
		SQL("SELECT organisateur_id FROM evenement WHERE id = ?"
		    " AND organisateur_id IS NOT NULL UNION"
		    " SELECT contact_id FROM evenement_organisateur WHERE evenement_id = ?"),
		I(evenement_id), I(evenement_id));
	while (db_next(who, &r->mem))
		notif_to(r, ev, db_num(who, 0));
	groupe = db_int(r, SQL("SELECT COALESCE(groupe_id, 0) FROM evenement WHERE id = ?"),
		I(evenement_id));
	if (groupe != 0)
		notif_to_coordination(r, ev, groupe);
}
