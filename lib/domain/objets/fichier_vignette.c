/* fichier_vignette.c - the small copies that pages show of pictures, and photos made JPEG */

#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "domain/objets/fichier.h"
#include "domain/objets/fichier_genre.h"
#include "net/store.h"
#include "net/vignette.h"

/* The name in the store of a copy of that content: of each KIND, there is one. */
static const char *
copy_name(struct req *r, const char *kind, const char *hash)
{
	const char *text = arena_printf(&r->mem, "%s:%s", kind, hash);
	unsigned char sum[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(&r->mem, sizeof sum * 2 + 1);

	crypto_hash_sha256(sum, (const unsigned char *) text, strlen(text));
	return sodium_bin2hex(hex, sizeof sum * 2 + 1, sum, sizeof sum);
}

const char *
fichier_small_name(struct req *r, const char *hash)
{
	return copy_name(r, "vignette", hash);
}

/* That of the copy that letters show. */
const char *
fichier_mail_name(struct req *r, const char *hash)
{
	return copy_name(r, "courriel", hash);
}

/* All copies of a content go with it. */
void
fichier_drop_copies(struct req *r, const char *hash)
{
	db_exec(r, SQL("DELETE FROM lettre_image WHERE empreinte = ?"), S(hash));
	store_drop(&r->mem, fichier_small_name(r, hash));
	store_drop(&r->mem, fichier_mail_name(r, hash));
}

/* Make the small copy that waits since longest.  1: one was dealt with; 0: none waits; -1: the
 * tool is not installed. */
int
fichier_make_small(struct req *r)
{
	const char *hash = db_string(r,
		SQL("SELECT empreinte FROM fichier_contenu WHERE vignette_due"
		    " AND sain_le IS NOT NULL AND infecte = ''"
		    " ORDER BY cree_le LIMIT 1"));
	struct image image = { 0 };
	int fd, small = -1;

	if (hash == NULL)
		return 0;
	fd = store_open(&r->mem, hash);
	if (fd >= 0) {
		enum vignette what = vignette_make(&r->mem, fd, &image, &small);

		close(fd);
		if (what == VIGNETTE_NO_TOOL)
			return -1;
		if (what == VIGNETTE_MADE)
			store_put(&r->mem, fichier_small_name(r, hash), small);
	}
	db_exec(r,
		SQL("UPDATE fichier_contenu SET vignette_due = FALSE, vignette_largeur = ?,"
		    " vignette_hauteur = ? WHERE empreinte = ?"),
		I(small >= 0 ? image.width : 0), I(small >= 0 ? image.height : 0), S(hash));
	return 1;
}

static bool
ends(const char *nom, const char *a, const char *b)
{
	const char *dot = strrchr(nom, '.');

	return dot != NULL && (strcasecmp(dot + 1, a) == 0 || strcasecmp(dot + 1, b) == 0);
}

/* A photo as telephones keep it (HEIC), whatever its name, becomes the JPEG that everybody sees.
 * NULL, or why it does not. */
const char *
fichier_as_jpeg(struct req *r, struct upload *u)
{
	bool heic = strncmp(fichier_seen(u->fd), "image/hei", 9) == 0;
	const char *dot = strrchr(u->filename, '.');
	int64_t size = u->size;
	int fd = u->fd;

	if (!ends(u->filename, "heic", "heif") && !(heic && ends(u->filename, "jpg", "jpeg")))
		return NULL;
	if (heic)
		fd = vignette_jpeg(&r->mem, u->fd, &size);
	if (fd < 0 || (!heic && strcmp(fichier_seen(u->fd), "image/jpeg") != 0))
		return "Cette photo HEIC n’a pas pu être lue\u00A0: envoyez-la en JPEG. Sur un"
		       " iPhone, c’est le format «\u00A0Le plus compatible\u00A0» (Réglages,"
		       " Appareil photo, Formats).";
	u->fd = fd;
	u->size = size;
	u->filename = arena_printf(&r->mem, "%.*s.jpg", (int) (dot - u->filename), u->filename);
	return NULL;
}
