/* lettres_rendu_test.c - the mail of a letter: its parts, its marks, what never runs in it */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "people.h"

static int64_t
a_letter(const char *sujet)
{
	struct lettre l = lettre_new();
	int64_t id;

	people();
	as(sal);
	l.sujet = sujet;
	l.apercu = "Un vote, une soupe";
	l.audience = "public:benevoles";
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	return id;
}

static void
bloc(int64_t lettre, const char *genre, const char *texte, const char *lien)
{
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, lien)"
		    " SELECT ?, COUNT(*) + 1, ?, ?, '', ? FROM lettre_bloc WHERE lettre_id = ?"),
		I(lettre), S(genre), S(texte), S(lien), I(lettre));
}

#define has(text, part) check(strstr((text), (part)) != NULL)
#define lacks(text, part) check(strcasestr((text), (part)) == NULL)

static const struct destinataire bea = { 0, 0, "bea@exemple.org", "Béa & <Cie>", "75" };

TEST(lettres_jetons_are_opaque_and_of_one_use)
{
	const char *one = lettre_jeton(&t, JETON_LIEN, 1), *two = lettre_jeton(&t, JETON_LIEN, 2);
	char *bad = arena_strdup(&t.mem, one);

	check(strlen(one) == LETTRE_JETON && strcmp(one, two) != 0);
	check(strncmp(one, two, 8) != 0);
	check(lettre_jeton_read(&t, JETON_LIEN, one) == 1);
	check(lettre_jeton_read(&t, JETON_LIEN, lettre_jeton(&t, JETON_LIEN, 999999999999)) ==
		999999999999);
	check(lettre_jeton_read(&t, JETON_RETOUR, one) == 0);
	check(lettre_jeton_read(&t, JETON_LIEN, "apercu") == 0);
	check(lettre_jeton_read(&t, JETON_LIEN, at("%sa", one)) == 0);
	for (int i = 0; i < LETTRE_JETON; i++) {
		char was = bad[i];

		bad[i] = was == 'a' ? 'b' : 'a';
		check(lettre_jeton_read(&t, JETON_LIEN, bad) == 0);
		bad[i] = (char) (was - (was >= 'a' ? 'a' - 'A' : 0));
		check(lettre_jeton_read(&t, JETON_LIEN, bad) == 1);
		bad[i] = was;
	}
}

TEST(lettres_addresses_are_short_and_name_nobody)
{
	const char *back;

	conf.mail_bounce = "rebonds@lettres.exemple.org";
	back = lettre_retour(&t, 12);
	has(back, "rebonds+");
	has(back, "@lettres.exemple.org");
	check(strcspn(back, "@") < 64);
	conf.mail_bounce = "un-nom-de-boite-bien-long@exemple.org";
	conf.smtp_from = "Essaim <essaim@exemple.org>";
	check_text(lettre_retour(&t, 12), "essaim@exemple.org");
	conf.mail_bounce = NULL;
	check_text(lettre_retour(&t, 12), "essaim@exemple.org");
	check(lettre_adieu(&t, 12) == NULL);
}

TEST(lettres_are_rendered_from_their_blocks)
{
	int64_t id = a_letter("Le Sénat a voté");
	struct rendu of, out;

	bloc(id, "titre", "Le Sénat a voté", "");
	bloc(id, "texte",
		"Bonjour {prenom},\n\nLisez [le récit](/fil/12) &"
		" [ici](https://exemple.org/{prenom}).",
		"");
	bloc(id, "bouton", "Lire le récit", "https://exemple.org/recit?a=1&b={prenom}");
	bloc(id, "colonnes", "À gauche", "");
	bloc(id, "pres", "", "");
	check(lettre_render(&t, id, &of));
	lettre_personal(&t, &of, &bea, &out);
	has(out.html, "<h1 style=\"margin:0;font:inherit\">Le Sénat a voté</h1>");
	has(out.html, "Bonjour Béa &amp; &lt;Cie&gt;,");
	has(out.html, at("href=\"%s/fil/12\"", conf.site_url));
	has(out.html, "https://exemple.org/recit?a=1&amp;b=%7Bprenom%7D");
	has(out.html, "Un vote, une soupe&#847;");
	has(out.html, "Rien n’est prévu tout près");
	has(out.html, at("%s/public/lettres/apercu", conf.site_url));
	has(out.html, at("%s/lettres/%" PRId64 "/en-ligne", conf.site_url, id));
	lacks(out.html, "{prenom}");
	check(strlen(out.html) < 20000);
	has(out.texte, "Bonjour Béa & <Cie>,");
	has(out.texte, at("le récit (%s/fil/12)", conf.site_url));
	has(out.texte, "Lire le récit\u00A0:\nhttps://exemple.org/recit?a=1&b=%7Bprenom%7D\n");
	lacks(out.texte, "\n\n\n\n");
	lettre_web(&t, &of, &out);
	has(out.html, "Bonjour,");
	lacks(out.html, "\xEE\x80\x80");
}

TEST(lettres_text_has_short_lines_and_whole_addresses)
{
	const char
		*url = "https://exemple.org/une-adresse-qui-est-bien-plus-longue-que-quatre-vingts-"
		       "colonnes-mais-reste-entiere",
		*text = lettre_lignes(&t,
			at("Un deux trois quatre cinq six sept huit neuf dix onze douze treize"
			   " quatorze quinze\u00A0!\n\n- é\n%s fin",
				url));

	has(text, "treize quatorze\nquinze\u00A0!\n\n- é\n");
	has(text, url);
}

TEST(lettres_hold_nothing_that_runs)
{
	int64_t id = a_letter("<script>alert(1)</script>");
	struct rendu of, out;

	bloc(id, "titre", "<img src=x onerror=alert(1)>", "");
	bloc(id, "texte",
		"<script>alert(1)</script>\n\n[clic](javascript:alert(1))"
		"\n\n<img src=x onerror=alert(2)>"
		"\n\n![x](https://traceur.exemple/p.gif) ![y](/fichiers/1/x.png)",
		"");
	bloc(id, "bouton", "Clic", "javascript:alert(1)");
	bloc(id, "bouton", "Clic", "data:text/html,<script>alert(1)</script>");
	bloc(id, "bouton", "\xEE\x80\x80jeton\xEE\x80\x81",
		"https://exemple.org/\xEE\x80\x80jeton\xEE\x80\x81");
	check(lettre_render(&t, id, &of));
	lettre_personal(&t, &of, &bea, &out);
	lacks(out.html, "<script");
	lacks(out.html, "<img");
	lacks(out.html, "javascript:");
	lacks(out.html, "data:text");
	has(out.html, "&lt;img src=x onerror=alert(1)&gt;");
	has(out.html, ">jeton</a>");
	lacks(out.html, "exemple.org/apercu");
}

TEST(lettres_edition_is_what_was_frozen)
{
	int64_t id = a_letter("Le Sénat a voté");
	struct rendu of, frozen, a, b;

	bloc(id, "texte", "Bonjour {prenom}", "");
	bloc(id, "pres", "", "");
	check(lettre_render(&t, id, &of));
	check(lettre_freeze(&t, id) == 1);
	bloc(id, "texte", "Ajouté", "");
	check(lettre_edition(&t, id, 1, &frozen));
	lettre_personal(&t, &of, &bea, &a);
	lettre_personal(&t, &frozen, &bea, &b);
	check(strcmp(a.html, b.html) == 0);
	check(strcmp(a.texte, b.texte) == 0);
	check(strcmp(a.sujet, b.sujet) == 0);
	check(!lettre_edition(&t, id, 2, &frozen));
	check(lettre_freeze(&t, id) == 2);
	check(lettre_edition(&t, id, 2, &frozen));
	has(frozen.html, "Ajouté");
}

TEST(lettres_mail_has_the_headers_that_are_due)
{
	int64_t id = a_letter("Été\r\nBcc: x@exemple.org");
	struct destinataire who = { 7, 0, "bea@exemple.org", "Béa", "" };
	struct rendu of, out;
	const char *m, *again;

	conf.smtp_from = "Essaim <essaim@exemple.org>";
	conf.mail_reply = "reponse@exemple.org";
	conf.mail_bounce = "rebonds@exemple.org";
	bloc(id, "texte", "Bonjour", "");
	check(lettre_render(&t, id, &of));
	lettre_personal(&t, &of, &who, &out);
	m = lettre_mail(&t, &out, &who);
	has(m, "\r\nTo: bea@exemple.org\r\n");
	has(m, "<essaim@exemple.org>\r\n");
	has(m, at("\r\nReply-To: reponse+p%s@exemple.org\r\n", lettre_jeton(&t, JETON_REPONSE, 7)));
	has(m,
		at("\r\nList-Unsubscribe: <%s/public/lettres/%s>,"
		   "\r\n <mailto:rebonds+a%s@exemple.org>\r\n",
			conf.site_url, lettre_jeton(&t, JETON_LIEN, 7),
			lettre_jeton(&t, JETON_ADIEU, 7)));
	has(m, "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
	has(m, "\r\nList-Id: <info.lettres.");
	has(m, at("\r\nFeedback-ID: %" PRId64 ":info:lettre:essaim\r\n", id));
	has(m, "\r\nPrecedence: bulk\r\n");
	has(m, at("<lettre.%s@", lettre_jeton(&t, JETON_MESSAGE, 7)));
	lacks(m, "\r\nBcc:");
	lacks(m, "Auto-Submitted");
	check(strstr(m, "text/plain") < strstr(m, "text/html"));
	again = lettre_mail(&t, &out, &who);
	check(strcmp(again, m) == 0);
	conf.mail_reply = conf.mail_bounce = NULL;
}

/* Give TEXT to a program of the tests, in a file; does it say "ok"? */
static bool
agrees(const char *program, const char *text)
{
	char path[] = "/tmp/essaim-lettre-XXXXXX", said_[2000] = "";
	int fd = mkstemp(path);
	FILE *f;
	size_t n;

	check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t) strlen(text));
	close(fd);
	f = popen(at("%s %s 2>&1", program, path), "r");
	n = fread(said_, 1, sizeof said_ - 1, f);
	said_[n] = '\0';
	if (pclose(f) != 0 || strcmp(said_, "ok\n") != 0)
		printf("# %s: %s\n", program, said_);
	unlink(path);
	return strcmp(said_, "ok\n") == 0;
}

/* A letter of all that mails can show. */
static int64_t
full_letter(void)
{
	int64_t id = a_letter("Le Sénat a voté");

	bloc(id, "titre", "Le Sénat a voté", "");
	bloc(id, "texte", "Bonjour\n\n- un\n- [deux](https://exemple.org)\n\n> cité\n\n## Titre",
		"");
	bloc(id, "bouton", "Lire", "https://exemple.org");
	bloc(id, "colonnes", "À gauche", "");
	bloc(id, "pres", "", "");
	return id;
}

/* As the relay signs it, so that receivers verify it. */
TEST(lettres_are_signed_and_verified)
{
	int64_t id = full_letter();
	struct destinataire who = { 7, 0, "bea@exemple.org", "Béa", "" };
	struct rendu of, out;

	conf.smtp_from = "Essaim <essaim@exemple.org>";
	check(lettre_render(&t, id, &of));
	lettre_personal(&t, &of, &who, &out);
	check(agrees("tests/dkim", lettre_mail(&t, &out, &who)));
}

/* What large mail programs do not know at all is not in it. */
TEST(lettres_html_is_known_to_mail_programs)
{
	int64_t id = full_letter();
	struct rendu of, out;

	check(lettre_render(&t, id, &of));
	lettre_personal(&t, &of, &bea, &out);
	check(agrees("node tests/caniemail.mjs", out.html));
}

/* ---- the preview ---- */

TEST(lettres_preview_is_what_leaves)
{
	int64_t id = a_letter("Le Sénat a voté");
	struct destinataire who = { 0, benp, "", "", "" };
	struct rendu of, out;
	const char *page;

	bloc(id, "texte", "Bonjour {prenom}", "");
	bloc(id, "pres", "", "");
	check(lettre_freeze(&t, id) == 1);
	check(lettre_edition(&t, id, 1, &of));
	check(db_read(&t, SQL("SELECT prenom, COALESCE(departement, '') FROM contact WHERE id = ?"),
		INTO(TO(&who.prenom), TO(&who.departement)), I(benp)));
	lettre_personal(&t, &of, &who, &out);
	as(sal);
	page = at("/lettres/%" PRId64 "/apercu/courriel?comme=%" PRId64, id, benp);
	check(get(page) == 200);
	check(strcmp(t_reply->body, out.html) == 0);
	check(strstr(t_header("X-Essaim-CSP"), "sandbox") != NULL);
	check(get(at("%s&en=texte", page)) == 200);
	check(strcmp(t_reply->body, out.texte) == 0);
	check(get(at("%s&en=sombre", page)) == 200);
	check_says("@media all{");
	lettre_web(&t, &of, &out);
	check(get(at("%s&en=archive", page)) == 200);
	check(strcmp(t_reply->body, out.html) == 0);
	check(t_hides(who.prenom));
	check(get(at("/lettres/%" PRId64 "/apercu", id)) == 200);
	check_says("sandbox=\"\"");
	check(get(at("/lettres/%" PRId64 "/apercu.json", id)) == 200);
	check_says("\"sujet\":\"Le Sénat a voté\"");
	check_says("\"apercu\":\"Un vote, une soupe\"");
	as(benp);
	check(get(page) == 404);
	check(get(at("/lettres/%" PRId64 "/apercu", id)) == 404);
}

/* Who writes without the right to send puts a script in a block; an administrator looks. */
TEST(lettres_preview_runs_nothing)
{
	int64_t id = a_letter("<script>alert(0)</script>");

	bloc(id, "texte", "<script>alert(1)</script>\n\n[x](javascript:alert(2))", "");
	bloc(id, "bouton", "x", "javascript:alert(3)");
	as(sal);
	check(get(at("/lettres/%" PRId64 "/apercu/courriel", id)) == 200);
	check_hides("<script");
	check_hides("javascript:");
	check(get(at("/lettres/%" PRId64 "/apercu", id)) == 200);
	check_hides("<script>alert");
}
