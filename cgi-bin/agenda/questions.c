/* questions.c - organisers write what they ask of who registers (lib/web/questions.c) */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/socle/journal.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { QUESTIONS = 10 };

static int
show(struct req *r)
{
	db_list(r, "questions",
		SQL("SELECT q.id, q.texte, q.choix, q.obligatoire, (SELECT COUNT(*)"
		    " FROM evenement_reponse a WHERE a.question_id = q.id) AS n"
		    " FROM evenement_question q WHERE q.evenement_id = ?"
		    " ORDER BY q.rang, q.id LIMIT 10"),
		I(caught_id(r, 0)));
	title(r, "Questions à l’inscription");
	return page(r, "agenda/questions.cs");
}

static int
agenda_questions_ask(struct req *r)
{
	int refused = agenda_load(r, GERER);

	return refused != 0 ? refused : show(r);
}

static int
agenda_question_add(struct req *r)
{
	const char *texte = "", *choix = "";
	bool obligatoire = false;
	const struct field fields[] = {
		{ "texte", LINE(&texte), REQUIRED, .max = 300 },
		{ "choix", TEXT(&choix), .max = 2000 },
		{ "obligatoire", YES(&obligatoire) },
		{ 0 },
	};
	int refused = agenda_load(r, GERER);
	int64_t id = caught_id(r, 0);

	if (refused != 0)
		return refused;
	if (form_read(r, fields) && said_int(r, "evenement.questions") >= QUESTIONS)
		form_error(r, "texte", "Dix questions suffisent\u00A0: retirez-en une d’abord.");
	if (r->invalid)
		return show(r);
	db_exec(r,
		SQL("INSERT INTO evenement_question (evenement_id, rang, texte, choix, obligatoire)"
		    " VALUES (?, ?, ?, ?, ?)"),
		I(id), I(said_int(r, "evenement.questions")), S(texte), S(choix), I(obligatoire));
	journal(r, "evenement.questions", id, NULL, json_made(&r->mem, JS("texte", texte)));
	return redirect(r, "/agenda/%" PRId64 "/questions?fait=question", id);
}

/* Its answers go with it. */
static int
agenda_question_drop(struct req *r)
{
	int refused = agenda_load(r, GERER);
	int64_t id = caught_id(r, 0);

	if (refused != 0)
		return refused;
	if (db_exec(r, SQL("DELETE FROM evenement_question WHERE id = ? AND evenement_id = ?"),
		    I(caught_id(r, 1)), I(id)) == 0)
		return not_found(r);
	journal(r, "evenement.questions", id, NULL, NULL);
	return redirect(r, "/agenda/%" PRId64 "/questions?fait=question", id);
}

const struct route agenda_questions_routes[] = {
	{ GET, ":id/questions", PROSPECT, agenda_questions_ask },
	{ POST, ":id/questions", PROSPECT, agenda_question_add },
	{ POST, ":id/questions/:q/retirer", PROSPECT, agenda_question_drop },
	{ 0 },
};
