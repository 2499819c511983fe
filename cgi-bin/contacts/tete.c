/* tete.c - the top of every page of a person: who she is, in which groups, and the tabs */

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/acces/appartenance.h"
#include "domain/contacts/note.h"
#include "web/reply.h"

void
contacts_head(struct req *r, const struct modele *m, const struct personne *p)
{
	static const char *const names[] = { "prenom", "nom", "bio" };

	say_int(r, "contact.id", p->id);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		say(r, arena_printf(&r->mem, "contact.%s", names[i]),
			contact_text(&r->mem, m, p, champ_find(m, names[i])));
	say(r, "contact.initiales",
		text_initials(&r->mem, said(r, "contact.prenom"), said(r, "contact.nom")));
	say_int(r, "contact.teinte", text_hue(p->id));
	title(r, "%s %s", said(r, "contact.prenom"), said(r, "contact.nom"));
}

/* "12 octobre 2026" without its day. */
static const char *
month(struct req *r, const char *iso)
{
	const char *day = text_day(&r->mem, iso), *space = strstr(day, "\u00A0");

	return space != NULL ? space + strlen("\u00A0") : day;
}

/* What she is, since when, where: as far as the reader may know. */
static void
say_summary(struct req *r, const struct modele *m, const struct personne *p)
{
	const struct champ *statut = champ_find(m, "statut");
	const char *since;
	char *word;

	say(r, "contact.type", contact_text(&r->mem, m, p, champ_find(m, "type_contact")));
	say(r, "contact.ville", contact_text(&r->mem, m, p, champ_find(m, "ville")));
	word = arena_strdup(&r->mem, contact_text(&r->mem, m, p, statut));
	if (*word == '\0')
		return;
	*word = (char) tolower((unsigned char) *word);
	say(r, "contact.statut", word);
	since = db_string(r,
		SQL("SELECT debut FROM parcours WHERE contact_id = ? AND champ_id = ?"
		    " AND fin IS NULL AND NOT initial"
		    " ORDER BY id DESC LIMIT 1"),
		I(p->id), I(statut->id));
	if (since != NULL)
		say(r, "contact.depuis", month(r, since));
}

static void
say_groups(struct req *r, int64_t id)
{
	db_list(r, "groupes",
		SQL("SELECT o.id, o.titre, t.teinte FROM " MEMBERSHIPS(
			"m") " JOIN objet o ON o.id = m.groupe_id AND o.archive_le IS NULL"
			     " JOIN groupe g ON g.id = o.id JOIN groupe_type t ON t.cle = g.type"
			     " WHERE m.contact_id = ? AND m.fin IS NULL GROUP BY o.id"
			     " ORDER BY t.ordre, o.titre LIMIT 6"),
		ME(r), I(id));
}

static bool
manages(struct req *r, int64_t id)
{
	return db_int(r, SQL("SELECT 1 FROM objet o WHERE o.id = ? AND " MANAGES("o")), I(id),
		       ME(r)) != 0;
}

/* The fields of P that the reader may change here.  How many. */
unsigned
contacts_writable(struct req *r, const struct modele *m, const struct personne *p,
	const struct champ **fields)
{
	bool may = manages(r, p->id);
	unsigned n = 0;

	for (unsigned i = 0; i < m->n && n < FIELDS_MAX; i++)
		if (m->champs[i].genre != G_ETIQUETTES && m->champs[i].genre != G_GROUPE &&
			contact_writes(r, p, &m->champs[i], may))
			fields[n++] = &m->champs[i];
	return n;
}

/* Everything above the tabs; ONGLET: the one that is shown, "" the first. */
void
contacts_top(struct req *r, const struct modele *m, const struct personne *p, const char *onglet)
{
	const struct champ *fields[FIELDS_MAX];

	contacts_head(r, m, p);
	say_summary(r, m, p);
	say_groups(r, p->id);
	say(r, "Onglet", onglet);
	if (contacts_writable(r, m, p, fields) > 0)
		say(r, "contact.modifiable", "1");
	if (p->id == r->user.id)
		say(r, "contact.soi", "1");
	if (note_may(r, p->id)) {
		say(r, "contact.notable", "1");
		say_int(r, "contact.notes", note_count(r, p->id));
	}
}
