/* rejoue.c - what was written after a dump, out of the binary log of the server, up to a moment
 *
 * mariadb-binlog reads it, the mariadb client writes it; the user of the database needs BINLOG
 * REPLAY for that.
 */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/socle/identite.h"
#include "domain/socle/reglage.h"
#include "net/command.h"

enum { FILES = 10000, WORDS = 8 };

static const char *first; /* the file where the log stood */

/* Of the log that FIRST is of, and not before it: NAME.000012. */
static int
is_after(const struct dirent *d)
{
	size_t stem = (size_t) (strrchr(first, '.') - first) + 1;
	const char *s = d->d_name;

	return strncmp(s, first, stem) == 0 && s[stem] != '\0' &&
		s[stem + strspn(s + stem, "0123456789")] == '\0' && strverscmp(s, first) >= 0;
}

/* The files below FOLDER behind the words of ARGV, the oldest first.  False: FIRST is not there. */
static bool
add_files(struct arena *a, const char *folder, const char **argv)
{
	struct dirent **all;
	int n = scandir(folder, &all, is_after, versionsort);
	bool whole = n > 0 && n <= FILES && strcmp(all[0]->d_name, first) == 0;

	for (int i = 0; i < n; i++) {
		if (whole)
			argv[i] = arena_printf(a, "%s/%s", folder, all[i]->d_name);
		free(all[i]);
	}
	if (n >= 0)
		free(all);
	if (whole)
		argv[n] = NULL;
	return whole;
}

/* As an option file wants it between quotes. */
static const char *
quoted(struct arena *a, const char *s)
{
	struct buffer b = { a };

	for (; *s != '\0'; s++)
		buffer_puts(
			&b, arena_printf(a, "%s%c", strchr("\\\"", *s) != NULL ? "\\" : "", *s));
	return buffer_text(&b);
}

/* How the client reaches the base, in a file that its owner alone reads: a password is in it. */
static void
write_options(struct arena *a, int fd)
{
	const char *password =
		conf.db_password_file != NULL ? conf_file_text(conf.db_password_file) : "";
	const char *text = arena_printf(a, "[client]\nuser=\"%s\"\npassword=\"%s\"\n%s%s%s",
		quoted(a, conf.db_user), quoted(a, password != NULL ? password : ""),
		conf.db_socket != NULL ? arena_printf(a, "socket=\"%s\"\n", conf.db_socket) : "",
		conf.db_host != NULL ? arena_printf(a, "host=\"%s\"\n", conf.db_host) : "",
		conf.db_port != 0 ? arena_printf(a, "port=%ld\n", conf.db_port) : "");

	scratch_write(fd, text, strlen(text));
}

/* The log says it, the client writes it.  NULL, or what one of them complains of. */
static const char *
pipe_through(struct arena *a, const char *const *reader, const char *options)
{
	const char *const writer[] = { "mariadb", arena_printf(a, "--defaults-file=%s", options),
		"--binary-mode", "--default-character-set=utf8mb4", conf.db_name, NULL };
	int err = scratch_open(a, "/tmp"), ends[2], read_well, written_well;
	pid_t child[2];
	const char *said;

	if (pipe2(ends, O_CLOEXEC) != 0)
		fault_down("pipe: %s", strerror(errno));
	child[0] = command_start(reader, (struct streams) { -1, ends[1], err });
	child[1] = command_start(writer, (struct streams) { ends[0], -1, err });
	close(ends[0]);
	close(ends[1]);
	read_well = command_end(child[0]);
	written_well = command_end(child[1]);
	if (read_well == 0 && written_well == 0)
		return NULL;
	said = command_said(a, err);
	return *said != '\0' ? said : "mariadb-binlog or mariadb ended with an error";
}

static bool
is_moment(struct arena *a, const char *s)
{
	return strcmp(clock_sql(a, clock_parse(s)), s) == 0;
}

/* Can what the binary logs below BINLOGS say after DUMP be written up to the moment UNTIL
 * ("AAAA-MM-JJ HH:MM:SS", of the site's time zone), which is not in it?  NULL, and the words that
 * rejoue() needs; or why not. */
const char *
rejoue_ready(struct req *r, const char *dump, const char *binlogs, const char *until,
	const char *const **words)
{
	const char *at = dossier_said(&r->mem, dump, LISEZMOI_BINLOG), *colon = strrchr(at, ':');
	const char *base = dossier_said(&r->mem, dump, LISEZMOI_BASE);
	const char **argv = arena_alloc(&r->mem, (WORDS + FILES) * sizeof *argv);
	int n = 0;

	if (!is_moment(&r->mem, until))
		return "--until \"AAAA-MM-JJ HH:MM:SS\" is wanted, in the time of the site";
	if (colon == NULL)
		return "the server had no binary log when this dump was made";
	first = arena_printf(&r->mem, "%.*s", (int) (colon - at), at);
	argv[n++] = "mariadb-binlog";
	argv[n++] = "--no-defaults";
	argv[n++] = arena_printf(&r->mem, "--start-position=%s", colon + 1);
	argv[n++] = arena_printf(&r->mem, "--stop-datetime=%s", until);
	argv[n++] = arena_printf(&r->mem, "--rewrite-db=%s->%s", base, conf.db_name);
	argv[n++] = arena_printf(&r->mem, "--database=%s", base); /* as the log names it */
	*words = argv;
	if (strrchr(first, '.') == NULL || !add_files(&r->mem, binlogs, argv + n))
		return arena_printf(&r->mem, "%s is not in %s", first, binlogs);
	return NULL;
}

/* Write it into the base, which was just made from that dump.  NULL, or why not. */
const char *
rejoue(struct req *r, const char *const *words)
{
	char options[] = "/tmp/essaim-rejoue-XXXXXX";
	const char *wrong;
	int fd;

	if ((fd = mkstemp(options)) < 0)
		fault_down("%s: %s", options, strerror(errno));
	write_options(&r->mem, fd);
	close(fd);
	db_close();
	wrong = pipe_through(&r->mem, words, options);
	unlink(options);
	if (wrong == NULL) /* whatever the log says of it */
		db_exec(r,
			SQL("REPLACE INTO reglage (cle, valeur)"
			    " VALUES ('site.identite', '" IDENTITE_COPIE "')"));
	return wrong;
}
