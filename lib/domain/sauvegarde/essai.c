/* essai.c - a dump restored for a trial, by the program that an operator would run, into a base and
 * a store of its own, both thrown away after
 */

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "base/text.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "net/command.h"

/* The comment of a base that a trial made: what has none holds something. */
#define MARK "essai de restauration"

/* Is one due: on the day of dump.trial, or as soon as none was well for a week? */
bool
essai_due(struct req *r)
{
	time_t now = clock_now();
	struct tm local;

	localtime_r(&now, &local);
	return conf.dump_trial != 0 &&
		((local.tm_wday + 6) % 7 + 1 == conf.dump_trial ||
			db_int(r,
				SQL("SELECT 1 FROM sauvegarde_essai WHERE ok = 1"
				    " AND le > UTC_TIMESTAMP() - INTERVAL 7 DAY LIMIT 1")) == 0);
}

/* Run a statement that may be refused; why it was, NULL: it was not. */
static const char *
may(struct req *r, const char *text)
{
	jmp_buf here, *outer = fault_catcher;
	const char *volatile wrong = NULL;

	fault_catcher = &here;
	if (setjmp(here) == 0)
		db_script(text);
	else
		wrong = arena_strdup(&r->mem, fault_message);
	fault_catcher = outer;
	return wrong;
}

/* Why that base is none for a trial; NULL: it is none, is empty, or was left by a trial. */
static const char *
taken(struct req *r, const char *base)
{
	if (strcmp(base, conf.db_name) == 0)
		return "dump.trial_base is the base of the site";
	if (strchr(base, '`') != NULL)
		return "dump.trial_base is no name of a base";
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM information_schema.tables t"
			" JOIN information_schema.schemata s ON s.schema_name = t.table_schema"
			" WHERE t.table_schema = ? AND s.schema_comment <> '" MARK "'"),
		    S(base)) > 0)
		return arena_printf(&r->mem,
			"the base %s holds what no trial has left: name another one"
			" (dump.trial_base)",
			base);
	return NULL;
}

static const char *
drop_base(struct req *r, const char *base)
{
	return may(r, arena_printf(&r->mem, "DROP DATABASE IF EXISTS `%s`", base));
}

static const char *
make_base(struct req *r, const char *base)
{
	const char *wrong = drop_base(r, base);

	if (wrong == NULL)
		wrong = may(r,
			arena_printf(&r->mem,
				"CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE"
				" utf8mb4_uca1400_ai_ci COMMENT '" MARK "'",
				base));
	return wrong == NULL ?
		NULL :
		arena_printf(&r->mem,
			"the user of the database may not make the base %s: GRANT ALL"
			" ON `%s`.* TO it (%s)",
			base, base, wrong);
}

/* What essaim-restore says of that dump, in that base and that store. */
static const char *
restore(struct req *r, const char *path, const char *base, const char *store)
{
	const char *const argv[] = { "/proc/self/exe", path, NULL };
	int err = scratch_open(&r->mem, "/tmp");
	const char *said;

	setenv("ESSAIM_DB_NAME", base, 1);
	setenv("ESSAIM_STORE_URL", arena_printf(&r->mem, "file://%s", store), 1);
	if (command_end(command_start(argv, (struct streams) { -1, -1, err })) == 0)
		return NULL;
	said = command_said(&r->mem, err);
	return *said != '\0' ? said : "essaim-restore was ended";
}

/* Restore the dump PATH apart from the site.  NULL: all of it came back; else what is wrong. */
const char *
essai_run(struct req *r, const char *path, struct sauvegarde_essai *e)
{
	const char *store = arena_printf(
		&r->mem, "%.*s/.essaim-essai", (int) (strrchr(path, '/') - path), path);
	const char *wrong;
	int64_t began = clock_ms();

	*e = (struct sauvegarde_essai) { conf.dump_trial_base != NULL ?
			conf.dump_trial_base :
			arena_printf(&r->mem, "%s_essai", conf.db_name) };
	if ((wrong = taken(r, e->base)) != NULL || (wrong = make_base(r, e->base)) != NULL)
		return wrong;
	if (mkdir(store, 0700) != 0) { /* one that was killed left it */
		dossier_drop(store);
		mkdir(store, 0700);
	}
	wrong = restore(r, path, e->base, store);
	e->ms = clock_ms() - began;
	dossier_drop(store);
	drop_base(r, e->base);
	return wrong;
}

/* What became of it, of the dump NOM. */
void
essai_note(struct req *r, const struct sauvegarde_essai *e, const char *nom, const char *wrong)
{
	db_exec(r,
		SQL("INSERT INTO sauvegarde_essai (le, duree_ms, dump, ok, erreur)"
		    " VALUES (UTC_TIMESTAMP(), ?, ?, ?, ?)"),
		I(e->ms), S(nom), I(wrong == NULL),
		S(text_cut(&r->mem, wrong != NULL ? wrong : "", 490)));
}
