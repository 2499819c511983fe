/* public.c - the pages that are open to everybody */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/agenda/duree.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/traitement.h"
#include "domain/notifications/desinscription.h"
#include "domain/objets/texte.h"
#include "domain/socle/page_texte.h"
#include "web/probleme.h"
#include "web/reply.h"
#include "web/route.h"

static const struct {
	const char *name, *title;
} pages[] = {
	{ "plan", "Plan du site" },
	{ "accessibilite", "Accessibilité" },
	{ "donnees", "Vos données" },
	{ "ecoconception", "Écoconception" },
	{ "contact", "Contacter le Siège" },
};

/* A certificate of hours, checked by its number; her name in part. */
static int
public_attestation(struct req *r)
{
	const char *nom = "", *prenom = "", *le = "";
	int64_t minutes = 0;

	if (db_one(r, "attestation", SQL("SELECT numero, annee FROM attestation WHERE numero = ?"),
		    S(text_key(r->caught[0]))) &&
		db_read(r,
			SQL("SELECT c.prenom, c.nom, a.minutes, a.cree_le FROM attestation a"
			    " JOIN contact c ON c.id = a.contact_id WHERE a.numero = ?"),
			INTO(TO(&prenom), TO(&nom), TO(&minutes), TO(&le)),
			S(text_key(r->caught[0])))) {
		say(r, "attestation.qui",
			arena_printf(&r->mem, "%s %s.", prenom, text_initials(&r->mem, nom, "")));
		say(r, "attestation.duree", duree_words(&r->mem, minutes));
		say(r, "attestation.jour",
			text_day(&r->mem, text_iso_at(&r->mem, clock_parse(le))));
	}
	title(r, "Vérifier une attestation");
	page(r, "public/attestation.cs");
	return r->status = *le != '\0' ? 200 : 404;
}

/* A page whose words are the association's. */
static int
written(struct req *r, const struct page_texte *p)
{
	const char *texte = page_texte(r, p->nom);

	title(r, "%s", p->titre);
	if (*texte == '\0' && p->gabarit)
		return page(r, arena_printf(&r->mem, "public/%s.cs", p->nom));
	say(r, "Ecrite.titre", p->titre);
	say(r, "Ecrite.Html",
		texte_html_niveau(r, *texte != '\0' ? texte : page_texte_usuel(r, p->nom), 2));
	return page(r, "public/ecrite.cs");
}

static int
public_show(struct req *r)
{
	const struct page_texte *own = page_texte_find(r->caught[0]);

	if (own != NULL)
		return written(r, own);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (strcmp(r->caught[0], pages[i].name) == 0) {
			if (r->user.id != 0 && strcmp(pages[i].name, "contact") == 0)
				return redirect(r, "/messages/siege");
			probleme_say(r);
			dpo_say(r);
			if (strcmp(pages[i].name, "donnees") == 0)
				traitements_say(r, "traitements");
			title(r, "%s", pages[i].title);
			return page(r, arena_printf(&r->mem, "public/%s.cs", pages[i].name));
		}
	return not_found(r);
}

static void
say_kind(struct req *r, const char *genre)
{
	say(r, "desinscription.genre", genre);
	desinscription_say(r, "desinscription.genres", genre);
}

/* A link of a mail: shows what it leaves, and the button; following it changes nothing. */
static int
public_leave(struct req *r)
{
	const char *genre = desinscription_genre(r, r->caught[0]);

	if (genre == NULL)
		return not_found(r);
	say(r, "desinscription.jeton", r->caught[0]);
	say_kind(r, genre);
	title(r, "Ne plus recevoir ces messages");
	return page(r, "public/sans_courriel.cs");
}

/* Sent by the button, or by the mail program itself (RFC 8058): the token is the proof. */
static int
public_left(struct req *r)
{
	if (!desinscription_do(r, r->caught[0]))
		return not_found(r);
	say(r, "desinscription.fait", "1");
	say_kind(r, desinscription_genre(r, r->caught[0]));
	title(r, "Vous ne recevrez plus ces messages");
	return page(r, "public/sans_courriel.cs");
}

/* The link of the mail that tells of it: the button that undoes it. */
static int
public_back(struct req *r)
{
	const char *genre = desinscription_rendue(r, r->caught[0]);

	if (genre == NULL)
		return not_found(r);
	say(r, "desinscription.jeton", r->caught[0]);
	say_kind(r, genre);
	title(r, "Recevoir de nouveau ces messages");
	return page(r, "public/avec_courriel.cs");
}

static int
public_undone(struct req *r)
{
	if (!desinscription_undo(r, r->caught[0]))
		return not_found(r);
	say(r, "desinscription.fait", "1");
	say_kind(r, desinscription_rendue(r, r->caught[0]));
	title(r, "Vous recevrez de nouveau ces messages");
	return page(r, "public/avec_courriel.cs");
}

extern const struct route public_conservation_routes[], public_evenement_routes[],
	public_fichiers_routes[], public_inscription_routes[], public_lettres_routes[];

static const struct route routes[] = {
	{ GET, "attestations/:numero", PUBLIC, public_attestation },
	{ GET, "sans-courriel/:jeton", PUBLIC, public_leave, .secret = true },
	{ POST, "sans-courriel/:jeton", PUBLIC, public_left, .unsigned_post = true,
		.secret = true },
	{ GET, "avec-courriel/:jeton", PUBLIC, public_back, .secret = true },
	{ POST, "avec-courriel/:jeton", PUBLIC, public_undone, .unsigned_post = true,
		.secret = true },
	{ GET, ":page", PUBLIC, public_show },
	{ 0 },
};

const struct area public_area = { "public",
	ROUTES(routes, public_conservation_routes, public_evenement_routes, public_fichiers_routes,
		public_inscription_routes, public_lettres_routes) };
