/* texte_test.c - what people write: safe, light, and mentions that tell only who may read */

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

#include "domain/acces.h"
#include "domain/texte.h"
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
	check(strstr(texte_html(&t, "|a|\n|-|\n|b|"), "<table") == NULL);
}

TEST(texte_links_lead_away_without_telling_and_pictures_are_ours)
{
	check_text(texte_html(&t, "www.exemple.org"),
		"<p><a rel=\"noopener nofollow ugc\" href=\"http://www.exemple.org\">www.exemple.org</a></p>\n");
	check_text(texte_html(&t, "[g](/groupes/3)"), "<p><a href=\"/groupes/3\">g</a></p>\n");
	check(strstr(texte_html(&t, "[g](//mal.example)"), "rel=") != NULL);
	check(strstr(texte_html(&t, "![p](https://mal.example/p.png)"), "<img") == NULL);
	check(strstr(texte_html(&t, "![p](/fichiers/../x.png)"), "<img") == NULL);
	check_text(texte_html(&t, "![plan](/fichiers/3/plan.png)"),
		"<p><img loading=\"lazy\" src=\"/fichiers/3/plan.png\" alt=\"plan\" /></p>\n");
}

TEST(texte_plain_is_for_mails_and_lists)
{
	check_text(
		texte_brut(&t,
			"# Samedi\n\nVenez **tôt**\n\n- eau\n- gants\n\n[le plan](https://exemple.org/p)"),
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
