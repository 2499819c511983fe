/* valider.c - the hours that wait for who coordinates: validated together, one corrected or
 * refused with a reason */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "domain/agenda/duree.h"
#include "domain/objets/nommes.h"
#include "heures/heures.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/route.h"

enum { PAR = 40, BEAUCOUP = 600 /* minutes of one day */ };

static const struct list list = { "/heures/a-valider", KEEPS("v", "groupe"), PAR };

/* What asks for a look: a long day, a declaration of a day when others were ticked and she was
 * not. */
#define REGARD \
	"CASE WHEN (SELECT SUM(j_.minutes) FROM heures j_ WHERE j_.contact_id = h.contact_id" \
	" AND j_.jour = h.jour AND j_.etat <> 'refusee')" \
	" > 600 * GREATEST(1, CEIL(COALESCE(TIMESTAMPDIFF(MINUTE, h.debut, h.fin), 0) / 1440))" \
	" THEN 'long'" \
	" WHEN h.source = 'declare' AND EXISTS (SELECT 1 FROM heures a_" \
	" WHERE a_.groupe_id = h.groupe_id AND a_.jour = h.jour AND a_.source <> 'declare')" \
	" AND NOT EXISTS (SELECT 1 FROM heures a_ WHERE a_.groupe_id = h.groupe_id" \
	" AND a_.jour = h.jour AND a_.source <> 'declare' AND a_.contact_id = h.contact_id)" \
	" THEN 'absente' ELSE '' END"

#define ASKED \
	" FROM heures h JOIN contact c ON c.id = h.contact_id" \
	" LEFT JOIN objet o ON o.id = h.groupe_id" \
	" WHERE h.etat = ? AND (? = 0 OR h.groupe_id = ?) AND " DECIDES("h")
#define ASKED_BY(r, etat, groupe) S(etat), I(groupe), I(groupe), DECIDES_ME(r)

static int
heures_a_valider(struct req *r)
{
	bool done = strcmp(param(r, "v"), "fait") == 0;
	const char *etat = done ? "validee" : "a_valider";
	int64_t groupe = strtoll(param(r, "groupe"), NULL, 10), n = pager_asked(r), total = 0,
		minutes = 0, odd = 0;

	db_read(r,
		SQL("SELECT COUNT(*), COALESCE(SUM(h.minutes), 0),"
		    " COALESCE(SUM(" REGARD " <> ''), 0)" ASKED),
		INTO(TO(&total), TO(&minutes), TO(&odd)), ASKED_BY(r, etat, groupe));
	db_list(r, "items",
		SQL("SELECT h.id, h.jour, h.minutes, h.minutes_avant, h.source, h.quoi, h.debut,"
		    " h.fin, h.fin_prevue, h.raison, c.id AS contact_id, c.prenom, c.nom,"
		    " o.titre AS mission, " REGARD " AS regard" ASKED
		    " ORDER BY regard = '', h.jour DESC, c.tri, h.id LIMIT ? OFFSET ?"),
		ASKED_BY(r, etat, groupe), I(PAR), I((n - 1) * PAR));
	heures_dress(r, "items");
	visages(r, "items", "contact_id");
	say_int(r, "total", total);
	say(r, "duree", duree_words(&r->mem, minutes));
	say_int(r, "regards", odd);
	if (done)
		say(r, "Fait", "1");
	list_pager(r, &list, n, total);
	say(r, "Tous", list_link(r, &list, "v", ""));
	say(r, "Faits", list_link(r, &list, "v", "fait"));
	title(r, "Heures à valider");
	return page(r, "heures/valider.cs");
}

static int
heures_validation(struct req *r)
{
	struct buffer ids = { &r->mem };
	unsigned n = 0;
	const char *id;

	for (; n < 200 && (id = param_nth(r, "h", n)) != NULL && *id != '\0'; n++)
		json_add_id(&ids, strtoll(id, NULL, 10));
	if (n == 0)
		return redirect(r, "/heures/a-valider?fait=aucune");
	heures_accept(r, json_list(&ids));
	return redirect(r, "/heures/a-valider?fait=validees");
}

/* One line that the reader may decide, as "ligne.0". */
static bool
load(struct req *r)
{
	if (!db_one(r, "ligne.0",
		    SQL("SELECT h.id, h.jour, h.minutes, h.source, h.quoi, h.debut, h.fin,"
			" h.fin_prevue, h.etat, c.id AS contact_id, c.prenom, c.nom,"
			" o.titre AS mission FROM heures h JOIN contact c ON c.id = h.contact_id"
			" LEFT JOIN objet o ON o.id = h.groupe_id WHERE h.id = ? AND " DECIDES(
				"h")),
		    I(caught_id(r, 0)), DECIDES_ME(r)))
		return false;
	heures_dress(r, "ligne");
	visages(r, "ligne", "contact_id");
	return true;
}

static int
heures_ligne(struct req *r)
{
	if (!load(r))
		return not_found(r);
	if (*said(r, "Form.duree.value") == '\0')
		form_value(r, "duree", said(r, "ligne.0.duree"));
	title(r, "Corriger ou refuser");
	return page(r, "heures/ligne.cs");
}

static int
heures_decision(struct req *r)
{
	const char *duree = "", *raison = "", *faire = "";
	const struct field fields[] = {
		{ "faire", CHOICE(&faire), REQUIRED, .choices = "corriger|refuser" },
		{ "duree", LINE(&duree), .max = 20 },
		{ "raison", LINE(&raison), REQUIRED, .max = 400 },
		{ 0 },
	};
	int minutes = -1;

	if (!load(r))
		return not_found(r);
	if (form_read(r, fields) && strcmp(faire, "corriger") == 0 &&
		(minutes = duree_read(duree)) < 0)
		form_error(r, "duree",
			"Donnez une durée, par exemple 1\u00A0h\u00A030 ou 45\u00A0min.");
	if (r->invalid)
		return heures_ligne(r);
	if (minutes > 0)
		heures_correct(r, caught_id(r, 0), minutes, raison);
	else
		heures_refuse(r, caught_id(r, 0), raison);
	return redirect(r, "/heures/a-valider?fait=%s", minutes > 0 ? "corrigees" : "refusees");
}

const struct route heures_valider_routes[] = {
	{ GET, "a-valider", MEMBER, heures_a_valider },
	{ POST, "a-valider", MEMBER, heures_validation },
	{ GET, ":id", MEMBER, heures_ligne },
	{ POST, ":id", MEMBER, heures_decision },
	{ 0 },
};
