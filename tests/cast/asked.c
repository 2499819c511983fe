/* asked.c - which parameters the code reads while it answers */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "asked.h"
#include "web/form.h"

struct asked asked[ASKED];
unsigned n_asked;
static bool noting;

const char *__real_param(struct req *r, const char *name);
const char *__real_param_nth(struct req *r, const char *name, unsigned n);
bool __real_form_read(struct req *r, const struct field *fields);
const char *__wrap_param(struct req *r, const char *name);
const char *__wrap_param_nth(struct req *r, const char *name, unsigned n);
bool __wrap_form_read(struct req *r, const struct field *fields);

static struct asked *
note(const char *name)
{
	unsigned i = 0;

	while (i < n_asked && strcmp(asked[i].name, name) != 0)
		i++;
	if (i == n_asked && n_asked < ASKED && strlen(name) < sizeof asked[i].name &&
		strcmp(name, "csrf") != 0) {
		strcpy(asked[i].name, name);
		asked[i].likely[0] = '\0';
		asked[i].kind = ANY;
		asked[i].raw = false;
		n_asked++;
	}
	return i < n_asked ? &asked[i] : NULL;
}

static void
note_field(const struct field *f)
{
	struct asked *a = note(f->name);

	if (a == NULL)
		return;
	a->kind = f->read == read_text || f->read == read_line ? WORDS :
		f->read == read_id || f->read == read_number   ? NUMERIC :
								 CLOSED;
	if (f->read == read_choice && f->choices != NULL)
		snprintf(a->likely, sizeof a->likely, "%.*s", (int) strcspn(f->choices, "|"),
			f->choices);
	else if (f->read == read_yes)
		strcpy(a->likely, "1");
	else if (f->read == read_when)
		strcpy(a->likely, "2130-01-15T18:30");
	else if (f->read == read_email)
		strcpy(a->likely, "quelqu.une@exemple.org");
	else if (f->read == read_text || f->read == read_line)
		snprintf(a->likely, sizeof a->likely, "Essai%.*s", f->min > 5 ? (int) f->min : 0,
			"-de-texte-assez-long-pour-tout-ce-qui-demande-un-minimum-de-caracteres");
}

static bool in_form; /* form_read() reads it */

static void
note_raw(const char *name)
{
	struct asked *a = noting ? note(name) : NULL;

	if (a != NULL && !in_form)
		a->raw = true;
}

const char *
__wrap_param(struct req *r, const char *name)
{
	note_raw(name);
	return __real_param(r, name);
}

const char *
__wrap_param_nth(struct req *r, const char *name, unsigned n)
{
	note_raw(name);
	return __real_param_nth(r, name, n);
}

bool
__wrap_form_read(struct req *r, const struct field *fields)
{
	bool ok;

	for (const struct field *f = fields; noting && f->name != NULL; f++)
		note_field(f);
	in_form = true;
	ok = __real_form_read(r, fields);
	in_form = false;
	return ok;
}

void
asked_begin(void)
{
	n_asked = 0;
	noting = true;
}

void
asked_end(void)
{
	noting = false;
}
