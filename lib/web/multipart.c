/* multipart.c - a multipart/form-data body, read through one window of fixed size */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/scratch.h"
#include "web/body.h"

enum {
	WINDOW = 65536,
	HEAD_MAX = 8192,   /* the headers of one part */
	BOUNDARY_MAX = 70, /* RFC 2046 */
	BODY_MORE = 1,     /* another part follows */
};

struct stream {
	struct body *body;
	body_reader *read;
	void *from;
	int64_t left;                    /* bytes not read yet */
	char *window, *at, *end;         /* at..end: read, not used yet */
	char mark[4 + BOUNDARY_MAX + 1]; /* CR LF -- boundary */
	size_t mark_len;
	struct buffer text; /* the value under way, used again for each part */
};

struct part {
	char *name, *filename; /* filename NULL: a value, not a file */
	char *type;
	struct upload *file; /* once its first byte is there */
};

static size_t
ready(const struct stream *s)
{
	return (size_t) (s->end - s->at);
}

/* Read more behind what is there.  False: there is no more, or no more room. */
static bool
fill(struct stream *s)
{
	size_t room;
	long n;

	if (s->at > s->window) {
		memmove(s->window, s->at, ready(s));
		s->end -= s->at - s->window;
		s->at = s->window;
	}
	room = WINDOW - ready(s);
	if ((int64_t) room > s->left)
		room = (size_t) s->left;
	n = room > 0 ? s->read(s->from, s->end, room) : 0;
	if (n <= 0 || (size_t) n > room)
		return false;
	s->end += n;
	s->left -= n;
	return true;
}

static bool
at_least(struct stream *s, size_t n)
{
	while (ready(s) < n)
		if (!fill(s))
			return false;
	return true;
}

/* A parameter of a header ("; name=value" or "; name=\"value\""); NULL: absent, twice or
 * malformed.  In quotes browsers send %22 for '"', others \". */
static char *
header_param(struct arena *a, const char *line, const char *name)
{
	size_t n = strlen(name);
	char *found = NULL;

	for (const char *s = strchr(line, ';'); s != NULL && *s == ';';) {
		const char *key = s + 1 + strspn(s + 1, " \t"), *eq = key + strcspn(key, "=;");
		bool ours = strncasecmp(key, name, n) == 0 && key + n == eq, quoted;
		struct buffer v = { a };

		if (*eq != '=')
			return NULL;
		s = eq + 1;
		quoted = *s == '"';
		for (s += quoted; *s != '\0' && strchr(quoted ? "\"" : "; \t", *s) == NULL; s++)
			buffer_char(&v, quoted && s[0] == '\\' && s[1] == '"' ? *++s : *s);
		if (quoted && *s++ != '"')
			return NULL;
		if (ours && found != NULL)
			return NULL;
		if (ours)
			found = buffer_text(&v);
		s += strspn(s, " \t");
		if (*s != ';' && *s != '\0')
			return NULL;
	}
	return found;
}

/* What a browser does to the name of a file, undone. */
static void
undo_escapes(char *s)
{
	char *out = s;

	for (; *s != '\0'; s++, out++) {
		*out = *s;
		if (strncmp(s, "%22", 3) == 0) {
			*out = '"';
			s += 2;
		}
	}
	*out = '\0';
}

/* One line of a part's headers, ended by NUL. */
static int
part_header(struct stream *s, struct part *p, const char *line)
{
	struct arena *a = s->body->mem;

	if (strncasecmp(line, "content-disposition:", 20) == 0) {
		const char *value = line + 20 + strspn(line + 20, " \t");

		if (p->name != NULL || strncasecmp(value, "form-data", 9) != 0)
			return BODY_BAD;
		p->name = header_param(a, value, "name");
		p->filename = header_param(a, value, "filename");
		if (p->name == NULL)
			return BODY_BAD;
		if (p->filename != NULL)
			undo_escapes(p->filename);
		else if (strcasestr(value, "filename=") != NULL)
			return BODY_BAD;
	} else if (strncasecmp(line, "content-type:", 13) == 0) {
		p->type = arena_strdup(a, line + 13 + strspn(line + 13, " \t"));
		for (const char *c = p->type; *c != '\0'; c++)
			if (*c < ' ' || *c > '~')
				return BODY_BAD;
	}
	return BODY_OK;
}

/* The headers of a part, up to and with the empty line; they count as memory used. */
static int
part_head(struct stream *s, struct part *p)
{
	char *blank, *line, *next;
	int bad = BODY_OK;

	while ((blank = memmem(s->at, ready(s), "\r\n\r\n", 4)) == NULL)
		if (ready(s) > HEAD_MAX || !fill(s))
			return BODY_BAD;
	if (blank - s->at > HEAD_MAX || memchr(s->at, '\0', (size_t) (blank - s->at)) != NULL)
		return BODY_BAD;
	if ((size_t) (blank - s->at) > s->body->limits->memory - s->body->used)
		return BODY_LARGE;
	s->body->used += (size_t) (blank - s->at);
	*blank = '\0';
	for (line = s->at; line != NULL && bad == BODY_OK; line = next) {
		next = strstr(line, "\r\n");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		}
		bad = part_header(s, p, line);
	}
	s->at = blank + 4;
	return bad != BODY_OK || p->name == NULL ? BODY_BAD : BODY_OK;
}

/* Bytes of a part, as they come. */
static int
part_bytes(struct stream *s, struct part *p, const char *bytes, size_t n)
{
	struct body *b = s->body;

	if (n == 0)
		return BODY_OK;
	if (p->filename == NULL) {
		if (n > b->limits->memory - b->used - s->text.n)
			return BODY_LARGE;
		buffer_add(&s->text, bytes, n);
		return BODY_OK;
	}
	if (p->file == NULL) {
		if (b->n_files >= b->limits->files)
			return BODY_LARGE;
		p->file = body_upload(b, p->name, p->filename, p->type);
		if (p->file == NULL)
			return BODY_BAD;
	}
	p->file->size += (int64_t) n;
	if (p->file->size > b->limits->file)
		return BODY_LARGE;
	scratch_write(p->file->fd, bytes, n);
	return BODY_OK;
}

static int
part_end(struct stream *s, struct part *p)
{
	struct body *b = s->body;
	char *value;

	if (p->filename == NULL) {
		value = arena_alloc(b->mem, s->text.n + 1);
		memcpy(value, buffer_text(&s->text), s->text.n);
		return body_param(b, p->name, value, s->text.n);
	}
	if (p->file == NULL && *p->filename != '\0') { /* an empty file; "": none was chosen */
		if (b->n_files >= b->limits->files)
			return BODY_LARGE;
		p->file = body_upload(b, p->name, p->filename, p->type);
		if (p->file == NULL)
			return BODY_BAD;
	}
	if (p->file != NULL)
		lseek(p->file->fd, 0, SEEK_SET);
	return BODY_OK;
}

/* Give everything up to the next mark to the part (NULL: to nobody), and pass the mark. */
static int
pour(struct stream *s, struct part *p)
{
	for (;;) {
		char *mark = memmem(s->at, ready(s), s->mark, s->mark_len);
		size_t n = mark != NULL        ? (size_t) (mark - s->at) :
			ready(s) < s->mark_len ? 0 :
						 ready(s) - s->mark_len + 1;
		int bad = p != NULL ? part_bytes(s, p, s->at, n) : BODY_OK;

		if (bad != BODY_OK)
			return bad;
		s->at += n;
		if (mark != NULL) {
			s->at += s->mark_len;
			return BODY_OK;
		}
		if (!fill(s))
			return BODY_BAD; /* cut before the last mark */
	}
}

/* After a mark: "--" ends the body, the end of the line begins a part. */
static int
after_mark(struct stream *s)
{
	if (!at_least(s, 2))
		return BODY_BAD;
	if (memcmp(s->at, "--", 2) == 0)
		return BODY_OK;
	while (*s->at == ' ' || *s->at == '\t') {
		s->at++;
		if (!at_least(s, 2))
			return BODY_BAD;
	}
	if (memcmp(s->at, "\r\n", 2) != 0)
		return BODY_BAD;
	s->at += 2;
	return BODY_MORE;
}

static int
parts(struct stream *s)
{
	int bad = pour(s, NULL);

	while (bad == BODY_OK && (bad = after_mark(s)) == BODY_MORE) {
		struct part p = { .type = "" };

		s->text.n = 0;
		bad = part_head(s, &p);
		if (bad == BODY_OK)
			bad = pour(s, &p);
		if (bad == BODY_OK)
			bad = part_end(s, &p);
	}
	return bad;
}

/* The parameters and files of the whole body: LENGTH bytes, neither more nor less. */
int
multipart_read(struct body *b, const char *type, int64_t length, body_reader *read, void *from)
{
	const char *boundary = header_param(b->mem, type, "boundary");
	struct stream s = { b, read, from, length, .text = { b->mem } };
	int bad;

	if (boundary == NULL || *boundary == '\0' || strlen(boundary) > BOUNDARY_MAX)
		return BODY_BAD;
	if (length / (b->limits->files + 1) > b->limits->file + (int64_t) b->limits->memory)
		return BODY_LARGE;
	snprintf(s.mark, sizeof s.mark, "\r\n--%s", boundary);
	s.mark_len = strlen(s.mark);
	s.window = s.at = arena_alloc(b->mem, WINDOW);
	s.end = s.window + 2;
	memcpy(s.window, "\r\n", 2); /* the first mark has no line before it */
	bad = parts(&s);
	for (s.at = s.end; bad == BODY_OK && s.left > 0; s.at = s.end)
		if (!fill(&s))
			bad = BODY_BAD;
	return bad;
}
