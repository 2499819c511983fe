/* restaure.c - a site from the folder of a dump, into an empty base
 *
 * Nothing is believed: the folder is read byte for byte first, and what was loaded is copied out
 * once more, so that each table has the SHA-256 that the dump says.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/lock.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/socle/identite.h"
#include "net/store.h"

static const struct mask mask = { "reglage", "valeur", IDENTITE_MASK };

/* Run the statements of that file; each ends with ";" at the end of a line, which no text holds. */
static void
run(struct req *r, const char *path)
{
	FILE *f = fopen(path, "r");
	struct arena mem = { 0 };
	struct buffer all = { &mem };
	char *line = NULL;
	size_t size = 0;
	ssize_t n;

	(void) r;
	if (f == NULL)
		fault("%s: %s", path, strerror(errno));
	while ((n = getline(&line, &size, f)) > 0) {
		buffer_add(&all, line, (size_t) n);
		if (n < 2 || strcmp(line + n - 2, ";\n") != 0)
			continue;
		db_script(buffer_text(&all));
		arena_reset(&mem);
		all = (struct buffer) { &mem };
	}
	free(line);
	fclose(f);
	arena_reset(&mem);
}

static bool
is(const char *name, const char *folder, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return strncmp(name, folder, strlen(folder)) == 0 && n > k &&
		strcmp(name + n - k, end) == 0;
}

static void
sum_up(void *into, const char *bytes, size_t n)
{
	crypto_hash_sha256_update(into, (const unsigned char *) bytes, n);
}

/* Does the table hold what that line of MANIFEST says of its CSV? */
static bool
same(struct req *r, const struct manifest_ligne *l)
{
	const char *name = arena_printf(
		&r->mem, "%.*s", (int) (strlen(l->name) - strlen("tables/.csv")), l->name + 7);
	unsigned char bytes[crypto_hash_sha256_BYTES];
	char hex[crypto_hash_sha256_BYTES * 2 + 1];
	crypto_hash_sha256_state sum;
	int64_t rows;

	crypto_hash_sha256_init(&sum);
	rows = table_copy(
		name, &mask, (struct sink) { sum_up, &sum }, (struct sink) { NULL, NULL });
	crypto_hash_sha256_final(&sum, bytes);
	sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
	return rows == l->n && strcmp(hex, l->sum) == 0;
}

static void
take_file(struct req *r, const char *path, const char *name)
{
	int fd = open(arena_printf(&r->mem, "%s/%s", path, name), O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		fault("%s/%s: %s", path, name, strerror(errno));
	store_put(&r->mem, strrchr(name, '/') + 1, fd);
	close(fd);
}

/* What one line of MANIFEST asks for: its rows are loaded, its content is stored. */
static void
load(struct req *r, const char *path, const struct manifest_ligne *l, struct bilan *b)
{
	if (is(l->name, "tables/", ".sql"))
		run(r, arena_printf(&r->mem, "%s/%s", path, l->name));
	if (is(l->name, "fichiers/", "")) {
		take_file(r, path, l->name);
		b->files++;
	}
}

/* Does the store hold what that line of MANIFEST says? */
static bool
same_file(const struct manifest_ligne *l)
{
	struct arena own = { 0 }; /* a bucket's contents come through files that close with it */
	int fd = store_open(&own, strrchr(l->name, '/') + 1);
	const char *sum = NULL;
	bool same_one;
	int64_t n;

	if (fd >= 0) {
		sum = dossier_sum(&own, fd, &n);
		close(fd);
	}
	same_one = sum != NULL && strcmp(sum, l->sum) == 0;
	arena_reset(&own);
	return same_one;
}

/* All of MANIFEST is there.  NULL, or what is not. */
static const char *
all_there(struct req *r, const char *path, struct bilan *b)
{
	struct manifest_ligne l;
	const char *all = dossier_manifest(&r->mem, path);

	while (dossier_next(&r->mem, &all, &l)) {
		bool table = is(l.name, "tables/", ".csv");

		if (table ? !same(r, &l) : is(l.name, "fichiers/", "") && !same_file(&l))
			return arena_printf(&r->mem, "%s does not hold what it held", l.name);
		b->tables += table;
		b->rows += table ? l.n : 0;
	}
	return NULL;
}

/* Does the full text find what is there?  One word of one title is asked. */
static bool
full_text_answers(struct req *r)
{
	const char *word = db_string(r,
		SQL("SELECT SUBSTRING_INDEX(titre, ' ', 1) FROM recherche"
		    " WHERE titre REGEXP '^[a-z]{5,}( |$)' LIMIT 1"));

	return word == NULL ||
		db_int(r,
			SQL("SELECT 1 FROM recherche"
			    " WHERE MATCH (titre) AGAINST (? IN BOOLEAN MODE) LIMIT 1"),
			S(word)) == 1;
}

/* Make the site that PATH holds, in the base and the store of the configuration, both empty.  NULL,
 * or why not, in English: a base that was empty is then to be dropped and made again. */
const char *
dump_restore(struct req *r, const char *path, struct bilan *b)
{
	const char *wrong = dossier_wrong(&r->mem, path), *all;
	struct manifest_ligne l;

	*b = (struct bilan) { .nom = path };
	if (wrong != NULL)
		return wrong;
	if (!lock_take(r, "restore", 0) || !tables_none())
		return "the base is not empty, or another restore fills it: make another one, or"
		       " drop this one yourself";
	if (conf.store_url == NULL)
		return "store.url is wanted";
	run(r, arena_printf(&r->mem, "%s/schema.sql", path));
	for (all = dossier_manifest(&r->mem, path); dossier_next(&r->mem, &all, &l);)
		load(r, path, &l, b);
	db_close(); /* with what these scripts have set */
	if ((wrong = all_there(r, path, b)) != NULL)
		return wrong;
	return full_text_answers(r) ? NULL : "the full text does not find what is there";
}
