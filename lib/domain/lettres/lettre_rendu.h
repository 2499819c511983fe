/* lettre_rendu.h - the mail of a letter: out of its blocks, frozen, and filled for one person
 *
 * What is personal stands as marks between two characters of private use, which no word of people
 * holds (mark()); so an edition is the same bytes for everybody.  "{prenom}" in words of people is
 * such a mark.  lettre_personal() fills them without a statement.
 */
#ifndef LETTRE_RENDU_H
#define LETTRE_RENDU_H

#include "domain/lettres/lettre.h"

/* What the block "Près de chez vous" says in a departement; the last one, "", where nothing is. */
struct pres {
	const char *departement, *html, *texte;
};

struct rendu {
	int64_t lettre;
	const char *sujet, *apercu, *html, *texte;
	const char *sorte, *de; /* the key of its kind; what From says before the address */
	const struct pres *pres;
	unsigned n_pres;
	bool coded; /* html, texte and those of pres: as they stand in a mail, but for marks */
};

/* Who gets it: read with the batch.  envoi 0: a preview or a test, whose links open nothing. */
struct destinataire {
	int64_t envoi, contact;
	const char *adresse, *prenom, *departement;
};

/* lettre_rendu.c */
bool lettre_render(struct req *, int64_t id, struct rendu *);
bool lettre_render_sent(struct req *, int64_t id, struct rendu *);
int64_t lettre_freeze(struct req *, int64_t id);
bool lettre_edition(struct req *, int64_t id, int64_t numero, struct rendu *);

/* lettre_personnel.c */
const char *lettre_mark(struct req *, const char *name);
const char *lettre_unmarked(struct req *, const char *words);
const char *lettre_remarked(struct req *, const char *rendered);
void lettre_code(struct req *, struct rendu *);
void lettre_personal(
	struct req *, const struct rendu *, const struct destinataire *, struct rendu *out);
void lettre_web(struct req *, const struct rendu *, struct rendu *out);

/* lettre_pres.c */
void lettre_pres_render(struct req *, int64_t id, struct rendu *);

/* lettre_image.c */
void lettre_images_make(struct req *, int64_t id);

/* lettre_bloc_dit.c */
void lettre_blocs_say(struct req *, int64_t id);
char *lettre_lignes(struct req *, const char *text);

/* lettre_mail.c */
const char *lettre_message_id(struct req *, int64_t envoi_id); /* without <> */
char *lettre_mail(struct req *, const struct rendu *personal, const struct destinataire *);

#endif
