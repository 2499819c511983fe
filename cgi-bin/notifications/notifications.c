/* notifications.c - what the bell shows: what happened, several of a kind as one, unread first */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"
#include "net/live.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 15 };

/* One row for all unread of a kind about an objet; what has none stays alone. */
#define GROUPS \
	" FROM notif n LEFT JOIN objet o ON o.id = n.objet_id WHERE n.contact_id = ?" \
	" AND n.site = 1 AND (n.objet_id IS NULL OR " SEES( \
		"o") ")" \
		     " GROUP BY n.genre, COALESCE(n.objet_id, -n.id), n.lu_le IS NULL"

/* What a row says: one sentence, or how many of what. */
static void
say_words(struct req *r, struct row *row)
{
	const struct annonce *g = annonce_find(row_text(row, "genre"));
	const char *titre = row_text(row, "titre");
	int n = row_int(row, "nombre");

	row_say(row, "icone", g != NULL && g->icone != NULL ? g->icone : "bell");
	row_say(row, "quand",
		text_when(&r->mem, clock_parse(row_text(row, "cree_le")), clock_now()));
	if (g == NULL || n < 2 || *titre == '\0')
		return;
	row_say(row, "derniere", row_text(row, "phrase"));
	row_say(row, "phrase",
		arena_printf(&r->mem, "%d\u00A0%s «\u00A0%s\u00A0»", n, g->plusieurs, titre));
}

static int
notifications_list(struct req *r)
{
	int64_t here = pager_asked(r), total;

	total = db_int(r, SQL("SELECT COUNT(*) FROM (SELECT 1" GROUPS ") x"), I(r->user.id), ME(r));
	db_list(r, "items",
		SQL("SELECT x.id, x.nombre, x.nouvelle, x.genre, x.titre, e.phrase, e.url,"
		    " e.cree_le FROM (SELECT MAX(n.id) AS id, COUNT(*) AS nombre,"
		    " n.lu_le IS NULL AS nouvelle, n.genre,"
		    " COALESCE(MAX(o.titre), '') AS titre" GROUPS
		    " ORDER BY nouvelle DESC, id DESC LIMIT ? OFFSET ?) x"
		    " JOIN notif n ON n.id = x.id JOIN notif_evenement e ON e.id = n.evenement_id"
		    " ORDER BY x.nouvelle DESC, x.id DESC"),
		I(r->user.id), ME(r), I(PAR), I((here - 1) * PAR));
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row))
		say_words(r, row);
	say_int(r, "total", total);
	say_int(r, "page", here);
	say_int(r, "a_lire", notif_count(r));
	pager_say(r, "/notifications?page=", here, total, PAR);
	title(r, "Notifications");
	return page(r, "notifications/index.cs");
}

/* The bell alone, for pages that are open. */
static int
notifications_bell(struct req *r)
{
	return fragment(r, "notifications/cloche.cs");
}

/* Those that the row of ID shows are read; where it leads.  NULL: it is not hers, or no longer open
 * to her. */
static const char *
read_row(struct req *r, int64_t id)
{
	const char *genre, *url;
	int64_t objet;

	if (!db_read(r,
		    SQL("SELECT n.genre, n.objet_id, e.url FROM notif n"
			" JOIN notif_evenement e ON e.id = n.evenement_id"
			" LEFT JOIN objet o ON o.id = n.objet_id WHERE n.id = ?"
			" AND n.contact_id = ? AND (n.objet_id IS NULL OR " SEES("o") ")"),
		    INTO(TO(&genre), TO(&objet), TO(&url)), I(id), I(r->user.id), ME(r)))
		return NULL;
	if (db_exec(r,
		    SQL("UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE contact_id = ?"
			" AND lu_le IS NULL"
			" AND (id = ? OR (id < ? AND genre = ? AND objet_id = NULLIF(?, 0)))"),
		    I(r->user.id), I(id), I(id), S(genre), I(objet)) > 0)
		live_tell_person(r, r->user.id);
	return url;
}

static int
notifications_open(struct req *r)
{
	const char *url = read_row(r, caught_id(r, 0));

	return url != NULL ? redirect(r, "%s", local_path(r, url)) : not_found(r);
}

static int
notifications_read(struct req *r)
{
	if (read_row(r, caught_id(r, 0)) == NULL)
		return not_found(r);
	return redirect(r, "/notifications");
}

static int
notifications_read_all(struct req *r)
{
	if (db_exec(r,
		    SQL("UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE contact_id = ?"
			" AND lu_le IS NULL"),
		    I(r->user.id)) > 0)
		live_tell_person(r, r->user.id);
	return redirect(r, "/notifications?fait=lues");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, notifications_list },
	{ GET, "cloche", PROSPECT, notifications_bell },
	{ POST, "lues", PROSPECT, notifications_read_all },
	{ POST, ":id/ouvrir", PROSPECT, notifications_open },
	{ POST, ":id/lue", PROSPECT, notifications_read },
	{ 0 },
};

extern const struct route notifications_abonnements_routes[], notifications_direct_routes[],
	notifications_preferences_routes[];

const struct area notifications_area = { "notifications",
	ROUTES(routes, notifications_abonnements_routes, notifications_direct_routes,
		notifications_preferences_routes),
	PRIVE };
