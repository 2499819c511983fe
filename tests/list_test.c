/* list_test.c - what a list is asked by goes with every link of its page */

#include "t.h"
#include "web/list.h"
#include "web/parse.h"

static bool
of_data(struct req *r, const char *name)
{
	(void) r;
	return strcmp(name, "groupe") == 0;
}

static const struct list list = { "/liste", KEEPS("q", "tri"), 10, of_data };

static struct req *
asked(const char *query)
{
	static struct req r;

	r = (struct req) { .host = "essaim.exemple.org", .id = "1" };
	req_init(&r);
	req_parse(&r, "GET", "/liste", query);
	return &r;
}

TEST(list_links_keep_what_is_asked_and_begin_anew)
{
	struct req *r = asked("page=3&q=a+b%26&tri=&groupe=1&groupe=2&autre=x");

	check_text(
		list_link(r, &list, "tri", "nom"), "/liste?q=a%20b%26&groupe=1&groupe=2&tri=nom");
	check_text(list_link(r, &list, "q", "c"), "/liste?groupe=1&groupe=2&q=c");
	check_text(list_link(r, &list, "q", NULL), "/liste?groupe=1&groupe=2");
	check_text(list_link(r, &list, "q", ""), "/liste?groupe=1&groupe=2");
	check_text(list_without(r, &list, "groupe", "1"), "/liste?q=a%20b%26&groupe=2");
	check_text(list_without(r, &list, "groupe", NULL), "/liste?q=a%20b%26");
	check_text(list_at(r, &list, "/plan?vue=carte", "q", NULL),
		"/plan?vue=carte&groupe=1&groupe=2");
	arena_reset(&r->mem);
}

TEST(list_keeps_the_value_that_is_read)
{
	struct req *r = asked("q=&q=lyon&tri=a&tri=b&groupe=1&groupe=2");

	check_text(list_link(r, &list, "page", "2"), "/liste?tri=a&groupe=1&groupe=2&page=2");
	arena_reset(&r->mem);
}

TEST(list_pages_and_tables_are_of_the_same_rows)
{
	struct req *r = asked("q=a&page=2");

	list_pager(r, &list, 2, 25);
	check_text(said(r, "Pager.suivante"), "/liste?q=a&page=3");
	list_take(r, &list);
	check_text(said(r, "Filtre.csv"), "/liste.csv?q=a");
	check_text(said(r, "Filtre.xlsx"), "/liste.xlsx?q=a");
	check_text(said(r, "Filtre.json"), "/liste.json?q=a&emporter=1");
	arena_reset(&r->mem);
	r = asked("");
	list_pager(r, &list, 1, 25);
	check_text(said(r, "Pager.suivante"), "/liste?page=2");
	arena_reset(&r->mem);
}

TEST(list_hides_what_its_form_has_no_field_for)
{
	struct req *r = asked("q=a&tri=nom&groupe=&groupe=1&groupe=2&page=2");

	list_hidden(
		r, &list, KEEPS("q", "groupe")); /* a field sends one value: the other is kept */
	check_text(said(r, "Filtre.gardes.0.cle"), "tri");
	check_text(said(r, "Filtre.gardes.0.valeur"), "nom");
	check_text(said(r, "Filtre.gardes.1.cle"), "groupe");
	check_text(said(r, "Filtre.gardes.1.valeur"), "2");
	check_text(said(r, "Filtre.gardes.2.cle"), "");
	list_active(r, &list, 0, "Lyon", "groupe", "2");
	check_text(said(r, "Filtre.actifs.0.url"), "/liste?q=a&tri=nom&groupe=1");
	arena_reset(&r->mem);
}

TEST(list_headings_sort_and_turn_round)
{
	struct req *r = asked("tri=nom");

	list_heading(r, &list, 0, "Nom", "nom", "nom");
	check_text(said(r, "Filtre.entetes.0.sens"), "ascending");
	check_text(said(r, "Filtre.entetes.0.url"), "/liste?tri=-nom");
	list_heading(r, &list, 1, "Nom", "nom", "-nom");
	check_text(said(r, "Filtre.entetes.1.sens"), "descending");
	check_text(said(r, "Filtre.entetes.1.url"), "/liste?tri=nom");
	list_heading(r, &list, 2, "Ville", "ville", "-nom");
	check_text(said(r, "Filtre.entetes.2.url"), "/liste?tri=ville");
	list_heading(r, &list, 3, "Rôles", NULL, "nom");
	check_text(said(r, "Filtre.entetes.3.url"), "");
	arena_reset(&r->mem);
}
