/* form_test.c - what forms accept, and the sentence for what they do not */

#include "t.h"
#include "web/form.h"
#include "web/parse.h"

static bool
read_form(const char *query, const struct field *fields)
{
	t.invalid = false;
	req_parse(&t, "POST", "/", query);
	return form_read(&t, fields);
}

TEST(form_counts_characters_not_bytes)
{
	const char *s = NULL;
	const struct field fields[] = { { "a", LINE(&s), REQUIRED, .min = 3, .max = 5 }, { 0 } };

	check(read_form("a=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9", fields));
	check_text(s, "ééééé");
	check(!read_form("a=%C3%A9%C3%A9", fields));
	check_text(said(&t, "Form.a.error"), "2 caractères pour l’instant, ajoutez-en 1.");
	check(!read_form("a=abcdef", fields));
	check(!read_form("a=ab%0Ac", fields));
	check(!read_form("", fields));
	check_text(said(&t, "Form.a.error"), "Remplissez ce champ.");
}

TEST(form_reads_addresses_as_people_paste_them)
{
	const char *s = NULL;
	const struct field fields[] = { { "a", EMAIL(&s), REQUIRED }, { 0 } };

	check(read_form("a=+lea%40exemple.org+", fields));
	check_text(s, "lea@exemple.org");
	check(read_form("a=o%27brien%2Btest%40sous.exemple.org", fields));
	check(!read_form("a=lea", fields));
	check(!read_form("a=lea%40", fields));
	check(!read_form("a=lea%40exemple", fields));
	check(!read_form("a=lea%40exemple.org%0ABcc%3A+x%40exemple.org", fields));
	check(!read_form("a=lea%40exemple.org%2C+x%40exemple.org", fields));
}

TEST(form_takes_only_offered_choices_and_whole_ids)
{
	const char *c = NULL;
	int64_t id = 0;
	const struct field fields[] = { { "c", CHOICE(&c), .choices = "oui|non" }, { "i", ID(&id) },
		{ 0 } };

	check(read_form("c=oui&i=12", fields) && id == 12);
	check(!read_form("c=o", fields));
	check(!read_form("c=oui%7Cnon", fields));
	check(!read_form("i=12x", fields));
	check(!read_form("i=-1", fields));
	check(!read_form("i=99999999999999999999", fields));
}

TEST(form_keeps_what_was_typed_but_secrets)
{
	const char *a = NULL, *b = NULL;
	const struct field fields[] = { { "a", LINE(&a) }, { "b", LINE(&b), SECRET, .min = 12 },
		{ 0 } };

	check(!read_form("a=%3Cb%3E&b=court", fields));
	check_text(said(&t, "Form.a.value"), "<b>");
	check_text(said(&t, "Form.b.value"), "");
}
