/* extrait_test.c - the place of a text that answers a search */

#include "base/buffer.h"
#include "domain/objets/extrait.h"
#include "t.h"

/* The pieces, marked ones between brackets. */
static const char *
extract(const char *text, const char *asked)
{
	struct row *row = row_at(&t, arena_printf(&t.mem, "e%p", (const void *) text));
	struct buffer out = { &t.mem };

	extrait_say(&t, row, text, asked);
	for (struct row *p = row_inside(row, "extrait.0"); p != NULL; p = row_next(p)) {
		bool marked = row_int(p, "marque") != 0;

		buffer_puts(&out, marked ? "[" : "");
		buffer_puts(&out, row_text(p, "texte"));
		buffer_puts(&out, marked ? "]" : "");
	}
	return buffer_text(&out);
}

TEST(extrait_marks_words_in_any_form)
{
	check_text(extract("Je photographie les marches.", "marche"),
		"Je photographie les [marches].");
	check_text(extract("L’été à Orléans", "ORLEANS"), "L’été à [Orléans]");
	check_text(extract("Rien de tel.", "vélo"), "Rien de tel.");
	check_text(extract("", "vélo"), "");
}

TEST(extrait_begins_near_the_first_answer)
{
	const char *text = arena_printf(&t.mem, "%0300d et puis le plaidoyer commence ici", 0);
	const char *got = extract(text, "plaidoyer");

	check(strncmp(got, "… ", strlen("… ")) == 0);
	check(strstr(got, "[plaidoyer] commence ici") != NULL);
}
