/* poste.c - organisers make and change a post */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/text.h"
#include "domain/agenda/poste.h"
#include "domain/objets/etiquette.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { ANS_MAX = 99 };

/* Say Formations.N.{valeur, libelle, choisi}: what a post may ask for (EXIGE): trainings and
 * skills, roles in the event's group, tags that the reader knows people by, and the one it has. */
static void
say_asked(struct req *r, const char *exige)
{
	struct poste p;
	const char *had;

	poste_read(r, caught_id(r, 1), caught_id(r, 0), &p);
	had = p.exige;
	db_list(r, "Formations",
		SQL("SELECT valeur, libelle, valeur = ? AS choisi FROM ("
		    "SELECT CONCAT(c.id, ':', o.valeur) AS valeur,"
		    " CONCAT(c.libelle, '\u00A0: ', o.libelle) AS libelle, c.cle = 'competences' AS"
		    " rang, o.ordre FROM champ c JOIN champ_option o ON o.champ_id = c.id"
		    " AND o.retire_le IS NULL WHERE c.cle IN ('formations', 'competences')"
		    " AND c.retire_le IS NULL"
		    " UNION ALL SELECT CONCAT('p:', b.id), b.titre, 2, b.id FROM evenement e"
		    " JOIN public b ON (b.genre = 'coordination'"
		    " AND b.cle = CONCAT(e.groupe_id, ''))"
		    " OR (b.genre = 'role_groupe' AND b.cle = CONCAT(e.groupe_id, ':'))"
		    " WHERE e.id = ?"
		    " UNION ALL SELECT CONCAT('e:', t.id), CONCAT('Étiquette\u00A0: ', t.nom), 3,"
		    " t.id FROM etiquette t WHERE CONCAT('e:', t.id) = ?"
		    " OR EXISTS (SELECT 1 " BEARERS_OF("t.id") " AND ox_.genre = 'contact')) x"
							       " ORDER BY rang, ordre LIMIT 200"),
		S(exige), I(caught_id(r, 0)), S(had), BEARS_ME(r));
}

static int
show_post(struct req *r, const struct poste *p)
{
	if (r->method == GET) {
		form_value(r, "titre", p->titre);
		form_value(r, "lieu", p->lieu);
		form_value(r, "consignes", p->consignes);
		form_value(r, "km", p->km < 0 ? "" : arena_printf(&r->mem, "%" PRId64, p->km));
		form_value(r, "formation", p->exige);
		form_value(r, "age",
			p->age_min == 0 ? "" : arena_printf(&r->mem, "%" PRId64, p->age_min));
		form_value(r, "ordre", arena_printf(&r->mem, "%" PRId64, p->ordre));
		form_value(r, "habitue", p->habitue ? "1" : "");
	}
	say_asked(r, said(r, "Form.formation.value"));
	say_int(r, "Poste", caught_id(r, 1));
	title(r, "%s – %s", caught_id(r, 1) != 0 ? "Changer le poste" : "Nouveau poste",
		text_cut(&r->mem, said(r, "evenement.titre"), 100));
	return page(r, "agenda/poste_form.cs");
}

/* Is that something that a post may ask for? */
static bool
known(struct req *r, const char *exige)
{
	if (*exige == '\0')
		return true;
	say_asked(r, exige);
	for (struct row *o = row_first(r, "Formations"); o != NULL; o = row_next(o))
		if (row_id(o, "choisi") != 0)
			return true;
	return false;
}

static bool
read_post(struct req *r, struct poste *p)
{
	const char *formation = "";
	bool habitue = false;
	const struct field fields[] = {
		{ "titre", LINE(&p->titre), REQUIRED, .max = 120 },
		{ "lieu", LINE(&p->lieu), .max = 200 },
		{ "consignes", TEXT(&p->consignes), .max = 4000 },
		{ "formation", LINE(&formation), .max = 220 },
		{ "habitue", YES(&habitue) },
		{ "km", NUMBER(&p->km), .max = 9999 },
		{ "age", NUMBER(&p->age_min), .max = ANS_MAX },
		{ "ordre", NUMBER(&p->ordre), .max = 999 },
		{ 0 },
	};

	*p = poste_new();
	form_read(r, fields);
	p->habitue = habitue;
	p->exige = formation;
	if (!known(r, formation))
		form_error(r, "formation", "Choisissez dans la liste.");
	return !r->invalid;
}

static int
agenda_new_poste(struct req *r)
{
	struct poste p = poste_new();
	int refused = agenda_load(r, GERER);

	return refused != 0 ? refused : show_post(r, &p);
}

static int
agenda_create_poste(struct req *r)
{
	struct poste p;
	int64_t id = caught_id(r, 0);
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	if (read_post(r, &p) && postes_count(r, id) >= POSTES)
		form_error(r, "titre", "Un événement a 60 postes au plus.");
	if (r->invalid)
		return show_post(r, &p);
	return redirect(r, "/agenda/%" PRId64 "/postes/creneaux?poste=%" PRId64 "&fait=poste-garde",
		id, poste_create(r, id, &p));
}

static int
load_post(struct req *r, struct poste *p)
{
	int refused = agenda_load(r, GERER);

	if (refused != 0)
		return refused;
	return poste_read(r, caught_id(r, 1), caught_id(r, 0), p) ? 0 : not_found(r);
}

static int
agenda_poste(struct req *r)
{
	struct poste p;
	int refused = load_post(r, &p);

	return refused != 0 ? refused : show_post(r, &p);
}

static int
agenda_save_poste(struct req *r)
{
	struct poste p;
	int refused = load_post(r, &p);

	if (refused != 0)
		return refused;
	if (!read_post(r, &p))
		return show_post(r, &p);
	poste_save(r, caught_id(r, 1), &p);
	return redirect(r, "/agenda/%" PRId64 "/postes?fait=poste-garde", caught_id(r, 0));
}

static int
agenda_remove_poste(struct req *r)
{
	struct poste p;
	int refused = load_post(r, &p);

	if (refused != 0)
		return refused;
	if (poste_remove(r, caught_id(r, 1)))
		return redirect(r, "/agenda/%" PRId64 "/postes?fait=poste-retire", caught_id(r, 0));
	form_error(r, "general",
		"Des personnes doivent encore tenir ce poste\u00A0: annulez d’abord leurs"
		" créneaux, elles seront prévenues.");
	return show_post(r, &p);
}

const struct route agenda_poste_routes[] = {
	{ GET, ":id/postes/nouveau", PROSPECT, agenda_new_poste },
	{ POST, ":id/postes/nouveau", PROSPECT, agenda_create_poste },
	{ GET, ":id/postes/:poste", PROSPECT, agenda_poste },
	{ POST, ":id/postes/:poste", PROSPECT, agenda_save_poste },
	{ POST, ":id/postes/:poste/retirer", PROSPECT, agenda_remove_poste },
	{ 0 },
};
