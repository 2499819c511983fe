/* smtp_log.c - looking for mails in the relay's log */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "net/smtp_log.h"

enum {
	TAIL = 256 << 20
}; /* bytes at the end of each file: what is looked for is of last minutes */

/* Is there a log that says what was taken?  Then a mail that was on its way can be settled. */
bool
smtp_log_there(void)
{
	return conf.smtp_log != NULL && access(conf.smtp_log, R_OK) == 0;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(((const struct smtp_trace *) a)->message_id,
		((const struct smtp_trace *) b)->message_id);
}

/* The word before KEY (": from=<") in LINE, in BEFORE; NULL: the line has no such key. */
static const char *
word_before(char *line, const char *key, const char **before)
{
	char *at = strstr(line, key), *word = at;

	if (at == NULL)
		return NULL;
	*at = '\0';
	while (word > line && word[-1] != ' ')
		word--;
	*before = word;
	return at + strlen(key);
}

/* "QUEUE-ID: message-id=<...>": true when the line is one. */
static bool
read_coming(char *line, struct smtp_trace *t, size_t n)
{
	const char *queue, *id = word_before(line, ": message-id=<", &queue);
	struct smtp_trace wanted = { 0 }, *found;

	if (id == NULL)
		return false;
	for (size_t i = 0; i < n; i++) /* ids of the queue are used again */
		if (strcmp(t[i].queue, queue) == 0)
			*t[i].queue = '\0';
	((char *) id)[strcspn(id, ">")] = '\0';
	wanted.message_id = id;
	found = bsearch(&wanted, t, n, sizeof *t, by_id);
	if (found != NULL)
		snprintf(found->queue, sizeof found->queue, "%s", queue);
	return true;
}

static void
read_line(char *line, struct smtp_trace *t, size_t n)
{
	const char *queue = NULL, *rest;

	if (read_coming(line, t, n))
		return;
	if ((rest = word_before(line, ": from=<", &queue)) == NULL &&
		((rest = word_before(line, ": to=<", &queue)) == NULL ||
			strstr(rest, "status=") == NULL))
		return;
	for (size_t i = 0; i < n; i++)
		if (*t[i].queue != '\0' && strcmp(t[i].queue, queue) == 0)
			t[i].taken = true;
}

static bool
read_file(const char *path, struct smtp_trace *t, size_t n)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (f == NULL)
		return false;
	if (fseek(f, 0, SEEK_END) == 0 && ftell(f) > TAIL)
		fseek(f, -(long) TAIL, SEEK_END);
	else
		rewind(f);
	while (getline(&line, &room, f) >= 0)
		read_line(line, t, n);
	free(line);
	fclose(f);
	return true;
}

/* Say of each whether it was taken; they are sorted by their ids. */
bool
smtp_log_find(struct smtp_trace *t, size_t n)
{
	struct arena mem = { 0 };
	bool read;

	if (conf.smtp_log == NULL)
		return false;
	qsort(t, n, sizeof *t, by_id);
	read_file(arena_printf(&mem, "%s.1", conf.smtp_log), t, n);
	read = read_file(conf.smtp_log, t, n);
	arena_reset(&mem);
	return read;
}
