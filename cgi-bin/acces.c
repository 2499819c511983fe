/* acces.c - who sees this? of any objet, told by the very tables of the rights test */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/adresse.h"
#include "domain/objets/nommes.h"
#include "domain/socle/genre.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"

/* Names are told a page at a time, where those who see are so few that going through them costs
 * nothing. */
enum { PAR = 40, FEW = 5000 };

/* Who received a sending is its author's to know, unless all answer all. */
#define TOLD \
	"COALESCE((SELECT v_.reponses = 'tous' OR o.cree_par <=> ? FROM conversation v_" \
	" WHERE v_.id = o.id), 1) AS dit"

/* The people whom that list lets see, as far as the reader may see them. */
static void
say_people(struct req *r, int64_t id, int64_t liste)
{
	db_list(r, "personnes",
		SQL("SELECT c.id, c.prenom, c.nom FROM (SELECT DISTINCT p.contact_id FROM acces a"
		    " JOIN contact_public p ON p.public_id = a.public_id WHERE a.liste_id = ?) x"
		    " JOIN contact c ON c.id = x.contact_id AND c.acces > 0"
		    " JOIN objet o ON o.id = c.id WHERE " SEES("o") " ORDER BY c.tri, c.id"
								    " LIMIT ? OFFSET ?"),
		I(liste), ME(r), I(PAR + 1), I((pager_asked(r) - 1) * PAR));
	pager_more(r, arena_printf(&r->mem, "/acces/%" PRId64 "?page=", id), "personnes", PAR);
	visages(r, "personnes", "id");
}

static int
acces_show(struct req *r)
{
	int64_t id = caught_id(r, 0), liste;

	if (!db_one(r, "objet",
		    SQL("SELECT o.id, o.genre, o.titre, o.liste_id, o.cadre_id, " TOLD
			" FROM objet o WHERE o.id = ? AND (? OR NOT FIND_IN_SET(o.genre, ?))"
			" AND " SEES("o")),
		    I(r->user.id), I(id), I(r->user.by == 0), S(genres_that(r, INTIME)), ME(r)))
		return not_found(r);
	/* of a person her own page counts, field by field: there are no two counts */
	if (strcmp(said(r, "objet.genre"), "contact") == 0 &&
		(id == r->user.id || r->user.level == ADMIN))
		return redirect(r, "/contacts/%" PRId64 "/qui", id);
	liste = said_id(r, "objet.liste_id");
	unsay(r, "objet.liste_id");
	if (acces_qui(r, "qui", liste) <= FEW && said_int(r, "objet.dit"))
		say_people(r, id, liste);
	say(r, "objet.url", adresse(r, said(r, "objet.genre"), id, said_id(r, "objet.cadre_id")));
	title(r, "Qui voit «\u00A0%s\u00A0»\u202F?", said(r, "objet.titre"));
	return page(r, "acces/index.cs");
}

static const struct route routes[] = {
	{ GET, ":id", PROSPECT, acces_show },
	{ 0 },
};

const struct area acces_area = { "acces", ROUTES(routes) };
