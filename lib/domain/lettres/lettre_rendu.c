/* lettre_rendu.c - a letter as a mail: its templates filled by its blocks, and the editions that
 * are frozen from it
 */

#include <inttypes.h>
#include <string.h>

#include "base/conf.h"
#include "base/template.h"
#include "base/text.h"
#include "domain/lettres/lettre_clic.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/lettres/lettre_veille.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/socle/journal.h"

/* What its templates read besides the blocks. */
static void
say_frame(struct req *r, const struct lettre *l, const struct rendu *out)
{
	const char *titre =
		db_string(r, SQL("SELECT titre FROM lettre_sorte WHERE cle = ?"), S(l->sorte));

	say(r, "Rendu.sujet", out->sujet);
	say(r, "Rendu.apercu", out->apercu);
	say(r, "Rendu.org", *conf.site_name != '\0' ? conf.site_name : "Essaim");
	say(r, "Rendu.sorte", titre);
	say(r, "Rendu.adresse", conf.site_address);
	say(r, "Rendu.ligne",
		arena_printf(&r->mem, "%s/lettres/%" PRId64 "/en-ligne", conf.site_url, l->id));
	say(r, "Rendu.preferences",
		arena_printf(
			&r->mem, "%s/notifications/preferences?sur=actualites", conf.site_url));
	say(r, "Rendu.adieu",
		arena_printf(
			&r->mem, "%s/public/lettres/%s", conf.site_url, lettre_mark(r, "jeton")));
}

static bool
render(struct req *r, int64_t id, bool sent, struct rendu *out)
{
	struct lettre l;

	*out = (struct rendu) { .lettre = id };
	if (!lettre_read(r, id, &l))
		return false;
	out->sujet = lettre_unmarked(r, text_line(&r->mem, l.sujet));
	out->apercu = lettre_unmarked(r, text_line(&r->mem, l.apercu));
	out->sorte = l.sorte;
	unsay(r, "Rendu");
	say_frame(r, &l, out);
	out->de = arena_strdup(&r->mem, said(r, "Rendu.sorte"));
	lettre_blocs_say(r, id);
	out->html = template_render(r, "courriel/lettre.html.cs", "", NULL);
	out->texte = lettre_lignes(r, template_render(r, "courriel/lettre.txt.cs", "", NULL));
	unsay(r, "Rendu");
	lettre_pres_render(r, id, out);
	lettre_clics_put(r, out, sent);
	return true;
}

/* The whole mail of that letter from its blocks as they are now, with marks for what is personal.
 * False: there is no such letter. */
bool
lettre_render(struct req *r, int64_t id, struct rendu *out)
{
	return render(r, id, false, out);
}

/* The same, to be sent: its links lead from now on. */
bool
lettre_render_sent(struct req *r, int64_t id, struct rendu *out)
{
	return render(r, id, true, out);
}

/* Freeze what the blocks say now as the next edition of that letter: its number. */
int64_t
lettre_freeze(struct req *r, int64_t id)
{
	struct rendu now;
	int64_t numero;

	if (!lettre_render_sent(r, id, &now))
		return 0;
	numero = 1 + db_int(r, SQL("SELECT edition FROM lettre WHERE id = ? FOR UPDATE"), I(id));
	db_exec(r,
		SQL("INSERT INTO lettre_edition (lettre_id, numero, version, sujet, apercu, html,"
		    " texte, par_id, cree_le) SELECT id, ?, version, ?, ?, ?, ?, NULLIF(?, 0),"
		    " UTC_TIMESTAMP() FROM lettre WHERE id = ?"),
		I(numero), S(now.sujet), S(now.apercu), S(now.html), S(now.texte), I(r->user.id),
		I(id));
	for (unsigned i = 0; i < now.n_pres; i++)
		db_exec(r,
			SQL("INSERT INTO lettre_pres (lettre_id, numero, departement, html, texte)"
			    " VALUES (?, ?, ?, ?, ?)"),
			I(id), I(numero), S(now.pres[i].departement), S(now.pres[i].html),
			S(now.pres[i].texte));
	db_exec(r, SQL("UPDATE lettre SET edition = ? WHERE id = ?"), I(numero), I(id));
	lettre_images_make(r, id);
	lettre_veille_note(r, id);
	return numero;
}

/* An edition as it was frozen.  False: there is none of that number. */
bool
lettre_edition(struct req *r, int64_t id, int64_t numero, struct rendu *out)
{
	struct rows *rows;
	struct pres *pres;
	int64_t n;

	*out = (struct rendu) { .lettre = id };
	if (!db_read(r,
		    SQL("SELECT e.sujet, e.apercu, e.html, e.texte, l.sorte, s.titre,"
			" (SELECT COUNT(*) FROM lettre_pres p WHERE p.lettre_id = e.lettre_id"
			" AND p.numero = e.numero) FROM lettre_edition e"
			" JOIN lettre l ON l.id = e.lettre_id"
			" JOIN lettre_sorte s ON s.cle = l.sorte"
			" WHERE e.lettre_id = ? AND e.numero = ?"),
		    INTO(TO(&out->sujet), TO(&out->apercu), TO(&out->html), TO(&out->texte),
			    TO(&out->sorte), TO(&out->de), TO(&n)),
		    I(id), I(numero)))
		return false;
	out->pres = pres = arena_alloc(&r->mem, ((size_t) n + 1) * sizeof *pres);
	rows = db_rows(r,
		SQL("SELECT departement, html, texte FROM lettre_pres WHERE lettre_id = ?"
		    " AND numero = ? ORDER BY departement = '', departement"),
		I(id), I(numero));
	while (db_next(rows, &r->mem))
		if (out->n_pres < n)
			pres[out->n_pres++] = (struct pres) {
				arena_strdup(&r->mem, db_text(rows, 0)),
				arena_strdup(&r->mem, db_text(rows, 1)),
				arena_strdup(&r->mem, db_text(rows, 2)),
			};
	return true;
}
