/* nouveau.c - write to one person or to several, chosen one by one */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/acces/droit.h"
#include "domain/objets/fichier.h"
#include "domain/objets/nommes.h"
#include "messages/messages.h"
#include "web/form.h"
#include "web/reply.h"

enum { NEW_A_DAY = 60 };

struct chosen {
	int64_t ids[PARTICIPANTS];
	unsigned n;
};

/* Say the people of that name whom who asks may write to, as NAME. */
void
messages_find(struct req *r, const char *name, const char *q)
{
	struct nom nom;

	if (!nom_lit(r, q, &nom))
		return;
	db_list(r, name, SQL(NOMMES(ECRIT_A)), NOMMES_DE(r, nom), ECRIRE_ME(r));
	visages(r, name, "id");
}

/* Those of the address or of the form, if who asks may write to them; said as Choisies, and as
 * Ecartees how many were left out. */
static void
read_chosen(struct req *r, struct chosen *c)
{
	const char *s, *without = param(r, "sans");
	const char *name = param_nth(r, "p", 0) != NULL ? "p" : "a"; /* p: ticked in a list */

	int64_t left = 0;

	c->n = 0;
	for (unsigned i = 0; (s = param_nth(r, name, i)) != NULL && *s != '\0'; i++) {
		int64_t id = strtoll(s, NULL, 10);
		const char *at = arena_printf(&r->mem, "Choisies.%u", c->n);
		unsigned k = 0;

		while (k < c->n && c->ids[k] != id)
			k++;
		if (k < c->n || strcmp(s, without) == 0)
			continue;
		if (c->n == PARTICIPANTS - 1 || !conversation_writes_to(r, id)) {
			left++;
			continue;
		}
		c->ids[c->n++] = id;
		db_one(r, at, SQL("SELECT id, prenom, nom FROM contact WHERE id = ?"), I(id));
		visage(r, row_find(r, at), "id");
	}
	if (left > 0)
		say_int(r, "Ecartees", left);
}

/* "a=1&a=2": what the links of the page carry on. */
static void
say_links(struct req *r, const struct chosen *c)
{
	struct buffer all = { &r->mem };

	for (unsigned i = 0; i < c->n; i++)
		buffer_puts(&all, arena_printf(&r->mem, "a=%" PRId64 "&", c->ids[i]));
	say(r, "Suite.avec", arena_printf(&r->mem, "%sa=", buffer_text(&all)));
	say(r, "Suite.sans", arena_printf(&r->mem, "%ssans=", buffer_text(&all)));
}

static int
form_page(struct req *r, const struct chosen *c)
{
	say_links(r, c);
	messages_find(r, "Trouvees", param(r, "q"));
	say(r, "Q", param(r, "q"));
	db_list(r, "Groupes",
		SQL("SELECT o.id, o.titre, CONCAT('/messages/groupe?groupe=', o.id) AS url"
		    " FROM " OWN_MEMBERSHIPS("m") " JOIN objet o ON o.id = m.groupe_id"
						  " WHERE o.archive_le IS NULL AND " DROIT_SUR(
							  "o.id") " GROUP BY o.id"
								  " ORDER BY o.titre LIMIT 5"),
		I(r->user.id), I(r->user.id), S("messages"));
	if (droit(r, "messages") == PARTOUT)
		say(r, "Partout", "1");
	title(r, "Nouveau message");
	return page(r, "messages/nouveau.cs");
}

static int
messages_new(struct req *r)
{
	struct chosen c;

	read_chosen(r, &c);
	return form_page(r, &c);
}

static const char *
too_many(struct req *r)
{
	const char *why = message_pace(r);

	if (why == NULL &&
		db_int(r,
			SQL("SELECT COUNT(*) FROM objet WHERE genre = 'conversation'"
			    " AND cree_par = ?"
			    " AND cree_le > UTC_TIMESTAMP() - INTERVAL 1 DAY LOCK IN SHARE MODE"),
			I(r->user.id)) >= NEW_A_DAY)
		why = "Vous avez ouvert beaucoup de conversations aujourd’hui\u00A0: continuez"
		      " demain.";
	return why;
}

static int64_t
open_with(struct req *r, const struct chosen *c, const char *titre)
{
	int64_t id;

	if (c->n == 1 && *titre == '\0')
		return conversation_between(r, c->ids[0]);
	id = conversation_open(r, "personnes", titre);
	for (unsigned i = 0; i < c->n; i++)
		conversation_add(r, id, c->ids[i]);
	return id;
}

static int
messages_open(struct req *r)
{
	const char *texte = "", *titre = "", *why;
	const struct field fields[] = {
		{ "titre", LINE(&titre), .max = 120 },
		{ "texte", TEXT(&texte), REQUIRED, .max = MESSAGE_LONG },
		{ 0 },
	};
	struct chosen c;
	int64_t id, sent;

	read_chosen(r, &c);
	form_read(r, fields);
	if (c.n == 0)
		form_error(r, "general", "Choisissez au moins une personne à qui écrire.");
	if ((why = fichiers_refused(r, "fichiers")) != NULL)
		form_error(r, "fichiers", why);
	if ((why = too_many(r)) != NULL)
		form_error(r, "texte", why);
	if (r->invalid)
		return form_page(r, &c);
	id = open_with(r, &c, titre);
	sent = message_send(r, &(struct envoi) { id, texte });
	message_attach_uploads(r, sent, id, "fichiers");
	return redirect(r, "/messages/%" PRId64, id);
}

const struct route messages_nouveau_routes[] = {
	{ GET, "nouveau", PROSPECT, messages_new },
	{ POST, "nouveau", PROSPECT, messages_open },
	{ 0 },
};
