/* fichier.h - files that people attach to anything: kept once, served to who may see the thing
 *
 * 	const char *why = fichiers_refused(r, "fichiers");	a sentence for the form, or NULL
 * 	fichiers_store(r, "fichiers", objet_id);		sent by joindre("fichiers")
 * 	fichier_list(r, "fichiers", objet_id);			drawn by fichiers()
 *
 * The area /fichiers serves them after SEES() on their objet.  What is not on the list of kinds, or
 * is not what its name says, is refused; only pictures open in the page, all else is downloaded.
 * Pages show small copies of pictures, once essaim-index has made them.
 */
#ifndef FICHIER_H
#define FICHIER_H

#include "base/param.h"
#include "db/db.h"

enum { FICHIERS_MAX = 10 }; /* of one form */

/* What a row about a file holds for fichier_dress(): f of fichier, c of fichier_contenu. */
#define FICHIER_ROW \
	"f.id, f.nom, f.type, f.largeur, f.hauteur, c.taille, c.vignette_largeur," \
	" c.vignette_hauteur, IF(c.sain_le IS NULL OR c.infecte <> '', 1, NULL) AS retenu"

const char *fichier_refused(struct req *, struct upload *);
const char *fichier_as_jpeg(struct req *, struct upload *);
const char *fichier_hash(struct req *, int fd, int64_t *size);
const char *fichiers_refused(struct req *, const char *field);
int fichiers_store(struct req *, const char *field, int64_t objet_id);
int64_t fichier_store(struct req *, const struct upload *, int64_t objet_id);
bool fichier_no_room(struct req *, int64_t size);
int64_t fichier_copy(struct req *, int64_t id, int64_t objet_id);
int64_t fichier_store_bytes(
	struct req *, const char *nom, const void *bytes, size_t n, int64_t objet_id);
struct upload fichier_upload(struct req *, const char *nom, const void *bytes, size_t n);
void fichier_dress(struct req *, struct row *row);
void fichier_list(struct req *, const char *name, int64_t objet_id);
bool fichier_is_image(const char *type);
void fichier_drop(struct req *, int64_t id);
void fichier_clean(struct req *);
const char *fichier_small_name(struct req *, const char *hash);
const char *fichier_mail_name(struct req *, const char *hash);
void fichier_drop_copies(struct req *, const char *hash);
int fichier_make_small(struct req *);

#endif
