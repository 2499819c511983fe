/* fichiers_photo_test.c - photos as telephones keep them become JPEG, or the refusal says what to
 * do */

#include <inttypes.h>
#include <sodium.h>

#include "base/scratch.h"
#include "domain/objets/fichier.h"
#include "domain/objets/fichier_genre.h"
#include "people.h"

/* 640 by 480, made for this test by vips. */
static const char heic[] =
	"AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAYNtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
	"AAAAAAAAAAAAAA5waXRtAAAAAAABAAAANGlsb2MAAAAAREAAAgABAAAAAAGnAAEAAAAAAAAAewACAAAAAAIiAAEA"
	"AAAAAAAAvgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAABAAIAAEV4aWYAAAAA"
	"wmlwcnAAAACkaXBjbwAAAHhodmNDAQQIAAAAAAAAAAAAWvAA/P38/AAADwMgAAEAF0ABDAH//wQIAAADAJm4AAAD"
	"AABaugJAIQABACxCAQEECAAAAwCZuAAAAwAAWqAFAgHhFKW6kkprm4EBAwIAAAMAAgAAAwACECIAAQAHRAHBcrBi"
	"QAAAABRpc3BlAAAAAAAAAoAAAAHgAAAAEHBpeGkAAAAAAwwMDAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAAaaXJl"
	"ZgAAAAAAAAAOY2RzYwACAAEAAQAAAUFtZGF0AAAAdygBrxkQXDmsWtf3AfUDtP7l8nGK1iJYGgRgDbC7GoAAABvw"
	"p1u8wNwL8mgAAAMAAAvIkwdpOgAAAwAAAwAAXsCHAAADAAADAAADAASsAAADAAADAAADAAHtAAADAAADAAADACmg"
	"AAADAAADAAADAOiAAAADAAbUAAAABkV4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUA"
	"AQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYA"
	"AJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAACAAgAAA6AEAAEA"
	"AADgAQAAAAAAAA==";

static struct upload
photo(const char *nom, const void *bytes, size_t n)
{
	struct upload u = { .name = "fichier", .filename = nom, .type = "", .size = (int64_t) n };

	u.fd = scratch_open(&t.mem, "/tmp");
	scratch_write(u.fd, bytes, n);
	return u;
}

TEST(fichiers_a_photo_of_a_telephone_becomes_a_jpeg)
{
	static const char *const names[] = { "IMG_1234.HEIC", "plage.d'été.heif", "IMG_1234.jpg" };
	unsigned char bytes[sizeof heic];
	size_t n;

	people();
	t_store();
	t.user.id = coop;
	check(sodium_base642bin(bytes, sizeof bytes, heic, sizeof heic - 1, NULL, &n, NULL,
		      sodium_base64_VARIANT_ORIGINAL) == 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct upload u = photo(names[i], bytes, n);
		int64_t id;

		check(fichier_refused(&t, &u) == NULL);
		check(strcmp(strrchr(u.filename, '.'), ".jpg") == 0);
		id = fichier_store(&t, &u, paris);
		check(db_int(&t,
			      SQL("SELECT COUNT(*) FROM fichier WHERE id = ? AND nom LIKE '%.jpg'"
				  " AND type = 'image/jpeg' AND largeur = 640 AND hauteur = 480"),
			      I(id)) == 1);
	}
}

TEST(fichiers_a_photo_that_cannot_be_read_says_what_to_do)
{
	struct upload u = photo("IMG_1.heic", "rien", 4);

	people();
	check(strstr(fichier_refused(&t, &u), "envoyez-la en JPEG") != NULL);
	u = photo("IMG_1.heic", heic, sizeof heic);
	check(strstr(fichier_refused(&t, &u), "Le plus compatible") != NULL);
}

/* A telephone that sees no HEIC among what is taken sends JPEG; all else that is taken is
 * offered. */
TEST(fichiers_the_form_makes_the_telephone_convert)
{
	char *list, *end, *one;

	people();
	as(coop);
	check(get(at("/messages/nouveau?a=%" PRId64, benp)) == 200);
	check_says("accept=\"image/jpeg,image/png,image/webp");
	check_hides("heic");
	list = strstr(t_reply->body, "accept=\"");
	list = list != NULL ? arena_strdup(&t.mem, list + 8) : arena_strdup(&t.mem, "");
	if ((end = strchr(list, '"')) != NULL)
		*end = '\0';
	while ((one = strsep(&list, ",")) != NULL)
		if (*one == '.')
			t_check(fichier_genre(one) != NULL, __FILE__, __LINE__, one);
}
