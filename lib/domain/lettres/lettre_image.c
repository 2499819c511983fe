/* lettre_image.c - the copies of a letter's pictures that mails show: JPEG, no wider than they are
 * shown
 */

#include <unistd.h>

#include "domain/lettres/lettre_rendu.h"
#include "domain/objets/fichier.h"
#include "net/store.h"
#include "net/vignette.h"

enum { LIGHT = 150000, MADE = 20 };

/* One that is too wide, too heavy, or of a kind that old programs do not show gets a copy. */
static void
make(struct req *r, const char *empreinte)
{
	int fd = store_open(&r->mem, empreinte), copy = -1;
	const char *copie = "";
	int64_t size;

	if (fd >= 0) {
		copy = vignette_mail(&r->mem, fd, &size);
		close(fd);
	}
	if (copy >= 0) {
		copie = fichier_mail_name(r, empreinte);
		store_put(&r->mem, copie, copy);
	}
	db_exec(r, SQL("REPLACE INTO lettre_image (empreinte, copie) VALUES (?, ?)"), S(empreinte),
		S(copie));
}

/* Make those that the pictures of that letter lack. */
void
lettre_images_make(struct req *r, int64_t id)
{
	const char *due[MADE];
	int n = 0;
	struct rows *rows = db_rows(r,
		SQL("SELECT DISTINCT f.empreinte FROM fichier f"
		    " JOIN fichier_contenu c ON c.empreinte = f.empreinte AND c.infecte = ''"
		    " WHERE (f.objet_id = ? OR f.id IN (SELECT b.fichier_id FROM lettre_bloc b"
		    " WHERE b.lettre_id = ?)) AND (f.type = 'image/webp'"
		    " OR (f.type IN ('image/jpeg', 'image/png')"
		    " AND (f.largeur > 1104 OR c.taille > ?)))"
		    " AND NOT EXISTS (SELECT 1 FROM lettre_image m WHERE m.empreinte = f.empreinte)"
		    " LIMIT 20"),
		I(id), I(id), I(LIGHT));

	while (db_next(rows, &r->mem) && n < MADE)
		due[n++] = arena_strdup(&r->mem, db_text(rows, 0));
	for (int i = 0; i < n; i++)
		make(r, due[i]);
}
