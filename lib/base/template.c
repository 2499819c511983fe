/* template.c - ClearSilver templates: parsed once per process, rendered with the data of
 * one request
 *
 * ClearSilver reads includes while it parses, so the shell is parsed once for each template that it
 * holds.  A parsed tree keeps pointers into the HDF it was rendered with, so it is put back on an
 * empty one after each use, and thrown away after an error.  Names come from our own literals;
 * includes pass through load(), which confines them to the folder of templates and joins their
 * lines, except in the texts of mails.
 */

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/template.h"
#include "base/text.h"

enum { FILES = 64 }; /* an include cycle would overflow the C stack */

struct tree {
	struct tree *next;
	char *name, *inner;
	CSPARSE *cs;
	unsigned n_files;
	struct {
		char *path;
		struct timespec changed;
		off_t size;
	} files[FILES];
};

static struct tree *trees;
static HDF *nothing; /* what a tree holds on to between two pages */

_Noreturn static void
broken(NEOERR *err, const char *what)
{
	STRING s;
	static char why[400];

	string_init(&s);
	nerr_error_string(err, &s);
	snprintf(why, sizeof why, "%s", s.buf != NULL ? s.buf : "?");
	string_clear(&s);
	nerr_ignore(&err);
	fault("template %s: %s", what, why);
}

/* The text of a mail: lines as they are sent, and no markup. */
static bool
is_plain(const char *name)
{
	return strstr(name, ".txt.cs") != NULL;
}

static NEOERR *
read_whole(struct tree *t, const char *path, char **contents)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = -1;

	if (fd < 0) /* not NERR_NOT_FOUND: a missing include must not be silent */
		return nerr_raise_errno(NERR_SYSTEM, "open %s", path);
	if (fstat(fd, &st) == 0 && (*contents = malloc((size_t) st.st_size + 1)) != NULL)
		n = read(fd, *contents, (size_t) st.st_size);
	close(fd);
	if (n < 0 || n != st.st_size)
		return nerr_raise(NERR_SYSTEM, "read %s", path);
	(*contents)[n] = '\0';
	t->files[t->n_files].path = strdup(path);
	t->files[t->n_files].changed = st.st_mtim;
	t->files[t->n_files].size = st.st_size;
	t->n_files++;
	return STATUS_OK;
}

static NEOERR *
load(void *ctx, HDF *hdf, const char *name, char **contents)
{
	struct tree *t = ctx;
	char path[4096];
	NEOERR *err;

	(void) hdf;
	if (name == NULL || *name == '\0' || *name == '/' || strstr(name, "..") != NULL)
		return nerr_raise(NERR_PARSE, "bad template name");
	if (t->n_files == FILES)
		return nerr_raise(NERR_PARSE, "too many includes in %s", t->name);
	snprintf(path, sizeof path, "%s/%s", conf_data("templates"), name);
	if ((err = read_whole(t, path, contents)) == STATUS_OK && !is_plain(name))
		template_join(*contents);
	return err;
}

static void
drop(struct tree *t)
{
	for (struct tree **p = &trees; *p != NULL; p = &(*p)->next)
		if (*p == t) {
			*p = t->next;
			break;
		}
	cs_destroy(&t->cs);
	for (unsigned i = 0; i < t->n_files; i++)
		free(t->files[i].path);
	free(t->name);
	free(t->inner);
	free(t);
}

static bool
changed(struct tree *t)
{
	struct stat st;

	for (unsigned i = 0; i < t->n_files; i++)
		if (stat(t->files[i].path, &st) != 0 || st.st_size != t->files[i].size ||
			memcmp(&st.st_mtim, &t->files[i].changed, sizeof st.st_mtim) != 0)
			return true;
	return false;
}

/* Where the words stand of what was just done (?fait=): AREA/fait.cs, beside the template of the
 * page, or those of any area. */
static void
say_words(const char *inner)
{
	char own[256], path[4096];

	snprintf(own, sizeof own, "%.*sfait.cs", (int) (strcspn(inner, "/") + 1), inner);
	snprintf(path, sizeof path, "%s/%s", conf_data("templates"), own);
	hdf_set_value(nothing, "Page.mots",
		strchr(inner, '/') != NULL && access(path, R_OK) == 0 ? own : "fait.cs");
}

static NEOERR *
hand_over(struct arena *mem, const char *s, char **out)
{
	*out = strdup(s);
	arena_reset(mem);
	return *out != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "a function of templates");
}

/* <?cs var:de(p.prenom) ?>: "de Paul", "d’Agathe". */
static NEOERR *
say_de(const char *name, char **out)
{
	struct arena mem = { 0 };

	return hand_over(&mem, text_de(&mem, name), out);
}

/* que(p.prenom): "que Paul", "qu’Agathe". */
static NEOERR *
say_que(const char *name, char **out)
{
	struct arena mem = { 0 };

	return hand_over(&mem, text_que(&mem, name), out);
}

/* tel(contact.telephone): a phone in the one form that people read. */
static NEOERR *
say_tel(const char *raw, char **out)
{
	struct arena mem = { 0 };

	return hand_over(&mem, text_phone_typed(&mem, raw), out);
}

/* nb(p.n): "1 042"; what is no number stays. */
static NEOERR *
say_nb(const char *n, char **out)
{
	struct arena mem = { 0 };

	return hand_over(&mem,
		*n != '\0' && n[strspn(n, "0123456789")] == '\0' && strlen(n) < 18 ?
			text_number(&mem, strtoll(n, NULL, 10)) :
			n,
		out);
}

static NEOERR *
add_functions(CSPARSE *cs)
{
	static const struct {
		const char *name;
		NEOERR *(*says)(const char *, char **);
	} all[] = { { "de", say_de }, { "que", say_que }, { "nb", say_nb }, { "tel", say_tel } };
	NEOERR *err = cgi_register_strfuncs(cs);

	for (size_t i = 0; i < sizeof all / sizeof *all && err == STATUS_OK; i++)
		err = cs_register_strfunc(cs, (char *) all[i].name, all[i].says);
	return err;
}

static struct tree *
parse(const char *name, const char *inner)
{
	struct tree *t = calloc(1, sizeof *t);
	NEOERR *err;

	if (t == NULL || (t->name = strdup(name)) == NULL || (t->inner = strdup(inner)) == NULL)
		fault("out of memory");
	if (nothing == NULL && hdf_init(&nothing) != STATUS_OK)
		fault("out of memory");
	hdf_set_value(nothing, "Page.template", inner);
	say_words(inner);
	hdf_set_value(nothing, "Config.VarEscapeMode", /* plain text has no markup */
		is_plain(name) ? "none" : "html");
	if ((err = cs_init(&t->cs, nothing)) != STATUS_OK)
		broken(err, name);
	hdf_set_value(nothing, "Config.VarEscapeMode", "html");
	t->cs->global_hdf = nothing;
	t->next = trees;
	trees = t;
	cs_register_fileload(t->cs, t, load);
	if ((err = add_functions(t->cs)) == STATUS_OK)
		err = cs_parse_file(t->cs, name);
	if (err != STATUS_OK) {
		drop(t);
		broken(err, name);
	}
	return t;
}

static struct tree *
find(const char *name, const char *inner)
{
	for (struct tree *t = trees; t != NULL; t = t->next)
		if (strcmp(t->name, name) == 0 && strcmp(t->inner, inner) == 0) {
			if (!changed(t))
				return t;
			drop(t);
			break;
		}
	return parse(name, inner);
}

struct text {
	struct arena *mem;
	char *s;
	size_t len, size;
};

static NEOERR *
append(void *ctx, char *s)
{
	struct text *t = ctx;
	size_t n = strlen(s);

	if (t->len + n + 1 > t->size) {
		char *bigger = realloc(t->s, t->size = (t->len + n + 1) * 2);

		if (bigger == NULL)
			return nerr_raise(NERR_NOMEM, "page");
		t->s = bigger;
	}
	memcpy(t->s + t->len, s, n + 1);
	t->len += n;
	return STATUS_OK;
}

/* The text of templates/NAME, which may include INNER as Page.template ("" if it does not), with
 * what R said; owned by R, its length in *LEN unless NULL.  A missing or broken template is a
 * fault. */
char *
template_render(struct req *r, const char *name, const char *inner, size_t *len)
{
	struct tree *t = find(name, inner);
	struct text out = { &r->mem, malloc(32768), 0, 32768 };
	NEOERR *err;

	if (out.s == NULL)
		fault("out of memory");
	*out.s = '\0';
	t->cs->hdf = r->hdf;
	t->cs->locals = NULL;
	t->cs->escaping.when_undef = t->cs->escaping.global_ctx;
	err = cs_render(t->cs, &out, append);
	t->cs->hdf = nothing;
	arena_own(&r->mem, out.s, free);
	if (err != STATUS_OK) {
		drop(t);
		broken(err, name);
	}
	if (len != NULL)
		*len = out.len;
	return out.s;
}

/* Forget every parsed template (at the end of a process, so that leaks can be seen). */
void
template_forget(void)
{
	while (trees != NULL)
		drop(trees);
	if (nothing != NULL)
		hdf_destroy(&nothing);
}
