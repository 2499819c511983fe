/* messages.c - the box of messages, and which page answers what */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/objets/texte.h"
#include "messages/messages.h"
#include "web/list.h"
#include "web/reply.h"

enum { PAR = 15, BESIDE = 8 };

static const struct list list = { "/messages", KEEPS("vue", "q"), PAR };

static const char *
vue(struct req *r)
{
	const char *v = param(r, "vue");

	return strcmp(v, "archives") == 0 || strcmp(v, "non-lus") == 0 ? v : "";
}

/* Words for each row: when, and the beginning of the last message. */
static void
dress(struct req *r, int64_t current)
{
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row)) {
		const char *when = row_text(row, "cree_le");

		row_say(row, "quand", text_when(&r->mem, clock_parse(when), clock_now()));
		row_say(row, "extrait", texte_court(r, row_text(row, "Texte"), 90));
		if (row_id(row, "id") == current)
			row_say(row, "ici", "1");
	}
}

/* The latest conversations, beside one of them. */
void
messages_say_box(struct req *r, int64_t current)
{
	conversation_list(r, "", "", 0, BESIDE);
	dress(r, current);
}

static int
messages_box(struct req *r)
{
	const char *q = text_query(&r->mem, param(r, "q"));
	int64_t here = pager_asked(r), total = conversation_count(r, vue(r), q);

	say_list(r, "items");
	conversation_list(r, vue(r), q, (here - 1) * PAR, PAR);
	dress(r, 0);
	say(r, "Filtre.q", param(r, "q"));
	say(r, "Filtre.vue", vue(r));
	list_pager(r, &list, here, total);
	title(r, "Messages");
	return page(r, "messages/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, messages_box },
	{ 0 },
};

extern const struct route messages_choix_routes[], messages_fil_routes[], messages_gens_routes[],
	messages_groupe_routes[], messages_nouveau_routes[], messages_probleme_routes[],
	messages_siege_routes[];

const struct area messages_area = { "messages",
	ROUTES(routes, messages_choix_routes, messages_fil_routes, messages_gens_routes,
		messages_groupe_routes, messages_nouveau_routes, messages_probleme_routes,
		messages_siege_routes),
	PRIVE };
