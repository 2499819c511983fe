/* notes.c - notes of the coordination and the staff about a person; never hers to read here */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/contacts/note.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"

enum { NOTE = 4000, SHOWN = 200 };

static int
contacts_notes(struct req *r)
{
	const struct modele *m = modele(r);
	struct personne p;
	int groups;

	if (!contact_find(r, caught_id(r, 0), &p) || !note_may(r, p.id))
		return not_found(r);
	say_list(r, "items");
	say_int(r, "total", note_list(r, "items", p.id, SHOWN));
	if (r->method == GET && said_int(r, "total") > 0)
		journal_seldom(r, "contact.lecture_notes", p.id, NULL, 1);
	say_int(r, "page", 1);
	if (r->format == JSON)
		return page(r, "");
	contacts_top(r, m, &p, "notes");
	groups = note_groups(r, "Groupes", p.id, said_id(r, "Form.groupe.value"));
	say_int(r, "Groupes", groups);
	if (*said(r, "Form.niveau.value") == '\0')
		form_value(r, "niveau", groups > 0 ? "coordination" : "siege");
	title(r, "Notes sur %s %s", said(r, "contact.prenom"), said(r, "contact.nom"));
	return page(r, "contacts/notes.cs");
}

static int
contacts_note_write(struct req *r)
{
	const char *texte, *niveau, *when = "";
	const struct field fields[] = { { "texte", TEXT(&texte), REQUIRED, .max = NOTE },
		{ "niveau", CHOICE(&niveau), REQUIRED, .choices = "auteur|coordination|siege" },
		{ "rappel_le", DAY_TO_COME(&when) }, { 0 } };
	int64_t id = caught_id(r, 0), groupe = 0;

	if (!note_may(r, id))
		return not_found(r);
	form_read(r, fields);
	groupe = strtoll(param(r, "groupe"), NULL, 10);
	form_value(r, "groupe", param(r, "groupe"));
	if (r->invalid)
		return contacts_notes(r);
	note_write(r, id, texte, niveau, groupe, when);
	return redirect(r, "/contacts/%" PRId64 "/notes?fait=note", id);
}

/* The day in DAYS days, at the site. */
static const char *
in_days(struct req *r, int days)
{
	return text_iso_at(&r->mem, clock_now() + (time_t) days * 86400);
}

/* Done, put off, or taken away. */
static int
contacts_note_act(struct req *r)
{
	const char *acte;
	const struct field fields[] = {
		{ "acte", CHOICE(&acte), REQUIRED, .choices = "fait|semaine|mois|supprimer" }, { 0 }
	};
	int64_t id = caught_id(r, 0);
	bool later;

	if (!note_may(r, id))
		return not_found(r);
	if (!form_read(r, fields))
		return contacts_notes(r);
	later = strcmp(acte, "semaine") == 0 || strcmp(acte, "mois") == 0;
	if (!note_act(r, id, caught_id(r, 1), later ? "reporter" : acte,
		    in_days(r, strcmp(acte, "mois") == 0 ? 30 : 7)))
		return not_found(r);
	return redirect(r, "/contacts/%" PRId64 "/notes?fait=%s", id,
		strcmp(acte, "supprimer") == 0 ? "note-supprimee" : "note-rappel");
}

const struct route contacts_notes_routes[] = {
	{ GET, ":id/notes", MEMBER, contacts_notes, .prive = true },
	{ POST, ":id/notes", MEMBER, contacts_note_write },
	{ POST, ":id/notes/:note", MEMBER, contacts_note_act },
	{ 0 },
};
