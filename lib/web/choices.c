/* choices.c - a list of choices that is too long for one page is searched, without a script */

#include <string.h>

#include "base/text.h"
#include "web/choices.h"

enum { MANY = 60 };

/* Was the form sent to search among choices?  Then nothing is to be written: the page again. */
bool
choices_sought(struct req *r)
{
	return strcmp(param(r, "faire"), "relire") == 0;
}

/* Does NAME hold each of the folded WORDS?  No words find nothing. */
static bool
holds(struct req *r, const char *name, const char *words)
{
	const char *folded = text_fold(&r->mem, name), *one;
	char *rest = arena_strdup(&r->mem, words);

	while ((one = strsep(&rest, " ")) != NULL)
		if (strstr(folded, one) == NULL)
			return false;
	return *words != '\0';
}

static void
cut(struct req *r, struct row *list, struct row *into, const char *name, unsigned most)
{
	const char *words = text_fold(&r->mem, param(r, name));
	unsigned all = 0, found = 0;
	struct row *next;

	for (struct row *o = row_child(list, ""); o != NULL; o = row_next(o))
		all++;
	if (all <= most)
		return;
	for (struct row *o = row_child(list, ""); o != NULL; o = next) {
		bool held = holds(r, row_text(o, "libelle"), words);

		next = row_next(o);
		found += held;
		if ((!held || found > MANY) && row_int(o, "choisi") == 0)
			row_unsay(list, row_key(o));
	}
	row_say_int(into, "cherche", all);
	row_say(into, "cherche.nom", name);
	row_say_int(into, "cherche.montre", MANY);
	row_say(into, "mots", param(r, name));
	row_say_int(into, "trouves", found);
}

/* Leave in LIST (rows of valeur, libelle, choisi), when it is too long, what is chosen and the
 * first that hold the words of the parameter NAME.  INTO then gets cherche: how many choices there
 * are, cherche.nom: NAME, mots: what was typed, trouves: how many that finds, of which at most
 * cherche.montre are left. */
void
choices_cut(struct req *r, struct row *list, struct row *into, const char *name)
{
	cut(r, list, into, name, MANY);
}

/* The same, however few they are: those that are rarely wanted make no page longer. */
void
choices_only_sought(struct req *r, struct row *list, struct row *into, const char *name)
{
	cut(r, list, into, name, 0);
}
