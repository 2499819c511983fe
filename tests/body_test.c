/* body_test.c - what clients send, honest, clumsy or hostile */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/str.h"
#include "t.h"
#include "web/body.h"

static struct arena mem;
static struct limits limits;
static struct body body;

/* A client that gives its bytes CHUNK at a time. */
struct client {
	const char *bytes;
	size_t n, chunk;
};

static long
from_client(void *from, char *into, size_t n)
{
	struct client *c = from;

	if (n > c->chunk)
		n = c->chunk;
	if (n > c->n)
		n = c->n;
	memcpy(into, c->bytes, n);
	c->bytes += n;
	c->n -= n;
	return (long) n;
}

static void
start(void)
{
	arena_reset(&mem);
	limits = body_limits;
	body = (struct body) { &mem, &limits };
}

static int
query(const char *q)
{
	start();
	return body_query(&body, q);
}

static int
feed(const char *type, const char *bytes, size_t n, int64_t length, size_t chunk)
{
	struct client c = { bytes, n, chunk };

	body = (struct body) { &mem, &limits };
	return body_read(&body, type, length, from_client, &c);
}

static int
send_form(const char *bytes)
{
	start();
	return feed("application/x-www-form-urlencoded", bytes, strlen(bytes),
		(int64_t) strlen(bytes), 100);
}

#define MULTI "multipart/form-data; boundary=XyZ"
#define PART(headers, bytes) \
	"--XyZ\r\nContent-Disposition: form-data; " headers "\r\n\r\n" bytes "\r\n"
#define END "--XyZ--\r\n"
#define NAME_64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static int
send_multi(const char *bytes)
{
	start();
	return feed(MULTI, bytes, strlen(bytes), (int64_t) strlen(bytes), 1000);
}

static bool
has(const char *name, const char *value)
{
	for (struct param *p = body.params; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0 && strcmp(p->value, value) == 0 &&
			p->len == strlen(value))
			return true;
	return false;
}

static bool
holds(const struct upload *u, const char *bytes, size_t n)
{
	char *got = malloc(n + 1);
	bool same = u != NULL && u->size == (int64_t) n && read(u->fd, got, n + 1) == (long) n &&
		memcmp(got, bytes, n) == 0;

	free(got);
	return same;
}

TEST(body_reads_a_query_in_order)
{
	check(query("a=1&b=deux+mots&c=%C3%A9t%c3%a9&a=2&vide&e=") == BODY_OK);
	check(has("a", "1") && has("a", "2") && has("b", "deux mots") && has("c", "été"));
	check(has("vide", "") && has("e", "") && body.n_params == 6);
	check(strcmp(body.params->value, "1") == 0 && strcmp(body.last_param->name, "e") == 0);
	check(query("") == BODY_OK && body.params == NULL);
	check(query("&&a=1&&&") == BODY_OK && body.n_params == 1);
	check(query("q=100%&r=%zz&s=%4&t=a=b") == BODY_OK);
	check(has("q", "100%") && has("r", "%zz") && has("s", "%4") && has("t", "a=b"));
	check(query("texte=un%0D%0Adeux%0Dtrois%0A") == BODY_OK &&
		has("texte", "un\ndeux\ntrois\n"));
	check(query("champ%5B3%5D=x&a.b-c:d_e=y") == BODY_OK && has("champ[3]", "x") &&
		has("a.b-c:d_e", "y"));
	check(send_form("a=1&b=2") == BODY_OK && has("a", "1") && has("b", "2"));
}

TEST(body_refuses_hostile_parameters)
{
	static const char *const bad[] = {
		"=1",
		"a b=1",
		"%C3%A9=1",
		"a%00=1",
		"a=%00",
		"a=b%00c",
		"a=%FF",
		"a=%C3",
		"a=\xe9",
		"a=%C0%AF",
		"a=%ED%A0%80",
		"a=%1B",
		"a=%7F",
		"<b>=1",
		"a/b=1",
		"a;b=1",
		"a\"=1",
		"%00",
		"a%3Db=1",
		"a=%EF%BF%BE",
		"$a=1",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		check(query(bad[i]) == BODY_BAD);
		check(send_form(bad[i]) == BODY_BAD);
	}
	check(query(NAME_64 "=1") == BODY_OK && query(NAME_64 "a=1") == BODY_BAD);
}

TEST(body_counts_and_weighs)
{
	size_t n = 2200000 * 2;
	char *many = malloc(n + 1);

	for (size_t i = 0; i < n; i += 2)
		memcpy(many + i, "a&", 2);
	many[n] = '\0';
	check(query(many) == BODY_LONG && body.n_params == 1000);
	start();
	limits.memory = 16 << 20;
	check(feed("application/x-www-form-urlencoded", many, n, (int64_t) n, 4096) == BODY_LARGE);
	limits.params = 3000000;
	check(feed("application/x-www-form-urlencoded", many, n, (int64_t) n, 4096) == BODY_OK);
	check(body.n_params == 2200000);
	many[1998] = '\0';
	many[1999] = '\0';
	check(query(many) == BODY_OK && body_query(&body, "b&c") == BODY_LONG &&
		body.n_params == 1000);
	memset(many, 'a', n);
	memcpy(many, "v=", 2);
	many[n] = '\0';
	check(query(many) == BODY_LONG && send_form(many) == BODY_LARGE);
	many[body_limits.memory] = '\0';
	check(send_form(many) == BODY_OK && body.params->len == body_limits.memory - 2);
	free(many);
}

TEST(body_knows_its_types_and_length)
{
	start();
	check(feed("application/x-www-form-urlencoded; charset=UTF-8", "a=1", 3, 3, 1) == BODY_OK);
	check(has("a", "1"));
	check(feed("APPLICATION/X-WWW-FORM-URLENCODED", "a=1", 3, 3, 1) == BODY_OK);
	check(feed("application/json", "{}", 2, 2, 9) == BODY_TYPE);
	check(feed("application/json", "", 0, 0, 9) == BODY_OK);
	check(feed(NULL, "a", 1, 1, 9) == BODY_TYPE && feed(NULL, "", 0, 0, 9) == BODY_OK);
	check(feed("application/x-www-form-urlencodedx", "a=1", 3, 3, 9) == BODY_TYPE);
	check(feed("text/plain", "a=1", 3, 3, 9) == BODY_TYPE);
	check(feed("application/x-www-form-urlencoded", "a=1", 3, 4, 9) == BODY_BAD);
	check(feed("application/x-www-form-urlencoded", "a=1", 3, -1, 9) == BODY_BAD);
	check(feed("application/x-www-form-urlencoded", "a=1&b=2", 7, 3, 9) == BODY_OK &&
		!has("b", "2"));
	check(feed("application/x-www-form-urlencoded", "a", 1, INT64_MAX, 9) == BODY_LARGE);
}

TEST(body_reads_multipart)
{
	check(send_multi(PART("name=\"a\"", "un\r\ndeux") PART("name=b", "")
			      PART("name=\"f\"; filename=\"é.txt\"\r\n"
				   "Content-Type: text/plain",
				      "x\r\n--XyY\r\n") END) == BODY_OK);
	check(has("a", "un\ndeux") && has("b", "") && body.n_params == 2 && body.n_files == 1);
	check(strcmp(body.uploads->name, "f") == 0 && strcmp(body.uploads->filename, "é.txt") == 0);
	check(strcmp(body.uploads->type, "text/plain") == 0);
	check(holds(body.uploads, "x\r\n--XyY\r\n", 10));
	check(send_multi("preamble\r\n" PART("name=\"a\"", "1") "--XyZ--epilogue") == BODY_OK &&
		has("a", "1"));
	check(send_multi("--XyZ \t\r\ncontent-disposition:form-data;name=a\r\n\r\n1\r\n--XyZ--") ==
		BODY_OK);
	check(has("a", "1"));
	check(send_multi("--XyZ--") == BODY_OK && body.params == NULL);
}

TEST(body_names_files_by_their_last_part)
{
	static const char *const names[][2] = {
		{ "photo.jpg", "photo.jpg" },
		{ "C:\\Users\\moi\\photo.jpg", "photo.jpg" },
		{ "../../etc/passwd", "passwd" },
		{ "/", "fichier" },
		{ "..", "fichier" },
		{ "a/..", "fichier" },
		{ "un %22deux%22.txt", "un \"deux\".txt" },
		{ "un \\\"deux\\\".txt", "un \"deux\".txt" },
		{ "a;b=c.txt", "a;b=c.txt" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *bytes;

		arena_reset(&mem);
		bytes = arena_printf(
			&mem, PART("name=\"f\"; filename=\"%s\"", "x") END, names[i][0]);
		limits = body_limits;
		check(feed(MULTI, bytes, strlen(bytes), (int64_t) strlen(bytes), 7) == BODY_OK);
		check(body.uploads != NULL && strcmp(body.uploads->filename, names[i][1]) == 0);
	}
	check(send_multi(PART("name=\"f\"; filename=\"\"", "") END) == BODY_OK &&
		body.uploads == NULL);
	check(send_multi(PART("name=\"f\"; filename=\"\"", "x") END) == BODY_OK &&
		holds(body.uploads, "x", 1));
	check(send_multi(PART("name=\"f\"; filename=\"vide.txt\"", "") END) == BODY_OK &&
		holds(body.uploads, "", 0));
}

TEST(body_refuses_hostile_multipart)
{
	static const char *const bad[] = {
		"",
		"--XyZ",
		"--XyZ\r\n",
		"--XyZ-",
		"XyZ--",
		"--XyZx\r\n\r\n",
		PART("name=\"a\"", "1"), /* no last mark */
		PART("name=\"a\"", "1") "--XyZ",
		PART("name=\"a\"", "1") "--XyZ-",
		PART("name=\"a b\"", "1") END,
		PART("name=\"\"", "1") END,
		PART("x=y", "1") END,
		PART("name=\"a\"; name=\"b\"", "1") END,
		PART("name=\"a", "1") END,
		PART("name=\"f\"; filename=\"a\"; filename=\"b\"", "1") END,
		PART("name=\"f\"; filename=\"a", "1") END,
		PART("name=\"f\"; filename=\"a\"x", "1") END,
		PART("name=\"a\"", "\xff") END,
		PART("name=\"a\"", "\x1b") END,
		PART("name=\"f\"; filename=\"\xff.txt\"", "x") END,
		PART("name=\"f\"; filename=\"a\tb\"", "x") END,
		PART("name=\"f\"; filename=\"a\"\r\nContent-Type: t\x01", "x") END,
		"--XyZ\r\n\r\nsans nom\r\n" END,
		"--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n" END,
		"--XyZ\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n" END,
		"--XyZ\nContent-Disposition: form-data; name=a\n\nx\n--XyZ--\n",
		PART("name=a\r\nContent-Disposition: form-data; name=b", "1") END,
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		start();
		if (feed(MULTI, bad[i], strlen(bad[i]),
			    (int64_t) strlen(bad[i]) + (*bad[i] == '\0'), 5) != BODY_BAD)
			t_check(false, __FILE__, __LINE__, bad[i]);
	}
	start();
	check(feed(MULTI, PART("name=\"a\0b\"", "1") END,
		      sizeof(PART("name=\"a\0b\"", "1") END) - 1,
		      sizeof(PART("name=\"a\0b\"", "1") END) - 1, 50) == BODY_BAD);
	check(feed(MULTI, PART("name=a", "1\0") END, sizeof(PART("name=a", "1\0") END) - 1,
		      sizeof(PART("name=a", "1\0") END) - 1, 50) == BODY_BAD);
	check(feed("multipart/form-data", "x", 1, 1, 1) == BODY_BAD);
	check(feed("multipart/form-data; boundary=", "x", 1, 1, 1) == BODY_BAD);
	check(feed("multipart/form-data; boundary=\"\"", "x", 1, 1, 1) == BODY_BAD);
	check(feed("multipart/form-data; boundary=\"a", "x", 1, 1, 1) == BODY_BAD);
	check(feed("multipart/form-data; boundary=" NAME_64 "aaaaaaa", "x", 1, 1, 1) == BODY_BAD);
}

/* N fields, or files. */
static const char *
parts(int n, bool files)
{
	struct str all = { &t.mem };

	for (int i = 0; i < n; i++)
		str_puts(&all,
			arena_printf(&t.mem,
				files ? PART("name=f; filename=%d", "x") : PART("name=f%d", "x"),
				i));
	str_puts(&all, END);
	return str_text(&all);
}

static int
feed_all(const char *text)
{
	return feed(MULTI, text, strlen(text), (int64_t) strlen(text), 99);
}

TEST(body_limits_parts)
{
	const char *many = parts(2000, false);
	char *endless = arena_alloc(&t.mem, 60000);

	memset(endless, 'h', 60000);
	memcpy(endless, "--XyZ\r\nX: ", 10);
	start();
	check(feed(MULTI, endless, 60000, 60000, 60000) == BODY_BAD); /* headers without end */
	check(send_multi(parts(21, true)) == BODY_LARGE && body.n_files == 20);
	start();
	limits.params = 100;
	check(feed_all(many) == BODY_LARGE && body.n_params == 100);
	limits.params = 10000;
	limits.memory = 20000;
	check(feed_all(many) == BODY_LARGE);
	check(body.used <= 20000);
}

TEST(body_limits_sizes)
{
	start();
	limits.file = 5;
	check(feed_all(PART("name=f; filename=a", "12345") END) == BODY_OK);
	check(feed_all(PART("name=f; filename=a", "123456") END) == BODY_LARGE);
	limits.memory = 60;
	check(feed_all(PART("name=a", "0123456789012345678901234567") END) == BODY_LARGE);
	start();
	check(feed(MULTI, "x", 1, INT64_MAX, 9) == BODY_LARGE);
}

TEST(body_survives_every_cut_and_every_chunk)
{
	static const char whole[] = "intro\r\n" PART("name=\"a\"", "un\r\n-deux\r\n--Xy")
		PART("name=\"f\"; filename=\"x.bin\"", "\r\n--XyY\r\n--Xy\0Z\r\n\r\n")
			PART("name=\"c\"", "") PART("name=\"d\"", "fin") END;
	size_t n = sizeof whole - 1, last = n - 2; /* the last line end may be missing */

	for (size_t chunk = 1; chunk <= n; chunk++) {
		start();
		check(feed(MULTI, whole, n, (int64_t) n, chunk) == BODY_OK);
		check(has("a", "un\n-deux\n--Xy") && has("c", "") && has("d", "fin"));
		check(holds(body.uploads, "\r\n--XyY\r\n--Xy\0Z\r\n\r\n", 19));
	}
	for (size_t cut = 1; cut < n; cut++)
		for (size_t chunk = 1; chunk < 80; chunk += 13) {
			start();
			check(feed(MULTI, whole, cut, (int64_t) cut, chunk) ==
				(cut < last ? BODY_BAD : BODY_OK));
			check(feed(MULTI, whole, cut, (int64_t) n, chunk) == BODY_BAD);
		}
	arena_reset(&mem);
}

TEST(body_streams_a_large_file)
{
	static const char head[] = PART("name=f; filename=gros", "");
	size_t n = 25 << 20, head_len = sizeof head - 3;
	char *bytes = malloc(n + 400);

	memcpy(bytes, head, head_len);
	for (size_t i = 0; i < n; i++)
		bytes[head_len + i] = "\r\n--XyY"[i % 7];
	memcpy(bytes + head_len + n, "\r\n" END, sizeof END + 2);
	start();
	check(feed(MULTI, bytes, head_len + n + sizeof END + 1,
		      (int64_t) (head_len + n + sizeof END + 1), 65536) == BODY_OK);
	check(holds(body.uploads, bytes + head_len, n));
	free(bytes);
	arena_reset(&mem);
}

TEST(body_says_when_the_disk_is_full)
{
	static const char bytes[] = PART("name=f; filename=a", "123456") END;
	struct rlimit small = { 5, RLIM_INFINITY }, before;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	jmp_buf here, *catcher = fault_catcher;
	volatile bool faulted = true;

	getrlimit(RLIMIT_FSIZE, &before);
	small.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &small);
	start();
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		feed(MULTI, bytes, sizeof bytes - 1, sizeof bytes - 1, 9);
		faulted = false;
	}
	fault_catcher = catcher;
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, handler);
	check(faulted && fault_kind == FAULT_DOWN);
	arena_reset(&mem);
}

static bool
cookie_is(const char *header, const char *value)
{
	const char *got = cookie_value(&mem, header, "sid");

	return got == NULL || value == NULL ? got == value : strcmp(got, value) == 0;
}

TEST(body_reads_one_cookie_and_no_double)
{
	check(cookie_is("sid=abc", "abc") && cookie_is("a=1; sid=abc; b=2", "abc") &&
		cookie_is("a=1;sid=abc ;b", "abc"));
	check(cookie_is("sid=", "") && cookie_is("sid=a=b", "a=b"));
	check(cookie_is(NULL, NULL) && cookie_is("", NULL) && cookie_is("sid", NULL) &&
		cookie_is(";;; ;", NULL));
	check(cookie_is("xsid=1", NULL) && cookie_is("sidx=1", NULL) && cookie_is("SID=1", NULL));
	check(cookie_is("sid=1; sid=1", NULL) && cookie_is("sid=1; a=2; sid=", NULL));
	check(cookie_is("sid=a b", NULL) && cookie_is("sid=a\x01", NULL) &&
		cookie_is("sid=\xc3\xa9", NULL));
	check(cookie_is("a=sid=9; sid=1", "1"));
	arena_reset(&mem);
}
