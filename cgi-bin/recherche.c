/* recherche.c - one box over everything that the reader may see */

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/annuaire/filtre.h"
#include "domain/contacts/contact_textes.h"
#include "domain/groupes/groupe.h"
#include "domain/messages/conversation.h"
#include "domain/objets/adresse.h"
#include "domain/objets/extrait.h"
#include "domain/objets/texte.h"
#include "domain/socle/genre.h"
#include "web/endroit.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 15, MOST = 1000, WIDER = 5 };

/* What the extract is cut from: text that whoever sees the thing may read; of people, what the
 * reader may read of all of them.  Binds I(contact_level(r)). */
#define TEXTE \
	"IF(o.genre = 'contact', (SELECT b.bio FROM contact b JOIN champ h ON h.cle = 'bio'" \
	" AND h.lecture <= ? WHERE b.id = o.id), x.texte)"

/* Where it is: a person's town, as whoever sees her may read it, a group's type and town, the group
 * of what somebody wrote.  Binds I(contact_level(r)), ME(r). */
#define LIEU \
	"CASE o.genre WHEN 'contact' THEN (SELECT b.ville FROM contact b" \
	" JOIN champ h ON h.cle = 'ville' AND h.lecture <= ? WHERE b.id = o.id)" \
	" WHEN 'groupe' THEN (SELECT CONCAT_WS(', ', t.titre, NULLIF(g.ville, ''))" \
	" FROM groupe g JOIN groupe_type t ON t.cle = g.type WHERE g.id = o.id)" \
	" ELSE (SELECT k.titre FROM objet k WHERE k.id = o.cadre_id AND " SEES("k") ") END"

/* The full text answers; of people by their names alone while the rest is being written again
 * (contact_texts_again()).  Binds FOUND_BY(). */
#define FOUND \
	"MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) AND o.archive_le IS NULL" \
	" AND (o.genre <> 'contact' OR NOT " CONTACT_TEXTS_WAIT \
	" OR MATCH (x.titre) AGAINST (? IN BOOLEAN MODE))"
#define FOUND_BY(asked) S(asked), S(asked)

static void
say_row(struct req *r, struct row *row)
{
	const char *genre = row_text(row, "genre"), *titre = row_text(row, "titre"),
		   *texte = row_text(row, "Texte");
	const char *space = strchr(titre, ' ');

	genre_dress(r, row);
	if (strcmp(genre, "contact") == 0)
		row_say(row, "lieu", text_names_case(&r->mem, row_text(row, "lieu"), true));
	extrait_say(r, row, strcmp(genre, "contact") == 0 ? texte_brut(r, texte) : texte,
		param(r, "q"));
	row_say_int(row, "teinte", text_hue(row_id(row, "id")));
	row_say(row, "initiales",
		strcmp(genre, "groupe") == 0 ?
			groupe_sigle(r, titre) :
			text_initials(&r->mem, titre, space != NULL ? space + 1 : ""));
}

static const struct list list = { "/recherche", KEEPS("q", "genre"), PAR };

static struct row *
say_genre(struct req *r, unsigned n, const char *libelle, const char *url)
{
	struct row *row = row_nth(r, "Filtre.genres", n);

	row_say(row, "libelle", libelle);
	row_say(row, "url", url);
	return row;
}

/* "Tout", then the kinds that are searched: Filtre.genres.N, in the order of the table.  How
 * many. */
static unsigned
say_genres(struct req *r, const char *genre)
{
	unsigned n = 0;
	struct row *row = say_genre(r, n++, "Tout", list_link(r, &list, "genre", NULL));

	if (*genre == '\0')
		row_say(row, "ici", "1");
	for (const struct genre *const *g = genres; *g != NULL; g++) {
		if (!((*g)->peut & CHERCHE))
			continue;
		row = say_genre(r, n++, (*g)->pluriel, list_link(r, &list, "genre", (*g)->nom));
		if (strcmp((*g)->nom, genre) == 0)
			row_say(row, "ici", "1");
	}
	return n;
}

/* Those one takes part in are searched where they are read. */
static void
say_messages(struct req *r, unsigned n, const char *asked)
{
	struct row *row = say_genre(r, n, "Messages",
		arena_printf(&r->mem, "/messages?q=%s", url_escape(r, param(r, "q"))));

	row_say_int(row, "total", conversation_count(r, "", asked));
}

/* How many things of that kind there are. */
static void
say_count(struct req *r, const char *genre, int64_t total)
{
	unsigned n = 0;

	for (const struct genre *const *g = genres; *g != NULL; g++) {
		n += ((*g)->peut & CHERCHE) != 0;
		if ((*g)->peut & CHERCHE && strcmp((*g)->nom, genre) == 0)
			say_int(r, arena_printf(&r->mem, "Filtre.genres.%u.total", n), total);
	}
}

/* How many things of each kind; the total is that of the kind asked for.  How many in all. */
static int64_t
count_genres(struct req *r, const char *asked)
{
	int64_t all = 0;
	struct rows *rows = db_rows(r,
		SQL("SELECT n.genre, COUNT(*) FROM (SELECT o.genre FROM recherche x"
		    " JOIN objet o ON o.id = x.objet_id"
		    " WHERE " FOUND " AND " SEES("o") " LIMIT 5000) n GROUP BY n.genre"),
		FOUND_BY(asked), ME(r));
	while (db_next(rows, &r->mem)) {
		say_count(r, db_text(rows, 0), db_num(rows, 1));
		all += db_num(rows, 1);
	}
	return all < MOST ? all : MOST;
}

static void
say_total(struct req *r, int64_t total)
{
	say_int(r, "total", total);
	say(r, "Filtre.total_texte",
		arena_printf(&r->mem,
			total == 0            ? "Aucun résultat" :
				total == 1    ? "1 résultat" :
				total == MOST ? "Plus de %" PRId64 " résultats" :
						"%" PRId64 " résultats",
			total));
}

/* An address, a telephone or a postcode may be a person's: found as the directory finds it. */
static bool
is_of_a_person(const char *q)
{
	size_t digits = 0;

	for (const char *s = q; *s != '\0'; s++)
		if (isdigit((unsigned char) *s))
			digits++;
		else if (strchr("+. -()/", *s) == NULL)
			return strchr(q, '@') != NULL;
	return digits >= 5;
}

static int64_t
find_people(struct req *r, int64_t here)
{
	struct filtre *f = filtre_of(r, param(r, "q"));
	int64_t total = filtre_count(r, f, MOST);
	struct rows *rows = filtre_rows(r, f, PAR, (here - 1) * PAR, false);

	row_at(r, "items");
	for (unsigned n = 0; db_next(rows, &r->mem); n++) {
		struct personne p = contact_row(r, rows);
		struct row *row = row_nth(r, "items", n);

		row_say_int(row, "id", p.id);
		row_say(row, "genre", "contact");
		row_say(row, "titre",
			arena_printf(&r->mem, "%s %s", p.text[P_PRENOM], p.text[P_NOM]));
		say_row(r, row);
	}
	say_total(r, total);
	list_pager(r, &list, here, total);
	return total;
}

/* How many things of that kind the full text finds, as far as pages go. */
static int64_t
count(struct req *r, const char *asked, const char *genre)
{
	return db_int(r,
		SQL("SELECT COUNT(*) FROM (SELECT 1 FROM recherche x"
		    " JOIN objet o ON o.id = x.objet_id"
		    " WHERE " FOUND " AND o.genre = ? AND " SEES("o") " LIMIT 1000) n"),
		FOUND_BY(asked), S(genre), ME(r));
}

/* What the full text finds: TOTAL things. */
static void
find(struct req *r, const char *asked, const char *genre, int64_t total, int64_t here)
{
	db_list(r, "items",
		SQL("SELECT o.id, o.genre, o.titre, o.cadre_id, " TEXTE " AS Texte, " LIEU
		    " AS lieu FROM recherche x JOIN objet o ON o.id = x.objet_id"
		    " WHERE " FOUND " AND (? OR o.genre = ?) AND " SEES(
			    "o") " ORDER BY MATCH (x.titre) AGAINST (? IN BOOLEAN MODE) DESC,"
				 " MATCH (x.titre, x.corps) AGAINST (? IN BOOLEAN MODE) DESC, o.id"
				 " LIMIT 15 OFFSET ?"),
		I(contact_level(r)), I(contact_level(r)), ME(r), FOUND_BY(asked), I(*genre == '\0'),
		S(genre), ME(r), S(asked), S(asked), I((here - 1) * PAR));
	for (struct row *row = row_first(r, "items"); row != NULL; row = row_next(row))
		say_row(r, row);
	say_total(r, total);
	list_pager(r, &list, here, total);
}

/* The kind that a word names; "": none. */
static const char *
kind_of(struct req *r, const char *word)
{
	const char *form = arena_printf(&r->mem, " %s ", text_tokens(&r->mem, word));

	if (strlen(word) < 4)
		return "";
	if (strstr(" xxbenevol xxcontact xxmembr xxgen ", form) != NULL)
		return "contact";
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->peut & CHERCHE &&
			strstr(arena_printf(&r->mem, " %s ", text_tokens(&r->mem, (*g)->titre)),
				form) != NULL)
			return (*g)->nom;
	return "";
}

/* The kind that a word of Q names ("bénévole strasbourg"), and in *REST the other words.  "": none,
 * or no other word. */
static const char *
kind_named(struct req *r, const char *q, const char **rest)
{
	char *one, *all = text_fold(&r->mem, q);
	const char *found = "";

	*rest = "";
	while ((one = strsep(&all, " ")) != NULL) {
		const char *kind = *found == '\0' ? kind_of(r, one) : "";

		if (*kind != '\0')
			found = kind;
		else
			*rest = arena_printf(&r->mem, "%s %s", *rest, one);
	}
	return **rest != '\0' ? found : "";
}

/* What no text says in all its words, by the kind that one of them names. */
static int64_t
find_kind(struct req *r, int64_t here)
{
	const char *rest, *kind = kind_named(r, param(r, "q"), &rest), *asked;
	int64_t total;

	if (*kind == '\0')
		return 0;
	asked = text_query(&r->mem, rest);
	total = *asked != '\0' ? count(r, asked, kind) : 0;
	if (total > 0) {
		say_count(r, kind, total);
		find(r, asked, kind, total, here);
	}
	return total;
}

/* Texts, and people: first when what is asked may be somebody's number or address, last when no
 * text has it, since words of a field that not all who see the person may read are in none. */
static void
look(struct req *r, const char *asked, const char *genre, int64_t here)
{
	bool people = *genre == '\0' || strcmp(genre, "contact") == 0;
	bool first = people && is_of_a_person(param(r, "q"));
	int64_t found = first ? find_people(r, here) : 0;
	int64_t all = count_genres(r, asked);
	int64_t total = *genre == '\0' ? all : count(r, asked, genre);

	if (found == 0 && total > 0)
		find(r, asked, genre, total, here);
	else if (found == 0 && (*genre != '\0' || find_kind(r, here) == 0) && people && !first)
		found = find_people(r, here);
	if (found > 0)
		say_count(r, "contact", found);
}

/* What else to ask for: each word alone, all kinds. */
static void
say_wider(struct req *r)
{
	char *one, *all = text_fold(&r->mem, param(r, "q"));
	unsigned n = 0;

	if (*param(r, "genre") != '\0')
		row_say(row_nth(r, "Essais", n++), "mots", param(r, "q"));
	if (strchr(all, ' ') == NULL)
		return;
	while ((one = strsep(&all, " ")) != NULL && n < WIDER)
		if (strlen(one) > 2 && !text_common(one))
			row_say(row_nth(r, "Essais", n++), "mots", one);
}

static int
recherche_show(struct req *r)
{
	const char *asked = text_query(&r->mem, param(r, "q")), *genre = param(r, "genre");
	int64_t here = strtoll(param(r, "page"), NULL, 10);
	unsigned genres_said;

	if (here < 1 || here > MOST / PAR + 1)
		here = 1;
	say(r, "Filtre.q", param(r, "q"));
	say_int(r, "page", here);
	genres_said = say_genres(r, genre); /* before what counts them: in the order of the page */
	if (*asked == '\0') {
		say_int(r, "total", 0);
		say_list(r, "items");
	} else {
		say_list(r, "items");
		say_total(r, 0);
		look(r, asked, genre, here);
		if (here == 1 && *genre == '\0')
			endroits_say(r, "Endroits", param(r, "q"));
		if (row_first(r, "items") == NULL)
			say_wider(r);
		say_messages(r, genres_said, asked);
	}
	title(r, "Recherche");
	return page(r, "recherche/index.cs");
}

static const struct route routes[] = {
	{ GET, "", PROSPECT, recherche_show },
	{ 0 },
};

const struct area recherche_area = { "recherche", ROUTES(routes) };
