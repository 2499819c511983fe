/* contacts.c - the page of one person: what the reader may know, and what may be changed here */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/acces/appartenance.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/note.h"
#include "domain/socle/journal.h"
#include "domain/contacts/parcours.h"
#include "domain/messages/conversation.h"
#include "domain/notifications/courriel.h"
#include "domain/objets/etiquette.h"
#include "web/consultation.h"
#include "web/reply.h"

enum { LAST = 6 }; /* steps on the first page */

static const struct {
	const char *bloc, *titre;
} blocs[] = {
	{ "coordonnees", "Coordonnées" },
	{ "engagement", "Engagement" },
	{ "identite", "Identité" },
};

static bool
in_head(const struct champ *c)
{
	return strcmp(c->cle, "prenom") == 0 || strcmp(c->cle, "nom") == 0 ||
		strcmp(c->cle, "bio") == 0;
}

static void
say_piece(struct req *r, struct row *row, unsigned n, const char *s, const char *end,
	const char *e164)
{
	const char *at = arena_printf(&r->mem, "tels.%u", n);

	row_say(row, arena_printf(&r->mem, "%s.mots", at),
		arena_printf(&r->mem, "%.*s", (int) (end - s), s));
	if (e164 != NULL)
		row_say(row, arena_printf(&r->mem, "%s.tel", at), e164);
}

/* What was written, each number in it a link to call. */
static void
say_phones(struct req *r, struct row *row, const char *text)
{
	const char *s = text, *end = text, *start = text, *e164;
	unsigned n = 0;

	while ((e164 = text_phone_next(&r->mem, &end, &start)) != NULL) {
		if (start > s)
			say_piece(r, row, n++, s, start, NULL);
		say_piece(r, row, n++, start, end, e164);
		s = end;
	}
	if (n > 0 && *s != '\0')
		say_piece(r, row, n, s, s + strlen(s), NULL);
}

/* A link to call, to write or to follow, for who reads on a telephone. */
static void
say_link(struct req *r, struct row *row, const struct champ *c, const char *text)
{
	if (c->genre == G_COURRIEL && strpbrk(text, " <>\"?&") == NULL)
		row_say(row, "lien", arena_printf(&r->mem, "mailto:%s", text));
	if (c->genre == G_TELEPHONE)
		say_phones(r, row, text);
	if (c->genre == G_LIEN)
		row_say(row, "lien", text);
}

/* The fields of one block that hold something that the reader may read. */
static void
say_bloc(struct req *r, const struct modele *m, const struct personne *p, const char *bloc,
	const char *titre, int *n)
{
	struct row *into = row_nth(r, "blocs", *n);
	bool crm = true;
	int shown = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];
		const char *text = contact_text(&r->mem, m, p, c);
		struct row *row;

		if (strcmp(c->bloc, bloc) != 0 || in_head(c) || *text == '\0')
			continue;
		row = row_in(into, arena_printf(&r->mem, "champs.%d", shown++));
		row_say(row, "cle", c->cle);
		row_say(row, "libelle", c->libelle);
		row_say(row, "valeur", text);
		say_link(r, row, c, text);
		crm = crm && c->crm;
	}
	if (shown == 0) {
		unsay(r, arena_printf(&r->mem, "blocs.%d", *n));
		return;
	}
	row_say(into, "titre", titre);
	row_say(into, "origine", crm ? "hubspot" : "plateforme");
	(*n)++;
}

/* Groups and roles, now and before, of groups that the reader may know of. */
static void
say_missions(struct req *r, int64_t id)
{
	db_list(r, "missions",
		SQL("SELECT o.id AS groupe_id, o.titre, COALESCE(g.titre, m.role) AS role, m.debut,"
		    " m.fin FROM " MEMBERSHIPS(
			    "m") " JOIN objet o ON o.id = m.groupe_id"
				 " LEFT JOIN groupe_role g ON g.cle = m.role WHERE m.contact_id = ?"
				 " AND NOT (m.role = 'membre' AND " IN_ANOTHER_ROLE(
					 "m") ")"
					      " ORDER BY m.fin IS NOT NULL, m.debut DESC, o.titre"
					      " LIMIT 40"),
		ME(r), I(id));
	for (struct row *m = row_first(r, "missions"); m != NULL; m = row_next(m)) {
		row_say(m, "depuis", text_day_near(&r->mem, row_text(m, "debut"), clock_now()));
		if (*row_text(m, "fin") != '\0')
			row_say(m, "jusqu_a",
				text_day_near(&r->mem, row_text(m, "fin"), clock_now()));
	}
}

/* What the person can do and would like to: fields of her profile, value by value. */
static void
say_profile(struct req *r, const struct modele *m, const struct personne *p)
{
	struct option values[CHOICES];
	unsigned at = 0;

	for (unsigned i = 0; i < m->n; i++) {
		const struct champ *c = &m->champs[i];
		unsigned n =
			strcmp(c->bloc, "profil") != 0 || in_head(c) || c->genre == G_ETIQUETTES ?
			0 :
			contact_values(&r->mem, m, p, c, values, CHOICES);
		struct row *row;

		if (n == 0)
			continue;
		row = row_nth(r, "profil", at++);
		row_say(row, "libelle", c->libelle);
		say_link(r, row, c, values[0].libelle);
		for (unsigned k = 0; k < n; k++)
			row_say(row,
				arena_printf(&r->mem,
					c->genre == G_CHOIX_MULTIPLE ? "tags.%u" : "textes.%u", k),
				values[k].libelle);
	}
}

static void
say_history(struct req *r, const struct modele *m, const struct personne *p)
{
	struct etapes e = parcours_read(r, m, p, "");

	parcours_drop_initial(&e);
	parcours_say(r, &e, "histoire", 0, LAST);
}

/* A circle of nobody sees nothing. */
#define PEOPLED(p) "EXISTS (SELECT 1 FROM contact_public cp_ WHERE cp_.public_id = " p ".id)"

/* Who sees this person, in words: the first publics of the list that the rights test reads, and
 * how many more there are (/acces/ID names them all). */
static void
say_seen_by(struct req *r, int64_t id)
{
	const char *who = db_string(r,
		SQL("SELECT SUBSTRING_INDEX(GROUP_CONCAT(DISTINCT p.titre"
		    " ORDER BY a.droit, p.id SEPARATOR ' · '), ' · ', 2) FROM objet o"
		    " JOIN acces a ON a.liste_id = o.liste_id JOIN public p ON p.id = a.public_id"
		    " WHERE o.id = ? AND " PEOPLED("p") " AND " PUBLIC_SEEN("p")),
		I(id), ME(r));

	if (who == NULL)
		return;
	say(r, "contact.vu_par", who);
	say_int(r, "contact.vu_par_autres",
		db_int(r,
			SQL("SELECT GREATEST(COUNT(DISTINCT p.titre) - 2, 0) FROM objet o"
			    " JOIN acces a ON a.liste_id = o.liste_id"
			    " JOIN public p ON p.id = a.public_id WHERE o.id = ? AND " PEOPLED(
				    "p") " AND " PUBLIC_SEEN("p")),
			I(id), ME(r)));
}

void
contacts_sync_age(struct req *r)
{
	const char *last = db_string(r, SQL("SELECT MAX(fin) FROM sync_tour WHERE etat = 'fait'"));

	if (last != NULL)
		say(r, "sync.age",
			arena_printf(&r->mem, "À jour %s",
				text_when(&r->mem, clock_parse(last), clock_now())));
}

static int
contact_json(struct req *r, const struct modele *m, const struct personne *p)
{
	const struct champ *fields[FIELDS_MAX];
	unsigned n = 0;

	for (unsigned i = 0; i < m->n && n < FIELDS_MAX; i++)
		fields[n++] = &m->champs[i];
	contact_say(r, m, p, row_page(r), fields, n);
	say_missions(r, p->id);
	return page(r, "");
}

static int
contacts_show(struct req *r)
{
	const struct modele *m = modele(r);
	struct personne p;
	int n = 0, slowed;

	if (caught_id(r, 0) != r->user.id && (slowed = consultation(r, 1)) != 0)
		return slowed;
	if (!contact_find(r, caught_id(r, 0), &p))
		return not_found(r);
	if (p.id != r->user.id)
		consultation_note(r, p.id);
	if (r->format == JSON)
		return contact_json(r, m, &p);
	contacts_top(r, m, &p, "");
	for (size_t i = 0; i < sizeof blocs / sizeof *blocs; i++)
		say_bloc(r, m, &p, blocs[i].bloc, blocs[i].titre, &n);
	say_missions(r, p.id);
	say_profile(r, m, &p);
	say_history(r, m, &p);
	if (note_may(r, p.id) && note_list(r, "notes", p.id, 2) > 0)
		journal_seldom(r, "contact.lecture_notes", p.id, NULL, 1);
	contacts_sync_age(r);
	if (p.relation > 1)
		say_seen_by(r, p.id);
	if (p.relation >= 3 && courriel_error(r, p.id) != NULL)
		say(r, "contact.adresse_erreur", "1");
	if (p.relation >= champ_find(m, "etiquettes")->lecture)
		etiquette_dress(r, p.id);
	if (p.id == r->user.id)
		say(r, "contact.corriger", "1");
	else if (strcmp(p.text[P_STATUT], "prospect") == 0)
		accueil_of(r, "Accueils", p.id);
	if (conversation_writes_to(r, p.id))
		say(r, "contact.ecrire",
			arena_printf(&r->mem, "/messages/nouveau?a=%" PRId64, p.id));
	return page(r, "contacts/fiche.cs");
}

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, contacts_show },
	{ 0 },
};

extern const struct route contacts_accueil_routes[], contacts_corriger_routes[],
	contacts_discretion_routes[], contacts_donnees_routes[], contacts_mentions_routes[],
	contacts_modifier_routes[], contacts_notes_routes[], contacts_parcours_routes[],
	contacts_qui_routes[], contacts_silence_routes[];

const struct area contacts_area = { "contacts",
	ROUTES(routes, contacts_accueil_routes, contacts_corriger_routes,
		contacts_discretion_routes, contacts_donnees_routes, contacts_mentions_routes,
		contacts_modifier_routes, contacts_notes_routes, contacts_parcours_routes,
		contacts_qui_routes, contacts_silence_routes) };
