/* lieu_ssh.c - a second place behind ssh: an account with a shell, the key and the known hosts of
 * the user who runs this (~/.ssh)
 */

#include <fcntl.h>
#include <fnmatch.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "domain/sauvegarde/lieu.h"
#include "net/command.h"

enum { SUM = 64 /* letters */, SAID_MOST = 1 << 20 /* bytes that the other side may say */ };

/* "user@host:2222/folder" as words of a command line, which asks the other side for SCRIPT there.
 * Nothing is ever asked of a person, and a machine whose key is not known is none of ours. */
static pid_t
ssh(struct copie *c, const char *script, int in, int out)
{
	const char *path = strchr(c->where, '/'), *port = strchr(c->where, ':');
	bool ported = port != NULL && port < path;
	const char *const argv[] = { "ssh", "-o", "BatchMode=yes", "-o",
		"StrictHostKeyChecking=yes", "-o", "ConnectTimeout=20", "-o",
		"ServerAliveInterval=15", "-o", "ServerAliveCountMax=4", "-p",
		ported ? arena_printf(c->mem, "%.*s", (int) (path - port - 1), port + 1) : "22",
		"--",
		arena_printf(c->mem, "%.*s", (int) ((ported ? port : path) - c->where), c->where),
		arena_printf(c->mem, "umask 077 && cd '%s' && %s", path, script), NULL };

	return command_start(argv, (struct streams) { in, out, c->err });
}

/* Nothing between the colon and PATH but a number: a password would be on a command line. */
static bool
is_port(const char *where, const char *path)
{
	const char *port = strchr(where, ':');

	return port == NULL || port > path ||
		(port + 1 < path && port + 1 + strspn(port + 1, "0123456789") == path);
}

/* No reason of ours: what ssh said is one. */
static bool
fails(struct copie *c)
{
	const char *said = command_said(c->mem, c->err);

	return copie_fails(c, *said != '\0' ? said : "ssh ended with an error");
}

static bool
begin(struct copie *c)
{
	const char *path = strchr(c->where, '/');
	int ends[2];

	if (path == NULL || strpbrk(c->where, "' \t\n") != NULL || !is_port(c->where, path))
		return copie_fails(c, "dump.second: ssh://[USER@]HOST[:PORT]/FOLDER is wanted");
	if (pipe2(ends, O_CLOEXEC) != 0)
		return copie_fails(c, "no pipe");
	c->child =
		ssh(c, arena_printf(c->mem, "rm -f ." COPIE_GLOB ".part && cat >.%s.part", c->name),
			ends[0], -1);
	close(ends[0]);
	c->fd = ends[1];
	return true;
}

/* All that the other side says to SCRIPT; NULL: it failed. */
static const char *
answer(struct copie *c, const char *script)
{
	struct buffer all = { c->mem };
	char block[4096];
	int ends[2];
	pid_t child;
	ssize_t n;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return NULL;
	child = ssh(c, script, -1, ends[1]);
	close(ends[1]);
	while ((n = read(ends[0], block, sizeof block)) > 0 && all.n < SAID_MOST)
		buffer_add(&all, block, (size_t) n);
	close(ends[0]);
	return command_end(child) == 0 && n == 0 ? buffer_text(&all) : NULL;
}

/* The words that take away, of the names in LIST (a line each, the oldest first), all but the
 * newest KEPT. */
static const char *
take_away(struct arena *a, const char *list, long kept)
{
	const char *words = "";
	long n = 0;

	for (const char *s = list; *s != '\0'; s += strcspn(s, "\n") + 1)
		n++;
	for (; n-- > kept; list += strcspn(list, "\n") + 1) {
		const char *name = arena_printf(a, "%.*s", (int) strcspn(list, "\n"), list);

		if (strpbrk(name, "' /") == NULL && fnmatch(COPIE_GLOB, name, 0) == 0)
			words = arena_printf(
				a, "%s%s '%s'", words, *words == '\0' ? " && rm -f" : "", name);
	}
	return words;
}

static bool
end(struct copie *c, const char *sha256, long copies)
{
	const char *there;
	pid_t child = c->child;

	close(c->fd);
	c->fd = -1;
	c->child = 0;
	if (command_end(child) != 0)
		return fails(c);
	there = answer(
		c, arena_printf(c->mem, "sync .%s.part && sha256sum <.%s.part", c->name, c->name));
	if (there == NULL)
		return fails(c);
	if (strncmp(there, sha256, SUM) != 0)
		return copie_fails(c, "what is there is not what was sent");
	there = answer(c,
		arena_printf(c->mem,
			"mv .%s.part %s && sync . && ls -1 | grep '^essaim-2.*Z\\.tar\\.gpg$'",
			c->name, c->name));
	if (there == NULL)
		return fails(c);
	there = take_away(c->mem, there, copies);
	return *there == '\0' || answer(c, arena_printf(c->mem, "true%s", there)) != NULL ||
		fails(c);
}

/* What is there bears no name of a copy, and goes when the next one begins. */
static void
give_up(struct copie *c)
{
	if (c->fd >= 0)
		close(c->fd);
	if (c->child != 0)
		command_end(c->child);
}

const struct lieu lieu_ssh = { "ssh://", begin, copie_put, end, give_up };
