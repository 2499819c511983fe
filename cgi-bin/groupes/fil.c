/* fil.c - the feed of a group, and each publication on its page */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/acces/droit.h"
#include "domain/actualites/actualite.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/silence.h"
#include "domain/agenda/rendezvous.h"
#include "domain/fil/fil.h"
#include "domain/fil/priorite.h"
#include "domain/fil/publication.h"
#include "domain/notifications/abonnement.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/nommes.h"
#include "domain/objets/signalement.h"
#include "groupes/groupes.h"
#include "web/reply.h"

/* ---- beside the feed ---- */

static void
dress_team(struct req *r, const char *name)
{
	struct buffer all = { &r->mem };

	visages(r, name, "id");
	for (struct row *p = row_first(r, name); p != NULL; p = row_next(p))
		buffer_puts(&all,
			arena_printf(&r->mem, "%sa=%s", all.n > 0 ? "&" : "", row_text(p, "id")));
	say(r, "Equipe.ecrire", arena_printf(&r->mem, "/messages/nouveau?%s", buffer_text(&all)));
}

/* Who coordinates and who is référent-e, as far as the reader sees them. */
static void
say_team(struct req *r, int64_t id)
{
	db_later(r, "equipe", dress_team,
		SQL("SELECT c.id, c.prenom, c.nom, MIN(m.role) AS role FROM membre m"
		    " JOIN contact c ON c.id = m.contact_id"
		    " JOIN objet o ON o.id = c.id WHERE m.groupe_id = ? AND m.fin IS NULL"
		    " AND m.role <> 'membre' AND " SEES(
			    "o") " GROUP BY c.id"
				 " ORDER BY MIN(m.role), c.tri LIMIT 5"),
		I(id), ME(r));
}

/* Whom to welcome, whom to ask for news, writing to all: for who looks after the group. */
static void
say_care(struct req *r, int64_t id)
{
	int welcomes = 0, writes = 0;

	if (strcmp(said(r, "groupe.type_cle"), "ensemble") == 0 ||
		strcmp(said(r, "groupe.etat"), "archive") == 0)
		return;
	if (droit(r, "prospects") != NULLE_PART || droit(r, "messages") != NULLE_PART)
		db_read(r,
			SQL("SELECT ? OR " DROIT_SUR("g.id") ", " DROIT_SUR(
				"g.id") " FROM groupe g WHERE g.id = ?"),
			INTO(TO(&welcomes), TO(&writes)), I(r->user.level >= STAFF), I(r->user.id),
			S("prospects"), I(r->user.id), S("messages"), I(id));
	if (welcomes)
		say_int(r, "Soin.accueil", accueil_count(r, "tous", id));
	if (writes)
		say(r, "Soin.ecrire", "1");
	if (welcomes && silence_may(r, id))
		say(r, "Soin.silence", "1");
	if (welcomes && droit(r, "imports") != NULLE_PART)
		say(r, "Soin.imports", "1");
}

static void
say_beside(struct req *r, int64_t id)
{
	say_care(r, id);
	if (groupes_droit(r) >=
		VOIR) /* who sees the page of a closed group does not read what it is about */
		priorite_say(r, id);
	say_team(r, id);
	if (groupes_droit(r) >= GERER)
		say_int(r, "Signalements", signalement_count(r, id));
}

/* "Lu par 18/23" is for who coordinates alone. */
static void
say_readings(struct req *r, const char *list)
{
	for (struct row *row = row_first(r, list); row != NULL && groupes_droit(r) >= GERER;
		row = row_next(row)) {
		if (!row_int(row, "important"))
			continue;
		row_say_int(row, "lectures",
			db_int(r, SQL("SELECT COUNT(*) FROM lecture WHERE objet_id = ?"),
				I(row_id(row, "id"))));
		row_say_int(row, "membres",
			db_int(r,
				SQL("SELECT COUNT(DISTINCT m.contact_id) FROM membre m"
				    " JOIN contact c ON c.id = m.contact_id"
				    " WHERE m.groupe_id = ? AND m.fin IS NULL AND c.acces > 0"),
				I(row_id(row, "groupe_id"))));
	}
}

/* ---- the feed ---- */

static int
groupes_show(struct req *r)
{
	int64_t id = caught_id(r, 0), avant = strtoll(param(r, "avant"), NULL, 10);
	struct fil pinned = { 0 }, f;
	int room;

	if (!groupes_load(r, id, "fil"))
		return not_found(r);
	rendezvous_say_group(r, "rdv", id);
	actualite_say_group(r, "actualites", id);
	say_beside(r, id);
	if (groupes_droit(r) >= VOIR) {
		if (avant <= 0)
			fil_pinned(r, &pinned, id);
		fil_of_group(r, &f, id, avant);
		fil_say(r, "epingles", &pinned, false);
		room = FIL_PAR - (row_first(r, "rdv") != NULL) - /* which weigh about as a post */
			(row_first(r, "actualites") != NULL);
		if (f.n > room - pinned.n) {
			f.n = room - pinned.n;
			f.suite = true;
		}
		fil_say(r, "items", &f, false);
		say_readings(r, "items");
		say_readings(r, "epingles");
		if (f.suite)
			say(r, "Suite",
				arena_printf(&r->mem, "/groupes/%" PRId64 "?avant=%" PRId64, id,
					f.ids[f.n - 1]));
	}
	say_int(r, "Suivi.objet", id);
	say_int(r, "Suivi.etat", abonnement_of(r, id, r->user.id));
	say(r, "Retour", arena_printf(&r->mem, "/groupes/%" PRId64, id));
	return groupes_page(r, "groupes/fil.cs");
}

/* ---- one publication ---- */

/* Is that a publication of that group, for the reader?  groupe and Droit are said. */
static bool
load(struct req *r, int64_t groupe, int64_t id)
{
	return groupes_load(r, groupe, "fil") &&
		db_int(r,
			SQL("SELECT 1 FROM publication p JOIN objet o ON o.id = p.id WHERE p.id = ?"
			    " AND p.groupe_id = ? AND " SEES("o")),
			I(id), I(groupe), ME(r));
}

/* The same, and all it shows as "items.0". */
bool
groupes_publication(struct req *r, int64_t groupe, int64_t id)
{
	struct fil f = { .ids = { id }, .n = 1 };

	if (!load(r, groupe, id))
		return false;
	fil_say(r, "items", &f, true);
	say_readings(r, "items");
	return true;
}

int
groupes_show_publication(struct req *r)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1);
	const char *titre;

	if (!groupes_publication(r, groupe, id))
		return not_found(r);
	etiquette_dress(r, id);
	say_int(r, "Suivi", abonnement_of(r, id, r->user.id));
	say(r, "Reponse", param(r, "reponse"));
	say(r, "Retour",
		arena_printf(&r->mem, "/groupes/%" PRId64 "/publications/%" PRId64, groupe, id));
	commentaire_say(r, id, param(r, "avant"), said(r, "Retour"));
	titre = said(r, "items.0.titre");
	title(r, "%s",
		*titre != '\0' ? text_cut(&r->mem, titre, 120) :
				 arena_printf(&r->mem, "Publication %s",
					 text_de(&r->mem, said(r, "items.0.auteur"))));
	return page(r, "groupes/publication.cs");
}

static int
groupes_pin(struct req *r)
{
	int64_t groupe = caught_id(r, 0), id = caught_id(r, 1);
	bool up = strcmp(param(r, "haut"), "1") == 0;

	if (!load(r, groupe, id))
		return not_found(r);
	if (groupes_droit(r) < GERER)
		return forbidden(r);
	return redirect(r, "/groupes/%" PRId64 "/publications/%" PRId64 "?fait=%s", groupe, id,
		!publication_pin(r, id, up) ? "epingle-trop" :
			up                  ? "epingle" :
					      "depingle");
}

const struct route groupes_fil_routes[] = {
	{ GET, ":id", PROSPECT, groupes_show },
	{ GET, ":id/publications/:id", PROSPECT, groupes_show_publication },
	{ POST, ":id/publications/:id/epingle", PROSPECT, groupes_pin },
	{ 0 },
};
