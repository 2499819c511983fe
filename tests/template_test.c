/* template_test.c - the canary: every template, with hostile text wherever it shows data,
 * lets none of it out raw
 *
 * The names that a template shows are read out of its text; each gets the same hostile value,
 * and lists one row.  A raw "<x" in the page, or a quote that ends an attribute, is a hole.
 */

#include <ctype.h>
#include <ftw.h>
#include <stdlib.h>

#include "base/conf.h"
#include "base/template.h"
#include "t.h"

#define CANARY "<x\"'&>"

static char *files[200];
static unsigned n_files;

static int
note(const char *path, const struct stat *st, int kind)
{
	size_t n = strlen(path);

	(void) st;
	if (kind == FTW_F && n > 3 && strcmp(path + n - 3, ".cs") == 0 &&
		strstr(path, "/courriel/") == NULL && n_files < 200)
		files[n_files++] = strdup(path);
	return 0;
}

static bool
is_name(char c)
{
	return isalnum((unsigned char) c) || c == '_' || c == '.';
}

/* What a template prints with uvar: its handler made it safe, which other tests check. */
static bool
is_html(const char *name)
{
	size_t n = strlen(name);

	return n >= 4 && strcmp(name + n - 4, "Html") == 0;
}

/* A macro reads members of the row that a loop gave it: give each row all that any macro reads.
 * Keys of fields become names in the template, so they are plain, as the table champ has them. */
static void
plant_row(HDF *hdf, const char *list, const char *macros)
{
	for (const char *s = strchr(macros, '.'); s != NULL; s = strchr(s + 1, '.')) {
		char name[200];
		size_t len = 0;

		while (is_name(s[1 + len]) && s[1 + len] != '.' && len < 60)
			len++;
		if (len == 0 || s == macros || !isalnum((unsigned char) s[-1]))
			continue;
		snprintf(name, sizeof name, "%s.0.%.*s", list, (int) len, s + 1);
		hdf_set_value(hdf, name, is_html(name) ? "" : CANARY);
	}
	hdf_set_value(hdf, arena_printf(&t.mem, "%s.0.cle", list), "cle");
}

/* Set every dotted name of TEXT; a loop's variable stands for row 0 of its list. */
static void
plant(HDF *hdf, const char *text, const char *macros)
{
	struct {
		char var[64], list[128];
	} loops[200];
	unsigned n = 0;

	for (const char *s = strstr(text, "<?cs each:"); s != NULL; s = strstr(s + 1, "<?cs each:"))
		if (n < 200 &&
			sscanf(s, "<?cs each:%63[a-z_A-Z] = %127[A-Za-z_.0-9]", loops[n].var,
				loops[n].list) == 2)
			plant_row(hdf, loops[n++].list, macros);
	for (const char *s = text; (s = strstr(s, "<?cs ")) != NULL; s++)
		for (const char *p = s + 5; *p != '\0' && strncmp(p, "?>", 2) != 0; p++) {
			char name[200], full[400];
			size_t len = 0;

			if (!isalpha((unsigned char) *p) || is_name(p[-1]))
				continue;
			while (is_name(p[len]) && len < sizeof name - 1)
				len++;
			snprintf(name, sizeof name, "%.*s", (int) len, p);
			if (p[len] == ':' || p[len] == '(' || name[len - 1] == '.')
				continue;
			snprintf(full, sizeof full, "%s", name);
			for (unsigned i = 0; i < n; i++) {
				size_t v = strlen(loops[i].var);

				if (strncmp(name, loops[i].var, v) == 0 &&
					(name[v] == '.' || name[v] == '\0'))
					snprintf(full, sizeof full, "%s.0%s", loops[i].list,
						name + v);
			}
			if (!is_html(full) && strstr(full, ".cle") == NULL &&
				strcmp(full, "Page.template") != 0 &&
				strcmp(full, "Page.shell") != 0)
				hdf_set_value(hdf, full, CANARY);
		}
}

/* In an attribute opened by a quote, the value must not have closed it. */
static bool
leaks(const char *page)
{
	return strstr(page, "<x") != NULL || strstr(page, "x\"'") != NULL ||
		strstr(page, "\"'&>") != NULL;
}

TEST(template_lets_no_hostile_text_out_raw)
{
	const char *dir = arena_strdup(&t.mem, conf_data("templates"));
	unsigned shown = 0;

	n_files = 0;
	ftw(dir, note, 20);
	check(n_files > 30);
	for (unsigned i = 0; i < n_files; i++) {
		const char *name = files[i] + strlen(dir) + 1, *text = conf_file_text(files[i]),
			   *page;
		const char *macros = conf_file_text(arena_printf(&t.mem, "%s/macros.cs", dir));
		struct req r = { 0 };

		req_init(&r);
		plant(r.hdf, macros, macros);
		plant(r.hdf, text, macros);
		page = template_render(
			&r, "layout.cs", strchr(name, '/') != NULL ? name : "erreur/404.cs", NULL);
		t_check(!leaks(page), name, 0, "prints data raw");
		t_check(strpbrk(page, "\n\t") == NULL, name, 0, "sends its lines and indents");
		shown += strstr(page, "&lt;x") != NULL;
		arena_reset(&r.mem);
		free((void *) text);
		free((void *) macros);
		free(files[i]);
	}
	check(shown == n_files); /* else the canary was never in the page */
}

static const char *
joined(const char *text)
{
	char *copy = arena_strdup(&t.mem, text);

	template_join(copy);
	return copy;
}

TEST(template_lines_are_for_people_alone)
{
	static const char *const pairs[][2] = {
		/* nothing beside < and >, at the beginning and at the end */
		{ "\n<ul>\n\t<li>\n\t\tun\n\t</li>\r\n\n</ul>\n", "<ul><li>un</li></ul>" },
		{ "<?cs if:a ?>\n\t<p>a</p>\n<?cs /if ?>\n", "<?cs if:a ?><p>a</p><?cs /if ?>" },
		{ "un\n<b>deux</b>\ntrois", "un<b>deux</b>trois" },
		/* one space between words, attributes too */
		{ "<p>un \n\t deux</p>", "<p>un deux</p>" },
		{ "<a\n\tclass=\"q\"\n\thref=\"/\"\n>", "<a class=\"q\" href=\"/\">" },
		{ "<i a=\"1\"\n\t<?cs if:x ?> b=\"2\"<?cs /if ?>>",
			"<i a=\"1\"<?cs if:x ?> b=\"2\"<?cs /if ?>>" },
		{ "<i a=\"un  deux\n\ttrois\">", "<i a=\"un  deux trois\">" },
		/* without a break, as it is */
		{ "<a>un</a> <a>deux</a>  \ttrois ", "<a>un</a> <a>deux</a>  \ttrois " },
		/* a command is cut where it may be, and never glued */
		{ "<?cs if:a >\n\t#1 ?>b<?cs call:c(\"d\",\n\t\"e\n\tf\"\n) ?>",
			"<?cs if:a > #1 ?>b<?cs call:c(\"d\", \"e f\" ) ?>" },
		{ "<?cs # a\n  <pre> ?>\n<b>\n</b>", "<?cs # a <pre> ?><b></b>" },
		/* where blank is content it stays, the opening tag's own not */
		{ "<pre>\n a\n\tb </pre>\n<p>", "<pre>\n a\n\tb </pre><p>" },
		{ "<textarea\n\trows=\"2\"<?cs if:a > #1 ?> required<?cs /if ?>\n>\n a\n"
		  "</textarea>\n",
			"<textarea rows=\"2\"<?cs if:a > #1 ?> required<?cs /if ?>>\n a\n"
			"</textarea>" },
		{ "<style>\na{}\n</style>\n<script>\n//b\n</script>\n<prelude>\n",
			"<style>\na{}\n</style><script>\n//b\n</script><prelude>" },
		{ "<pre>\na\n", "<pre>\na\n" },
		{ "<?cs if:a\n", "<?cs if:a " },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		t_check(strcmp(joined(pairs[i][0]), pairs[i][1]) == 0, pairs[i][1], 0,
			joined(pairs[i][0]));
}

/* The texts of mails are lines. */
TEST(template_of_a_mail_s_text_keeps_its_lines)
{
	struct req r = { 0 };
	const char *text;

	req_init(&r);
	text = template_render(&r, "courriel/bienvenue.txt.cs", "", NULL);
	check(strchr(text, '\n') != NULL);
	text = template_render(&r, "courriel/bienvenue.html.cs", "", NULL);
	check(strstr(text, "\n<") == NULL && strstr(text, ">\n") == NULL);
	arena_reset(&r.mem);
}
