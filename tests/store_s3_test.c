/* store_s3_test.c - files in a bucket: tests/s3/serve.mjs, which signs each request again */

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "domain/objets/fichier.h"
#include "domain/sauvegarde/dossier.h"
#include "net/store.h"
#include "net/store_s3.h"
#include "people.h"

static FILE *server;
static int port;
static const char *url_before, *key_before, *region_before;
static long patience_before;

static const char *
secret(const char *text)
{
	const char *path = at("%s/s3-%s", t_folder(), random_hex(&t.mem, 4));
	FILE *f = fopen(path, "w");

	fputs(text, f);
	fclose(f);
	chmod(path, 0600);
	return path;
}

static void
bucket(const char *name)
{
	conf.store_url = at("s3://%s@127.0.0.1:%d", name, port);
}

static void
begin(void)
{
	url_before = conf.store_url;
	key_before = conf.store_key_file;
	region_before = conf.store_region;
	patience_before = conf.store_patience;
	conf.store_key_file = secret("essaim-essai:un+secret/de=test\n");
	conf.store_region = "fr-par";
	conf.store_patience = 1;
	server = popen("exec node tests/s3/serve.mjs", "r");
	check(server != NULL && fscanf(server, "%d", &port) == 1);
	bucket("essaim");
}

static void
end(void)
{
	pclose(server); /* it ends when nobody hears its dots */
	conf.store_url = url_before;
	conf.store_key_file = key_before;
	conf.store_region = region_before;
	conf.store_patience = patience_before;
}

/* Keep TEXT: its name.  NULL: the store did not take it, and said so. */
static const char *
kept(const char *text)
{
	jmp_buf here, *before = fault_catcher;
	const char *volatile hash = sha256_hex(&t.mem, text, strlen(text));
	int fd = scratch_open(&t.mem, "/tmp");

	scratch_write(fd, text, strlen(text));
	fault_catcher = &here;
	if (setjmp(here) == 0)
		store_put(&t.mem, hash, fd);
	else
		hash = NULL;
	fault_catcher = before;
	check(hash != NULL || fault_kind == FAULT_STORE);
	return hash;
}

/* What the store holds under that name; "": nothing; NULL: it fails, and says so. */
static const char *
held(const char *hash)
{
	jmp_buf here, *before = fault_catcher;
	char *volatile text = arena_alloc(&t.mem, 4096);
	ssize_t n;
	int fd;

	fault_catcher = &here;
	if (setjmp(here) == 0) {
		fd = store_open(&t.mem, hash);
		n = fd >= 0 ? read(fd, text, 4095) : 0;
		text[n] = '\0';
		if (fd >= 0)
			close(fd);
	} else
		text = NULL;
	fault_catcher = before;
	check(text != NULL || fault_kind == FAULT_STORE);
	return text;
}

static bool
is(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* So much waits for "100 Continue" before it is sent. */
enum { LARGE = 3000000 };

TEST(store_s3_keeps_gives_back_and_drops)
{
	const char *hash;
	int fd;

	begin();
	hash = kept("Bonjour");
	check(is(held(hash), "Bonjour"));
	check(is(kept("Bonjour"), hash));
	check(is(held(kept("")), ""));
	fd = store_open(&t.mem, kept(at("%0*d", LARGE, 7)));
	check(lseek(fd, 0, SEEK_END) == LARGE);
	close(fd);
	store_drop(&t.mem, hash);
	check(is(held(hash), ""));
	store_drop(&t.mem, hash);
	end();
}

/* How many uploads in parts the store has not seen the end of. */
static int
under_way(void)
{
	char part[S3_PART], text[200];
	int fd = s3_open(&t.mem, "?uploads=", NULL, part);
	ssize_t n = read(fd, text, sizeof text - 1);

	text[n] = '\0';
	return (int) strtol(strchr(text, '\n') + 1, NULL, 10);
}

/* Three parts of five megabytes and more, the least that a store takes: there whole, or not at all,
 * and then it keeps none of them. */
TEST(store_s3_takes_what_is_large_in_parts)
{
	enum { SIZE = 12 << 20 };
	const off_t before = s3_part_bytes;
	const char *text, *hash;
	int64_t n;
	int fd;

	begin();
	text = at("%0*d", SIZE, 7);
	s3_part_bytes = 5 << 20;
	bucket("partie");
	check(kept(text) == NULL && strstr(fault_message, "500") != NULL);
	bucket("fin");
	check(kept(text) == NULL && strstr(fault_message, "together") != NULL);
	bucket("essaim");
	check(under_way() == 0);
	hash = sha256_hex(&t.mem, text, SIZE);
	check(is(held(hash), ""));
	check(is(kept(text), hash) && under_way() == 0);
	fd = store_open(&t.mem, hash);
	check(is(dossier_sum(&t.mem, fd, &n), hash) && n == SIZE);
	close(fd);
	s3_part_bytes = before;
	end();
}

TEST(store_s3_is_opened_by_its_secret_alone)
{
	const char *hash;

	begin();
	hash = kept("Bonjour");
	conf.store_key_file = secret("essaim-essai:un autre");
	check(kept("Bonsoir") == NULL && held(hash) == NULL);
	check(strstr(fault_message, "403") != NULL && strstr(fault_message, "autre") == NULL);
	conf.store_key_file = secret("quelqu-un:un+secret/de=test");
	check(held(hash) == NULL);
	conf.store_key_file = secret("essaim-essai:un+secret/de=test");
	conf.store_region = "ailleurs";
	check(held(hash) == NULL);
	end();
}

TEST(store_s3_that_fails_says_so_and_what_was_confirmed_is_there)
{
	const char *hash, *text = at("%0*d", 3000, 7);

	begin();
	hash = kept(text);
	bucket("occupe");
	check(kept("Bonsoir") == NULL && held(hash) == NULL);
	check(strstr(fault_message, "503") != NULL);
	bucket("occupe-2"); /* for a moment alone */
	check(is(held(hash), text));
	bucket("coupe");
	check(held(hash) == NULL);
	bucket("muet");
	check(held(hash) == NULL);
	bucket("inconnu");
	check(held(hash) == NULL && kept("Bonsoir") == NULL);
	bucket("essaim");
	check(is(held(hash), text));
	conf.store_url = "s3://essaim@127.0.0.1:1";
	check(held(hash) == NULL);
	end();
}

/* What nginx does for a folder: nothing of a file is shown to who may not see what it hangs on. */
TEST(store_s3_files_are_sent_by_the_program_whole_or_in_part)
{
	static char *part[] = { "HTTP_RANGE=bytes=3-5", NULL },
		    *last[] = { "HTTP_RANGE=bytes=-4", NULL },
		    *beyond[] = { "HTTP_RANGE=bytes=900-", NULL },
		    *odd[] = { "HTTP_RANGE=bytes=0-1,3-4", NULL };
	char *had[] = { NULL, NULL };
	int64_t post, file;

	begin();
	people();
	post = a_post("texte=Voici");
	t.user.id = benp;
	file = fichier_store_bytes(&t, "note.txt", "0123456789", 10, post);
	t.user.id = 0;
	db_exec(&t, SQL("UPDATE fichier_contenu SET sain_le = UTC_TIMESTAMP()"));
	as(benl);
	check(get(at("/fichiers/%" PRId64, file)) == 404);
	as(benp);
	check(get(at("/fichiers/%" PRId64, file)) == 200);
	check(is(t_file(), "0123456789"));
	t_env(part);
	check(get(at("/fichiers/%" PRId64, file)) == 206);
	check(is(t_file(), "345"));
	t_env(last);
	check(get(at("/fichiers/%" PRId64, file)) == 206);
	check(is(t_file(), "6789"));
	t_env(beyond);
	check(get(at("/fichiers/%" PRId64, file)) == 416);
	t_env(odd);
	check(get(at("/fichiers/%" PRId64, file)) == 200);
	had[0] = at("HTTP_IF_NONE_MATCH=\"%s\"", sha256_hex(&t.mem, "0123456789", 10));
	t_env(had);
	check(get(at("/fichiers/%" PRId64, file)) == 304);
	t_env(NULL);
	fichier_drop(&t, file);
	end();
}

TEST(store_s3_contents_are_in_dumps)
{
	struct dossier d;
	const char *hash, *path = at("%s/dump-s3", t_folder());

	begin();
	hash = kept("Bonjour");
	dossier_open(&d, &t.mem, at("%s.part", path));
	check(is(dossier_content(&d, at("fichiers/%s", store_place(&t.mem, hash)), hash), hash));
	check(dossier_content(&d, "fichiers/rien", sha256_hex(&t.mem, "rien", 4)) == NULL);
	dossier_close(&d, path);
	check(dossier_wrong(&t.mem, path) == NULL);
	end();
}
