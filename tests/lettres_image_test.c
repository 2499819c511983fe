/* lettres_image_test.c - pictures of letters: shown without signing in, no wider than mails do */

#include <inttypes.h>
#include <zlib.h>

#include "base/buffer.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/objets/fichier.h"
#include "people.h"

static void
number(struct buffer *out, uint32_t n)
{
	for (int i = 24; i >= 0; i -= 8)
		buffer_char(out, (char) (n >> i));
}

static void
chunk(struct buffer *out, const char *type, const void *data, size_t n)
{
	uLong crc = crc32(crc32(0, (const Bytef *) type, 4), data, (uInt) n);

	number(out, (uint32_t) n);
	buffer_add(out, type, 4);
	buffer_add(out, data, n);
	number(out, (uint32_t) crc);
}

/* A grey PNG of 1600 by 400, attached to that objet: its file. */
static int64_t
picture(int64_t objet)
{
	static unsigned char rows[401 * 4 * 401], packed[20000];
	uLongf n = sizeof packed;
	struct buffer png = { &t.mem }, head = { &t.mem };

	check(compress(packed, &n, rows, 400 * 1601) == Z_OK);
	number(&head, 1600);
	number(&head, 400);
	buffer_add(&head, "\10\0\0\0\0", 5);
	buffer_add(&png, "\x89PNG\r\n\x1a\n", 8);
	chunk(&png, "IHDR", head.s, head.n);
	chunk(&png, "IDAT", packed, n);
	chunk(&png, "IEND", "", 0);
	return fichier_store_bytes(&t, "photo.png", png.s, png.n, objet);
}

static int64_t
a_letter(void)
{
	struct lettre l = lettre_new();

	people();
	t_store();
	l.sujet = "Images";
	t.user.id = sal;
	return lettre_create(&t, &l);
}

#define IMAGE(id) at("/public/images/%s", lettre_jeton(&t, JETON_IMAGE, (id)))

TEST(lettres_pictures_open_without_signing_in)
{
	int64_t id = a_letter(), f = picture(id), other = picture(paris);
	struct rendu of;
	const char *small;

	check(f != 0 && other != 0);
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, alt,"
		    " fichier_id)"
		    " VALUES (?, 1, 'image', '', '', 'Une \"foule\"', ?)"),
		I(id), I(f));
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)"
		    " VALUES (?, 2, 'texte', ?, '')"),
		I(id),
		S(at("![du groupe](/fichiers/%" PRId64 "/x.png) ![ici](/fichiers/%" PRId64
		     "/x.png)",
			other, f)));
	check(lettre_render(&t, id, &of));
	check(strstr(of.html, "width=\"552\" height=\"138\"") != NULL);
	check(strstr(of.html, "alt=\"Une &quot;foule&quot;\"") != NULL);
	check(strstr(of.html, IMAGE(f)) != NULL);
	check(strstr(of.html, IMAGE(other)) == NULL);
	check(strstr(of.html, "du groupe") != NULL && strstr(of.html, "alt=\"ici\"") != NULL);
	as(0);
	check(get(IMAGE(f)) == 200);
	check_text(t_reply->type, "image/png");
	check(strstr(t_reply->cache, "public") != NULL);
	check(get(IMAGE(other)) == 404);
	check(get(at("/public/images/%s", lettre_jeton(&t, JETON_LIEN, f))) == 404);
	t.user.id = sal;
	check(lettre_freeze(&t, id) == 1);
	small = db_string(&t, SQL("SELECT copie FROM lettre_image LIMIT 1"));
	check(small != NULL && *small != '\0');
	check(get(IMAGE(f)) == 200);
	check_text(t_reply->type, "image/jpeg");
	fichier_drop_copies(
		&t, db_string(&t, SQL("SELECT empreinte FROM fichier WHERE id = ?"), I(f)));
	check(get(IMAGE(f)) == 200);
	check_text(t_reply->type, "image/png");
}
