/* champs.c - the fields of a person: those of the platform are made and changed here */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/text.h"
#include "domain/contacts/champ.h"
#include "domain/contacts/contact_textes.h"
#include "domain/contacts/plafond.h"
#include "domain/socle/journal.h"
#include "domain/socle/modele.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"

/* IN_USE: well below what lists and forms hold (liste.h, contacts.h). */
enum { IN_USE = 150, PAR = 20, NAME = 120, HELP = 300, PURPOSE = 200 };

static const struct option types[] = {
	{ "texte", "Texte court" },
	{ "long", "Texte long" },
	{ "nombre", "Nombre" },
	{ "date", "Date" },
	{ "oui_non", "Oui ou non" },
	{ "choix", "Un choix dans une liste" },
	{ "choix_multiple", "Plusieurs choix dans une liste" },
	{ "code_postal", "Code postal" },
	{ "telephone", "Téléphone" },
	{ "courriel", "Adresse courriel" },
	{ "lien", "Lien" },
	{ "groupe", "Groupe" },
	{ "etiquettes", "Étiquettes" },
};

/* The last two are HubSpot's and the tags': nobody makes another. */
#define CREATED \
	"texte|long|nombre|date|oui_non|choix|choix_multiple|code_postal|telephone|courriel|lien"

static const struct option readers[] = {
	{ "1", "Qui voit la personne" },
	{ "2", "Les membres de ses groupes" },
	{ "3", "La coordination de ses groupes" },
	{ "4", "L’équipe salariée" },
	{ "5", "L’administration seule" },
};

static const struct option writers[] = {
	{ "0", "La personne seule" },
	{ "3", "La personne et la coordination de ses groupes" },
	{ "4", "L’équipe salariée" },
};

static const char *
label_of(const struct option *all, size_t n, const char *valeur)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i].valeur, valeur) == 0)
			return all[i].libelle;
	return valeur;
}

#define LABEL(all, valeur) label_of(all, sizeof(all) / sizeof *(all), valeur)

static void
say_choices(struct req *r, const char *list, const struct option *all, size_t n, const char *chosen)
{
	for (size_t i = 0; i < n; i++) {
		struct row *o = row_at(r, arena_printf(&r->mem, "Liste.%s.%zu", list, i));

		row_say(o, "valeur", all[i].valeur);
		row_say(o, "libelle", all[i].libelle);
		if (strcmp(all[i].valeur, chosen) == 0)
			row_say(o, "choisi", "1");
	}
}

/* The lists of the form; CHOSEN as typed, or as the field is. */
static void
say_lists(struct req *r, const char *type, const char *lecture, const char *ecriture)
{
	say_choices(r, "types", types, sizeof types / sizeof *types - 2,
		r->invalid ? param(r, "type") : type);
	say_choices(r, "lecture", readers, sizeof readers / sizeof *readers,
		r->invalid ? param(r, "lecture") : lecture);
	say_choices(r, "ecriture", writers, sizeof writers / sizeof *writers,
		r->invalid ? param(r, "ecriture") : ecriture);
}

static int
take_fields(struct req *r)
{
	static const char *const columns[] = { "Champ", "Clé", "Type", "Origine", "Qui le lit",
		"Qui l’écrit", "Personnes", "Retiré le", "Pourquoi" };
	enum { N = sizeof columns / sizeof *columns };
	struct sheet *sheet = sheet_open(&r->mem, table_kind(r), "Champs", columns, N);
	struct rows *rows = db_rows(r,
		SQL("SELECT f.libelle, f.cle, f.genre, IF(f.origine = 'hubspot', 'HubSpot',"
		    " 'Essaim'), f.lecture, f.ecriture,"
		    " IF(f.lecture > ?, '', (SELECT COUNT(DISTINCT v.contact_id)"
		    " FROM champ_valeur v WHERE v.champ_id = f.id)), DATE(f.retire_le), f.finalite"
		    " FROM champ f ORDER BY f.ordre, f.id"),
		I(plafond_lecture(r)));

	while (db_next(rows, &r->mem)) {
		for (unsigned i = 0; i < N; i++) {
			const char *s = db_text(rows, i);

			sheet_cell(sheet,
				i == 2         ? LABEL(types, s) :
					i == 4 ? LABEL(readers, s) :
					i == 5 ? strcmp(s, "9") == 0 ? "HubSpot" :
								       LABEL(writers, s) :
						 s);
		}
		sheet_row(sheet);
	}
	journal_apart(r, "champ.export", 0, NULL, NULL);
	return reply_sheet(r, sheet, "champs");
}

static int
admin_fields(struct req *r)
{
	int64_t here = pager_asked(r), total = db_int(r, SQL("SELECT COUNT(*) FROM champ"));

	if (table_asked(r))
		return take_fields(r);
	db_list(r, "champs",
		SQL("SELECT f.id, f.cle, f.libelle, f.genre, f.origine, f.lecture, f.ecriture,"
		    " f.retire_le IS NOT NULL AS retire,"
		    " (SELECT COUNT(*) FROM champ_option o WHERE o.champ_id = f.id"
		    " AND o.retire_le IS NULL) AS choix,"
		    " IF(f.lecture > ?, NULL, (SELECT COUNT(DISTINCT v.contact_id)"
		    " FROM champ_valeur v WHERE v.champ_id = f.id)) AS personnes"
		    " FROM champ f ORDER BY f.retire_le IS NOT NULL, f.ordre, f.id"
		    " LIMIT ? OFFSET ?"),
		I(plafond_lecture(r)), I(PAR), I((here - 1) * PAR));
	for (struct row *f = row_first(r, "champs"); f != NULL; f = row_next(f)) {
		row_say(f, "type", LABEL(types, row_text(f, "genre")));
		row_say(f, "qui_lit", LABEL(readers, row_text(f, "lecture")));
	}
	pager_say(r, "/admin/champs?page=", here, total, PAR);
	say_lists(r, "texte", "4", "3");
	title(r, "Champs des personnes");
	return page(r, "admin/champs.cs");
}

/* "Régime alimentaire" as ASCII letters: regime_alimentaire, at most MAX. */
char *
admin_key(struct req *r, const char *libelle, size_t max)
{
	char *cle = text_fold(&r->mem, libelle), *to = cle;

	for (const char *s = cle; *s != '\0' && (size_t) (to - cle) < max; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9'))
			*to++ = *s;
		else if (*s == ' ')
			*to++ = '_';
	*to = '\0';
	return cle;
}

/* The same, and nobody has it yet. */
static const char *
key_for(struct req *r, const char *libelle)
{
	char *cle = admin_key(r, libelle, 32);
	const char *free;

	if (*cle < 'a' || *cle > 'z')
		cle = arena_printf(&r->mem, "champ_%s", cle);
	free = cle;
	for (int n = 2; db_int(r, SQL("SELECT 1 FROM champ WHERE cle = ?"), S(free)) != 0; n++)
		free = arena_printf(&r->mem, "%s_%d", cle, n);
	return free;
}

static bool
has_choices(const char *type)
{
	return strcmp(type, "choix") == 0 || strcmp(type, "choix_multiple") == 0;
}

/* One more field, of that name. */
static void
check_name(struct req *r, const char *libelle)
{
	if (db_int(r, SQL("SELECT 1 FROM champ WHERE libelle = ? AND retire_le IS NULL"),
		    S(libelle)) != 0)
		form_error(r, "libelle", "Un champ porte déjà ce nom.");
	else if (db_int(r, SQL("SELECT COUNT(*) FROM champ WHERE retire_le IS NULL")) >= IN_USE)
		form_error(r, "libelle",
			"150 champs servent déjà. Retirez-en un dont personne n’a plus besoin.");
}

static int
admin_field_create(struct req *r)
{
	const char *libelle, *aide = "", *type, *choix = "", *finalite, *lecture, *ecriture;
	const struct field fields[] = { { "libelle", LINE(&libelle), REQUIRED, .max = NAME },
		{ "aide", LINE(&aide), .max = HELP },
		{ "type", CHOICE(&type), REQUIRED, .choices = CREATED },
		{ "choix", TEXT(&choix), .max = 5000 },
		{ "finalite", LINE(&finalite), REQUIRED, .max = PURPOSE },
		{ "lecture", CHOICE(&lecture), REQUIRED, .choices = "1|2|3|4|5" },
		{ "ecriture", CHOICE(&ecriture), REQUIRED, .choices = "0|3|4" }, { 0 } };
	int64_t id;

	form_read(r, fields);
	if (!r->invalid && has_choices(type) && *text_trim(&r->mem, choix) == '\0')
		form_error(r, "choix", "Écrivez au moins un choix, un par ligne.");
	if (!r->invalid && has_choices(type))
		admin_choices_read(r, 0, choix);
	if (!r->invalid)
		check_name(r, libelle);
	if (r->invalid)
		return admin_fields(r);
	modele_hold(r);
	id = db_insert(r,
		SQL("INSERT INTO champ (cle, libelle, aide, genre, origine, lecture, ecriture,"
		    " bloc, ordre, finalite, conservation)"
		    " SELECT ?, ?, ?, ?, 'plateforme', ?, ?, 'profil', COALESCE(MAX(ordre),"
		    " 0) + 10, ?, 'Durée de l’engagement' FROM champ"),
		S(key_for(r, libelle)), S(libelle), S(aide), S(type), I(strtoll(lecture, NULL, 10)),
		I(strtoll(ecriture, NULL, 10)), S(finalite));
	if (has_choices(type))
		admin_choices_write(r, id, choix);
	modele_changed(r);
	journal(r, "champ.cree", 0, NULL, libelle);
	return redirect(r, "/admin/champs?fait=champ");
}

static bool
find_field(struct req *r)
{
	return db_one(r, "champ",
		SQL("SELECT id, cle, libelle, aide, genre, origine, lecture, ecriture, ordre,"
		    " finalite, bloc, suivi,"
		    " retire_le IS NOT NULL AS retire, colonne IS NOT NULL AS fixe,"
		    " EXISTS (SELECT 1 FROM crm_correspondance k"
		    " WHERE k.champ_id = champ.id) AS repris FROM champ WHERE id = ?"),
		I(caught_id(r, 0)));
}

/* One field: its settings, its choices, and how many people it concerns. */
static int
admin_field(struct req *r)
{
	static const char *const names[] = { "libelle", "aide", "finalite", "ordre" };

	if (!find_field(r))
		return not_found(r);
	say(r, "champ.type", LABEL(types, said(r, "champ.genre")));
	say(r, "champ.qui_lit", LABEL(readers, said(r, "champ.lecture")));
	say(r, "champ.qui_ecrit", LABEL(writers, said(r, "champ.ecriture")));
	title(r, "Champ %s", said(r, "champ.libelle"));
	if (admin_field_above(r)) {
		say(r, "champ.ferme", "1");
		return page(r, "admin/champ.cs");
	}
	for (size_t i = 0; i < 4 && !r->invalid; i++)
		form_value(r, names[i], said(r, arena_printf(&r->mem, "champ.%s", names[i])));
	admin_choices_say(r, caught_id(r, 0));
	admin_field_filled(r);
	say_lists(r, said(r, "champ.genre"), said(r, "champ.lecture"), said(r, "champ.ecriture"));
	admin_blocks(r, r->invalid ? param(r, "bloc") : said(r, "champ.bloc"));
	if (r->invalid ? *param(r, "suivi") != '\0' : *said(r, "champ.suivi") == '1')
		form_value(r, "suivi", "1");
	say_int(r, "Droits.niveaux", admin_field_free(r));
	return page(r, "admin/champ.cs");
}

/* The field that is said has another name, or other readers. */
static void
tell_change(struct req *r, const char *libelle, const char *lecture)
{
	modele_changed(r);
	if (strcmp(lecture, said(r, "champ.lecture")) != 0)
		contact_texts_stale(r);
	journal(r, "champ.modifie", 0,
		arena_printf(&r->mem, "%s, lecture %s", said(r, "champ.libelle"),
			said(r, "champ.lecture")),
		arena_printf(&r->mem, "%s, lecture %s", libelle, lecture));
}

static int
admin_field_save(struct req *r)
{
	const char *libelle, *aide = "", *choix = "", *finalite, *lecture, *ecriture = "",
			     *bloc = "";
	int64_t id = caught_id(r, 0), ordre = 0;
	const struct field fields[] = { { "libelle", LINE(&libelle), REQUIRED, .max = NAME },
		{ "aide", LINE(&aide), .max = HELP }, { "choix", TEXT(&choix), .max = 5000 },
		{ "finalite", LINE(&finalite), REQUIRED, .max = PURPOSE },
		{ "ordre", ID(&ordre), .max = 30000 },
		{ "lecture", CHOICE(&lecture), REQUIRED, .choices = "1|2|3|4|5" },
		{ "ecriture", CHOICE(&ecriture), .choices = "0|3|4|9" },
		{ "bloc", CHOICE(&bloc), .choices = "identite|coordonnees|engagement|profil" },
		{ 0 } };

	if (!find_field(r))
		return not_found(r);
	if (admin_field_above(r))
		return admin_field_closed(r);
	if (!form_read(r, fields) || !admin_choices_read(r, id, choix) ||
		!admin_field_agreed(r, lecture, ecriture) ||
		!admin_effect_agreed(r, said_id(r, "champ.lecture"), strtoll(lecture, NULL, 10)))
		return admin_field(r);
	if (strcmp(said(r, "champ.origine"), "hubspot") == 0)
		ecriture = "9";
	if (*ecriture == '\0')
		ecriture = arena_strdup(&r->mem, said(r, "champ.ecriture"));
	db_exec(r,
		SQL("UPDATE champ SET libelle = ?, aide = ?, finalite = ?, lecture = ?,"
		    " ecriture = ?, ordre = IF(? > 0, ?, ordre) WHERE id = ?"),
		S(libelle), S(aide), S(finalite), I(strtoll(lecture, NULL, 10)),
		I(strtoll(ecriture, NULL, 10)), I(ordre), I(ordre), I(id));
	admin_field_place(r, id, bloc);
	if (strcmp(said(r, "champ.origine"), "plateforme") == 0 &&
		has_choices(said(r, "champ.genre")))
		admin_choices_write(r, id, choix);
	tell_change(r, libelle, lecture);
	return redirect(r, "/admin/champs?fait=champ-change");
}

/* Out of forms, lists and exports, or back; what people had written is kept.  A field that was
 * made for a property of HubSpot is no longer filled meanwhile. */
static int
admin_field_retire(struct req *r)
{
	if (!find_field(r))
		return not_found(r);
	if ((strcmp(said(r, "champ.origine"), "plateforme") != 0 &&
		    *said(r, "champ.repris") != '1') ||
		*said(r, "champ.fixe") == '1' || strcmp(said(r, "champ.genre"), "etiquettes") == 0)
		return forbidden(r);
	if (admin_field_above(r) || !admin_field_free(r))
		return admin_field_closed(r);
	if (*said(r, "champ.repris") == '1')
		db_exec(r, SQL("DELETE FROM sync_etat WHERE cle = 'curseur'"));
	db_exec(r,
		SQL("UPDATE champ SET retire_le = IF(retire_le IS NULL, UTC_TIMESTAMP(), NULL)"
		    " WHERE id = ?"),
		I(caught_id(r, 0)));
	modele_changed(r);
	journal(r, *said(r, "champ.retire") == '1' ? "champ.remis" : "champ.retire", 0,
		said(r, "champ.libelle"), NULL);
	return redirect(r, "/admin/champs?fait=champ-change");
}

const struct route admin_champs_routes[] = {
	{ GET, "champs", ADMIN, admin_fields, .domaine = "administration", .formats = CSV | XLSX },
	{ POST, "champs", ADMIN, admin_field_create, .domaine = "administration" },
	{ GET, "champs/:id", ADMIN, admin_field, .domaine = "administration" },
	{ POST, "champs/:id", ADMIN, admin_field_save, .domaine = "administration" },
	{ POST, "champs/:id/retirer", ADMIN, admin_field_retire, .domaine = "administration" },
	{ 0 },
};
