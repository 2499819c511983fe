/* admin.c - essaim-admin: what an operator does from a shell */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/fault.h"
#include "db/db.h"
#include "db/migrate.h"

static int
admin_migrate(struct req *r, int argc, char **argv)
{
	(void) argc;
	(void) argv;
	printf("migrate: applied=%d\n", migrate(r, conf_data("sql")));
	return 0;
}

static int
admin_check(struct req *r, int argc, char **argv)
{
	const char *missing = migrate_missing(r, conf_data("sql"));

	(void) argc;
	(void) argv;
	printf("base: ok\n");
	printf("schema: %s%s\n", missing != NULL ? "missing " : "ok", missing != NULL ? missing : "");
	return missing != NULL;
}

static const struct command {
	const char *words, *usage, *what;
	int (*run)(struct req *, int argc, char **argv);
} commands[] = {
	{ "migrate", "", "bring the schema up to date", admin_migrate },
	{ "check", "", "self-diagnosis", admin_check },
};

static int
usage(void)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		fprintf(stderr, "essaim-admin %s %s\n\t%s\n", commands[i].words, commands[i].usage, commands[i].what);
	return 2;
}

/* Do the words of the command line start with those of the command?  How many, or 0. */
static int
match(const char *words, int argc, char **argv)
{
	int n = 0;

	for (const char *w = words; *w != '\0'; n++) {
		size_t len = strcspn(w, " ");

		if (n >= argc || strlen(argv[n]) != len || strncmp(argv[n], w, len) != 0)
			return 0;
		w += len + (w[len] == ' ');
	}
	return n;
}

int
main(int argc, char **argv)
{
	static struct req r;
	int status;

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		int n = match(commands[i].words, argc - 1, argv + 1);

		if (n == 0)
			continue;
		conf_load();
		req_init(&r);
		status = commands[i].run(&r, argc - 1 - n, argv + 1 + n);
		db_close();
		arena_reset(&r.mem);
		return status;
	}
	return usage();
}
