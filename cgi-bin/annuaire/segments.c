/* segments.c - the segments of the reader: listed, composed, kept, thrown away
 *
 * While one composes, the whole tree travels in the address (si=JSON): a button of the form is a
 * POST that leads to the page of what was made, so that going back undoes it, and nothing is kept
 * before one says so.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "annuaire/segments.h"
#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/droit.h"
#include "domain/acces/niveau.h"
#include "domain/annuaire/filtre.h"
#include "web/form.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/route.h"
#include "web/table_reply.h"

enum { COUNTED = 10000, PAR = 20 };

/* ---- the list ---- */

static void
say_share_words(struct req *r, struct row *row)
{
	const char *partage = row_text(row, "partage"), *id = strchr(partage, ':');
	const char *groupe = id == NULL ? NULL :
					  db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"),
						  I(strtoll(id + 1, NULL, 10)));

	row_say(row, "partage_groupe", groupe != NULL ? groupe : "");
	row_say(row, "partage_genre",
		id != NULL ? arena_printf(&r->mem, "%.*s", (int) (id - partage), partage) :
			     partage);
}

static void
say_count(struct req *r, struct row *into, struct filtre *f)
{
	const char *wrong = f->n_arbres > 0 ? condition_wrong(f->arbres[0]) : NULL;
	int64_t n = filtre_count(r, f, COUNTED);

	row_say_int(into, "nombre", n);
	if (n == COUNTED)
		row_say(into, "beaucoup", "1");
	if (wrong != NULL)
		row_say(into, "manque", wrong);
}

static int
take(struct req *r)
{
	static const char *const columns[] = { "Segment", "À quoi il sert", "Partage",
		"Dernier usage", "Par" };

	return table_reply(r, "segments", "segment.export", 0, columns, 5,
		db_rows(r,
			SQL("SELECT o.titre, s.description, CASE WHEN s.partage = 'prive'"
			    " THEN 'Moi seul-e' WHEN s.partage = 'siege'"
			    " THEN 'Équipe salariée' WHEN s.partage = 'tous' THEN 'Tout le monde'"
			    " ELSE 'Un groupe' END, DATE(s.utilise_le),"
			    " CONCAT_WS(' ', c.prenom, c.nom) FROM objet o"
			    " JOIN segment s ON s.id = o.id LEFT JOIN contact c ON c.id ="
			    " o.cree_par"
			    " WHERE o.genre = 'segment' AND o.archive_le IS NULL AND " SEGMENT_SEES
			    " ORDER BY o.titre, o.id"),
			SEGMENT_ME(r)));
}

static int
segments_list(struct req *r)
{
	int64_t here = pager_asked(r), total;

	if (table_asked(r))
		return take(r);
	total = db_int(r,
		SQL("SELECT COUNT(*) FROM objet o JOIN segment s ON s.id = o.id"
		    " WHERE o.genre = 'segment' AND o.archive_le IS NULL AND " SEGMENT_SEES),
		SEGMENT_ME(r));
	db_list(r, "items",
		SQL("SELECT o.id, o.titre, s.description, s.partage, s.utilise_le,"
		    " o.cree_par = ? AS mien,"
		    " CONCAT_WS(' ', c.prenom, c.nom) AS auteur FROM objet o"
		    " JOIN segment s ON s.id = o.id"
		    " LEFT JOIN contact c ON c.id = o.cree_par WHERE o.genre = 'segment'"
		    " AND o.archive_le IS NULL"
		    " AND " SEGMENT_SEES " ORDER BY o.titre, o.id LIMIT ? OFFSET ?"),
		I(r->user.id), SEGMENT_ME(r), I(PAR), I((here - 1) * PAR));
	for (struct row *o = row_first(r, "items"); o != NULL; o = row_next(o)) {
		struct filtre *f = segment_filtre(r, row_id(o, "id"));
		const char *used = row_text(o, "utilise_le");

		say_share_words(r, o);
		row_say(o, "url", arena_printf(&r->mem, "/annuaire?segment=%s", row_text(o, "id")));
		if (*used != '\0')
			row_say(o, "utilise", text_when(&r->mem, clock_parse(used), clock_now()));
		if (f != NULL)
			say_count(r, o, f);
	}
	pager_say(r, "/annuaire/segments?page=", here, total, PAR);
	if (droit(r, "messages") == PARTOUT)
		say(r, "Partout", "1");
	title(r, "Segments");
	return page(r, "annuaire/segments.cs");
}

/* ---- the composer ---- */

#define TOO_LONG "Retirez des conditions\u00A0: ce segment est trop long."

static struct filtre *
filtre_of_tree(struct req *r, struct noeud *root)
{
	struct filtre *f = filtre_of(r, "");

	filtre_add(r, f, root);
	return f;
}

/* Show the form with that tree; ID 0: a new one; OPEN: the node to fill, NULL: as the address
 * says. */
static int
show(struct req *r, int64_t id, struct noeud *root, const struct noeud *open)
{
	struct filtre *f = filtre_of_tree(r, root);
	const char *where = id == 0 ? "/annuaire/segments/nouveau" :
				      arena_printf(&r->mem, "/annuaire/segments/%" PRId64, id);

	dessin_say(r, f->modele, root, open != NULL ? open : formulaire_open(r, root),
		contact_highest(r));
	if (root->enfants != NULL) {
		say_count(r, row_at(r, "Compte"), f);
		say(r, "Compte.liste",
			arena_printf(&r->mem, "/annuaire?si=%s",
				url_escape(r, condition_text(&r->mem, root))));
	}
	if (id != 0 && niveau(r) >= N_COORDINATION)
		say(r, "Inviter", arena_printf(&r->mem, "/compte/invitations/%" PRId64, id));
	segment_shares(r, "Partages", said(r, "Form.partage.value"));
	say(r, "Action", where);
	title(r, "%s", id == 0 ? "Nouveau segment" : said(r, "segment.titre"));
	return page(r, "annuaire/composer.cs");
}

/* The tree of the form that is under way; NULL: none is. */
static struct noeud *
asked_tree(struct req *r)
{
	return *param(r, "suite") != '\0' ? condition_parse(&r->mem, param(r, "si")) : NULL;
}

static void
keep_form(struct req *r, const struct segment *s)
{
	bool typed = *param(r, "suite") != '\0';

	form_value(r, "nom", typed ? param(r, "nom") : s->nom);
	form_value(r, "description", typed ? param(r, "description") : s->description);
	form_value(r, "partage", typed ? param(r, "partage") : s->partage);
}

static int
segments_new(struct req *r)
{
	static const struct segment none = { .nom = "", .description = "", .partage = "prive" };
	struct noeud *root = asked_tree(r);
	struct filtre *f;

	keep_form(r, &none);
	if (root == NULL && (f = filtre_read(r)) != NULL)
		root = filtre_as_tree(r, f);
	return show(r, 0, root != NULL ? root : condition_group(&r->mem, TOUTES), NULL);
}

static bool
load(struct req *r, struct segment *s)
{
	if (!segment_load(r, caught_id(r, 0), s))
		return false;
	say_int(r, "segment.id", s->id);
	say(r, "segment.titre", s->nom);
	say_int(r, "segment.modifiable", s->modifiable);
	say(r, "segment.copie",
		arena_printf(&r->mem, "/annuaire/segments/nouveau?si=%s",
			url_escape(r, condition_text(&r->mem, s->arbre))));
	return true;
}

static int
segments_show(struct req *r)
{
	struct noeud *root = asked_tree(r);
	struct segment s;

	if (!load(r, &s))
		return not_found(r);
	keep_form(r, &s);
	return show(r, s.id, root != NULL ? root : s.arbre, NULL);
}

/* Back to the page, the tree and what was typed in the address; what does not fit there is shown
 * again at once, and said. */
static int
go_on(struct req *r, int64_t id, struct noeud *root, const struct noeud *open)
{
	const char *where = id == 0 ? "nouveau" : arena_printf(&r->mem, "%" PRId64, id), *url;

	url = arena_printf(&r->mem,
		"/annuaire/segments/%s?suite=1&ici=%u&cherche=%s&si=%s&nom=%s&description=%s"
		"&partage=%s",
		where, formulaire_number(root, open), url_escape(r, param(r, "cherche")),
		url_escape(r, condition_text(&r->mem, root)), url_escape(r, param(r, "nom")),
		url_escape(r, param(r, "description")), url_escape(r, param(r, "partage")));
	if (strlen(condition_text(&r->mem, root)) > CONDITIONS_MAX)
		form_error(r, "conditions", TOO_LONG);
	else if (strlen(url) > ADDRESS_MAX)
		form_error(r, "nom", "Raccourcissez le nom et la description.");
	if (!r->invalid)
		return redirect(r, "%s", url);
	form_value(r, "nom", param(r, "nom"));
	form_value(r, "description", param(r, "description"));
	form_value(r, "partage", param(r, "partage"));
	return show(r, id, root, open);
}

static bool
read_segment(struct req *r, struct segment *s)
{
	const struct field fields[] = {
		{ "nom", LINE(&s->nom), REQUIRED, .max = SEGMENT_NOM },
		{ "description", LINE(&s->description), .max = SEGMENT_DESCRIPTION },
		{ "partage", LINE(&s->partage), REQUIRED, .max = 40 },
		{ 0 },
	};
	const char *wrong;

	form_read(r, fields);
	condition_check(r, modele(r), s->arbre);
	wrong = condition_wrong(s->arbre);
	if (s->arbre->enfants == NULL)
		form_error(r, "conditions", "Ajoutez au moins une condition.");
	else if (wrong != NULL)
		form_error(r, "conditions", wrong);
	else if (strlen(condition_text(&r->mem, s->arbre)) > CONDITIONS_MAX)
		form_error(r, "conditions", TOO_LONG);
	return !r->invalid;
}

/* A button of the form: another tree, or what there is is kept. */
static int
change(struct req *r, struct segment *s)
{
	const char *old = s->partage;
	const struct noeud *open;
	int64_t id;

	s->arbre = formulaire_read(r, modele(r), &open);
	if (strcmp(param(r, "faire"), "garder") != 0)
		return go_on(r, s->id, s->arbre, open);
	s->description = "";
	if (!read_segment(r, s))
		return show(r, s->id, s->arbre, open);
	if (strcmp(s->partage, old) != 0 && !segment_may_share(r, s->partage)) {
		form_error(r, "partage", "Choisissez avec qui partager dans la liste.");
		return show(r, s->id, s->arbre, open);
	}
	id = segment_save(r, s);
	return redirect(r, "/annuaire?segment=%" PRId64 "&fait=segment", id);
}

static int
segments_create(struct req *r)
{
	struct segment s = { .partage = "" };

	return change(r, &s);
}

static int
segments_change(struct req *r)
{
	struct segment s;

	if (!load(r, &s))
		return not_found(r);
	if (!s.modifiable)
		return forbidden(r);
	return change(r, &s);
}

static int
segments_drop(struct req *r)
{
	struct segment s;

	if (!load(r, &s))
		return not_found(r);
	if (!s.modifiable)
		return forbidden(r);
	segment_drop(r, s.id);
	return redirect(r, "/annuaire/segments?fait=segment-supprime");
}

/* How many people the form that is being filled finds, in words: for the script. */
static int
segments_count(struct req *r)
{
	const struct noeud *open;
	struct noeud *root = formulaire_read(r, modele(r), &open);
	struct filtre *f = filtre_of_tree(r, root);

	if (root->enfants != NULL)
		say_count(r, row_at(r, "Compte"), f);
	if (r->format == JSON)
		say(r, "texte", render(r, "annuaire/compte.cs"));
	return page(r, "annuaire/compte.cs");
}

const struct route annuaire_segments_routes[] = {
	{ GET, "segments", MEMBER, segments_list, .formats = CSV | XLSX },
	{ GET, "segments/nouveau", MEMBER, segments_new },
	{ POST, "segments/nouveau", MEMBER, segments_create },
	{ GET, "segments/compte", MEMBER, segments_count },
	{ GET, "segments/:id", MEMBER, segments_show },
	{ POST, "segments/:id", MEMBER, segments_change },
	{ POST, "segments/:id/supprimer", MEMBER, segments_drop },
	{ 0 },
};
