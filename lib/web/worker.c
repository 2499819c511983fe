/* worker.c - accept, parse, dispatch, send, forget
 *
 * Facts this file stands on: libfcgi cuts request bodies when a signal arrives, so signals
 * stay blocked and are looked at between two requests; accept() wakes every 2 s to see
 * them; siblings retire at different moments, and whom nobody asks for five minutes leaves:
 * pool.c forks another when somebody does.  Without a listening socket on fd 0 the same program
 * answers one request as plain CGI (RFC 3875).
 */

#include <errno.h>
#include <inttypes.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/text.h"
#include "db/db.h"
#include "net/live.h"
#include "web/parse.h"
#include "web/pool.h"
#include "web/reply.h"
#include "web/session.h"
#include "base/template.h"
#include "web/trace.h"
#include "web/worker.h"

enum { REQUESTS = 1000, TRIES = 3, WAKE_S = 2, IDLE_S = 300 };

extern char **environ;

/* One exchange with the web server: FastCGI streams, or stdin and stdout when NULL. */
struct exchange {
	FCGX_Request *f;
	char **env;
};

static const char *
env(const struct exchange *x, const char *name)
{
	return FCGX_GetParam(name, x->env);
}

static const char *
env_or_empty(const struct exchange *x, const char *name)
{
	const char *v = env(x, name);

	return v != NULL ? v : "";
}

static long
read_some(void *from, char *into, size_t n)
{
	const struct exchange *x = from;

	if (x->f != NULL)
		return FCGX_GetStr(into, (int) n, x->f->in);
	return (long) fread(into, 1, n, stdin);
}

static void
put(const struct exchange *x, const char *bytes, size_t n)
{
	if (x->f != NULL)
		FCGX_PutStr(bytes, (int) n, x->f->out);
	else
		fwrite(bytes, 1, n, stdout);
}

static void
put_file(const struct exchange *x, int fd)
{
	char block[65536];
	ssize_t n;

	lseek(fd, 0, SEEK_SET);
	while ((n = read(fd, block, sizeof block)) > 0)
		put(x, block, (size_t) n);
}

static void
send_reply(const struct exchange *x, struct req *r)
{
	struct arena mem = { 0 };
	char *head = arena_printf(&mem, "Status: %d\r\nCache-Control: %s\r\n", r->status,
		r->cache != NULL ? r->cache : "no-store");

	put(x, head, strlen(head));
	for (struct header *h = r->headers; h != NULL; h = h->next) {
		head = arena_printf(&mem, "%s: %s\r\n", h->name, h->value);
		put(x, head, strlen(head));
	}
	if (r->location != NULL)
		head = arena_printf(&mem, "Location: %s\r\n\r\n", r->location);
	else
		head = arena_printf(&mem, "Content-Type: %s\r\n\r\n",
			r->type != NULL ? r->type : "text/plain; charset=utf-8");
	put(x, head, strlen(head));
	arena_reset(&mem);
	if (strcmp(env_or_empty(x, "REQUEST_METHOD"), "HEAD") == 0)
		return;
	if (r->file > 0)
		put_file(x, r->file);
	else if (r->body != NULL)
		put(x, r->body, r->body_len);
}

static void
parse_headers(const struct exchange *x, struct req *r)
{
	const char *auth = env(x, "HTTP_AUTHORIZATION"), *id = env_or_empty(x, "REQUEST_ID");

	r->id = *id != '\0' && strspn(id, "0123456789abcdef") == strlen(id) ?
		id :
		random_hex(&r->mem, 8);
	r->host = env(x, "HTTP_HOST");
	r->address = env(x, "REMOTE_ADDR");
	r->agent = env(x, "HTTP_USER_AGENT");
	if (r->agent != NULL && !text_is_utf8(r->agent, strlen(r->agent)))
		r->agent = NULL;
	r->cookies = env(x, "HTTP_COOKIE");
	r->origin = env(x, "HTTP_ORIGIN");
	r->fetch_site = env(x, "HTTP_SEC_FETCH_SITE");
	r->env = x->env;
	if (auth != NULL && strncmp(auth, "Bearer ", 7) == 0)
		r->bearer = auth + 7;
}

/* Bytes in, an answer out: the whole of a request that may be run again. */
static void
run(const struct area *const *areas, struct req *r, int refused)
{
	req_init(r);
	session_find(r);
	if (r->method == POST)
		db_begin(false);
	if (refused != 0)
		refuse(r, refused);
	else
		dispatch(areas, r);
	if (r->method == POST) {
		if (r->status < 400 || r->keep)
			db_commit();
		else
			db_rollback();
	}
}

/* Back to what req_parse() left, for another try or for the page of an error. */
static void
start_again(struct req *r)
{
	memset(&r->user, 0, sizeof r->user);
	memset(r->caught, 0, sizeof r->caught);
	r->invalid = r->keep = false;
	r->status = 0;
	r->location = r->after = r->type = r->body = NULL;
	r->body_len = 0;
	r->headers = NULL;
	r->live = NULL;
	r->kept = NULL;
	r->file = 0;
}

/* After a fault nothing of the machinery is trusted: a page made of a literal. */
static void
plain_page(struct req *r, int status)
{
	static const char text[] =
		"<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\">"
		"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
		"<title>%s – Essaim</title><main><h1>%s</h1><p>%s</p><p><a href=\"/\">Revenir à"
		" l’accueil</a></p><p><small>%d – %s</small></p></main>";
	const char *what =
		status == 503 ? "Service momentanément indisponible" : "Une erreur est survenue";
	const char *then = status == 503 ?
		"Rien n’est perdu de ce qui était confirmé. Réessayez dans une minute." :
		"Elle vient de nous et l’équipe technique en a la trace. Réessayez\u202F; si cela"
		" continue, donnez-lui le code ci-dessous.";

	start_again(r);
	if (status == 503)
		header(r, "Retry-After", "30");
	if (r->format != HTML) {
		reply_text(r, status, "application/json; charset=utf-8",
			arena_printf(&r->mem,
				"{\"error\":{\"code\":\"%s\",\"message\":\"%s.\",\"fields\":{}}}",
				status == 503 ? "unavailable" : "error", what));
		return;
	}
	reply_text(r, status, "text/html; charset=utf-8",
		arena_printf(&r->mem, text, what, what, then, status, r->id));
}

/* What follows from the fault of the TRIES-th run.  A key that is taken twice is our mistake. */
static bool
run_again(int tries)
{
	return (fault_kind == FAULT_AGAIN && tries < TRIES) ||
		(fault_kind == FAULT_RACE && tries == 1);
}

/* Run the request, again after a deadlock, a lost connection, or when somebody was faster with the
 * same name.  False: something broke and this process must retire. */
static bool
answer(const struct area *const *areas, struct req *r, int refused)
{
	jmp_buf here;
	volatile int tries = 0; /* must survive the longjmp of fault() */

	fault_catcher = &here;
	if (setjmp(here) != 0) {
		fprintf(stderr, "fault: id=%s %s\n", r->id, fault_message);
		db_rollback();
		if (!run_again(tries)) {
			bool ours = fault_kind == FAULT_BUG || fault_kind == FAULT_RACE;

			fault_catcher = NULL;
			plain_page(r, ours ? 500 : 503);
			return !ours;
		}
		start_again(r);
	}
	tries = tries + 1;
	r->area = areas[0];
	run(areas, r, refused);
	fault_catcher = NULL;
	return true;
}

/* The answer has left: push what changed, unless nothing was committed.  True: all is well. */
static bool
push(struct req *r)
{
	jmp_buf here;

	if (r->live == NULL || r->status >= 400)
		return true;
	fault_catcher = &here;
	if (setjmp(here) != 0) {
		fprintf(stderr, "fault: live: %s\n", fault_message);
		fault_catcher = NULL;
		return false;
	}
	live_flush(r);
	fault_catcher = NULL;
	return true;
}

static bool
exchange(const struct area *const *areas, const struct exchange *x)
{
	static struct req r;
	struct beginning from = trace_begin();
	const char *method = env_or_empty(x, "REQUEST_METHOD");
	int refused;
	bool ok;

	parse_headers(x, &r);
	refused = req_parse(
		&r, method, env_or_empty(x, "REQUEST_URI"), env_or_empty(x, "QUERY_STRING"));
	if (refused == 0 && r.method == POST)
		refused = req_parse_body(&r, env_or_empty(x, "CONTENT_TYPE"),
			strtoll(env_or_empty(x, "CONTENT_LENGTH"), NULL, 10), read_some,
			(void *) x);
	ok = answer(areas, &r, refused);
	send_reply(x, &r);
	trace_end(areas[0], &r, method, &from);
	if (x->f != NULL)
		FCGX_Finish_r(x->f); /* what it lent to R, the headers, is gone now */
	ok = push(&r) && ok;
	arena_reset(&r.mem);
	r = (struct req) { 0 };
	return ok;
}

static void
block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGUSR1);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static bool
asked_to_stop(void)
{
	sigset_t set;

	sigpending(&set);
	return sigismember(&set, SIGTERM) || sigismember(&set, SIGUSR1) ||
		sigismember(&set, SIGINT);
}

static void
serve(const void *areas)
{
	FCGX_Request f;
	struct timeval wake = { WAKE_S, 0 };
	unsigned char dice;
	int left, idle = 0;
	bool ok = true;

	random_bytes(&dice, 1);
	left = REQUESTS + dice;
	block_signals();
	FCGX_Init();
	FCGX_InitRequest(&f, 0, 0);
	setsockopt(0, SOL_SOCKET, SO_RCVTIMEO, &wake, sizeof wake);
	while (ok && left > 0 && !asked_to_stop()) {
		int rc = FCGX_Accept_r(&f);

		if (rc == -EAGAIN || rc == -EINTR) {
			idle += WAKE_S;
			if (conf.pool_processes > 0 && idle >= IDLE_S)
				break;
			continue;
		}
		if (rc < 0)
			break;
		idle = 0;
		ok = exchange(areas, &(struct exchange) { &f, f.envp });
		left--;
	}
}

/* The main() of an area's program.  Returns its exit status. */
int
worker_run(const struct area *area, char **argv)
{
	const struct area *const areas[] = { area, NULL };
	int status = 0;

	conf_load();
	tzset();
	if (FCGX_IsCGI())
		exchange(areas, &(struct exchange) { NULL, environ });
	else if (conf.pool_processes > 0)
		status = pool_run(argv, serve, areas);
	else
		serve(areas);
	db_close();
	template_forget();
	return status;
}
