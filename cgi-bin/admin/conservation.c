/* conservation.c - how long each thing is kept: the rules, whom they reach, and what is done
 *
 * Who has the domain "protection" everywhere reads all names here, those too whose page she may not
 * open: she answers for all of them.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/conservation/conservation.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/table_reply.h"

enum { SHOWN = 6, PAR = 30, AT_ONCE = 200 };

/* What a setting holds as JSON, said as NAME.KEY. */
static void
say_setting(struct req *r, const char *cle, const char *name)
{
	const char *text = reglage(r, cle, "");
	json_object *o = json_whole(&r->mem, text, strlen(text));

	if (o == NULL || !json_object_is_type(o, json_type_object))
		return;
	json_object_object_foreach(o, key, value)
		say(r, arena_printf(&r->mem, "%s.%s", name, key), json_object_get_string(value));
	if (*said(r, arena_printf(&r->mem, "%s.le", name)) != '\0')
		say(r, arena_printf(&r->mem, "%s.jour", name),
			text_day(&r->mem, said(r, arena_printf(&r->mem, "%s.le", name))));
}

static void
say_rules(struct req *r)
{
	concernes_by_rule(r);
	db_list(r, "regles",
		SQL("SELECT id, cle, sujet, quoi, nature, apres, IF(cle = 'journal',"
		    " COALESCE((SELECT valeur FROM reglage"
		    " WHERE cle = 'journal_conservation_mois'), 36), duree) AS duree,"
		    " IF(cle = 'journal', 'mois', unite) AS unite, suite, repere"
		    " FROM conservation_regle ORDER BY ordre, id"));
	for (struct row *g = row_first(r, "regles"); g != NULL; g = row_next(g)) {
		int64_t n = lignes_count(
			r, row_text(g, "cle"), row_id(g, "duree"), row_text(g, "unite"));

		for (struct row *p = row_first(r, "parts"); p != NULL; p = row_next(p))
			if (row_id(p, "id") == row_id(g, "id"))
				n = row_id(p, "n");
		if (n > 0)
			row_say_int(g, "mois", n);
	}
	say_int(r, "nuits", conf.dump_nights);
}

/* How many the brake holds. */
static int64_t
held(const struct frein *f)
{
	return (f->avertir ? f->tous.avertir + f->tous.rappeler : 0) + (f->agir ? f->tous.agir : 0);
}

/* Who they are, as a key. */
static const char *
whom(struct req *r, const struct frein *f)
{
	return arena_printf(&r->mem, "%s-%s", f->tous.qui_avertir, f->tous.qui_agir);
}

static void
say_counts(struct req *r, const struct frein *f)
{
	say_int(r, "essai.total", f->tous.total);
	say_int(r, "essai.avertir", f->tous.avertir);
	say_int(r, "essai.decider", f->tous.decider);
	say_int(r, "essai.sans_date", f->tous.sans_date);
	if (f->avertir || f->agir)
		say_int(r, "essai.retenu", held(f));
	say(r, "essai.qui", whom(r, f));
}

static int
admin_keeping(struct req *r)
{
	struct frein f;

	frein_look(r, &f);
	say_counts(r, &f);
	say_rules(r);
	concernes_list(r, "gens", "", SHOWN, 0);
	db_list(r, "revenus",
		SQL("SELECT c.id, c.prenom, c.nom, a.revenu_le FROM conservation_avis a"
		    " JOIN contact c ON c.id = a.contact_id WHERE a.revenu_le > ? - INTERVAL 30 DAY"
		    " ORDER BY a.revenu_le DESC LIMIT 5"),
		S(clock_sql(&r->mem, clock_now())));
	for (struct row *p = row_first(r, "revenus"); p != NULL; p = row_next(p))
		row_say(p, "jour", text_day_short(&r->mem, row_text(p, "revenu_le"), clock_now()));
	say_setting(r, "conservation_adoptee", "adoptee");
	say_setting(r, "conservation_passage", "passage");
	title(r, "Conservation");
	return page(r, "admin/conservation.cs");
}

static const struct list people = { "/admin/conservation/fiches", KEEPS(), PAR };

static int
admin_keeping_people(struct req *r)
{
	static const char *const columns[] = { "Numéro", "Personne", "Numéro HubSpot", "Règle",
		"Depuis", "Terme", "Avertie le", "Suite" };
	struct frein f;

	if (table_asked(r))
		return table_reply(r, "Conservation", "conservation.export", 0, columns,
			sizeof columns / sizeof *columns, concernes_table(r));
	frein_look(r, &f);
	say_counts(r, &f);
	concernes_list(r, "gens", "", PAR, (pager_asked(r) - 1) * PAR);
	list_pager(r, &people, pager_asked(r), f.tous.total);
	list_take(r, &people);
	title(r, "Fiches qui arrivent à leur terme");
	return page(r, "admin/conservation_fiches.cs");
}

static int
admin_keeping_warn(struct req *r)
{
	struct frein f;

	frein_look(r, &f);
	if (!conservation_adopted(r) || f.avertir) {
		form_error(r, "general",
			f.avertir ? "C’est beaucoup de monde d’un coup\u00A0: donnez d’abord"
				    " votre accord." :
				    "Adoptez d’abord les durées.");
		return admin_keeping(r);
	}
	conservation_warn(r, AT_ONCE);
	return redirect(r, "/admin/conservation?fait=averties");
}

/* To those whom the reader was told of. */
static int
admin_keeping_agree(struct req *r)
{
	struct frein f;

	frein_look(r, &f);
	if (held(&f) > 0 && strcmp(param(r, "vus"), whom(r, &f)) != 0) {
		form_error(r, "general", "La liste a changé\u00A0: regardez-la encore.");
		return admin_keeping(r);
	}
	frein_agree(r, &f);
	return redirect(r, "/admin/conservation?fait=conservation-accord");
}

static int
admin_keeping_adopt(struct req *r)
{
	const char *par = "", *le = "";
	const struct field fields[] = { { "par", LINE(&par), REQUIRED, .max = 80 },
		{ "le", LINE(&le), REQUIRED, .max = 20 }, { 0 } };

	form_read(r, fields);
	if (!r->invalid && text_iso(&r->mem, le) == NULL)
		form_error(r, "le", "Écrivez une date, par exemple 12/03/2026.");
	if (r->invalid)
		return admin_keeping(r);
	reglage_set(r, "conservation_adoptee",
		json_made(&r->mem, JS("par", par), JS("le", text_iso(&r->mem, le))));
	return redirect(r, "/admin/conservation?fait=adoptees");
}

/* Somebody who cannot be written to, or has no date, goes by the reader's decision. */
static int
admin_keeping_decide(struct req *r)
{
	struct concerne c;

	if (!concernes_one(r, caught_id(r, 0), &c))
		return not_found(r);
	if (strcmp(c.action, "decider") == 0 || strcmp(c.action, "sans-date") == 0)
		avis_decide(r, &c);
	return redirect(r, "/admin/conservation/fiches?fait=decidee");
}

/* ---- one rule ---- */

static bool
say_rule(struct req *r)
{
	return db_one(r, "regle",
		SQL("SELECT id, cle, sujet, COALESCE(statut, '') AS statut, depuis, quoi, nature,"
		    " apres, duree, unite, suite, minimum, repere FROM conservation_regle"
		    " WHERE id = ? AND sujet <> 'fixe'"),
		I(caught_id(r, 0)));
}

static int
admin_rule(struct req *r)
{
	if (!say_rule(r))
		return not_found(r);
	if (!r->invalid) {
		form_value(
			r, "duree", *said(r, "regle.duree") != '\0' ? said(r, "regle.duree") : "0");
		form_value(r, "unite", said(r, "regle.unite"));
	}
	title(r, "%s", said(r, "regle.quoi"));
	return page(r, "admin/conservation_regle.cs");
}

/* How many the rule that is said reaches, were it so long. */
static int64_t
reaches(struct req *r, int64_t duree, const char *unite)
{
	const char *sujet = said(r, "regle.sujet");
	struct regle_essai e = { said_id(r, "regle.id"), sujet, said(r, "regle.statut"),
		said(r, "regle.depuis"), duree > 0 ? unite : NULL, duree };
	struct concernes n;

	if (strcmp(sujet, "lignes") == 0)
		return lignes_count(r, said(r, "regle.cle"), duree, unite);
	concernes_count(r, &e, e.regle, &n);
	return n.total;
}

static int64_t
days(int64_t duree, const char *unite)
{
	return duree * (strcmp(unite, "an") == 0 ? 365 : strcmp(unite, "mois") == 0 ? 30 : 1);
}

/* Another delay was shown with its count, and agreed to, where it touches anybody.  False: it is
 * said, with a box. */
static bool
agreed(struct req *r, int64_t duree, const char *unite)
{
	int64_t before = reaches(r, said_id(r, "regle.duree"), said(r, "regle.unite"));
	int64_t n = duree > 0 ? reaches(r, duree, unite) : 0;

	if (n == before || (n <= 0 && before <= 0) ||
		strcmp(param(r, "confirme"), arena_printf(&r->mem, "%" PRId64, n)) == 0)
		return true;
	say_int(r, "effet", n);
	form_error(r, "duree",
		arena_printf(&r->mem,
			"Avec cette durée, %" PRId64 " au lieu de %" PRId64
			" arrivent à leur terme. Cochez «\u00A0Je confirme\u00A0»,"
			" puis enregistrez.",
			n, before > 0 ? before : 0));
	return false;
}

static int
admin_rule_save(struct req *r)
{
	int64_t duree = 0;
	const char *unite = "an";
	const struct field fields[] = { { "duree", NUMBER(&duree), REQUIRED, .min = 0, .max = 100 },
		{ "unite", CHOICE(&unite), REQUIRED, .choices = "jour|mois|an" }, { 0 } };

	if (!say_rule(r))
		return not_found(r);
	form_read(r, fields);
	if (!r->invalid && duree > 0 && days(duree, unite) < said_id(r, "regle.minimum"))
		form_error(r, "duree",
			arena_printf(
				&r->mem, "Au moins %s jours pour cela.", said(r, "regle.minimum")));
	if (!r->invalid && duree == 0 && *said(r, "regle.suite") == '\0')
		return redirect(r, "/admin/conservation");
	if (r->invalid || !agreed(r, duree, unite))
		return admin_rule(r);
	db_exec(r,
		SQL("UPDATE conservation_regle SET duree = NULLIF(?, 0), unite = ?,"
		    " suite = IF(suite = '', 'anonymiser', suite), change_le = ?, change_par = ?"
		    " WHERE id = ?"),
		I(duree), S(unite), S(clock_sql(&r->mem, clock_now())), I(r->user.id),
		I(caught_id(r, 0)));
	journal(r, "conservation.regle", 0,
		json_made(&r->mem, JS("regle", said(r, "regle.cle")),
			JS("duree", said(r, "regle.duree")), JS("unite", said(r, "regle.unite"))),
		json_made(&r->mem, JS("regle", said(r, "regle.cle")), JN("duree", duree),
			JS("unite", unite)));
	return redirect(r, "/admin/conservation?fait=regle");
}

#define BY .domaine = "protection"

const struct route admin_conservation_routes[] = {
	{ GET, "conservation", ADMIN, admin_keeping, BY },
	{ GET, "conservation/fiches", ADMIN, admin_keeping_people, .formats = CSV | XLSX, BY },
	{ POST, "conservation/fiches/:id", ADMIN, admin_keeping_decide, BY },
	{ POST, "conservation/avertir", ADMIN, admin_keeping_warn, BY },
	{ POST, "conservation/accord", ADMIN, admin_keeping_agree, BY },
	{ POST, "conservation/adopter", ADMIN, admin_keeping_adopt, BY },
	{ GET, "conservation/regles/:id", ADMIN, admin_rule, BY },
	{ POST, "conservation/regles/:id", ADMIN, admin_rule_save, BY },
	{ 0 },
};
