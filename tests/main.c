/* main.c - run every TEST() against a real base, in process, each in a transaction rolled back */

#include <ctype.h>
#include <ftw.h>
#include <inttypes.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/template.h"
#include "base/text.h"
#include "db/migrate.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "t.h"
#include "web/parse.h"
#include "web/reply.h"
#include "web/session.h"

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

static struct req reply;
struct req t;
struct req *t_reply = &reply;
static int64_t person;
static const char *cookies, *bearer, *origin, *fetch_site, *signature, *signed_at;
static int failed_tests, passed_tests, failures;

void
as(int64_t id)
{
	person = id;
}
void
t_cookie(const char *header_)
{
	cookies = header_;
}
void
t_bearer(const char *token)
{
	bearer = token;
}

void
t_from(const char *origin_, const char *fetch_site_)
{
	origin = origin_;
	fetch_site = fetch_site_;
}

void
t_check(bool ok, const char *file, int line, const char *what)
{
	if (ok)
		return;
	failures++;
	printf("%s:%d: %s\n  got %d: %.3000s\n", file, line, what, reply.status,
		reply.body != NULL ? reply.body : "");
}

const char *
t_header(const char *name)
{
	for (struct header *h = reply.headers; h != NULL; h = h->next)
		if (strcmp(h->name, name) == 0)
			return h->value;
	return NULL;
}

static void
who_asks(struct req *r)
{
	if (person == 0) {
		session_find(r);
		if (r->user.id == 0 && bearer == NULL)
			r->user.csrf = "jeton";
		return;
	}
	if (!session_as(r, person))
		fault("nobody who may enter has the id %" PRId64, person);
	r->user.csrf = "jeton";
}

static long
read_text_body(void *from, char *into, size_t n)
{
	const char **rest = from;
	size_t len = strnlen(*rest, n);

	memcpy(into, *rest, len);
	*rest += len;
	return (long) len;
}

/* What the web server tells of a body that a machine signed. */
static char **
signed_env(void)
{
	static char head[200], at[100];
	static char *env[] = { head, at, NULL };

	if (signature == NULL)
		return NULL;
	snprintf(head, sizeof head, "HTTP_X_HUBSPOT_SIGNATURE_V3=%s", signature);
	snprintf(at, sizeof at, "HTTP_X_HUBSPOT_REQUEST_TIMESTAMP=%s", signed_at);
	return env;
}

static int
ask(const char *method, const char *path, const char *type, const char *body)
{
	static char kept[65536]; /* PATH may live in the reply we drop */
	jmp_buf here;
	const char *q;
	int refused;

	snprintf(kept, sizeof kept, "%s", path);
	q = strchr(kept, '?');
	arena_reset(&reply.mem);
	reply = (struct req) { .cookies = cookies,
		.bearer = bearer,
		.origin = origin,
		.fetch_site = fetch_site,
		.host = "essaim.example",
		.env = signed_env(),
		.id = "test",
		.address = "127.0.0.1",
		.agent = "essai" };
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		req_init(&reply);
		refused = req_parse(&reply, method, kept, q ? q + 1 : "");
		if (refused == 0 && body != NULL)
			refused = req_parse_body(
				&reply, type, (int64_t) strlen(body), read_text_body, &body);
		who_asks(&reply);
		if (refused != 0)
			refuse(&reply, refused);
		else
			dispatch(areas, &reply);
	} else {
		reply.status = 500;
		reply.body = fault_message;
	}
	fault_catcher = NULL;
	return reply.status;
}

int
get(const char *path)
{
	return ask("GET", path, NULL, NULL);
}
int
post_raw(const char *path, const char *body)
{
	return ask("POST", path, "application/x-www-form-urlencoded", body);
}

int
post_json(const char *path, const char *body, const char *signature_, const char *at)
{
	signature = signature_;
	signed_at = at;
	ask("POST", path, "application/json", body);
	signature = signed_at = NULL;
	return reply.status;
}

int
post(const char *path, const char *body)
{
	return post_raw(
		path, arena_printf(&t.mem, "csrf=jeton%s%s", *body != '\0' ? "&" : "", body));
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
		SQL("INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact, acces, tri)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
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
		SQL("INSERT INTO compte (contact_id, role, cree_le) VALUES (?, ?, UTC_TIMESTAMP())"),
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

static void
one(struct test *test)
{
	int before = failures;

	req_init(&t);
	db_begin(false);
	test->run();
	db_rollback();
	arena_reset(&t.mem);
	t = (struct req) { 0 };
	as(0);
	t_cookie(NULL);
	t_bearer(NULL);
	t_from(NULL, NULL);
	clock_shift = 0;
	if (failures == before)
		passed_tests++;
	else
		failed_tests++;
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

/* Run that in a process and a base of its own, where it may commit: the others see nothing of it. */
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

/* One of two who ask at the same instant: commits, and tries again, as a worker does. */
static void
racer(const struct racer *who, int starting)
{
	char byte;

	(void) !read(starting, &byte, 1); /* the end of the pipe starts both */
	as(who->person);
	clock_shift += who->late;
	for (int tries = 0; tries < 3; tries++) {
		db_begin(false);
		post(who->path, who->body);
		if (reply.status < 400)
			db_commit();
		else
			db_rollback();
		if (reply.status != 500 || (fault_kind != FAULT_AGAIN && fault_kind != FAULT_RACE))
			break;
	}
	if (reply.status == 500)
		printf("  %s: %s\n", who->path, reply.body);
	fflush(stdout);
	_exit(reply.status / 100);
}

/* How many transactions wait for one another; all of them are ours. */
static int64_t
waiting(void)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"));
}

/* Two people, or one in two windows, ask at the same instant, each in a process of its own.  Both
 * are held at the row that HOLD, a SELECT of one number for update, takes, or before: what looks
 * before it writes has looked then.  STATUS[]: 2 done as a page, 3 done and sent on, 4 refused, 5 broken. */
void
t_race(const struct racer *both, struct sql *hold, int64_t id, int *status)
{
	int starting[2], ended;
	int64_t n = 0;
	pid_t child[2];

	if (db_in_transaction())
		db_commit();
	db_close();
	fflush(stdout);
	if (pipe(starting) != 0)
		fault("pipe");
	for (int i = 0; i < 2; i++)
		if ((child[i] = fork()) == 0) {
			close(starting[1]);
			racer(&both[i], starting[0]);
		}
	db_begin(false);
	db_int_(&t, hold, VALUES(I(id)));
	close(starting[0]);
	close(starting[1]);
	for (int i = 0; i < 200 && (n = waiting()) < 2; i++)
		usleep(150000); /* what it tells is made anew only after 0.1 s without a reader */
	check(n == 2);
	db_rollback();
	for (int i = 0; i < 2; i++) {
		waitpid(child[i], &ended, 0);
		status[i] = WIFEXITED(ended) ? WEXITSTATUS(ended) : 5;
	}
	db_begin(false);
}

const char *
t_file(void)
{
	static char text[1 << 20];
	ssize_t n = t_reply->file != 0 ? pread(t_reply->file, text, sizeof text - 1, 0) : 0;

	text[n > 0 ? n : 0] = '\0';
	return text;
}

int
t_elements(void)
{
	int n = 0;

	for (const char *s = t_reply->body; (s = strchr(s, '<')) != NULL; s++)
		n += isalpha((unsigned char) s[1]) != 0;
	return n;
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
	arena_reset(&reply.mem);
	db_close();
	template_forget();
	if (folder != NULL)
		nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	printf("%d passed, %d failed\n", passed_tests, failed_tests);
	return failed_tests != 0 || passed_tests == 0;
}
