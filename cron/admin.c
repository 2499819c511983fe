/* admin.c - essaim-admin: what an operator does from a shell */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin/commande.h"
#include "base/buffer.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/json.h"
#include "base/options.h"
#include "db/db.h"
#include "db/migrate.h"
#include "domain/acces/acces.h"
#include "domain/contacts/contact_words.h"
#include "domain/conservation/conserve_demo.h"
#include "domain/demandes/requete_demo.h"
#include "domain/demo/demo.h"
#include "domain/demo/demo_actualites.h"
#include "domain/demo/demo_agenda.h"
#include "domain/demo/demo_groupes.h"
#include "domain/demo/demo_lettres.h"
#include "domain/groupes/ouverture.h"
#include "domain/imports/import_commande.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/service/controle.h"
#include "domain/socle/journal.h"
#include "domain/socle/operation.h"
#include "domain/socle/reglage.h"
#include "domain/vie/ecrit_refaire.h"
#include "domain/vie/preuve.h"
#include "net/mail_dns.h"
#include "web/export.h"
#include "web/restitution.h"

struct admin_options options;

int
admin_migrate(struct req *r, char **argv)
{
	const char *newer;

	(void) argv;
	operation_begin(r, "essaim-admin migrate"); /* no schema changes under a dump */
	newer = migrate_newer(r, conf_data("sql"));
	if (newer != NULL) {
		fprintf(stderr,
			"migrate: newer programs made this schema (%s), which never goes back:"
			" nothing was changed; these programs run on it as it is\n",
			newer);
		return 1;
	}
	printf("migrate: applied=%d\n", migrate(r, conf_data("sql")));
	if (strcmp(reglage(r, "mots_refaire", ""), "1") == 0)
		ecrits_reindex(r), contact_reindex_everybody(r);
	else if (strcmp(reglage(r, "ecrits_refaire", ""), "1") == 0)
		ecrits_reindex(r);
	if (strcmp(reglage(r, "acces_refaire", ""), "1") != 0)
		return 0;
	db_begin(false);
	ouverture_everywhere(r);
	db_commit();
	acces_everybody(r);
	return 0;
}

static int
admin_check(struct req *r, char **argv)
{
	const char *missing = migrate_missing(r, conf_data("sql"));

	(void) argv;
	printf("schema: %s%s\n", missing != NULL ? "missing " : "ok", missing ? missing : "");
	printf("words refused as passwords: %s\n",
		access(conf_data("mots-de-passe.txt"), R_OK) == 0 ? "ok" : "missing");
	printf("countries of networks: %s\n",
		access(conf_data("pays.mmdb"), R_OK) == 0 ? "ok" : "missing");
	printf("%s", mail_dns_check(&r->mem));
	return (missing != NULL) | (admin_journal_check(r) != 0) | (controle_print(r) == ETAT_BAD);
}

static int
admin_export(struct req *r, char **argv)
{
	return export_command(r, argv[0], options.format) ? 0 : USAGE;
}

static int
admin_export_all(struct req *r, char **argv)
{
	(void) argv;
	return restitution_command(r, options.out);
}

static int
admin_import(struct req *r, char **argv)
{
	const char *why;
	int64_t id = 0;

	db_begin(false);
	if ((why = import_command(r, argv[0], options.dry_run, &id)) != NULL) {
		db_rollback();
		fprintf(stderr, "import: %s\n", why);
		return 1;
	}
	printf("import: id=%" PRId64 " changed=%" PRId64 " refused=%" PRId64 " same=%" PRId64
	       "%s\n",
		id,
		db_int(r, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat = 1"),
			I(id)),
		db_int(r, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat > 1"),
			I(id)),
		db_int(r, SQL("SELECT COUNT(*) FROM import_ligne WHERE import_id = ? AND etat = 0"),
			I(id)),
		options.dry_run ? " (nothing was changed; read it in /imports)" : "");
	db_commit();
	return 0;
}

/* What is made on the platform, for a demonstration instance: once, again harmless. */
static int
admin_demo_groups(struct req *r, char **argv)
{
	(void) argv;
	db_begin(false);
	printf("demo: groups=%d", demo_groups(r));
	printf(" tags=%d", demo_tags(r));
	printf(" values=%ld\n", (long) demo_values(r));
	db_commit();
	return 0;
}

/* What a file says, once: for a demonstration instance. */
static int
from_file(
	struct req *r, const char *path, const char *what, int (*load)(struct req *, json_object *))
{
	int n = demo_file(r, path, load);

	if (n >= 0)
		printf("demo: %s=%d\n", what, n);
	return n >= 0 ? 0 : USAGE;
}

#define DEMO(name, what) \
	static int admin_##name(struct req *r, char **argv) \
	{ \
		return from_file(r, argv[0], what, name); \
	}
DEMO(demo_load, "groups")
DEMO(demo_agenda, "events")
DEMO(demo_lettres, "letters")
DEMO(demo_actualites, "news")

static const struct command {
	const char *words, *usage, *what;
	int (*run)(struct req *, char **argv);
	int n;            /* what else it takes: so many words */
	const void *with; /* and one of the options */
} commands[] = {
	{ "migrate", "", "bring the schema up to date", admin_migrate },
	{ "check", "", "self-diagnosis", admin_check },
	{ "site create", "", "make the schema, say what is not configured yet", admin_site_create },
	{ "site resume", "",
		"this restored copy is the site from now on: it writes to people again",
		admin_site_resume },
	{ "site join", "",
		"this machine serves the base beside those that do already: its jobs write too",
		admin_site_join },
	{ "export all", " --out DIR",
		"all that the site holds, to be handed back: tables, files, what each column means",
		admin_export_all, 0, &options.out },
	{ "export", " TYPE --format csv|xlsx|json", "all objects of a type, to standard output",
		admin_export, 1, &options.format },
	{ "import contacts", " FILE [--dry-run]", "change the people that a table names",
		admin_import, 1, &options.dry_run },
	{ "journal verify", "", "verify the chain of the journal, keep its head elsewhere",
		admin_journal_verify },
	{ "journal keep", " [--dry-run]", "remove what is older than the rule", admin_journal_keep,
		0, &options.dry_run },
	{ "demo groups", "", "working groups, teams, tags, what people can do, for a demonstration",
		admin_demo_groups },
	{ "demo feed", " FILE", "what groups published, once, for a demonstration", admin_demo_load,
		1 },
	{ "demo agenda", " FILE", "a year of events, from a file, for a demonstration",
		admin_demo_agenda, 1 },
	{ "demo letters", " FILE", "a year of letters, from a file, for a demonstration",
		admin_demo_lettres, 1 },
	{ "demo news", " FILE", "a year of news, from a file, for a demonstration",
		admin_demo_actualites, 1 },
	{ "demo requests", "", "requests of persons about their data, for a demonstration",
		requete_demo },
	{ "demo retention", "", "people whose data end, for a demonstration", conserve_demo },
	{ "erasure verify", "", "is anybody named by a line of standard input?", preuve_command },
	{ "erasure replay", " FILE", "erase again who was, as dump.folder/effacements says",
		effacements_command, 1 },
	{ "account create", " EMAIL [--password-stdin]",
		"open the account of a person whom the CRM lets in", admin_account_create, 1,
		&options.password_stdin },
	{ "account factor", " EMAIL none", "take a lost second factor away", admin_account_factor,
		2 },
	{ "account role", " EMAIL admin|none", "give or take the administration",
		admin_account_role, 2 },
};

static const char *
usage(struct arena *a)
{
	struct buffer out = { a };

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		buffer_puts(&out,
			arena_printf(a, "essaim-admin %s%s\n\t%s\n", commands[i].words,
				commands[i].usage, commands[i].what));
	buffer_puts(&out, machine_usage);
	return buffer_text(&out);
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

/* Does the command take N words, and the options that are given? */
static bool
suits(const struct command *c, int n)
{
	return n == c->n && (options.format != NULL) == (c->with == &options.format) &&
		(options.out != NULL) == (c->with == &options.out) &&
		(!options.dry_run || c->with == &options.dry_run) &&
		(!options.password_stdin || c->with == &options.password_stdin);
}

int
main(int argc, char **argv)
{
	static const struct choice known[] = { { "format", .word = &options.format },
		{ "out", .word = &options.out }, { "dry-run", .flag = &options.dry_run },
		{ "password-stdin", .flag = &options.password_stdin }, { 0 } };
	static struct req r;
	int status = USAGE, at;

	machine_command(argc, argv);
	at = options_read(argc, argv, known, argc, usage(&r.mem));
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		int n = match(commands[i].words, argc - at, argv + at);

		if (n == 0 || !suits(&commands[i], argc - at - n))
			continue;
		conf_load();
		req_init(&r);
		journal_from("commande");
		status = commands[i].run(&r, argv + at + n);
		db_close();
		break;
	}
	if (status == USAGE)
		fputs(usage(&r.mem), stderr);
	arena_reset(&r.mem);
	return status == USAGE ? 2 : status;
}
