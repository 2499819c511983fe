/* body_test.c - what clients send, honest, clumsy or hostile */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "corps.h"

TEST(body_reads_a_query_in_order)
{
	check(body_query_of("a=1&b=deux+mots&c=%C3%A9t%c3%a9&a=2&vide&e=") == BODY_OK);
	check(body_has("a", "1") && body_has("a", "2") && body_has("b", "deux mots") &&
		body_has("c", "été"));
	check(body_has("vide", "") && body_has("e", "") && body_got.n_params == 6);
	check(strcmp(body_got.params->value, "1") == 0 &&
		strcmp(body_got.last_param->name, "e") == 0);
	check(body_query_of("") == BODY_OK && body_got.params == NULL);
	check(body_query_of("&&a=1&&&") == BODY_OK && body_got.n_params == 1);
	check(body_query_of("q=100%&r=%zz&s=%4&t=a=b") == BODY_OK);
	check(body_has("q", "100%") && body_has("r", "%zz") && body_has("s", "%4") &&
		body_has("t", "a=b"));
	check(body_query_of("texte=un%0D%0Adeux%0Dtrois%0A") == BODY_OK &&
		body_has("texte", "un\ndeux\ntrois\n"));
	check(body_query_of("champ%5B3%5D=x&a.b-c:d_e=y") == BODY_OK && body_has("champ[3]", "x") &&
		body_has("a.b-c:d_e", "y"));
	check(send_form("a=1&b=2") == BODY_OK && body_has("a", "1") && body_has("b", "2"));
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
		check(body_query_of(bad[i]) == BODY_BAD);
		check(send_form(bad[i]) == BODY_BAD);
	}
	check(body_query_of(NAME_64 "=1") == BODY_OK && body_query_of(NAME_64 "a=1") == BODY_BAD);
}

TEST(body_counts_and_weighs)
{
	size_t n = 2200000 * 2;
	char *many = malloc(n + 1);

	for (size_t i = 0; i < n; i += 2)
		memcpy(many + i, "a&", 2);
	many[n] = '\0';
	check(body_query_of(many) == BODY_LONG && body_got.n_params == 1000);
	body_start();
	body_most.memory = 16 << 20;
	check(body_feed("application/x-www-form-urlencoded", many, n, (int64_t) n, 4096) ==
		BODY_LARGE);
	body_most.params = 3000000;
	check(body_feed("application/x-www-form-urlencoded", many, n, (int64_t) n, 4096) ==
		BODY_OK);
	check(body_got.n_params == 2200000);
	many[1998] = '\0';
	many[1999] = '\0';
	check(body_query_of(many) == BODY_OK && body_query(&body_got, "b&c") == BODY_LONG &&
		body_got.n_params == 1000);
	memset(many, 'a', n);
	memcpy(many, "v=", 2);
	many[n] = '\0';
	check(body_query_of(many) == BODY_LONG && send_form(many) == BODY_LARGE);
	many[body_limits.memory] = '\0';
	check(send_form(many) == BODY_OK && body_got.params->len == body_limits.memory - 2);
	free(many);
}

TEST(body_knows_its_types_and_length)
{
	body_start();
	check(body_feed("application/x-www-form-urlencoded; charset=UTF-8", "a=1", 3, 3, 1) ==
		BODY_OK);
	check(body_has("a", "1"));
	check(body_feed("APPLICATION/X-WWW-FORM-URLENCODED", "a=1", 3, 3, 1) == BODY_OK);
	check(body_feed("application/json", "{}", 2, 2, 9) == BODY_TYPE);
	check(body_feed("application/json", "", 0, 0, 9) == BODY_OK);
	check(body_feed(NULL, "a", 1, 1, 9) == BODY_TYPE &&
		body_feed(NULL, "", 0, 0, 9) == BODY_OK);
	check(body_feed("application/x-www-form-urlencodedx", "a=1", 3, 3, 9) == BODY_TYPE);
	check(body_feed("text/plain", "a=1", 3, 3, 9) == BODY_TYPE);
	check(body_feed("application/x-www-form-urlencoded", "a=1", 3, 4, 9) == BODY_BAD);
	check(body_feed("application/x-www-form-urlencoded", "a=1", 3, -1, 9) == BODY_BAD);
	check(body_feed("application/x-www-form-urlencoded", "a=1&b=2", 7, 3, 9) == BODY_OK &&
		!body_has("b", "2"));
	check(body_feed("application/x-www-form-urlencoded", "a", 1, INT64_MAX, 9) == BODY_LARGE);
}

TEST(body_reads_multipart)
{
	check(send_multi(PART("name=\"a\"", "un\r\ndeux") PART("name=b", "")
			      PART("name=\"f\"; filename=\"é.txt\"\r\n"
				   "Content-Type: text/plain",
				      "x\r\n--XyY\r\n") END) == BODY_OK);
	check(body_has("a", "un\ndeux") && body_has("b", "") && body_got.n_params == 2 &&
		body_got.n_files == 1);
	check(strcmp(body_got.uploads->name, "f") == 0 &&
		strcmp(body_got.uploads->filename, "é.txt") == 0);
	check(strcmp(body_got.uploads->type, "text/plain") == 0);
	check(upload_holds(body_got.uploads, "x\r\n--XyY\r\n", 10));
	check(send_multi("preamble\r\n" PART("name=\"a\"", "1") "--XyZ--epilogue") == BODY_OK &&
		body_has("a", "1"));
	check(send_multi("--XyZ \t\r\ncontent-disposition:form-data;name=a\r\n\r\n1\r\n--XyZ--") ==
		BODY_OK);
	check(body_has("a", "1"));
	check(send_multi("--XyZ--") == BODY_OK && body_got.params == NULL);
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

		arena_reset(&body_mem);
		bytes = arena_printf(
			&body_mem, PART("name=\"f\"; filename=\"%s\"", "x") END, names[i][0]);
		body_most = body_limits;
		check(body_feed(MULTI, bytes, strlen(bytes), (int64_t) strlen(bytes), 7) ==
			BODY_OK);
		check(body_got.uploads != NULL &&
			strcmp(body_got.uploads->filename, names[i][1]) == 0);
	}
	check(send_multi(PART("name=\"f\"; filename=\"\"", "") END) == BODY_OK &&
		body_got.uploads == NULL);
	check(send_multi(PART("name=\"f\"; filename=\"\"", "x") END) == BODY_OK &&
		upload_holds(body_got.uploads, "x", 1));
	check(send_multi(PART("name=\"f\"; filename=\"vide.txt\"", "") END) == BODY_OK &&
		upload_holds(body_got.uploads, "", 0));
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
		body_start();
		if (body_feed(MULTI, bad[i], strlen(bad[i]),
			    (int64_t) strlen(bad[i]) + (*bad[i] == '\0'), 5) != BODY_BAD)
			t_check(false, __FILE__, __LINE__, bad[i]);
	}
	body_start();
	check(body_feed(MULTI, PART("name=\"a\0b\"", "1") END,
		      sizeof(PART("name=\"a\0b\"", "1") END) - 1,
		      sizeof(PART("name=\"a\0b\"", "1") END) - 1, 50) == BODY_BAD);
	check(body_feed(MULTI, PART("name=a", "1\0") END, sizeof(PART("name=a", "1\0") END) - 1,
		      sizeof(PART("name=a", "1\0") END) - 1, 50) == BODY_BAD);
	check(body_feed("multipart/form-data", "x", 1, 1, 1) == BODY_BAD);
	check(body_feed("multipart/form-data; boundary=", "x", 1, 1, 1) == BODY_BAD);
	check(body_feed("multipart/form-data; boundary=\"\"", "x", 1, 1, 1) == BODY_BAD);
	check(body_feed("multipart/form-data; boundary=\"a", "x", 1, 1, 1) == BODY_BAD);
	check(body_feed("multipart/form-data; boundary=" NAME_64 "aaaaaaa", "x", 1, 1, 1) ==
		BODY_BAD);
}

static bool
cookie_is(const char *header, const char *value)
{
	const char *got = cookie_value(&body_mem, header, "sid");

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
	arena_reset(&body_mem);
}
