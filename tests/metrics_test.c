/* metrics_test.c - figures for the host: who may read them, their format; slow statements */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compteur.h"
#include "base/conf.h"
#include "domain/service/metrique.h"
#include "service.h"

static const char *
token_file(void)
{
	const char *path = arena_printf(&t.mem, "%s/metrics", t_folder());
	FILE *f = fopen(path, "w");

	fputs("un-jeton-de-mesures\n", f);
	fclose(f);
	return path;
}

TEST(metrics_are_read_by_who_shows_the_token)
{
	check(get("/metrics") == 404);
	t_bearer("un-jeton-de-mesures");
	check(get("/metrics") == 404);
	conf.metrics_token_file = strdup(token_file());
	t_bearer(NULL);
	check(get("/metrics") == 404);
	t_bearer("un-autre");
	check(get("/metrics") == 404);
	t_bearer("un-jeton-de-mesures");
	check(get("/metrics") == 200);
	check_text(t_reply->type, "text/plain; version=0.0.4; charset=utf-8");
	check_says("\nessaim_up 1\n");
	free((void *) conf.metrics_token_file);
	conf.metrics_token_file = NULL;
}

static size_t
name_of(const char *s)
{
	size_t n = 0;

	while (isalnum((unsigned char) s[n]) || s[n] == '_' || s[n] == ':')
		n++;
	return isdigit((unsigned char) *s) ? 0 : n;
}

/* {a="b",c="d"}: past it; NULL: it is none. */
static const char *
labels(const char *s)
{
	do {
		size_t n = name_of(++s);

		if (n == 0 || s[n] != '=' || s[n + 1] != '"')
			return NULL;
		s += n + 2;
		while (*s != '"' && *s != '\n' && *s != '\\')
			s++;
		if (*s++ != '"')
			return NULL;
	} while (*s == ',');
	return *s == '}' ? s + 1 : NULL;
}

/* Is S a line of a figure, of the FAMILY whose type was told just before? */
static bool
is_sample(const char *s, const char *family)
{
	size_t n = name_of(s), of = strlen(family);
	char *end;

	if (n < of || strncmp(s, family, of) != 0 ||
		(n > of && strncmp(s + of, "_bucket", n - of) != 0 &&
			strncmp(s + of, "_sum", n - of) != 0 &&
			strncmp(s + of, "_count", n - of) != 0))
		return false;
	s += n;
	if (*s == '{' && (s = labels(s)) == NULL)
		return false;
	if (*s++ != ' ')
		return false;
	strtod(s, &end);
	return end != s && *end == '\n';
}

/* The whole text: families one after the other, each told before its lines, none twice. */
static bool
is_exposition(const char *s)
{
	char family[100] = "-", seen[4000] = " ";

	for (; *s != '\0'; s = strchr(s, '\n') + 1) {
		if (strncmp(s, "# HELP ", 7) == 0) {
			size_t n = name_of(s + 7);

			snprintf(family, sizeof family, "%.*s", (int) n, s + 7);
			if (n == 0 || s[7 + n] != ' ' ||
				strstr(seen, arena_printf(&t.mem, " %s ", family)) != NULL)
				return false;
			strcat(strcat(seen, family), " ");
		} else if (strncmp(s, "# TYPE ", 7) == 0) {
			if (strncmp(s + 7, family, strlen(family)) != 0)
				return false;
		} else if (!is_sample(s, family)) {
			printf("\tno figure: %.80s\n", s);
			return false;
		}
		if (strchr(s, '\n') == NULL)
			return false;
	}
	return true;
}

/* Does the text say that of our area? */
static bool
has(const char *text, const char *name, const char *more, const char *value)
{
	return strstr(text,
		       arena_printf(&t.mem, "\nessaim_%s{area=\"mesures\"%s} %s\n", name, more,
			       value)) != NULL;
}

TEST(metrics_keep_to_the_format)
{
	struct mesure m = { .status = 200, .us = 30000, .cpu_us = 1500, .statements = 4 };
	const char *text;

	conf.service_folder = t_folder();
	compteur_note(conf.service_folder, "mesures", &m);
	service_find("site");
	controle_store(&t, &service_g, service_found);
	text = metrique_text(&t);
	check(is_exposition(text));
	check(strstr(text, "\nessaim_requests_total{area=\"mesures\",status=\"2xx\"} 1\n") != NULL);
	check(has(text, "request_duration_seconds_bucket", ",le=\"0.020\"", "0"));
	check(has(text, "request_duration_seconds_bucket", ",le=\"0.040\"", "1"));
	check(strstr(text, "\nessaim_request_duration_seconds_sum{area=\"mesures\"} 0.030000\n") !=
		NULL);
	check(strstr(text, "\nessaim_statements_total{area=\"mesures\"} 4\n") != NULL);
	check(strstr(text, "\nessaim_check_state{check=\"site\"} 0\n") != NULL);
	check(strstr(text, "\nessaim_queue_length{queue=\"mail\"} 0\n") != NULL);
	conf.service_folder = NULL;
}

TEST(metrics_format_is_judged_strictly)
{
	check(is_exposition("# HELP a b\n# TYPE a gauge\na 1\n"));
	check(!is_exposition("# HELP a b\n# TYPE a gauge\na 1"));
	check(!is_exposition("# HELP a b\n# TYPE a gauge\nb 1\n"));
	check(!is_exposition("# HELP a b\n# TYPE a gauge\na{x=1} 1\n"));
	check(!is_exposition("# HELP a b\n# HELP a b\na 1\n"));
	check(!is_exposition("a 1\n"));
}

TEST(metrics_a_slow_statement_is_logged_without_its_values)
{
	char line[2000] = "", path[200];
	int kept = dup(2), fd;
	unsigned before = db_slow();
	FILE *f;

	snprintf(path, sizeof path, "%s/slow", t_folder());
	f = fopen(path, "w+");
	fd = fileno(f);
	fflush(stderr);
	dup2(fd, 2);
	conf.log_slow_ms = 1;
	db_int(&t, SQL("SELECT SLEEP(0.01) + (? = \"x\")"), S("camille.roussel@exemple.org"));
	conf.log_slow_ms = 0;
	db_int(&t, SQL("SELECT SLEEP(0.01) + (? = 'y')"), S("camille.roussel@exemple.org"));
	fflush(stderr);
	dup2(kept, 2);
	close(kept);
	rewind(f);
	check(fread(line, 1, sizeof line - 1, f) > 0);
	fclose(f);
	check(db_slow() == before + 1);
	check(strncmp(line, "slow: program=", 14) == 0);
	check(strstr(line, "sql=\"SELECT SLEEP(0.01) + (? = 'x')\"\n") != NULL);
	check(strstr(line, "camille") == NULL);
	check(strchr(line, '\n') == line + strlen(line) - 1);
}
