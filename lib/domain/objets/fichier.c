/* fichier.c - take files, keep their contents once, forget those that nothing names any more */

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "base/scratch.h"
#include "base/text.h"
#include "domain/objets/fichier.h"
#include "domain/objets/fichier_genre.h"
#include "domain/socle/alone.h"
#include "domain/socle/journal.h"
#include "net/clamav.h"
#include "net/store.h"

enum {
	WEIGHT = 25 << 20,      /* bytes of one file */
	PIXELS = 100 * 1000000, /* of one picture */
	DAY_FILES = 300,        /* sent by one person in a day */
	NAME = 150,             /* characters */
	SHOWN = 1 << 20,        /* bytes of a photo that a page shows as it is */
};
static const int64_t DAY_BYTES = 1LL << 30;

/* Everything of FD, with room for what image_clean() may add. */
static uint8_t *
whole(struct req *r, int fd, size_t n)
{
	uint8_t *s = arena_alloc(&r->mem, n + IMAGE_ROOM);
	size_t got = 0;
	ssize_t k;

	lseek(fd, 0, SEEK_SET);
	while (got < n && (k = read(fd, s + got, n - got)) > 0)
		got += (size_t) k;
	lseek(fd, 0, SEEK_SET);
	if (got < n)
		fault_down("a file sent is shorter than it was");
	return s;
}

/* The picture of UPLOAD without what it tells, and its size; 0 bytes: none, or a broken one. */
static size_t
cleaned(struct req *r, const struct upload *u, enum image_kind kind, uint8_t **into,
	struct image *image)
{
	size_t n = (size_t) u->size;

	*into = arena_alloc(&r->mem, n + IMAGE_ROOM);
	return image_clean(kind, whole(r, u->fd, n), n, *into, image);
}

static bool
too_many(struct req *r)
{
	if (r->user.id == 0)
		return false;
	reader_alone(r);
	return db_int(r,
		       SQL("SELECT COUNT(*) >= ? OR COALESCE(SUM(c.taille), 0) >= ? FROM fichier f"
			   " JOIN fichier_contenu c ON c.empreinte = f.empreinte"
			   " WHERE f.cree_par = ? AND f.cree_le > UTC_TIMESTAMP() -"
			   " INTERVAL 1 DAY LOCK IN SHARE MODE"),
		       I(DAY_FILES), I(DAY_BYTES), I(r->user.id)) != 0;
}

/* Why that file is not taken, in a sentence for who sent it; NULL: it is.  U may have become
 * another file: a photo that others can see. */
const char *
fichier_refused(struct req *r, struct upload *u)
{
	const struct fichier_genre *g;
	struct image image;
	const char *why;
	uint8_t *bytes;

	if (u->size == 0)
		return "Ce fichier est vide\u00A0: choisissez-en un autre.";
	if (u->size > WEIGHT)
		return "Ce fichier est trop lourd\u00A0: 25 Mo au plus.";
	if (too_many(r)) /* before anything that costs time */
		return "Vous avez envoyé beaucoup de fichiers aujourd’hui\u00A0: continuez demain.";
	if (fichier_no_room(r, u->size))
		return "Il n’y a plus de place ici pour des fichiers\u00A0: prévenez le Siège.";
	if ((why = fichier_as_jpeg(r, u)) != NULL)
		return why;
	g = fichier_genre(u->filename);
	if (g == NULL)
		return "Ce type de fichier n’est pas accepté\u00A0: envoyez un document, une image,"
		       " un son, une vidéo ou un .zip.";
	if (!fichier_seen_ok(g, fichier_seen(u->fd)))
		return arena_printf(&r->mem,
			"Le contenu de «\u00A0%s\u00A0» n’est pas celui d’un fichier .%s\u00A0:"
			" enregistrez-le de"
			" nouveau depuis son logiciel.",
			u->filename, g->ending);
	if (g->image != IMAGE_NONE) {
		if (cleaned(r, u, g->image, &bytes, &image) == 0)
			return "Cette image est abîmée\u00A0: ouvrez-la et enregistrez-la de"
			       " nouveau.";
		if ((int64_t) image.width * image.height > PIXELS)
			return "Cette image est trop grande\u00A0: réduisez-la à 100 millions de"
			       " points"
			       " au plus.";
	}
	return NULL;
}

/* The first refusal among the files of a field of the form; NULL: all are taken, or none came. */
const char *
fichiers_refused(struct req *r, const char *field)
{
	unsigned n = 0;

	for (struct upload *u = r->uploads; u != NULL; u = u->next) {
		const char *why = strcmp(u->name, field) == 0 ? fichier_refused(r, u) : NULL;

		if (why != NULL)
			return why;
		if (strcmp(u->name, field) == 0 && ++n > FICHIERS_MAX)
			return "Dix fichiers au plus à la fois\u00A0: envoyez le reste ensuite.";
	}
	return NULL;
}

/* The fingerprint of a content, in hexadecimal, and its size. */
const char *
fichier_hash(struct req *r, int fd, int64_t *size)
{
	crypto_hash_sha256_state state;
	unsigned char sum[crypto_hash_sha256_BYTES], block[65536];
	char *hex = arena_alloc(&r->mem, sizeof sum * 2 + 1);
	ssize_t n;

	*size = 0;
	lseek(fd, 0, SEEK_SET);
	crypto_hash_sha256_init(&state);
	for (; (n = read(fd, block, sizeof block)) > 0; *size += n)
		crypto_hash_sha256_update(&state, block, (unsigned long long) n);
	crypto_hash_sha256_final(&state, sum);
	lseek(fd, 0, SEEK_SET);
	return sodium_bin2hex(hex, sizeof sum * 2 + 1, sum, sizeof sum);
}

/* Note what the scanner says of a content. */
static void
scan(struct req *r, const char *hash, int fd)
{
	const char *found;

	switch (clamav_scan(&r->mem, fd, &found)) {
	case CLAMAV_CLEAN:
		db_exec(r,
			SQL("UPDATE fichier_contenu SET sain_le = UTC_TIMESTAMP()"
			    " WHERE empreinte = ?"),
			S(hash));
		break;
	case CLAMAV_FOUND:
		db_exec(r,
			SQL("UPDATE fichier_contenu SET sain_le = UTC_TIMESTAMP(), infecte = ?"
			    " WHERE empreinte = ?"),
			S(text_cut(&r->mem, text_clean(&r->mem, found), 190)), S(hash));
		break;
	case CLAMAV_UNKNOWN: break;
	}
}

/* A picture goes through a file of its own, without what it tells. */
static int
content_of(
	struct req *r, const struct upload *u, const struct fichier_genre *g, struct image *image)
{
	uint8_t *bytes;
	size_t n;
	int fd;

	*image = (struct image) { 0 };
	if (g->image == IMAGE_NONE)
		return u->fd;
	n = cleaned(r, u, g->image, &bytes, image);
	fd = scratch_open(&r->mem, "/tmp");
	scratch_write(fd, (const char *) bytes, n);
	return fd;
}

/* A name that fits, its ending kept. */
static const char *
name_of(struct req *r, const char *filename)
{
	const char *dot = strrchr(filename, '.');

	return text_length(filename) <= NAME ?
		filename :
		arena_printf(&r->mem, "%s%s", text_cut(&r->mem, filename, NAME - 10), dot);
}

/* Keep a file that fichier_refused() takes, attached to OBJET_ID: whoever sees that, sees it.
 * Its id. */
int64_t
fichier_store(struct req *r, const struct upload *u, int64_t objet_id)
{
	const struct fichier_genre *g = fichier_genre(u->filename);
	struct image image;
	const char *hash;
	int64_t size, id;
	int fd;

	if (g == NULL)
		fault("a file that was refused is to be stored");
	fd = content_of(r, u, g, &image);
	hash = fichier_hash(r, fd, &size);
	db_exec(r,
		SQL("INSERT INTO fichier_contenu (empreinte, taille, cree_le, vignette_due)"
		    " VALUES (?, ?, UTC_TIMESTAMP(), ?)"
		    " ON DUPLICATE KEY UPDATE cree_le = VALUES(cree_le)"),
		S(hash), I(size), I(g->image != IMAGE_NONE && g->image != IMAGE_GIF));
	store_put(&r->mem, hash, fd);
	scan(r, hash, fd);
	id = db_insert(r,
		SQL("INSERT INTO fichier (empreinte, nom, type, largeur, hauteur, objet_id,"
		    " cree_le, cree_par) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), NULLIF(?, 0))"),
		S(hash), S(name_of(r, u->filename)), S(g->type), I(image.width), I(image.height),
		I(objet_id), I(r->user.id));
	journal(r, "fichier.envoye", objet_id, NULL, json_made(&r->mem, JN("fichier", id)));
	return id;
}

/* The files that came under that name of the form hang on OBJET_ID.  How many. */
int
fichiers_store(struct req *r, const char *field, int64_t objet_id)
{
	int n = 0;

	for (struct upload *u = r->uploads; u != NULL; u = u->next)
		if (strcmp(u->name, field) == 0) {
			fichier_store(r, u, objet_id);
			n++;
		}
	return n;
}

/* A content in memory (a file joined to a mail), as if it had been sent by a form. */
struct upload
fichier_upload(struct req *r, const char *nom, const void *bytes, size_t n)
{
	struct upload u = { .name = "", .filename = nom, .type = "", .size = (int64_t) n };

	u.fd = scratch_open(&r->mem, "/tmp");
	scratch_write(u.fd, bytes, n);
	return u;
}

/* Keep such a content; 0: it was refused. */
int64_t
fichier_store_bytes(struct req *r, const char *nom, const void *bytes, size_t n, int64_t objet_id)
{
	struct upload u = fichier_upload(r, nom, bytes, n);

	return fichier_refused(r, &u) == NULL ? fichier_store(r, &u, objet_id) : 0;
}

bool
fichier_is_image(const char *type)
{
	return strncmp(type, "image/", 6) == 0;
}

static const char *
weight(struct req *r, int64_t n)
{
	if (n < 1000)
		return "1 Ko";
	if (n < 1000000)
		return arena_printf(&r->mem, "%" PRId64 " Ko", n / 1000);
	return arena_printf(&r->mem, "%" PRId64 ",%" PRId64 " Mo", n / 1000000, n / 100000 % 10);
}

static const char *
address(struct req *r, const char *id, const char *nom)
{
	char *url = arena_alloc(&r->mem, strlen(nom) * 3 + 40), *o;

	o = url + snprintf(url, 40, "/fichiers/%s/", id);
	for (const unsigned char *s = (const unsigned char *) nom; *s != '\0'; s++)
		if ((*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'z') ||
			(*s >= 'A' && *s <= 'Z') || strchr("-._", *s) != NULL)
			*o++ = (char) *s;
		else
			o += snprintf(o, 4, "%%%02X", *s);
	*o = '\0';
	return url;
}

/* A picture that stands still, of known size, that has a small copy or is light itself. */
static bool
is_photo(struct row *row)
{
	const char *type = row_text(row, "type");

	return fichier_is_image(type) && strcmp(type, "image/gif") != 0 &&
		*row_text(row, "retenu") == '\0' && row_int(row, "largeur") > 0 &&
		row_int(row, "hauteur") > 0 &&
		(row_int(row, "taille") <= SHOWN || row_int(row, "vignette_largeur") > 0);
}

/* Give a row that has FICHIER_ROW what the macros fichier() and photo() draw. */
void
fichier_dress(struct req *r, struct row *row)
{
	const char *nom = row_text(row, "nom"), *dot = strrchr(nom, '.');

	if (is_photo(row)) {
		row_say_int(row, "photo", 1);
		row_say(row, "alt",
			dot != NULL && dot > nom ?
				arena_printf(&r->mem, "%.*s", (int) (dot - nom), nom) :
				nom);
	}
	row_say(row, "url", address(r, row_text(row, "id"), nom));
	if (row_int(row, "vignette_largeur") > 0)
		row_say(row, "vignette",
			arena_printf(&r->mem, "/fichiers/%s/vignette", row_text(row, "id")));
	row_say(row, "libelle", fichier_label(nom));
	row_say(row, "poids", weight(r, row_id(row, "taille")));
	row_say(row, "icone", fichier_is_image(row_text(row, "type")) ? "image" : "file");
}

/* Say the files of an objet that the reader was found to see: NAME.N. */
void
fichier_list(struct req *r, const char *name, int64_t objet_id)
{
	db_list(r, name,
		SQL("SELECT " FICHIER_ROW ", f.cree_le FROM fichier f"
		    " JOIN fichier_contenu c ON c.empreinte = f.empreinte WHERE f.objet_id = ?"
		    " ORDER BY f.id"),
		I(objet_id));
	for (struct row *f = row_first(r, name); f != NULL; f = row_next(f))
		fichier_dress(r, f);
}

/* The file is attached to nothing any more; its content goes later, if no other names it. */
void
fichier_drop(struct req *r, int64_t id)
{
	int64_t objet_id = db_int(r, SQL("SELECT objet_id FROM fichier WHERE id = ?"), I(id));

	if (db_exec(r, SQL("DELETE FROM fichier WHERE id = ?"), I(id)) > 0)
		journal(r, "fichier.retire", objet_id, json_made(&r->mem, JN("fichier", id)), NULL);
}

static void
scan_again(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT empreinte FROM fichier_contenu WHERE sain_le IS NULL ORDER BY cree_le"
		    " LIMIT 20"));

	while (db_next(rows, &r->mem)) {
		const char *hash = arena_strdup(&r->mem, db_text(rows, 0));
		int fd = store_open(&r->mem, hash);

		if (fd < 0)
			continue;
		scan(r, hash, fd);
		close(fd);
	}
}

/* Ask the scanner again for what it has not seen, drop contents that nothing names since a day:
 * by little portions, at each turn of essaim-mail. */
void
fichier_clean(struct req *r)
{
	struct rows *rows;

	scan_again(r);
	db_begin(false);
	rows = db_rows(r,
		SQL("SELECT c.empreinte FROM fichier_contenu c"
		    " LEFT JOIN fichier f ON f.empreinte = c.empreinte"
		    " WHERE f.id IS NULL AND c.cree_le < UTC_TIMESTAMP() - INTERVAL 1 DAY"
		    " LIMIT 100 FOR UPDATE"));
	while (db_next(rows, &r->mem)) {
		const char *hash = arena_strdup(&r->mem, db_text(rows, 0));

		fichier_drop_copies(r, hash);
		db_exec(r, SQL("DELETE FROM fichier_contenu WHERE empreinte = ?"), S(hash));
		store_drop(&r->mem, hash);
	}
	db_commit();
}
