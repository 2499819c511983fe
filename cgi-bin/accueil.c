/* accueil.c - home: what waits for me, my groups, who has just arrived in them */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/actualites/actualite.h"
#include "domain/agenda/rendezvous.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/note.h"
#include "domain/fil/fil.h"
#include "domain/groupes/groupe.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/messages/conversation.h"
#include "domain/objets/adresse.h"
#include "domain/objets/nommes.h"
#include "domain/socle/afaire.h"
#include "domain/socle/genre.h"
#include "web/nouveautes.h"
#include "web/reply.h"
#include "web/route.h"

/* The notes that I asked to be reminded of by now. */
static void
say_reminders(struct req *r)
{
	note_due(r, "Rappels");
	for (struct row *h = row_first(r, "Rappels"); h != NULL && afaire_count(r) < 8;
		h = row_next(h))
		afaire(r, arena_printf(&r->mem, "/contacts/%s/notes", row_text(h, "contact_id")),
			arena_printf(&r->mem, "Rappel\u00A0: %s %s", row_text(h, "prenom"),
				row_text(h, "nom")),
			text_cut(&r->mem, row_text(h, "texte"), 140), "clock");
}

/* Who was given to me to welcome. */
static void
say_welcomes(struct req *r)
{
	int64_t mine = accueil_mine(r);

	if (mine > 0)
		afaire(r, "/contacts/accueil?vue=miens",
			arena_printf(&r->mem,
				mine > 1 ? "Accueillir %" PRId64 " personnes" :
					   "Accueillir %" PRId64 " personne",
				mine),
			"Elles vous sont confiées, avec un message tout prêt.", "heart");
}

/* ---- the feed ---- */

/* Where the reader may publish from here: her groups, and the whole for who may everywhere. */
static void
say_where(struct req *r)
{
	if (droit(r, "fil") == NULLE_PART)
		return;
	db_later(r, "Publier", NULL,
		SQL("SELECT o.id, o.titre FROM objet o JOIN groupe g ON g.id = o.id"
		    " WHERE o.archive_le IS NULL"
		    " AND (o.id IN (SELECT m.groupe_id FROM " OWN_MEMBERSHIPS(
			    "m") ")"
				 " OR (? AND g.type = 'ensemble' AND o.cadre_id IS NULL))"
				 " AND " SEES("o") " AND " DROIT_SUR(
					 "o.id") " ORDER BY g.type ="
						 " 'ensemble' DESC, o.titre"
						 " LIMIT 8"),
		I(r->user.id), I(r->user.level >= STAFF), ME(r), I(r->user.id), S("fil"));
}

/* ?portee=mes (what my groups publish), siege, or all that I may see. */
static void
say_feed(struct req *r)
{
	const char *portee = param(r, "portee");
	int64_t avant = strtoll(param(r, "avant"), NULL, 10);
	struct fil f;

	if (strcmp(portee, "mes") == 0)
		fil_of_mine(r, &f, avant);
	else if (strcmp(portee, "siege") == 0)
		fil_of_siege(r, &f, avant);
	else {
		portee = "";
		fil_of_all(r, &f, avant);
	}
	if (row_first(r, "actualites") != NULL &&
		f.n == FIL_PAR) { /* which weigh about as a post */
		f.n--;
		f.suite = true;
	}
	fil_say(r, "fil", &f, false);
	say(r, "Portee", portee);
	say(r, "Retour", arena_printf(&r->mem, *portee != '\0' ? "/?portee=%s" : "/", portee));
	if (f.suite)
		say(r, "Suite",
			arena_printf(
				&r->mem, "/?portee=%s&avant=%" PRId64, portee, f.ids[f.n - 1]));
}

/* N of ONE or of MANY wait at URL, when there are any. */
static void
say_waiting(struct req *r, int n, const char *url, const char *one, const char *many,
	const char *texte, const char *icone)
{
	if (n > 0)
		afaire(r, url, n > 1 ? arena_printf(&r->mem, "%d %s", n, many) : one, texte, icone);
}

/* What an administrator treats: requests of persons, reports, what the sync asks. */
static void
say_administered(struct req *r)
{
	int leaving = said_int(r, "synchro.departs");

	say_waiting(r, said_int(r, "synchro.requetes"), "/admin/demandes",
		"Une personne attend une réponse sur ses données",
		"personnes attendent une réponse sur leurs données",
		"Accès, rectification, effacement\u00A0: un mois pour répondre.", "clock");
	say_waiting(r, said_int(r, "synchro.signales"), "/groupes/signalements",
		"Regarder un signalement", "signalements à regarder",
		"Des propos signalés dans les groupes.", "flag");
	if (leaving > 0)
		afaire(r, "/admin/synchro",
			arena_printf(&r->mem,
				leaving > 1 ? "Décider de %d départs" : "Décider d’%d départ",
				leaving),
			"HubSpot fermerait beaucoup d’accès d’un coup.", "warn");
	if (said_int(r, "synchro.retard") != 0)
		afaire(r, "/admin/synchro", "La synchronisation est en retard",
			"Rien n’est arrivé de HubSpot depuis plus de 15 minutes.", "warn");
}

/* What staff treats: requests to the Siège that are mine or nobody's; for administrators, all. */
static void
say_treated(struct req *r)
{
	db_one(r, "synchro",
		SQL("SELECT COALESCE(MAX(fin), '2000-01-01') < UTC_TIMESTAMP() -"
		    " INTERVAL 15 MINUTE AS retard,"
		    " (SELECT COUNT(*) FROM sync_sortie WHERE etat = 'frein') AS departs,"
		    " (SELECT COUNT(*) FROM siege_demande WHERE (etat = 'nouveau'"
		    " AND assigne_id IS NULL) OR (etat IN ('nouveau', 'en_cours')"
		    " AND assigne_id = ?)) AS siege,"
		    " (SELECT COUNT(*) FROM requete WHERE etat = 'ouverte') AS requetes,"
		    " (SELECT COUNT(DISTINCT objet_id) FROM signalement WHERE etat = 'ouvert')"
		    " AS signales FROM sync_tour WHERE etat = 'fait'"),
		I(r->user.id));
	say_waiting(r, said_int(r, "synchro.siege"), "/messages/siege/demandes",
		"Répondre à une demande au Siège", "demandes au Siège attendent une réponse",
		"Celles qui vous sont confiées, ou à personne encore.", "msg");
	if (r->user.level == ADMIN)
		say_administered(r);
}

/* Say Nouveautes: there is something new since I last looked.  True: my page has no text yet. */
static bool
say_me(struct req *r)
{
	bool silent = false, news = false;

	db_read(r,
		SQL("SELECT c.bio = '',"
		    " COALESCE(k.nouveautes_le, DATE(k.cree_le)) < ?"
		    " FROM contact c LEFT JOIN compte k ON k.contact_id = c.id WHERE c.id = ?"),
		INTO(TO(&silent), TO(&news)), S(nouveautes_date()), I(r->user.id));
	if (news && r->user.by == 0)
		say(r, "Nouveautes", "1");
	return silent;
}

/* What is missing on my own page, and what staff must look after. */
static void
say_to_do(struct req *r)
{
	say_list(r, "afaire");
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->afaire != NULL)
			(*g)->afaire(r);
	if (say_me(r))
		afaire(r, arena_printf(&r->mem, "/contacts/%" PRId64 "/modifier", r->user.id),
			"Compléter ma fiche",
			"Quelques lignes sur vous aident les autres à vous trouver.", "user");
	if (r->user.level < MEMBER)
		return;
	if (r->user.by == 0) /* notes are private */
		say_reminders(r);
	say_welcomes(r);
	if (r->user.level >= STAFF)
		say_treated(r);
}

static void
say_groups(struct req *r)
{
	db_list(r, "groupes",
		SQL("SELECT o.id, o.titre, t.titre AS type, t.teinte,"
		    " " MEMBERS_OF("o.id") " AS membres FROM " OWN_MEMBERSHIPS(
			    "m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
				 " JOIN groupe g ON g.id = o.id"
				 " JOIN groupe_type t ON t.cle = g.type"
				 " GROUP BY o.id ORDER BY t.ordre, o.titre LIMIT 12"),
		I(r->user.id));
	groupe_say_sigles(r, "groupes");
}

static void
dress_arrivals(struct req *r, const char *name)
{
	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p)) {
		visage(r, p, "id");
		row_say(p, "quand", text_day_near(&r->mem, row_text(p, "quand_iso"), clock_now()));
	}
}

/* Who joined one of my groups these thirty days, as far as I may see them; those whom the first
 * reading of HubSpot found there had not just arrived. */
static void
say_arrivals(struct req *r)
{
	db_later(r, "arrivees", dress_arrivals,
		SQL("SELECT c.id, c.prenom, c.nom, MIN(m.debut) AS quand_iso,"
		    " MIN(og.titre) AS groupe"
		    " FROM " BESIDE_ME("m") " AND m.debut > UTC_DATE() - INTERVAL 30 DAY"
					    " AND m.debut >"
					    " COALESCE((SELECT DATE(MIN(fin)) FROM sync_tour"
					    " WHERE etat = 'fait'"
					    " AND nb_crees > 0), '1000-01-01')"
					    " JOIN contact c ON c.id = m.contact_id AND c.acces > 0"
					    " JOIN objet o ON o.id = c.id"
					    " JOIN objet og ON og.id = m.groupe_id"
					    " WHERE c.id <> ? AND " SEES(
						    "o") " GROUP BY c.id"
							 " ORDER BY quand_iso DESC, c.tri LIMIT 6"),
		I(r->user.id), I(r->user.id), ME(r));
}

static void
figure(struct req *r, int n, int64_t value, const char *libelle)
{
	struct row *row = row_nth(r, "chiffres", n);

	row_say_int(row, "valeur", value);
	row_say(row, "libelle", libelle);
}

/* Who is interested is told who welcomes her (the one she was given to first), whom she may write
 * to, in which groups, and what takes place near her. */
static void
say_first_steps(struct req *r)
{
	db_list(r, "Accueil.gens",
		SQL("SELECT c.id, c.prenom, c.nom, og.titre AS groupe,"
		    " MAX(t.responsable_id <=> c.id) AS confie FROM " BESIDE_ME(
			    "m") " JOIN groupe_role gr ON gr.cle = m.role AND gr.coordination"
				 " JOIN contact c ON c.id = m.contact_id"
				 " JOIN objet oc ON oc.id = c.id"
				 " JOIN objet og ON og.id = m.groupe_id AND og.archive_le IS NULL"
				 " LEFT JOIN relais t ON t.contact_id = moi.contact_id"
				 " AND t.groupe_id = m.groupe_id WHERE " ECRIT_A
				 " GROUP BY c.id ORDER BY confie DESC, c.tri LIMIT 3"),
		I(r->user.id), ECRIRE_ME(r));
	visages(r, "Accueil.gens", "id");
	db_list(r, "Accueil.groupes",
		SQL("SELECT DISTINCT o.id, o.titre FROM " OWN_MEMBERSHIPS(
			"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
			     " ORDER BY o.titre LIMIT 3"),
		I(r->user.id));
	rendezvous_say_near(r, "Accueil.pres");
}

static void
dress_figures(struct req *r, const char *name)
{
	struct row *row = row_first(r, name);

	figure(r, 0, row_id(row, "benevoles"), "bénévoles");
	figure(r, 1, row_id(row, "groupes"), "groupes");
}

/* The same for everybody: hidden groups do not count (appartenance.h). */
static void
say_figures(struct req *r)
{
	db_later(r, "Comptes", dress_figures,
		SQL("SELECT (SELECT COUNT(*) FROM contact WHERE acces = 2) AS benevoles,"
		    " (SELECT COUNT(*) FROM groupe g JOIN objet o ON o.id = g.id"
		    " WHERE o.archive_le IS NULL AND g.type <> 'ensemble'"
		    " AND g.ouverture <> 'cache') AS groupes"));
}

static int
accueil_show(struct req *r)
{
	say(r, "aujourdhui", text_day_named(&r->mem, clock_now()));
	rendezvous_say_mine(r, "rdv");
	actualite_say_home(r, "actualites");
	say_where(r);
	if (r->user.level >= MEMBER) {
		say_arrivals(r);
		say_figures(r);
	}
	say_to_do(r);
	if (r->user.level < MEMBER)
		say_first_steps(r);
	archive_say_last(r, "lettre");
	say_feed(r);
	if (*said(r, "fil.0.id") == '\0' && r->user.level >= MEMBER)
		say_groups(r);
	title(r, "Accueil");
	return page(r, "accueil/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, accueil_show },
	{ 0 },
};

const struct area accueil_area = { "accueil", ROUTES(routes) };
