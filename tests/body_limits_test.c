/* body_limits_test.c - what is sent in too many parts, too large, cut anywhere, or to a full
 * disk */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "corps.h"

/* N fields, or files. */
static const char *
parts(int n, bool files)
{
	struct buffer all = { &t.mem };

	for (int i = 0; i < n; i++)
		buffer_puts(&all,
			arena_printf(&t.mem,
				files ? PART("name=f; filename=%d", "x") : PART("name=f%d", "x"),
				i));
	buffer_puts(&all, END);
	return buffer_text(&all);
}

static int
feed_all(const char *text)
{
	return body_feed(MULTI, text, strlen(text), (int64_t) strlen(text), 99);
}

TEST(body_limits_parts)
{
	const char *many = parts(2000, false);
	char *endless = arena_alloc(&t.mem, 60000);

	memset(endless, 'h', 60000);
	memcpy(endless, "--XyZ\r\nX: ", 10);
	body_start();
	check(body_feed(MULTI, endless, 60000, 60000, 60000) == BODY_BAD); /* headers without end */
	check(send_multi(parts(21, true)) == BODY_LARGE && body_got.n_files == 20);
	body_start();
	body_most.params = 100;
	check(feed_all(many) == BODY_LARGE && body_got.n_params == 100);
	body_most.params = 10000;
	body_most.memory = 20000;
	check(feed_all(many) == BODY_LARGE);
	check(body_got.used <= 20000);
}

TEST(body_limits_sizes)
{
	body_start();
	body_most.file = 5;
	check(feed_all(PART("name=f; filename=a", "12345") END) == BODY_OK);
	check(feed_all(PART("name=f; filename=a", "123456") END) == BODY_LARGE);
	body_most.memory = 60;
	check(feed_all(PART("name=a", "0123456789012345678901234567") END) == BODY_LARGE);
	body_start();
	check(body_feed(MULTI, "x", 1, INT64_MAX, 9) == BODY_LARGE);
}

TEST(body_survives_every_cut_and_every_chunk)
{
	static const char whole[] = "intro\r\n" PART("name=\"a\"", "un\r\n-deux\r\n--Xy")
		PART("name=\"f\"; filename=\"x.bin\"", "\r\n--XyY\r\n--Xy\0Z\r\n\r\n")
			PART("name=\"c\"", "") PART("name=\"d\"", "fin") END;
	size_t n = sizeof whole - 1, last = n - 2; /* the last line end may be missing */

	for (size_t chunk = 1; chunk <= n; chunk++) {
		body_start();
		check(body_feed(MULTI, whole, n, (int64_t) n, chunk) == BODY_OK);
		check(body_has("a", "un\n-deux\n--Xy") && body_has("c", "") &&
			body_has("d", "fin"));
		check(upload_holds(body_got.uploads, "\r\n--XyY\r\n--Xy\0Z\r\n\r\n", 19));
	}
	for (size_t cut = 1; cut < n; cut++)
		for (size_t chunk = 1; chunk < 80; chunk += 13) {
			body_start();
			check(body_feed(MULTI, whole, cut, (int64_t) cut, chunk) ==
				(cut < last ? BODY_BAD : BODY_OK));
			check(body_feed(MULTI, whole, cut, (int64_t) n, chunk) == BODY_BAD);
		}
	arena_reset(&body_mem);
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
	body_start();
	check(body_feed(MULTI, bytes, head_len + n + sizeof END + 1,
		      (int64_t) (head_len + n + sizeof END + 1), 65536) == BODY_OK);
	check(upload_holds(body_got.uploads, bytes + head_len, n));
	free(bytes);
	arena_reset(&body_mem);
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
	body_start();
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		body_feed(MULTI, bytes, sizeof bytes - 1, sizeof bytes - 1, 9);
		faulted = false;
	}
	fault_catcher = catcher;
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, handler);
	check(faulted && fault_kind == FAULT_DOWN);
	arena_reset(&body_mem);
}
