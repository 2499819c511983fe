/* questions.c - what organisers ask of who registers, and what is answered
 *
 * An answer is a sentence or one of the choices; it serves the event, and goes three months after
 * it (inscription_tour()).
 */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "web/form.h"
#include "web/questions.h"

enum { REPONSE = 500 };

static const char *
name_of(struct req *r, struct row *q)
{
	return arena_printf(&r->mem, "q%" PRId64, row_id(q, "id"));
}

/* Its choices, one a line, as options. */
static void
say_options(struct req *r, struct row *q, const char *asked)
{
	char *choices = arena_strdup(&r->mem, row_text(q, "choix")), *rest = choices;
	struct row *list = row_at(r, arena_printf(&r->mem, "Options.%" PRId64, row_id(q, "id")));
	unsigned n = 0;

	for (char *one; (one = strsep(&rest, "\n")) != NULL;) {
		const char *text = text_trim(&r->mem, one);
		struct row *o;

		if (*text == '\0')
			continue;
		o = row_in(list, arena_printf(&r->mem, "%u", n++));
		row_say(o, "valeur", text);
		row_say(o, "libelle", text);
		if (strcmp(text, asked) == 0)
			row_say(o, "choisi", "1");
	}
}

/* Say "questions" of that event, with what the reader answered or typed. */
void
questions_say(struct req *r, int64_t evenement_id)
{
	db_list(r, "questions",
		SQL("SELECT q.id, q.texte, q.choix, q.obligatoire, a.reponse"
		    " FROM evenement_question q LEFT JOIN inscription i"
		    " ON i.evenement_id = q.evenement_id AND i.contact_id = ?"
		    " LEFT JOIN evenement_reponse a ON a.question_id = q.id"
		    " AND a.inscription_id = i.id WHERE q.evenement_id = ?"
		    " ORDER BY q.rang, q.id LIMIT 10"),
		I(r->user.id), I(evenement_id));
	for (struct row *q = row_first(r, "questions"); q != NULL; q = row_next(q)) {
		const char *name = name_of(r, q), *typed = param(r, name);

		if (*typed == '\0')
			typed = row_text(q, "reponse");
		form_value(r, name, typed);
		say(r, arena_printf(&r->mem, "Form.%s.label", name), row_text(q, "texte"));
		if (!row_int(q, "obligatoire"))
			say(r, arena_printf(&r->mem, "Form.%s.facultatif", name), "1");
		say_options(r, q, typed);
	}
}

static bool
is_choice(struct req *r, struct row *q, const char *typed)
{
	char *choices = arena_strdup(&r->mem, row_text(q, "choix")), *rest = choices;

	if (*choices == '\0')
		return true;
	for (char *one; (one = strsep(&rest, "\n")) != NULL;)
		if (strcmp(text_trim(&r->mem, one), typed) == 0)
			return true;
	return false;
}

/* Are the answers of the form what was asked?  False after saying what is wrong. */
bool
questions_right(struct req *r, int64_t evenement_id)
{
	bool right = true;

	questions_say(r, evenement_id);
	for (struct row *q = row_first(r, "questions"); q != NULL; q = row_next(q)) {
		const char *name = name_of(r, q), *typed = text_trim(&r->mem, param(r, name));
		const char *why = NULL;

		if (*typed == '\0')
			why = row_int(q, "obligatoire") ? "Répondez à cette question." : NULL;
		else if (text_length(typed) > REPONSE)
			why = "Écrivez moins de 500 signes.";
		else if (!is_choice(r, q, typed))
			why = "Choisissez dans la liste.";
		if (why != NULL)
			form_error(r, name, why);
		right = right && why == NULL;
	}
	return right;
}

/* They are hers from now on. */
void
questions_keep(struct req *r, int64_t inscription_id)
{
	for (struct row *q = row_first(r, "questions"); q != NULL; q = row_next(q)) {
		const char *typed = text_trim(&r->mem, param(r, name_of(r, q)));

		if (*typed != '\0')
			db_exec(r,
				SQL("INSERT INTO evenement_reponse (inscription_id, question_id,"
				    " reponse) VALUES (?, ?, ?)"
				    " ON DUPLICATE KEY UPDATE reponse = VALUES(reponse)"),
				I(inscription_id), I(row_id(q, "id")), S(typed));
	}
}
