/* fichiers_test.c - files: what is taken, what a photo no longer tells, who is served what */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "base/conf.h"
#include "base/image.h"
#include "base/scratch.h"
#include "domain/acces/acces.h"
#include "domain/objets/fichier.h"
#include "t.h"

static int64_t coop, benp, benl, paris, thing;
static const unsigned char photo[] = { 0xff, 0xd8, /* a place, in Exif, with the way up (6) */
	0xff, 0xe1, 0, 40, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
	3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 'P', 'A', 'R', 'I', 'S', '!', 0xff, 0xfe, 0, 6, 'C',
	'H', 'U', 'T', 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0,
	0, 63, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd9, 'P', 'K', 3, 4, 'z', 'i', 'p' };

static void
place(void)
{
	t_store();
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	thing = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('essai', 'Essai', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?)"),
		I(liste_id(&t,
			arena_printf(&t.mem, "1:%" PRId64,
				db_int(&t,
					SQL("SELECT id FROM public WHERE genre = 'groupe'"
					    " AND cle = ?"),
					I(paris))))));
	t.user.id = coop;
}

static struct upload
file(const char *nom, const void *bytes, size_t n)
{
	struct upload u = { .name = "fichier", .filename = nom, .type = "", .size = (int64_t) n };

	u.fd = scratch_open(&t.mem, "/tmp");
	scratch_write(u.fd, bytes, n);
	lseek(u.fd, 0, SEEK_SET);
	return u;
}

static const char *
refused(const char *nom, const char *text)
{
	struct upload u = file(nom, text, strlen(text));

	return fichier_refused(&t, &u);
}

TEST(fichiers_are_taken_by_name_and_content)
{
	place();
	check(refused("note.txt", "Bonjour à toutes et tous.\n") == NULL);
	check(refused("plan.pdf", "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n") == NULL);
	check(refused("plan.pdf", "<html><script>alert(1)</script></html>") != NULL);
	check(refused("photo.jpg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>") != NULL);
	check(refused("virus.exe", "MZ") != NULL);
	check(refused("sans-fin", "texte") != NULL);
	check(refused("vide.txt", "") != NULL);
	check(refused("page.php", "<?php system('x'); ?>") != NULL);
	check(refused("image.png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR") != NULL);
}

/* So many files that weigh so much, sent by coop some hours ago. */
static void
sent_before(int64_t n, int64_t bytes, int64_t hours)
{
	db_exec(&t, SQL("DELETE FROM fichier"));
	db_exec(&t,
		SQL("REPLACE INTO fichier_contenu (empreinte, taille, cree_le)"
		    " VALUES (REPEAT('a', 64), ?, UTC_TIMESTAMP())"),
		I(bytes));
	db_exec(&t,
		SQL("INSERT INTO fichier (empreinte, nom, type, objet_id, cree_le, cree_par)"
		    " SELECT REPEAT('a', 64), 'x.txt', 'text/plain', ?, UTC_TIMESTAMP() -"
		    " INTERVAL ? HOUR, ? FROM seq_1_to_300 WHERE seq <= ?"),
		I(thing), I(hours), I(coop), I(n));
}

TEST(fichiers_of_one_day_are_so_many_and_so_heavy_at_most)
{
	const char *why;

	place();
	sent_before(299, 1, 23);
	check(refused("note.txt", "Bonjour") == NULL);
	sent_before(300, 1, 23);
	check(refused("note.txt", "Bonjour") != NULL);
	t.user.id = benp;
	check(refused("note.txt", "Bonjour") == NULL);
	t.user.id = coop;
	sent_before(300, 1, 25);
	check(refused("note.txt", "Bonjour") == NULL);
	sent_before(2, (1 << 29) - 1, 23);
	check(refused("note.txt", "Bonjour") == NULL);
	sent_before(2, 1 << 29, 23);
	why = refused("note.txt", "Bonjour");
	check(why != NULL && strstr(why, "continuez demain") != NULL);
	sent_before(2, 1 << 29, 25);
	check(refused("note.txt", "Bonjour") == NULL);
}

TEST(fichiers_of_a_site_are_so_heavy_in_all_as_its_host_says)
{
	const char *why;

	place();
	sent_before(1, 999993, 48);
	conf.store_quota = 1 +
		(long) (db_int(&t, SQL("SELECT SUM(taille) FROM fichier_contenu")) - 999993) /
			1000000;
	check(refused("note.txt", "Bonjour") == NULL);
	why = refused("note.txt", "Bonjour !");
	check(why != NULL && strstr(why, "plus de place") != NULL);
	conf.store_quota = 0;
	check(refused("note.txt", "Bonjour !") == NULL);
}

TEST(fichiers_are_seen_by_who_sees_the_thing)
{
	struct upload u;
	int64_t id;

	place();
	u = file("Compte rendu d’été \"1\".txt", "Bonjour\n", 8);
	check(fichier_refused(&t, &u) == NULL);
	id = fichier_store(&t, &u, thing);
	as(benp);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/x.txt", id)) == 200);
	check(strstr(t_header("X-Accel-Redirect"), "/_f/") != NULL);
	check_text(t_header("Content-Disposition"),
		"attachment; filename=\"Compte rendu d_____t__ _1_.txt\";"
		" filename*=UTF-8''Compte%20rendu%20d%E2%80%99%C3%A9t%C3%A9%20%221%22.txt");
	check_text(t_header("X-Content-Type-Options"), "nosniff");
	as(benl);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/x.txt", id)) == 404);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64, id + 1)) == 404);
	as(0);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/x.txt", id)) == 303);
}

TEST(fichiers_svg_and_html_are_only_downloaded)
{
	static const char svg[] =
		"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
	struct upload u;
	int64_t id;

	place();
	u = file("logo.svg", svg, sizeof svg - 1);
	check(fichier_refused(&t, &u) == NULL);
	id = fichier_store(&t, &u, thing);
	as(coop);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/logo.svg", id)) == 200);
	check(strncmp(t_header("Content-Disposition"), "attachment", 10) == 0);
	check_text(t_reply->type, "application/octet-stream");
	check(strstr(t_header("Content-Security-Policy"), "sandbox") != NULL);
	u = file("donnees.csv", "a;b\n1;2\n", 8);
	id = fichier_store(&t, &u, thing);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/donnees.csv", id)) == 200);
}

TEST(fichiers_a_photo_tells_no_place_and_stays_the_right_way_up)
{
	uint8_t out[sizeof photo + IMAGE_ROOM];
	struct image i;
	size_t n = image_clean(IMAGE_JPEG, photo, sizeof photo, out, &i);

	check(n > 0 && i.width == 3 && i.height == 2);
	check(memmem(out, n, "PARIS", 5) == NULL);
	check(memmem(out, n, "CHUT", 4) == NULL);
	check(memmem(out, n, "zip", 3) == NULL);
	check(memmem(out, n, "Exif\0\0II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0", 26) != NULL);
	check(n > 2 && out[n - 2] == 0xff && out[n - 1] == 0xd9);
	check(image_clean(IMAGE_JPEG, photo, 60, out, &i) == 0);
	place();
	{
		struct upload u = file("photo.jpg", photo, sizeof photo);
		int64_t id;

		check(fichier_refused(&t, &u) == NULL);
		id = fichier_store(&t, &u, thing);
		check(db_int(&t, SQL("SELECT largeur * 10 + hauteur FROM fichier WHERE id = ?"),
			      I(id)) == 32);
		as(benp);
		check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/photo.jpg", id)) == 200);
		check(strncmp(t_header("Content-Disposition"), "inline", 6) == 0);
	}
}

TEST(fichiers_a_picture_of_too_many_points_is_refused)
{
	static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\1\0\0\0\0xxxx"
				  "\0\0\0\0tEXtxxxx\0\0\0\1IDATaxxxx\0\0\0\0IENDxxxx<script>";
	uint8_t out[sizeof png + IMAGE_ROOM];
	struct image i;
	size_t n = image_clean(IMAGE_PNG, (const uint8_t *) png, sizeof png, out, &i);
	struct upload u;

	check(n > 0 && i.width == 65536);
	check(memmem(out, n, "tEXt", 4) == NULL && memmem(out, n, "script", 6) == NULL);
	place();
	u = file("bombe.png", png, sizeof png);
	check(strstr(fichier_refused(&t, &u), "trop grande") != NULL);
}

static void
chunk(unsigned char **o, const char *name, const void *bytes, uint32_t n)
{
	unsigned char *at = *o;
	uint32_t sum;

	memcpy(at + 4, name, 4);
	if (n > 0)
		memcpy(at + 8, bytes, n);
	sum = (uint32_t) crc32(0, at + 4, n + 4);
	for (int i = 0; i < 4; i++) {
		at[i] = (unsigned char) (n >> (24 - 8 * i));
		at[8 + n + (unsigned) i] = (unsigned char) (sum >> (24 - 8 * i));
	}
	*o += n + 12;
}

/* A white picture of 1000 by 500 pixels, as PNG. */
static size_t
white(unsigned char *into)
{
	static const unsigned char head[] = { 0, 0, 3, 0xe8, 0, 0, 1, 0xf4, 8, 0, 0, 0, 0 };
	static unsigned char rows[500][1001], packed[4096];
	uLongf n = sizeof packed;
	unsigned char *o = into + 8;

	for (int y = 0; y < 500; y++)
		memset(rows[y] + 1, 255, 1000);
	compress(packed, &n, rows[0], sizeof rows);
	memcpy(into, "\x89PNG\r\n\x1a\n", 8);
	chunk(&o, "IHDR", head, sizeof head);
	chunk(&o, "IDAT", packed, (uint32_t) n);
	chunk(&o, "IEND", NULL, 0);
	return (size_t) (o - into);
}

TEST(fichiers_pictures_are_shown_small)
{
	unsigned char png[8192];
	struct upload u;
	const char *place_;
	int64_t id;

	place();
	u = file("marche.png", png, white(png));
	check(fichier_refused(&t, &u) == NULL);
	id = fichier_store(&t, &u, thing);
	place_ = arena_printf(&t.mem, "/fichiers/%" PRId64 "/vignette", id);
	as(benp);
	check(get(place_) == 404);
	check(fichier_make_small(&t) == 1 && fichier_make_small(&t) == 0);
	fichier_list(&t, "fichiers", thing);
	check(strcmp(said(&t, "fichiers.0.vignette"), place_) == 0);
	check(hdf_get_int_value(t.hdf, "fichiers.0.vignette_largeur", 0) == 640 &&
		hdf_get_int_value(t.hdf, "fichiers.0.vignette_hauteur", 0) == 320);
	check(get(place_) == 200);
	check_text(t_reply->type, "image/webp");
	as(benl);
	check(get(place_) == 404);
	db_exec(&t, SQL("UPDATE fichier_contenu SET infecte = 'Eicar'"));
	as(benp);
	check(get(place_) == 404);
}

TEST(fichiers_a_picture_that_cannot_be_read_has_no_small_copy)
{
	struct upload u;

	place();
	u = file("lune.jpg", photo, sizeof photo);
	check(fichier_refused(&t, &u) == NULL);
	fichier_store(&t, &u, thing);
	check(fichier_make_small(&t) == 1 && fichier_make_small(&t) == 0);
	fichier_list(&t, "fichiers", thing);
	check_text(said(&t, "fichiers.0.vignette"), "");
	check_text(said(&t, "fichiers.0.photo"), "1");
}

TEST(fichiers_one_content_is_kept_once_and_goes_with_the_last)
{
	struct upload a, b;
	int64_t first, second;

	place();
	a = file("a.txt", "le même\n", 9), b = file("b.txt", "le même\n", 9);
	first = fichier_store(&t, &a, thing), second = fichier_store(&t, &b, thing);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM fichier_contenu")) == 1);
	fichier_list(&t, "fichiers", thing);
	check_text(hdf_get_value(t.hdf, "fichiers.0.libelle", ""), "Texte");
	check(strstr(hdf_get_value(t.hdf, "fichiers.1.url", ""), "/b.txt") != NULL);
	fichier_drop(&t, first);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM fichier WHERE id = ?"), I(second)) == 1);
}

/* A scanner that answers once. */
static void
scanner(const char *path, const char *says)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int s = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
	if (bind(s, (struct sockaddr *) &at, sizeof at) != 0 || listen(s, 1) != 0)
		exit(1);
	if (fork() == 0) {
		int c = accept(s, NULL, NULL);
		char got[4096];
		ssize_t n = 0, k;

		while ((k = read(c, got + n, sizeof got - (size_t) n)) > 0) {
			n += k;
			if (n > 4 && memcmp(got + n - 4, "\0\0\0\0", 4) == 0)
				break;
		}
		if (write(c, says, strlen(says) + 1) < 0)
			_exit(1);
		_exit(0);
	}
	close(s);
}

TEST(fichiers_wait_for_the_scanner_and_what_it_finds_is_never_served)
{
	const char *path = arena_printf(&t.mem, "/tmp/essaim-clamd-%d", (int) getpid());
	struct upload u;
	int64_t id;

	place();
	conf.clamav_socket = path;
	u = file("a.txt", "attend\n", 7);
	id = fichier_store(&t, &u, thing);
	as(coop);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/a.txt", id)) == 503);
	scanner(path, "stream: Eicar-Test FOUND");
	u = file("b.txt", "virus\n", 6);
	id = fichier_store(&t, &u, thing);
	unlink(path);
	wait(NULL);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/b.txt", id)) == 404);
	scanner(path, "stream: OK");
	u = file("c.txt", "sain\n", 5);
	id = fichier_store(&t, &u, thing);
	unlink(path);
	wait(NULL);
	check(get(arena_printf(&t.mem, "/fichiers/%" PRId64 "/c.txt", id)) == 200);
	conf.clamav_socket = NULL;
}
