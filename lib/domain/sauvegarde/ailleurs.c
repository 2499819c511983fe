/* ailleurs.c - a dump on its way to the second place: tar writes it, gpg seals it, we carry what
 * comes out and know its sum
 */

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "domain/sauvegarde/ailleurs.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/lieu.h"
#include "net/command.h"

enum { BLOCK = 1 << 16, CHANGED = 1 /* of tar: a file was linked once less meanwhile */ };

static const struct lieu *const lieux[] = { &lieu_dossier, &lieu_ssh, &lieu_s3 };

/* False, and the first reason stays. */
bool
copie_fails(struct copie *c, const char *why)
{
	if (c->why == NULL)
		c->why = arena_strdup(c->mem, why);
	return false;
}

bool
copie_put(struct copie *c, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(c->fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0 && errno == EPIPE)
			return false; /* who reads has ended, and says why */
		if (done < 0)
			return copie_fails(c, strerror(errno));
		bytes += done;
		n -= (size_t) done;
	}
	return true;
}

static const struct lieu *
find(const char *url)
{
	for (size_t i = 0; i < sizeof lieux / sizeof *lieux; i++)
		if (strncmp(url, lieux[i]->scheme, strlen(lieux[i]->scheme)) == 0)
			return lieux[i];
	return NULL;
}

/* The two programs; what comes out of them can be read from the answer. */
static int
seal(struct arena *a, const char *folder, const char *nom, const char *home, const int err[2],
	pid_t child[2])
{
	/* who was erased goes along: what an older copy brings back is taken away again */
	bool erased = access(arena_printf(a, "%s/effacements", folder), R_OK) == 0;
	const char *const tar[] = { "tar", "--create", "--warning=no-file-changed", "--file=-",
		"--directory", folder, nom, erased ? "effacements" : NULL, NULL };
	const char *const gpg[] = { "gpg", "--homedir", home, "--batch", "--no-options",
		"--no-autostart", "--quiet", "--trust-model", "always", "--no-keyring", "-z", "1",
		"--recipient-file", conf.dump_key, "--encrypt", NULL };
	int clear[2], sealed[2];

	if (pipe2(clear, O_CLOEXEC) != 0 || pipe2(sealed, O_CLOEXEC) != 0)
		fault_down("pipe: %s", strerror(errno));
	child[0] = command_start(tar, (struct streams) { -1, clear[1], err[0] });
	child[1] = command_start(gpg, (struct streams) { clear[0], sealed[1], err[1] });
	close(clear[0]);
	close(clear[1]);
	close(sealed[1]);
	return sealed[0];
}

static const char *
carry(struct copie *c, const struct lieu *l, int from)
{
	char block[BLOCK];
	crypto_hash_sha256_state sum;
	unsigned char bytes[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(c->mem, sizeof bytes * 2 + 1);
	ssize_t n;

	crypto_hash_sha256_init(&sum);
	while ((n = read(from, block, sizeof block)) != 0) {
		if (n < 0) {
			copie_fails(c, strerror(errno));
			return NULL;
		}
		crypto_hash_sha256_update(&sum, (const unsigned char *) block, (size_t) n);
		if (!l->put(c, block, (size_t) n))
			return NULL;
	}
	crypto_hash_sha256_final(&sum, bytes);
	return sodium_bin2hex(hex, sizeof bytes * 2 + 1, bytes, sizeof bytes);
}

/* What both programs made, carried there; its SHA-256, NULL: it is not whole. */
static const char *
send(struct copie *c, const struct lieu *l, const char *folder, const char *nom)
{
	char home[] = "/tmp/essaim-gpg-XXXXXX"; /* gpg wants one, and keeps nothing in it */
	const int err[2] = { scratch_open(c->mem, "/tmp"), scratch_open(c->mem, "/tmp") };
	const char *sum, *by_tar, *by_gpg;
	int from, tar, gpg;
	pid_t child[2];

	if (mkdtemp(home) == NULL)
		fault_down("%s: %s", home, strerror(errno));
	from = seal(c->mem, folder, nom, home, err, child);
	sum = carry(c, l, from);
	close(from);
	tar = command_end(child[0]);
	gpg = command_end(child[1]);
	dossier_drop(home);
	by_tar = command_said(c->mem, err[0]);
	by_gpg = command_said(c->mem, err[1]);
	if (sum == NULL || (gpg == 0 && (tar == 0 || (tar == CHANGED && *by_tar == '\0'))))
		return sum;
	copie_fails(c,
		*by_gpg != '\0'         ? by_gpg :
			*by_tar != '\0' ? by_tar :
					  "tar or gpg ended with an error");
	return NULL;
}

/* The copies that are in the second place as far as we noted, the newest first. */
static const char *const *
noted(struct req *r)
{
	enum { MOST = 1000 };
	const char **names = arena_alloc(&r->mem, (MOST + 1) * sizeof *names);
	struct rows *rows = db_rows(r,
		SQL("SELECT nom FROM sauvegarde WHERE ailleurs_le IS NOT NULL ORDER BY id DESC"
		    " LIMIT 1000"));
	int n = 0;

	while (n < MOST && db_next(rows, &r->mem))
		names[n++] = arena_printf(&r->mem, "%s" COPIE_END, db_text(rows, 0));
	names[n] = NULL;
	return names;
}

/* Bring that dump below FOLDER to the second place.  NULL: a copy of it is there, whole; else why
 * not, and nothing of it is there under the name of one. */
const char *
ailleurs_copy(struct req *r, const char *folder, const char *nom)
{
	const struct lieu *l = find(conf.dump_second);
	struct copie c = { &r->mem, .fd = -1, .err = scratch_open(&r->mem, "/tmp") };
	const char *sum;

	if (l == NULL)
		return "dump.second: file:///FOLDER, ssh://HOST/FOLDER or s3://BUCKET@HOST is"
		       " wanted";
	if (conf.dump_key == NULL || access(conf.dump_key, R_OK) != 0)
		return "dump.key: no public key, and nothing leaves in clear";
	c.where = conf.dump_second + strlen(l->scheme);
	c.name = arena_printf(&r->mem, "%s" COPIE_END, nom);
	c.noted = noted(r);
	signal(SIGPIPE, SIG_IGN);
	if (l->begin(&c) && (sum = send(&c, l, folder, nom)) != NULL &&
		l->end(&c, sum, conf.dump_copies))
		return NULL;
	l->give_up(&c);
	if (c.why == NULL)
		c.why = command_said(&r->mem, c.err);
	return *c.why != '\0' ? c.why : "it failed, and did not say why";
}
