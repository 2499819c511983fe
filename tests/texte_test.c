/* texte_test.c - what people write: safe, light, and mentions that tell only who may read */

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

#include "base/buffer.h"
#include "domain/acces/acces.h"
#include "domain/objets/texte.h"
#include "t.h"

static int64_t coop, benp, benl, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Élodie", "Lille", "berthe@exemple.org", "confirme", "benevole");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_settle(benp);
	t_settle(benl);
}

/* Something that only the group sees. */
static int64_t
thing(void)
{
	int64_t p = db_int(
		&t, SQL("SELECT id FROM public WHERE genre = 'groupe' AND cle = ?"), I(paris));

	return db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('essai', 'Essai', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?)"),
		I(liste_id(&t, arena_printf(&t.mem, "1:%" PRId64, p))));
}

TEST(texte_shows_marks_and_no_code)
{
	check_text(texte_html(&t, "**Bonjour** *à* tous\nligne"),
		"<p><strong>Bonjour</strong> <em>à</em> tous<br />\nligne</p>\n");
	check_text(texte_html(&t, "# Titre\n\n### Sous"), "<h3>Titre</h3>\n<h4>Sous</h4>\n");
	check_text(texte_html(&t, "a <b onclick=x>b</b> c"),
		"<p>a &lt;b onclick=x&gt;b&lt;/b&gt; c</p>\n");
	check_text(texte_html(&t, "<script>\nalert(1)</script>"),
		"<p>&lt;script&gt;<br />\nalert(1)&lt;/script&gt;</p>\n");
	check_text(texte_brut(&t, "Venez <samedi> **tôt**"), "Venez <samedi> tôt");
	check_text(texte_html(&t, "~~non~~ 😀"), "<p><del>non</del> 😀</p>\n");
	check(strstr(texte_html(&t, "[x](javascript:alert(1))"), "javascript") == NULL);
	check(strstr(texte_html(&t, "[x](data:text/html,a)"), "data:") == NULL);
	check(strstr(texte_html(&t, "\"><img src=x onerror=y>"), "<img") == NULL);
}

TEST(texte_tables_are_shown_and_bounded)
{
	struct buffer wide = { &t.mem };
	const char *html;

	check_text(texte_html(&t, "| A | B |\n|---|:-:|\n| 1 | *2* |"),
		"<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n<tbody>\n"
		"<tr>\n<td>1</td>\n<td><em>2</em></td>\n</tr>\n</tbody>\n</table>\n");
	check_text(texte_brut(&t, "Voici\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
		"Voici\n\nA | B\n1 | 2");
	check(strstr(texte_html(&t, "| <b> |\n|---|\n| <script>x</script> |"), "<script") == NULL);
	for (int i = 0; i < 20; i++)
		buffer_puts(&wide, "|a");
	buffer_puts(&wide, "|\n");
	for (int i = 0; i < 20; i++)
		buffer_puts(&wide, "|-");
	buffer_puts(&wide, "|\n");
	for (int i = 0; i < 20000; i++)
		buffer_puts(&wide, "|\n");
	html = texte_html(&t, buffer_text(&wide));
	check(strlen(html) < 400000);
}

TEST(texte_links_end_where_the_address_ends)
{
	static const char *const cases[][2] = {
		{ "« https://exemple.org/q\u00a0»",
			"href=\"https://exemple.org/q\">https://exemple.org/q</a>\u00a0»" },
		{ "Lien : https://exemple.org/z\u00a0! et https://exemple.org/w\u202f?",
			"\"https://exemple.org/z\">https://exemple.org/z</a>\u00a0! et " },
		{ "Lien : https://exemple.org/w\u202f?",
			"\"https://exemple.org/w\">https://exemple.org/w</a>\u202f?" },
		{ "“https://exemple.org/r”",
			"\"https://exemple.org/r\">https://exemple.org/r</a>”" },
		{ "(https://exemple.org/a_(b))…",
			"\"https://exemple.org/a_(b)\">https://exemple.org/a_(b)</a>)…" },
		{ "https://exemple.org/a’", "\"https://exemple.org/a\">" },
		{ "www.exemple.org\u00a0;",
			"\"http://www.exemple.org\">www.exemple.org</a>\u00a0;" },
		{ "https://exemple.org/été?x=1&y=2", "x=1&amp;y=2</a>" },
		{ "[site](exemple.org)", "href=\"https://exemple.org\">site</a>" },
		{ "[site](www.exemple.org/a?b#c)", "href=\"https://www.exemple.org/a?b#c\">" },
		{ "[site](exemple.org:8080/x)", "href=\"https://exemple.org:8080/x\">" },
		{ "[écrire](a.b@exemple.org)", "href=\"mailto:a.b@exemple.org\">" },
		{ "[nous](/groupes/3)", "<a href=\"/groupes/3\">" },
		{ "[x](javascript:alert.call(1))",
			"<a rel=\"noopener nofollow ugc\" href=\"\">x</a>" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *html = texte_html(&t, cases[i][0]);

		t_check(strstr(html, cases[i][1]) != NULL, __FILE__, __LINE__,
			arena_printf(&t.mem, "%s gives %s", cases[i][0], html));
	}
}

TEST(texte_links_lead_away_without_telling_and_pictures_are_ours)
{
	check_text(texte_html(&t, "www.exemple.org"),
		"<p><a rel=\"noopener nofollow ugc\""
		" href=\"http://www.exemple.org\">www.exemple.org</a></p>\n");
	check_text(texte_html(&t, "[g](/groupes/3)"), "<p><a href=\"/groupes/3\">g</a></p>\n");
	check(strstr(texte_html(&t, "[g](//mal.example)"), "rel=") != NULL);
	check(strstr(texte_html(&t, "![p](https://mal.example/p.png)"), "<img") == NULL);
	check(strstr(texte_html(&t, "![p](/fichiers/../x.png)"), "<img") == NULL);
	check_text(texte_html(&t, "![plan](/fichiers/3/plan.png)"),
		"<p><img loading=\"lazy\" src=\"/fichiers/3/plan.png\" alt=\"plan\" /></p>\n");
}

TEST(texte_plain_is_for_mails_and_lists)
{
	check_text(texte_brut(&t,
			   "# Samedi\n\nVenez **tôt**\n\n- eau\n- gants\n\n"
			   "[le plan](https://exemple.org/p)"),
		"Samedi\n\nVenez tôt\n- eau\n- gants\n\nle plan (https://exemple.org/p)");
	check_text(
		texte_court(&t, "Bonjour\n\nà **toutes** et tous", 40), "Bonjour à toutes et tous");
	check_text(texte_court(&t, "Bonjour à toutes", 10), "Bonjour à…");
	check_text(texte_court(&t, "", 10), "");
}

/* Sources of the greatest size that are known to cost: each in a blink. */
TEST(texte_hostile_costs_little)
{
	static const char *const bits[] = { "![[]()", "> ", "[", "*a_ ", "<!--", "- ", "[a](", "`",
		"a@b", "~~a~", "[a][", "**a *", "<a ", "http://", "- a\n  " };

	for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
		size_t n = strlen(bits[i]), room = 1 << 20;
		char *s = malloc(room + 1);
		struct timespec from, to;

		for (size_t k = 0; k < room; k++)
			s[k] = bits[i][k % n];
		s[room] = '\0';
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
		check(strlen(texte_html(&t, s)) < 8 * MARKDOWN_MAX);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
		check((to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000 <
			1500);
		free(s);
	}
}

TEST(texte_mentions_name_only_who_may_read)
{
	int64_t ids[MARKDOWN_MENTIONS], it;
	const char *text;

	people();
	it = thing();
	text = arena_printf(&t.mem,
		"@[É](/contacts/%" PRId64 ") @[L](/contacts/%" PRId64 ") @[moi](/contacts/%" PRId64
		") @[É](/contacts/%" PRId64 ") [non](/contacts/%" PRId64 ")",
		benp, benl, coop, benp, coop);
	t.user.id = coop;
	check(texte_mentions(&t, text, it, ids) == 1 && ids[0] == benp);
	check(markdown_mentions(
		      &t.mem, "@[x](/contacts/12x) @[y](/groupes/3) a [z](/contacts/4)", ids) == 0);
}

TEST(texte_mentions_offer_only_who_may_read)
{
	int64_t it;

	people();
	it = thing();
	as(coop);
	check(get(arena_printf(&t.mem, "/contacts/mentions.json?objet=%" PRId64 "&q=elo", it)) ==
		200);
	check_says("\"nom\":\"Paris\"");
	check_hides("Lille");
	check(get(arena_printf(&t.mem, "/contacts/mentions.json?objet=%" PRId64 "&q=elodie+par",
		      it)) == 200);
	check_says("\"nom\":\"Paris\"");
	check(get(arena_printf(&t.mem, "/contacts/mentions.json?objet=%" PRId64 "&q=e", it)) ==
		200);
	check_says("{\"items\":[]}");
	as(benl);
	check(get(arena_printf(&t.mem, "/contacts/mentions.json?objet=%" PRId64 "&q=elo", it)) ==
		200);
	check_says("{\"items\":[]}");
}

TEST(texte_the_last_text_is_parsed_once)
{
	static const char text[] = "Bonjour **à tous**";
	const char *first = texte_brut(&t, text);

	check_text(first, "Bonjour à tous");
	check(texte_brut(&t, arena_strdup(&t.mem, text)) == first && texte_nomme(&t, text) == 0);
	check_text(texte_brut(&t, "Autre"), "Autre");
	arena_reset(&t.mem);
	check_text(texte_brut(&t, text), "Bonjour à tous");
}
