/* silence.c - who of a group has given no news: to ask for some, never to remove anybody */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/contacts/silence.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { PAR = 15 };

static int
take(struct req *r, int64_t groupe, int64_t days)
{
	static const char *const columns[] = { "Personne", "Jours sans nouvelles", "Compte ouvert",
		"Nouvelles demandées le", "Numéro Essaim" };

	return table_reply(r, "sans-nouvelles", "nouvelles.export", groupe, columns, 5,
		silence_rows(r, groupe, days));
}

static void
say_page(struct req *r, int64_t groupe, int64_t days)
{
	int64_t here = pager_asked(r), total = silence_count(r, groupe, days);

	if ((here - 1) * PAR >= total)
		here = 1;
	say_list(r, "items");
	silence_list(r, "items", groupe, days, PAR, (here - 1) * PAR);
	pager_say(r, arena_printf(&r->mem, "/contacts/silence?groupe=%" PRId64 "&page=", groupe),
		here, total, PAR);
}

static int
contacts_silence(struct req *r)
{
	int64_t groupe = strtoll(param(r, "groupe"), NULL, 10), days = silence_days(r);
	int n = silence_groups(r, "Filtre.groupes", groupe);

	if (n == 0)
		return not_found(r);
	if (groupe == 0) {
		groupe = said_id(r, "Filtre.groupes.0.valeur");
		say(r, "Filtre.groupes.0.choisi", "1");
	}
	if (!silence_may(r, groupe))
		return not_found(r);
	if (table_asked(r))
		return take(r, groupe, days);
	say_page(r, groupe, days);
	if (r->format == JSON)
		return page(r, "");
	choices_cut(r, row_at(r, "Filtre.groupes"), row_at(r, "Form.groupe"), "cherche");
	say_int(r, "Silence.jours", days);
	say_int(r, "Silence.groupe", groupe);
	say(r, "Silence.titre",
		db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(groupe)));
	say(r, "Message.texte", silence_message(r));
	title(r, "Sans nouvelles");
	return page(r, "contacts/silence.cs");
}

static int
contacts_silence_note(struct req *r)
{
	const char *genre;
	int64_t groupe = 0;
	const struct field fields[] = { { "genre", CHOICE(&genre), REQUIRED,
						.choices = "demandees|recues" },
		{ "groupe", ID(&groupe) }, { 0 } };

	if (!form_read(r, fields))
		return contacts_silence(r);
	if (!silence_note(r, caught_id(r, 0), genre))
		return not_found(r);
	return redirect(r, "/contacts/silence?groupe=%" PRId64 "&fait=nouvelles", groupe);
}

const struct route contacts_silence_routes[] = {
	{ GET, "silence", MEMBER, contacts_silence, .formats = CSV | XLSX },
	{ POST, "silence/:id", MEMBER, contacts_silence_note },
	{ 0 },
};
