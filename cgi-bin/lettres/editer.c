/* editer.c - a draft is written: one form says its subject and the block that is open, whatever
 * button is pressed, so that nothing typed gets lost
 *
 * Two who write at once: the form says what it was made from (lettre_print, lettre_bloc_print).
 * What its sender did not touch stays as the other wrote it; what both touched is refused once,
 * 409, with what stands beside what was typed.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/lettre_rendu.h"
#include "lettres/redaction.h"
#include "web/choices.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

static const char too_many[] = "Une lettre a soixante blocs au plus.";

/* The page of a draft, as S says it. */
int
redaction_show(struct req *r, const struct lettre *l, const struct saisie *s)
{
	struct rendu of;

	redaction_say(r, l, s);
	if (r->format == HTML && lettre_render(r, l->id, &of)) {
		say_int(r, "Poids.ko", (int64_t) (strlen(of.html) + strlen(of.texte) + 999) / 1000);
		lettres_frames(r);
	}
	title(r, "%s", text_cut(&r->mem, l->sujet, 120));
	return page(r, "lettres/editer.cs");
}

/* ---- what was sent ---- */

/* Has the form one of these buttons: "monter:12", "12" is said as N. */
static bool
pressed(const struct saisie *s, const char *what, int64_t *n)
{
	size_t len = strlen(what);

	if (strncmp(s->faire, what, len) != 0 || s->faire[len] != ':')
		return false;
	*n = strtoll(s->faire + len + 1, NULL, 10);
	return true;
}

static bool
is_sort(struct req *r, const char *sorte)
{
	return db_int(r, SQL("SELECT 1 FROM lettre_sorte WHERE cle = ?"), S(sorte)) != 0;
}

/* The subject, the line and the kind: written where only the sender of the form touched them.  The
 * kind stays once some have the letter: their links leave that one. */
static void
keep_head(struct req *r, struct lettre *l, struct saisie *s)
{
	const struct field fields[] = {
		{ "objet", LINE(&s->l.sujet), REQUIRED, .max = LETTRE_OBJET },
		{ "apercu", LINE(&s->l.apercu), .max = LETTRE_APERCU },
		{ "sorte", LINE(&s->l.sorte), .max = 20 },
		{ 0 },
	};
	const char *here = lettre_print(r, l), *sent;

	s->l.apercu = "";
	if (!form_read(r, fields))
		return;
	if (strcmp(l->etat, "brouillon") != 0)
		s->l.sorte = l->sorte;
	if (!is_sort(r, s->l.sorte))
		form_error(r, "sorte", "Choisissez dans la liste.");
	sent = lettre_print(r, &s->l);
	if (r->invalid || strcmp(sent, here) == 0)
		return;
	if (strcmp(s->lu_tete, sent) == 0)
		s->l = *l;
	else if (*s->lu_tete != '\0' && strcmp(s->lu_tete, here) != 0)
		s->autre_tete = true;
	else {
		l->sujet = s->l.sujet;
		l->apercu = s->l.apercu;
		l->sorte = s->l.sorte;
		lettre_save(r, l);
	}
}

/* A new block of which nothing was said yet. */
static bool
is_blank(const struct lettre_bloc *b)
{
	return b->texte[strspn(b->texte, " \t\r\n")] == '\0' &&
		b->droite[strspn(b->droite, " \t\r\n")] == '\0' && *b->alt == '\0' &&
		*b->lien == '\0' && b->fichier == 0 && b->objet == 0 &&
		strcmp(b->genre, "pres") != 0;
}

static void
add_block(struct req *r, const struct lettre *l, struct saisie *s)
{
	if (!lettres_read_bloc(r, l->id, &s->b, "chose") || s->parti || is_blank(&s->b) ||
		!lettres_bloc_ok(r, l->id, &s->b, "chose") || r->invalid)
		return;
	if ((s->b.id = lettre_bloc_add(r, l->id, &s->b)) == 0)
		form_error(r, "general", too_many);
}

/* The block that is open: added, or written where only the sender of the form touched it. */
static void
keep_block(struct req *r, const struct lettre *l, struct saisie *s)
{
	const char *here, *sent;

	if (s->b.id == 0) {
		if (bloc_genre(s->b.genre) != NULL)
			add_block(r, l, s);
		return;
	}
	if (!lettre_bloc_read(r, l->id, s->b.id, &s->ici)) {
		s->b.id = 0;
		s->parti = true;
		add_block(r, l, s);
		return;
	}
	here = lettre_bloc_print(r, &s->ici);
	s->b = s->ici;
	if (!lettres_read_bloc(r, l->id, &s->b, "chose"))
		return;
	sent = lettre_bloc_print(r, &s->b);
	if (strcmp(sent, here) == 0)
		return;
	if (strcmp(s->lu, sent) == 0)
		s->b = s->ici;
	else if (*s->lu != '\0' && strcmp(s->lu, here) != 0)
		s->autre_bloc = true;
	else if (lettres_bloc_ok(r, l->id, &s->b, "chose") && !r->invalid)
		lettre_bloc_change(r, l->id, &s->b);
}

/* Of the block that was written; "": none is. */
static const char *
block_print(struct req *r, const struct saisie *s)
{
	return s->b.id != 0 ? lettre_bloc_print(r, &s->b) : "";
}

/* Has somebody else written the same?  The page again, with both; what is sent then stands. */
static int
conflict(struct req *r, const struct lettre *l, struct saisie *s)
{
	static const char *const why =
		"Quelqu’un d’autre a écrit ici entre-temps\u00A0: vérifiez avant d’enregistrer.";

	if (r->format == JSON)
		return refuse_why(r, 409, "conflit", why);
	form_error(r, "general", why);
	r->keep = true; /* what only she touched is written */
	s->lu_tete = lettre_print(r, l);
	s->lu = s->autre_bloc ? lettre_bloc_print(r, &s->ici) : block_print(r, s);
	redaction_show(r, l, s);
	return r->status = 409;
}

/* ---- buttons ---- */

static int
dropped(struct req *r, struct lettre *l, int64_t id)
{
	struct saisie s;
	struct lettre_bloc b;

	if (lettre_bloc_read(r, l->id, id, &b)) {
		lettre_bloc_drop(r, l->id, id);
		say(r, "Retire.genre", b.genre);
		say(r, "Retire.texte", b.texte);
		say(r, "Retire.droite", b.droite);
		say(r, "Retire.alt", b.alt);
		say(r, "Retire.lien", b.lien);
		say_int(r, "Retire.place", b.place);
		if (b.objet != 0)
			say_int(r, "Retire.objet", b.objet);
		if (b.fichier != 0)
			say_int(r, "Retire.piece", b.fichier);
	}
	s = saisie_asked(r, l);
	s.b = bloc_new("");
	r->after = arena_printf(&r->mem, "/lettres/%" PRId64 "/contenu?ferme=1", l->id);
	return redaction_show(r, l, &s);
}

/* Where a button leads that only shows something else. */
static const char *
leads_to(struct req *r, const struct saisie *s)
{
	static const struct {
		const char *faire, *where;
	} ways[] = { { "destinataires", "/destinataires" }, { "verifier", "/verification" },
		{ "essai", "/verification#essai" }, { "fermer", "/contenu?ferme=1" }, { 0 } };
	int64_t n;

	for (unsigned i = 0; ways[i].faire != NULL; i++)
		if (strcmp(s->faire, ways[i].faire) == 0)
			return ways[i].where;
	if (pressed(s, "ouvrir", &n))
		return arena_printf(&r->mem, "/contenu?bloc=%" PRId64 "#redaction", n);
	if (pressed(s, "ajouter", &n))
		return arena_printf(
			&r->mem, "/contenu?ajouter=%s#redaction", url_escape(r, s->faire + 8));
	return NULL;
}

static int
full(struct req *r, const struct lettre *l, const struct saisie *s)
{
	form_error(r, "general", too_many);
	return redaction_show(r, l, s);
}

static int
act(struct req *r, struct lettre *l, const struct saisie *s)
{
	const char *where = leads_to(r, s);
	struct lettre_bloc b;
	int64_t id;

	if (strcmp(s->faire, "ajouter:pres") == 0) {
		b = bloc_new("pres");
		if ((id = lettre_bloc_add(r, l->id, &b)) == 0)
			return full(r, l, s);
		return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1#b-%" PRId64, l->id, id);
	}
	if (where != NULL)
		return redirect(r, "/lettres/%" PRId64 "%s", l->id, where);
	if (pressed(s, "retirer", &id))
		return dropped(r, l, id);
	if ((pressed(s, "monter", &id) || pressed(s, "descendre", &id)) &&
		lettre_bloc_read(r, l->id, id, &b)) {
		lettre_bloc_move(r, l->id, id, b.place + (*s->faire == 'm' ? -1 : 1));
		return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1#b-%" PRId64, l->id, id);
	}
	if (pressed(s, "placer", &id)) {
		const char *place = strchr(s->faire + 7, ':');

		lettre_bloc_move(r, l->id, id, place != NULL ? strtoll(place + 1, NULL, 10) : 1);
		return redirect(r, "/lettres/%" PRId64 "/contenu?ferme=1", l->id);
	}
	if (s->b.id == 0)
		return redirect(r, "/lettres/%" PRId64 "/contenu?fait=enregistree", l->id);
	return redirect(r,
		"/lettres/%" PRId64 "/contenu?bloc=%" PRId64 "&fait=enregistree#redaction", l->id,
		s->b.id);
}

/* What the script that saves quietly is told. */
static int
saved(struct req *r, const struct lettre *l, const struct saisie *s)
{
	say(r, "lu_tete", lettre_print(r, l));
	say_int(r, "bloc", s->b.id);
	say(r, "lu", block_print(r, s));
	return page(r, "lettres/editer.cs");
}

static int
write(struct req *r)
{
	struct saisie s;
	struct lettre l;
	int64_t dropping = 0;
	int refused = lettres_load_draft(r, &l);

	if (refused != 0)
		return refused;
	s = (struct saisie) { .l = l, .b = bloc_new(param(r, "genre")) };
	s.b.id = strtoll(param(r, "bloc"), NULL, 10);
	s.b.place = strtoll(param(r, "place"), NULL, 10);
	s.lu_tete = param(r, "lu_tete");
	s.lu = param(r, "lu");
	s.faire = param(r, "faire");
	keep_head(r, &l, &s);
	if (strcmp(s.faire, "fermer") != 0 &&
		(!pressed(&s, "retirer", &dropping) || dropping != s.b.id))
		keep_block(r, &l, &s);
	if (!r->invalid && (s.autre_tete || s.autre_bloc || s.parti))
		return conflict(r, &l, &s);
	if (!r->invalid) {
		s.lu_tete = lettre_print(r, &l);
		s.lu = block_print(r, &s);
	}
	if (r->invalid || choices_sought(r))
		return redaction_show(r, &l, &s);
	return r->format == JSON ? saved(r, &l, &s) : act(r, &l, &s);
}

/* The words of one that is held while it leaves: /lettres/ID tells how far it has got. */
static int
ask(struct req *r)
{
	struct saisie s;
	struct lettre l;
	int refused = lettres_load_draft(r, &l);

	if (refused != 0)
		return refused;
	s = saisie_asked(r, &l);
	return redaction_show(r, &l, &s);
}

const struct route lettres_editer_routes[] = {
	{ GET, ":id/contenu", MEMBER, ask, .domaine = "lettres" },
	{ POST, ":id/contenu", MEMBER, write, .domaine = "lettres" },
	{ 0 },
};
