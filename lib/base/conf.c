/* conf.c - "key = value" lines, one table of keys, the environment above the file
 *
 * A mistake ends the program with status 2 and a sentence that names file and line.
 */

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"

#ifndef SYSCONFDIR
#	define SYSCONFDIR "/etc"
#endif
#ifndef DATADIR
#	define DATADIR "/usr/share"
#endif

struct conf conf;

static struct arena kept; /* what was read, until the end */

enum kind { TEXT, URL, NUMBER, SECRET_FILE, RATES, DAY };

static const struct key {
	const char *name;
	enum kind kind;
	void *into;
	const char *usual; /* NULL: none; the program that needs it says so */
} keys[] = {
	{ "site.url", URL, &conf.site_url, "http://127.0.0.1:8080" },
	{ "site.name", TEXT, &conf.site_name, "" },
	{ "site.address", TEXT, &conf.site_address, "" },
	{ "site.timezone", TEXT, &conf.site_timezone, "Europe/Paris" },
	{ "db.socket", TEXT, &conf.db_socket, NULL },
	{ "db.host", TEXT, &conf.db_host, NULL },
	{ "db.port", NUMBER, &conf.db_port, NULL },
	{ "db.name", TEXT, &conf.db_name, "essaim" },
	{ "db.user", TEXT, &conf.db_user, "essaim" },
	{ "db.password_file", SECRET_FILE, &conf.db_password_file, NULL },
	{ "hubspot.url", URL, &conf.hubspot_url, NULL },
	{ "hubspot.token_file", SECRET_FILE, &conf.hubspot_token_file, NULL },
	{ "hubspot.webhook_secret_file", SECRET_FILE, &conf.hubspot_webhook_secret_file, NULL },
	{ "hubspot.mapping", TEXT, &conf.hubspot_mapping, NULL },
	{ "hubspot.brake_percent", NUMBER, &conf.hubspot_brake_percent, "5" },
	{ "hubspot.brake_least", NUMBER, &conf.hubspot_brake_least, "20" },
	{ "smtp.url", TEXT, &conf.smtp_url, NULL },
	{ "smtp.user", TEXT, &conf.smtp_user, NULL },
	{ "smtp.password_file", SECRET_FILE, &conf.smtp_password_file, NULL },
	{ "smtp.from", TEXT, &conf.smtp_from, NULL },
	{ "smtp.rate", NUMBER, &conf.smtp_rate, NULL },
	{ "smtp.domain_rate", RATES, &conf.smtp_domain_rate, "" },
	{ "smtp.connections", NUMBER, &conf.smtp_connections, "8" },
	{ "smtp.log", TEXT, &conf.smtp_log, NULL },
	{ "smtp.log_wait", NUMBER, &conf.smtp_log_wait, "5" },
	{ "pool.processes", NUMBER, &conf.pool_processes, "2" },
	{ "pool.rest", NUMBER, &conf.pool_rest, "0" },
	{ "public.rate", NUMBER, &conf.public_rate, "200" },
	{ "contacts.rate", NUMBER, &conf.contacts_rate, "200" },
	{ "store.url", TEXT, &conf.store_url, NULL },
	{ "store.quota", NUMBER, &conf.store_quota, "0" },
	{ "store.key_file", SECRET_FILE, &conf.store_key_file, NULL },
	{ "store.region", TEXT, &conf.store_region, "us-east-1" },
	{ "store.patience", NUMBER, &conf.store_patience, "20" },
	{ "dump.folder", TEXT, &conf.dump_folder, NULL },
	{ "journal.witness", TEXT, &conf.journal_witness, NULL },
	{ "dump.nights", NUMBER, &conf.dump_nights, "7" },
	{ "dump.weeks", NUMBER, &conf.dump_weeks, "4" },
	{ "dump.second", TEXT, &conf.dump_second, NULL },
	{ "dump.key", TEXT, &conf.dump_key, NULL },
	{ "dump.second_key", SECRET_FILE, &conf.dump_second_key, NULL },
	{ "dump.copies", NUMBER, &conf.dump_copies, "7" },
	{ "dump.trial", DAY, &conf.dump_trial, NULL },
	{ "dump.trial_base", TEXT, &conf.dump_trial_base, NULL },
	{ "mail.reply", TEXT, &conf.mail_reply, NULL },
	{ "mail.bounce", TEXT, &conf.mail_bounce, NULL },
	{ "mail.dkim", TEXT, &conf.mail_dkim, NULL },
	{ "dns.server", TEXT, &conf.dns_server, NULL },
	{ "imap.url", TEXT, &conf.imap_url, NULL },
	{ "imap.user", TEXT, &conf.imap_user, NULL },
	{ "imap.password_file", SECRET_FILE, &conf.imap_password_file, NULL },
	{ "clamav.socket", TEXT, &conf.clamav_socket, NULL },
	{ "live.socket", TEXT, &conf.live_socket, NULL },
	{ "service.folder", TEXT, &conf.service_folder, NULL },
	{ "service.probe", URL, &conf.service_probe, NULL },
	{ "alarm.mail", TEXT, &conf.alarm_mail, NULL },
	{ "log.folder", TEXT, &conf.log_folder, NULL },
	{ "log.slow_ms", NUMBER, &conf.log_slow_ms, "500" },
	{ "metrics.token_file", SECRET_FILE, &conf.metrics_token_file, NULL },
};

static const char *file = "environment";
static int line;

_Noreturn static void
refuse(const char *what, const char *about)
{
	fprintf(stderr, "%s:%d: %s: %s\n", file, line, about, what);
	exit(2);
}

static void
check_secret(const char *path, const char *name)
{
	struct stat st;

	if (stat(path, &st) != 0)
		refuse(strerror(errno), path);
	if (st.st_mode & 0077)
		refuse("holds a secret and others can read it (chmod 600)", path);
	if (access(path, R_OK) != 0)
		refuse("cannot be read", name);
}

/* "gmail.com=300 *=600": names, each with a number of 1 or more. */
static bool
are_rates(const char *s)
{
	while (*s != '\0') {
		size_t name = strcspn(s, "= "), digits;

		if (name == 0 || s[name] != '=')
			return false;
		s += name + 1;
		digits = strspn(s, "0123456789");
		if (digits == 0 || digits > 9 || *s == '0' ||
			(s[digits] != ' ' && s[digits] != '\0'))
			return false;
		s += digits + strspn(s + digits, " ");
	}
	return true;
}

/* The day of that name, 1 is Monday; 0: there is none. */
static long
day(const char *s)
{
	static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday",
		"saturday", "sunday" };

	for (long i = 0; i < 7; i++)
		if (strcmp(names[i], s) == 0)
			return i + 1;
	return 0;
}

static void
set(const struct key *k, const char *value)
{
	char *end;

	switch (k->kind) {
	case URL:
		if (strncmp(value, "http://", 7) != 0 && strncmp(value, "https://", 8) != 0)
			refuse("an address that starts with http:// or https:// is expected",
				k->name);
		if (value[strlen(value) - 1] == '/')
			refuse("no / at the end", k->name);
		break;
	case NUMBER:
		*(long *) k->into = strtol(value, &end, 10);
		if (*end != '\0' || end == value || *(long *) k->into < 0)
			refuse("a number is expected", k->name);
		return;
	case SECRET_FILE: check_secret(value, k->name); break;
	case RATES:
		if (!are_rates(value))
			refuse("domains with their messages a minute are expected, as"
			       " \"gmail.com=300 *=600\"",
				k->name);
		break;
	case DAY:
		if ((*(long *) k->into = day(value)) == 0)
			refuse("a day of the week is expected, as \"tuesday\"", k->name);
		return;
	case TEXT: break;
	}
	*(const char **) k->into = arena_strdup(&kept, value);
}

static const struct key *
find(const char *name)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	return NULL;
}

static char *
trim(char *s)
{
	char *end = s + strlen(s);

	while (end > s && strchr(" \t\r\n", end[-1]) != NULL)
		*--end = '\0';
	return s + strspn(s, " \t");
}

static void
read_line(char *text)
{
	char *s = trim(text), *eq = strchr(s, '=');
	const struct key *k;

	if (*s == '\0' || *s == '#')
		return;
	if (eq == NULL)
		refuse("\"key = value\" is expected", s);
	*eq = '\0';
	s = trim(s);
	if ((k = find(s)) == NULL)
		refuse("unknown key", s);
	set(k, trim(eq + 1));
}

static void
read_file(const char *path, bool required)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	file = path;
	if (f == NULL) {
		if (required || errno != ENOENT)
			refuse(strerror(errno), "configuration");
		return;
	}
	for (line = 1; getline(&text, &size, f) >= 0; line++)
		read_line(text);
	free(text);
	fclose(f);
}

/* hubspot.url is overridden by ESSAIM_HUBSPOT_URL. */
static void
read_environment(void)
{
	file = "environment";
	line = 0;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		char name[64] = "ESSAIM_";
		const char *value;
		size_t n = strlen(name);

		for (const char *s = keys[i].name; *s != '\0' && n < sizeof name - 1; s++)
			name[n++] = *s == '.' ? '_' : (char) toupper((unsigned char) *s);
		if ((value = getenv(name)) != NULL)
			set(&keys[i], value);
	}
}

/* Read $ESSAIM_CONF, then the environment.  Exit status 2 on any mistake. */
void
conf_load(void)
{
	const char *path = getenv("ESSAIM_CONF");

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (keys[i].usual != NULL && keys[i].kind == NUMBER)
			set(&keys[i], keys[i].usual);
		else if (keys[i].usual != NULL)
			*(const char **) keys[i].into = keys[i].usual;
	read_file(path != NULL ? path : SYSCONFDIR "/essaim/essaim.conf", path != NULL);
	read_environment();
	setenv("TZ", conf.site_timezone, 1);
}

/* The text of a small file without its final newline (a secret, a mapping), for the
 * life of the process; NULL when it cannot be read. */
const char *
conf_file_text(const char *path)
{
	FILE *f = path != NULL ? fopen(path, "r") : NULL;
	char *text = NULL;
	size_t size = 0;
	ssize_t n;

	if (f == NULL)
		return NULL;
	n = getdelim(&text, &size, '\0', f);
	fclose(f);
	if (n < 0) {
		free(text);
		return NULL;
	}
	while (n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r'))
		text[--n] = '\0';
	return arena_own(&kept, text, free);
}

/* The path of an installed data file: under $ESSAIM_DATA, or where `make install` put it. */
const char *
conf_data(const char *name)
{
	static char path[4096];
	const char *dir = getenv("ESSAIM_DATA");

	snprintf(path, sizeof path, "%s/%s", dir != NULL ? dir : DATADIR "/essaim", name);
	return path;
}
