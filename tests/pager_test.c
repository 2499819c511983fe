/* pager_test.c - lists in pages */

#include "t.h"
#include "web/pager.h"

static const char *
number(int i)
{
	return said(&t, arena_printf(&t.mem, "Pager.pages.%d.numero", i));
}

TEST(pager_says_the_first_the_last_and_those_around)
{
	pager_say(&t, "/x?page=", 5, 696, 10);
	check_text(said(&t, "Pager.pages.0.url"), "/x?page=1");
	check_text(number(1), "");
	check_text(number(2), "3");
	check_text(said(&t, "Pager.pages.4.ici"), "1");
	check_text(number(6), "7");
	check_text(number(7), "");
	check_text(said(&t, "Pager.pages.8.url"), "/x?page=70");
	check_text(number(9), "");
	check_text(said(&t, "Pager.precedente"), "/x?page=4");
	check_text(said(&t, "Pager.suivante"), "/x?page=6");
}

TEST(pager_has_no_page_before_the_first_nor_after_the_last)
{
	pager_say(&t, "/x?page=", 1, 10, 10);
	check_text(number(1), "");
	check_text(said(&t, "Pager.precedente"), "");
	check_text(said(&t, "Pager.suivante"), "");
}
