/* avis.c - who is told of what people publish, say, confide to one another or report */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/notifications/abonnement.h"
#include "domain/notifications/notif.h"
#include "domain/objets/adresse.h"
#include "domain/objets/avis.h"
#include "domain/objets/texte.h"

/* Why a text that names so many people is not taken; NULL: it is. */
const char *
avis_refused(struct req *r, const char *texte)
{
	return texte_nomme(r, texte) > MENTIONS ?
		"Vingt personnes mentionnées au plus\u00A0: publiez plutôt pour tout le groupe." :
		NULL;
}

static const char *
me(struct req *r)
{
	return arena_printf(&r->mem, "%s %s", r->user.prenom != NULL ? r->user.prenom : "",
		r->user.nom != NULL ? r->user.nom : "");
}

/* What is spoken of. */
struct sujet {
	const char *url, *titre, *groupe;
	int64_t cadre, auteur; /* 0: none */
};

static struct sujet
about(struct req *r, int64_t id)
{
	struct sujet s = { .url = "", .titre = "", .groupe = "" };
	const char *genre = "";

	db_read(r,
		SQL("SELECT o.titre, o.genre, o.cadre_id, o.cree_par, g.titre FROM objet o"
		    " LEFT JOIN objet g ON g.id = o.cadre_id WHERE o.id = ?"),
		INTO(TO(&s.titre), TO(&genre), TO(&s.cadre), TO(&s.auteur), TO(&s.groupe)), I(id));
	s.url = adresse(r, genre, id, s.cadre);
	s.titre = text_cut(&r->mem, s.titre, 80);
	return s;
}

/* Those whom the text names and who may read the objet, before anybody else. */
static void
mentions(struct req *r, const char *texte, int64_t objet_id, const char *url, const char *where)
{
	int64_t ids[MARKDOWN_MENTIONS], ev;
	unsigned n = texte_mentions(r, texte, objet_id, ids);

	if (n == 0)
		return;
	ev = notif_event(r, "mention", objet_id, url,
		arena_printf(&r->mem, "%s vous mentionne dans «\u00A0%s\u00A0»", me(r), where));
	notif_excerpt(r, ev, texte_brut(r, texte));
	for (unsigned i = 0; i < n; i++)
		notif_to(r, ev, ids[i]);
}

/* The members of the group, and those it names; who wrote it follows the answers. */
void
avis_publication(struct req *r, int64_t id, const char *texte)
{
	struct sujet s = about(r, id);
	bool important =
		db_int(r, SQL("SELECT important FROM publication WHERE id = ?"), I(id)) != 0;
	int64_t ev;

	mentions(r, texte, id, s.url, s.titre);
	ev = notif_event(r, important ? "important" : "publication", id, s.url,
		arena_printf(
			&r->mem, "%s a publié «\u00A0%s\u00A0» dans %s", me(r), s.titre, s.groupe));
	notif_excerpt(r, ev, texte_brut(r, texte));
	notif_to_members(r, ev, s.cadre);
	notif_to_followers(r, ev, s.cadre);
	if (r->user.id != 0)
		abonnement_begin(r, id, r->user.id);
}

/* Those who follow what it speaks of, or its whole group, and those it names. */
void
avis_commentaire(struct req *r, int64_t id, int64_t sur_id, const char *texte)
{
	struct sujet s = about(r, sur_id);
	const char *url = arena_printf(&r->mem, "%s#c-%" PRId64, s.url, id);
	int64_t ev;

	mentions(r, texte, sur_id, url, s.titre);
	ev = notif_event(r, "reponse", sur_id, url,
		arena_printf(&r->mem, "%s a répondu à «\u00A0%s\u00A0»", me(r), s.titre));
	notif_excerpt(r, ev, texte_brut(r, texte));
	notif_to_followers(r, ev, sur_id);
	notif_to_followers(r, ev, s.cadre);
	if (r->user.id != 0)
		abonnement_begin(r, sur_id, r->user.id);
}

/* Who wrote it. */
void
avis_reaction(struct req *r, int64_t objet_id)
{
	struct sujet s = about(r, objet_id);

	if (s.auteur != 0 && s.auteur != r->user.id)
		notif_to(r,
			notif_event(r, "reaction", objet_id, s.url,
				arena_printf(
					&r->mem, "%s réagit à «\u00A0%s\u00A0»", me(r), s.titre)),
			s.auteur);
}

/* Whom it is confided to. */
void
avis_tache(struct req *r, int64_t id, int64_t contact_id)
{
	struct sujet s = about(r, id);

	if (contact_id != r->user.id)
		notif_to(r,
			notif_event(r, "tache", id, s.url,
				arena_printf(&r->mem, "%s vous confie «\u00A0%s\u00A0»", me(r),
					s.titre)),
			contact_id);
	abonnement_begin(r, id, contact_id);
}

/* The nearest group, from that one up, that somebody else than the author and who asks coordinates;
 * that one when there is none: the staff's list shows it. */
static int64_t
judge(struct req *r, const struct sujet *s)
{
	int64_t up = db_int(r,
		SQL("SELECT t.ancetre_id FROM groupe_arbre t"
		    " JOIN membre m ON m.groupe_id = t.ancetre_id AND m.fin IS NULL"
		    " JOIN groupe_role l ON l.cle = m.role AND l.coordination"
		    " WHERE t.groupe_id = ? AND m.contact_id NOT IN (?, ?) ORDER BY t.distance"
		    " LIMIT 1"),
		I(s->cadre), I(s->auteur), I(r->user.id));

	return up != 0 ? up : s->cadre;
}

/* Who moderates, the author never; not who reports, nor what for. */
void
avis_signalement(struct req *r, int64_t objet_id)
{
	struct sujet s = about(r, objet_id);

	notif_to_coordination(r,
		notif_event(r, "moderation", objet_id,
			arena_printf(&r->mem, "/groupes/%" PRId64 "/signalements", s.cadre),
			arena_printf(&r->mem, "Un texte est à vérifier dans %s", s.groupe)),
		judge(r, &s));
}

/* Tell PEOPLE, rows of an id. */
static void
decided(struct req *r, int64_t objet_id, const char *url, const char *phrase, struct rows *people)
{
	int64_t ev = 0;

	while (db_next(people, &r->mem)) {
		if (ev == 0)
			ev = notif_event(r, "decision", objet_id, url, phrase);
		notif_to(r, ev, db_num(people, 0));
	}
}

/* What was decided of a text, before it is done: those who reported it, and who wrote it when it
 * goes; she does not learn who reported.  None of its words are repeated. */
void
avis_decision(struct req *r, int64_t objet_id, bool goes)
{
	struct sujet s = about(r, objet_id);

	decided(r, objet_id, s.url,
		arena_printf(&r->mem, "Votre signalement dans %s\u00a0: %s", s.groupe,
			goes ? "le texte est retiré" : "après lecture, le texte reste"),
		db_rows(r,
			SQL("SELECT DISTINCT contact_id FROM signalement WHERE objet_id = ?"
			    " AND etat = 'ouvert' AND contact_id IS NOT NULL AND contact_id <> ?"),
			I(objet_id), I(r->user.id)));
	if (goes)
		decided(r, objet_id, s.url,
			arena_printf(&r->mem,
				"%s a retiré un de vos textes dans %s, après un signalement", me(r),
				s.groupe),
			db_rows(r,
				SQL("SELECT cree_par FROM objet WHERE id = ?"
				    " AND cree_par IS NOT NULL"),
				I(objet_id)));
}
