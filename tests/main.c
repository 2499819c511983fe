/* main.c - run every TEST() against a real base, in process, each in a transaction rolled back */

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/template.h"
#include "base/text.h"
#include "db/migrate.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "domain/socle/actes.h"
#include "t.h"

extern struct test __start_tests[], __stop_tests[];

#define AREA(name, title, icon, who, place) extern const struct area name##_area;
#include "areas.def"
#undef AREA

const struct area *const areas[] = {
#define AREA(name, title, icon, who, place) &name##_area,
#include "areas.def"
#undef AREA
	NULL
};

struct req t;
static struct {
	const char *name;
	double seconds;
} slow[10]; /* the slowest, in order */
static int failed_tests, passed_tests, failures;

void
t_check(bool ok, const char *file, int line, const char *what)
{
	if (ok)
		return;
	failures++;
	printf("%s:%d: %s\n  got %d: %.3000s\n", file, line, what, t_reply->status,
		t_reply->body != NULL ? t_reply->body : "");
}

int64_t
t_person(const char *prenom, const char *nom, const char *email, const char *statut,
	const char *type)
{
	int acces = strcmp(type, "salarie") == 0 ? 3 :
		strcmp(statut, "confirme") == 0  ? 2 :
		strcmp(statut, "prospect") == 0  ? 1 :
						   0;
	int64_t id = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('contact', CONCAT(?, ' ', ?), UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1)"),
		S(prenom), S(nom));

	db_exec(&t,
		SQL("INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact,"
		    " acces, tri) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
		I(id), I(900000000 + id), S(prenom), S(nom), S(email), S(statut), S(type), I(acces),
		S(text_sort_key(&t.mem, nom, prenom)));
	acces_contact(&t, id);
	return id;
}

/* An account of that role ("": none in particular), nothing else of it set. */
void
t_account(int64_t who, const char *role)
{
	db_exec(&t,
		SQL("INSERT INTO compte (contact_id, role, cree_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP())"),
		I(who), S(role));
	acces_contact(&t, who);
}

int64_t
t_group(const char *type, const char *titre)
{
	int64_t id, who = t.user.id;

	t.user.id = 0; /* as the sync makes it */
	id = groupe_create(&t, type, titre);
	t.user.id = who;
	return id;
}

void
t_member(int64_t group, int64_t who, const char *role)
{
	db_exec(&t,
		SQL("INSERT INTO membre (groupe_id, contact_id, role, debut, origine, confirme)"
		    " VALUES (?, ?, ?, UTC_DATE(), 'plateforme', ?)"),
		I(group), I(who), S(role), I(strcmp(role, "membre") != 0));
	acces_contact(&t, who);
}

void
t_settle(int64_t who)
{
	acces_lot_clear(&t);
	acces_lot_add(&t, who);
	contact_settle_lot(&t);
}

void
t_clock(const char *utc)
{
	clock_shift = 0;
	clock_shift = clock_parse(utc) - clock_now();
}

static double
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double) ts.tv_sec + (double) ts.tv_nsec / 1e9;
}

static void
note_slow(const char *name, double seconds)
{
	size_t i = sizeof slow / sizeof *slow;

	if (seconds <= slow[i - 1].seconds)
		return;
	while (--i > 0 && seconds > slow[i - 1].seconds)
		slow[i] = slow[i - 1];
	slow[i].name = name;
	slow[i].seconds = seconds;
}

/* What the test had the journal told has its sentence there. */
static void
acts_are_said(void)
{
	struct rows *rows = db_rows(&t,
		SQL("SELECT DISTINCT acte FROM journal WHERE acte NOT LIKE 'essai.%'"
		    " AND acte <> 'inconnu.acte'"));

	while (db_next(rows, &t.mem))
		if (acte_find(db_text(rows, 0)) == NULL)
			t_check(false, "lib/domain/socle/actes.def", 1,
				arena_printf(&t.mem, "says what %s is", db_text(rows, 0)));
}

static void
one(struct test *test)
{
	int before = failures;
	double began = now();

	req_init(&t);
	db_begin(false);
	test->run();
	acts_are_said();
	db_rollback();
	arena_reset(&t.mem);
	t = (struct req) { 0 };
	t_nobody();
	clock_shift = 0;
	if (failures == before)
		passed_tests++;
	else
		failed_tests++;
	note_slow(test->name, now() - began);
	printf("%s - %s\n", failures == before ? "ok" : "not ok", test->name);
}

/* A base of our own, made anew by the real migrations. */
static void
fresh_base(const char *name)
{
	const char *user = getenv("DB_USER");

	conf = (struct conf) { .site_url = "http://127.0.0.1",
		.site_name = "Oxfam France",
		.site_timezone = "Europe/Paris",
		.db_socket = getenv("DB_SOCKET"),
		.db_user = user != NULL ? user : "root",
		.smtp_from = "essaim@exemple.org",
		.hubspot_mapping = "etc/hubspot.mapping" };
	setenv("TZ", conf.site_timezone, 1);
	setenv("ESSAIM_DATA", ".", 0);
	db_script(arena_printf(&t.mem,
		"DROP DATABASE IF EXISTS %s; CREATE DATABASE %s"
		" CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci",
		name, name));
	db_close();
	conf.db_name = name;
	migrate(&t, "sql");
	db_begin(false);
	ouverture_everywhere(&t);
	db_commit();
	arena_reset(&t.mem);
	t = (struct req) { 0 };
}

/* Run that in a process and a base of its own, where it may commit: the others see nothing of
 * it. */
void
t_apart(void (*run)(void))
{
	int status = 0;
	pid_t child;

	db_rollback();
	db_close();
	fflush(stdout);
	if ((child = fork()) == 0) {
		failures = 0;
		fresh_base("essaim_apart");
		req_init(&t);
		run();
		fflush(stdout);
		_exit(failures != 0);
	}
	check(waitpid(child, &status, 0) == child && status == 0);
	db_begin(false);
}

static char *folder; /* NULL: no test asked for one */

/* A folder of this run's own, which ends with it. */
const char *
t_folder(void)
{
	static char name[] = "/tmp/essaim-tests-XXXXXX";

	if (folder == NULL && (folder = mkdtemp(name)) == NULL)
		exit(1);
	return folder;
}

/* Files are kept there from now on. */
void
t_store(void)
{
	if (conf.store_url == NULL)
		conf.store_url = strdup(arena_printf(&t.mem, "file://%s", t_folder()));
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void) st;
	(void) kind;
	(void) at;
	return remove(path);
}

int
main(int argc, char **argv)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	fresh_base("essaim_test");
	for (struct test *test = __start_tests; test < __stop_tests; test++)
		if (argc < 2 || strstr(test->name, argv[1]) != NULL)
			one(test);
	arena_reset(&t_reply->mem);
	db_close();
	template_forget();
	if (folder != NULL)
		nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	for (size_t i = 0; i < sizeof slow / sizeof *slow && slow[i].name != NULL; i++)
		printf("# %5.1f s %s\n", slow[i].seconds, slow[i].name);
	printf("%d passed, %d failed\n", passed_tests, failed_tests);
	return failed_tests != 0 || passed_tests == 0;
}
