/* lettre_controle.c - what is looked at before a letter leaves: its words, its audience */

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/lettres/controle_part.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_rendu.h"

enum { HEAVY = 100000 }; /* bytes */

/* One finding: where it is put right is a page below the letter ("", "/destinataires",
 * "/contenu?bloc=12"). */
void
controle_say(struct controle *c, bool blocks, const char *where, const char *phrase)
{
	struct row *row = row_nth(c->r, c->name, c->n++);

	row_say(row, "gravite", blocks ? "bloque" : "avertit");
	row_say(row, "phrase", phrase);
	row_say(row, "lien", arena_printf(&c->r->mem, "/lettres/%" PRId64 "%s", c->l.id, where));
	c->blocking += blocks;
}

/* The place of a block, as an address. */
const char *
controle_bloc(struct controle *c, const struct lettre_bloc *b)
{
	return arena_printf(&c->r->mem, "/contenu?bloc=%" PRId64 "#redaction", b->id);
}

static void
see_subject(struct controle *c)
{
	const char *same;

	if (*text_trim(&c->r->mem, c->l.sujet) == '\0')
		controle_say(c, true, "", "L’objet est vide.");
	else if ((same = db_string(c->r,
			  SQL("SELECT DATE(l.fini_le) FROM lettre l JOIN objet o ON o.id = l.id"
			      " WHERE l.id <> ? AND l.sorte = ? AND l.fini_le IS NOT NULL"
			      " AND l.fini_le > UTC_TIMESTAMP() - INTERVAL 60 DAY"
			      " AND o.titre = ? ORDER BY l.fini_le DESC LIMIT 1"),
			  I(c->l.id), S(c->l.sorte), S(c->l.sujet))) != NULL)
		controle_say(c, false, "",
			arena_printf(&c->r->mem,
				"L’objet est celui de la lettre du %s\u00A0: donnez-en un autre.",
				text_day(&c->r->mem, same)));
	if (*text_trim(&c->r->mem, c->l.apercu) == '\0')
		controle_say(c, false, "",
			"La ligne d’aperçu manque\u00A0: les messageries la montrent après"
			" l’objet.");
}

static void
see_audience(struct controle *c)
{
	struct lettre_gens g;

	if (!lettre_recipients(c->r, c->l.id, &g))
		controle_say(c, true, "/destinataires", g.refus);
	else if (lettre_recipients_count(c->r, &g) == 0)
		controle_say(c, true, "/destinataires", "Personne ne recevrait cette lettre.");
}

static void
see_pictures(struct controle *c)
{
	for (const struct lettre_bloc *b = c->blocs; b < c->blocs + c->n_blocs; b++)
		if (strcmp(b->genre, "image") == 0 && *text_trim(&c->r->mem, b->alt) == '\0')
			controle_say(c, false, controle_bloc(c, b),
				arena_printf(&c->r->mem,
					"L’image du bloc %" PRId64
					" n’a pas de texte de remplacement.",
					b->place));
}

/* "{prénom}" is nobody's first name: a mark that nothing fills. */
static void
see_marks(struct controle *c)
{
	for (const struct lettre_bloc *b = c->blocs; b < c->blocs + c->n_blocs; b++)
		for (const char *at = strchr(b->texte, '{'); at != NULL; at = strchr(at + 1, '{')) {
			size_t n = strcspn(at + 1, "{} \n");

			if (at[n + 1] == '}' && n > 0 && strncmp(at, "{prenom}", 8) != 0)
				controle_say(c, true, controle_bloc(c, b),
					arena_printf(&c->r->mem,
						"Le bloc %" PRId64
						" contient %.*s, que rien ne remplace\u00A0:"
						" écrivez {prenom}, ou des mots.",
						b->place, (int) n + 2, at));
		}
}

/* What its mail weighs: inboxes cut what is heavier. */
static void
see_weight(struct controle *c)
{
	struct rendu of;

	if (lettre_render(c->r, c->l.id, &of) && strlen(of.html) > HEAVY)
		controle_say(c, true, "",
			arena_printf(&c->r->mem,
				"Le courriel pèse %zu\u00A0Ko\u00A0: au-delà de 100\u00A0Ko, des"
				" messageries le coupent.",
				strlen(of.html) / 1000));
}

unsigned
lettre_controle(struct req *r, int64_t lettre_id, const char *name)
{
	struct lettre_bloc blocs[LETTRE_BLOCS];
	struct controle c = { .r = r, .name = name, .blocs = blocs };

	if (!lettre_read(r, lettre_id, &c.l))
		return 0;
	c.n_blocs = lettre_blocs(r, lettre_id, blocs, LETTRE_BLOCS);
	see_subject(&c);
	see_audience(&c);
	if (c.n_blocs == 0)
		controle_say(&c, true, "", "La lettre est vide\u00A0: elle n’a aucun bloc.");
	see_pictures(&c);
	see_marks(&c);
	see_weight(&c);
	controle_liens(&c);
	controle_dates(&c);
	controle_restes(&c);
	controle_relecture(&c);
	return c.blocking;
}
