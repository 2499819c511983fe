/* moi.c - one's own page of the dashboard: my missions, what I did, my segments */

#include <inttypes.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/annuaire/segment.h"
#include "domain/groupes/groupe.h"
#include "tableau_de_bord/tableau_de_bord.h"
#include "web/reply.h"
#include "web/route.h"

enum { SEGMENTS_SHOWN = 6 };

static void
say_missions(struct req *r)
{
	db_list(r, "missions",
		SQL("SELECT o.id, IF(" SEES(
			"o") ", o.titre, NULL) AS titre, t.titre AS type,"
			     " t.teinte, m.role, MIN(m.debut) AS debut,"
			     " IF(MAX(m.fin IS NULL), NULL, MAX(m.fin)) AS fin FROM " LIFE(
				     "m") " JOIN objet o ON o.id = m.groupe_id"
					  " JOIN groupe g ON g.id = o.id"
					  " JOIN groupe_type t ON t.cle = g.type"
					  " GROUP BY o.id, m.role ORDER BY fin IS NOT NULL,"
					  " debut DESC LIMIT 30"),
		ME(r), I(r->user.id));
	groupe_say_sigles(r, "missions");
	for (struct row *m = row_first(r, "missions"); m != NULL; m = row_next(m)) {
		const char *fin = row_text(m, "fin");

		row_say(m, "debut_jour", text_day_near(&r->mem, row_text(m, "debut"), clock_now()));
		if (*fin != '\0')
			row_say(m, "fin_jour", text_day_near(&r->mem, fin, clock_now()));
	}
}

/* What I did on the platform, by kinds of things that people have a word for. */
static void
say_gestures(struct req *r)
{
	db_list(r, "gestes",
		SQL("SELECT CASE WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('contact', 'lot')"
		    " THEN 'fiches' WHEN SUBSTRING_INDEX(acte, '.', 1) = 'compte' THEN 'compte'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('etiquette', 'objet')"
		    " THEN 'etiquettes'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('groupe', 'membre') THEN 'groupes'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) = 'import' THEN 'imports'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('publication', 'commentaire',"
		    " 'sondage') THEN 'fil'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('message', 'messages', 'conversation')"
		    " THEN 'messages' WHEN SUBSTRING_INDEX(acte, '.', 1) = 'tache' THEN 'actions'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) IN ('relais', 'nouvelles') THEN 'accueil'"
		    " WHEN SUBSTRING_INDEX(acte, '.', 1) = 'note' THEN 'notes' ELSE 'autres'"
		    " END AS sorte, COUNT(*) AS n FROM journal"
		    " WHERE acteur_id = ? AND quand > UTC_TIMESTAMP() - INTERVAL 1 YEAR"
		    " AND acte NOT LIKE 'connexion.%' AND acte NOT LIKE '%export'"
		    " AND acte <> 'import.lignes'"
		    " GROUP BY 1 ORDER BY sorte = 'autres', n DESC"),
		I(r->user.id));
}

/* The segments that I made, the last used first: how many people each finds, and its list. */
static void
say_segments(struct req *r)
{
	db_list(r, "segments",
		SQL("SELECT o.id, o.titre FROM objet o JOIN segment s ON s.id = o.id"
		    " WHERE o.genre = 'segment' AND o.archive_le IS NULL AND o.cree_par = ?"
		    " ORDER BY s.utilise_le IS NULL, s.utilise_le DESC, o.titre, o.id"
		    " LIMIT ?"),
		I(r->user.by == 0 ? r->user.id : 0), I(SEGMENTS_SHOWN));
	for (struct row *s = row_first(r, "segments"); s != NULL; s = row_next(s)) {
		struct filtre *f = segment_filtre(r, row_id(s, "id"));

		if (f != NULL)
			row_say(s, "texte", bord_number(r, filtre_count(r, f, 0)));
		row_say(s, "url", arena_printf(&r->mem, "/annuaire?segment=%s", row_text(s, "id")));
	}
}

/* My missions, today's and those before, what I did on the platform, my segments. */
static int
tableau_de_bord_moi(struct req *r)
{
	say_missions(r);
	db_one(r, "moi",
		SQL("SELECT COUNT(DISTINCT IF(fin IS NULL, groupe_id, NULL)) AS groupes,"
		    " COUNT(DISTINCT IF(fin IS NULL, CONCAT(groupe_id, role), NULL)) AS missions,"
		    " COUNT(DISTINCT IF(fin IS NULL, NULL, id)) AS terminees, MIN(debut) AS debut"
		    " FROM " LIFE("m")),
		I(r->user.id));
	if (*said(r, "moi.debut") != '\0')
		say(r, "moi.depuis", text_day(&r->mem, said(r, "moi.debut")));
	say_gestures(r);
	say_segments(r);
	title(r, "Ma page");
	return page(r, "tableau_de_bord/moi.cs");
}

const struct route tableau_de_bord_moi_routes[] = {
	{ GET, "moi", PROSPECT, tableau_de_bord_moi },
	{ 0 },
};
