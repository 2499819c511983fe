/* violation.c - a breach: its window, who was touched, the draft of the notice to the CNIL */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/violation.h"
#include "domain/objets/nommes.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { SHOWN = 50 };

/* The instant that a clock on the wall shows, for the database; FIELD is refused when there is none
 * (""). */
static const char *
instant(struct req *r, const char *field, const char *iso)
{
	struct wall w;
	time_t t;

	if (*iso == '\0')
		return "";
	if (!wall_read(iso, &w) || wall_instant(w, &t) == WALL_NEVER) {
		form_error(r, field, "Cette heure n’existe pas\u00A0: l’heure change ce jour-là.");
		return "";
	}
	return clock_sql(&r->mem, t);
}

/* Window and account, as they are asked; a form that says otherwise is refused. */
static bool
asked(struct req *r, struct violation *v)
{
	const char *from = "", *to = "", *account = "";
	const struct field fields[] = { { "debut", WHEN(&from), REQUIRED },
		{ "fin", WHEN(&to), REQUIRED }, { "compte", EMAIL(&account) }, { 0 } };

	*v = (struct violation) { 0 };
	if (!form_read(r, fields))
		return false;
	v->debut = instant(r, "debut", from);
	v->fin = instant(r, "fin", to);
	if (!r->invalid && strcmp(v->debut, v->fin) > 0)
		form_error(r, "fin", "La fin vient après le début.");
	if (*account != '\0') {
		v->compte = db_int(r,
			SQL("SELECT c.id FROM contact c JOIN compte k ON k.contact_id = c.id"
			    " WHERE " ADRESSE_EST("c.email") " LIMIT 1"),
			S(account), S(account));
		if (v->compte == 0)
			form_error(r, "compte", "Aucun compte n’a cette adresse.");
	}
	return !r->invalid;
}

static int
show_form(struct req *r)
{
	db_list(r, "violations",
		SQL("SELECT id, debut, personnes FROM violation ORDER BY id DESC LIMIT 50"));
	for (struct row *v = row_first(r, "violations"); v != NULL; v = row_next(v))
		row_say(v, "debut", text_moment(&r->mem, clock_parse(row_text(v, "debut"))));
	title(r, "Violation de données");
	return page(r, "admin/violation.cs");
}

static void
say_touched(struct req *r, const struct violation *v)
{
	say(r, "Touchees.query",
		arena_printf(&r->mem, "debut=%s&fin=%s&compte=%s", url_escape(r, param(r, "debut")),
			url_escape(r, param(r, "fin")), url_escape(r, param(r, "compte"))));
	say_number(r, "Touchees.nombre", violation_people(r, v, "touchees", SHOWN));
	violation_acts(r, v, "actes");
}

static int
admin_breach(struct req *r)
{
	static const char *const columns[] = { "Numéro Essaim", "Nom", "Courriel", "Statut" };
	struct violation v;

	if (*param(r, "debut") == '\0' && *param(r, "fin") == '\0')
		return show_form(r);
	if (asked(r, &v)) {
		if (table_asked(r))
			return table_reply(r, "Personnes touchées", "violation.export", 0, columns,
				4, violation_rows(r, &v));
		say_touched(r, &v);
	}
	return show_form(r);
}

static int
admin_breach_save(struct req *r)
{
	const char *known = "", *nature = "", *risk = "", *done = "";
	const struct field fields[] = {
		{ "connue_le", WHEN(&known), REQUIRED },
		{ "nature", TEXT(&nature), REQUIRED, .max = 4000 },
		{ "consequences", TEXT(&risk), REQUIRED, .max = 4000 },
		{ "mesures", TEXT(&done), REQUIRED, .max = 4000 },
		{ 0 },
	};
	struct violation v;
	bool whole = asked(r, &v);

	form_read(r, fields);
	v.connue_le = instant(r, "connue_le", known);
	if (!r->invalid && strcmp(v.connue_le, clock_sql(&r->mem, clock_now())) > 0)
		form_error(r, "connue_le", "Ce moment est encore à venir.");
	if (whole)
		say_touched(r, &v);
	if (r->invalid)
		return show_form(r);
	v.nature = nature;
	v.consequences = risk;
	v.mesures = done;
	v.personnes = said_id(r, "Touchees.nombre");
	return redirect(r, "/admin/violation/%" PRId64, violation_new(r, &v));
}

/* The notice, to be printed and copied into the CNIL's form. */
static int
admin_breach_notice(struct req *r)
{
	struct violation v;
	time_t known;

	if (!violation_find(r, caught_id(r, 0), &v))
		return not_found(r);
	known = clock_parse(v.connue_le);
	say_int(r, "Violation.id", v.id);
	say(r, "Violation.debut", text_moment(&r->mem, clock_parse(v.debut)));
	say(r, "Violation.fin", text_moment(&r->mem, clock_parse(v.fin)));
	say(r, "Violation.connue", text_moment(&r->mem, known));
	say(r, "Violation.avant", text_moment(&r->mem, known + 72 * 3600));
	say(r, "Violation.nature", v.nature);
	say(r, "Violation.consequences", v.consequences);
	say(r, "Violation.mesures", v.mesures);
	say_number(r, "Violation.personnes", v.personnes);
	violation_acts(r, &v, "actes");
	dpo_say(r);
	title(r, "Notification de violation");
	return page(r, "admin/violation_avis.cs");
}

const struct route admin_violation_routes[] = {
	{ GET, "violation", ADMIN, admin_breach, CSV | XLSX, .domaine = "protection" },
	{ POST, "violation", ADMIN, admin_breach_save, .domaine = "protection" },
	{ GET, "violation/:id", ADMIN, admin_breach_notice, .domaine = "protection" },
	{ 0 },
};
