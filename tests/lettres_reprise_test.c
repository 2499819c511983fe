/* lettres_reprise_test.c - letters of before, from files: their day, their words, who may */

#include <inttypes.h>

#include "base/arena.h"
#include "domain/lettres/lettre_reprise.h"
#include "people.h"

#define FIELD(name, value) \
	"--XyY\r\nContent-Disposition: form-data; name=" name "\r\n\r\n" value "\r\n"
#define FILE_(name, bytes) \
	"--XyY\r\nContent-Disposition: form-data; name=fichier; filename=\"" name \
	"\"\r\nContent-Type: text/html\r\n\r\n" bytes "\r\n"
#define SENT(sorte, lisible, files) \
	FIELD("csrf", "jeton") \
	FIELD("sorte", sorte) FIELD("lisible", lisible) files "--XyY--\r\n"

static int64_t boss;

static void
cast(void)
{
	people();
	boss = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(boss, "admin");
	as(boss);
}

/* The day of the archive on which the letter of that subject stands; "": there is none. */
static const char *
day_of(const char *titre)
{
	const char *day = db_string(&t,
		SQL("SELECT CONCAT(l.paru_le) FROM lettre l JOIN objet o ON o.id = l.id"
		    " WHERE o.titre = ? AND l.etat = 'envoyee' AND l.total = 0"),
		S(titre));

	return day != NULL ? day : "";
}

TEST(lettres_of_before_take_their_day_where_it_is_said)
{
	cast();
	check(post_parts("/lettres/reprise",
		      SENT("appel", "benevoles",
			      FILE_("lettre-2019-07-05.html",
				      "<title>Au nom</title><meta name=date content=2001-01-01>a")
				      FILE_("b.html",
					      "<title>En tête</title><meta property="
					      "'article:published_time' content="
					      "'2020-01-15T23:30:00+01:00'><p>b") FILE_("c.html",
					      "<h1>Au <b>titre</b></h1><time datetime="
					      "2021-02-03>hier</time><p>c"))) == 200);
	check_says("3 reprises");
	check_text(day_of("Au nom"), "2019-07-05 10:00:00"); /* noon in Paris */
	check_text(day_of("En tête"), "2020-01-15 11:00:00");
	check_text(day_of("Au titre"), "2021-02-03 11:00:00");
	check(get("/lettres?annee=2019&sorte=appel") == 200);
	check_says("Au nom");
}

TEST(lettres_of_before_without_a_day_are_refused_by_name)
{
	cast();
	check(post_parts("/lettres/reprise",
		      SENT("info", "tous",
			      FILE_("sans-date.html", "<title>Sans</title>x") FILE_(
				      "2019-02-30.html", "<title>Sans</title>y")
				      FILE_("2190-01-01.html", "<title>Sans</title>z") FILE_(
					      "2019-03-01.html", "<title>Rien</title>"))) == 200);
	check_says("0 reprise");
	check_says("4 refusées");
	check_says("sans-date.html");
	check_says("mettez-la dans son nom");
	check_says("2190-01-01.html");
	check_says("aucun texte");
	check_says("value=\"tous\" checked");
	check_text(day_of("Sans"), "");
	check_text(day_of("Rien"), "");
}

TEST(lettres_of_before_are_taken_once)
{
	cast();
	for (int i = 0; i < 2; i++) {
		check(post_parts("/lettres/reprise",
			      SENT("info", "benevoles",
				      FILE_("2019-07-05.html", "<title>Une fois</title><p>mot")
					      FILE_("autre-2019-07-06.html",
						      "<title>Une fois</title><p>mot"))) == 200);
		if (i == 0)
			check_says("1 reprise,");
		else
			check_says("2 déjà là");
	}
	check_text(day_of("Une fois"), "2019-07-05 10:00:00");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet WHERE titre = 'Une fois'")) == 1);
}

static int64_t
taken(const char *nom, const char *bytes, size_t n, const char *lisible)
{
	struct ancienne f = {
		.nom = nom, .bytes = bytes, .n = n, .sorte = "info", .lisible = lisible
	};

	t.user.id = boss;
	check(lettre_reprise(&t, &f) == NULL);
	check(f.id != 0);
	return f.id;
}

#define TAKEN(bytes) taken("2019-07-05.html", bytes, sizeof bytes - 1, "benevoles")

TEST(lettres_of_before_are_read_in_their_set_of_characters)
{
	cast();
	TAKEN("<meta charset=iso-8859-1><title>L\xE9t\xE9</title>\xE0");
	TAKEN("\xEF\xBB\xBF<title>Déjà</title>x");
	TAKEN("\xFF\xFE<\0t\0i\0t\0l\0e\0>\0\xE9\0t\0<\0/\0t\0i\0t\0l\0e\0>\0x\0");
	check_text(day_of("Lété"), "2019-07-05 10:00:00");
	check_text(day_of("Déjà"), "2019-07-05 10:00:00");
	check_text(day_of("ét"), "2019-07-05 10:00:00");
}

TEST(lettres_of_before_bring_words_and_links_alone)
{
	int64_t id;

	cast();
	id = TAKEN("<title>Marché <script>alert(7)</script></title><style>.vilain{}</style>"
		   "<script>alert(1)</script><p onclick=alert(2)>Le *prix* du_pain &lt;b&gt;gras"
		   "<img src=x onerror=alert(3)><iframe src=//vilain.example></iframe>"
		   "<form action=//vilain.example><input name=vilain></form>"
		   "<p><a href='javascript:alert(4)'>clic</a> [mot](javascript:alert(5)) "
		   "@[Moi](/contacts/1) <a href='https://exemple.org/a_b?c=d&amp;e=f'>ici</a>"
		   "<ul><li>un<li>deux</ul>ligne<br>suite");
	as(benp);
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 200);
	check_says("Le *prix* du_pain &lt;b&gt;gras");
	check_says("href=\"https://exemple.org/a_b?c=d&amp;e=f\"");
	check_says(">un</li>");
	check_says(">ligne<br />");
	check_hides("<script");
	check_hides("onerror");
	check_hides("onclick");
	check_hides("vilain");
	check_hides("<b>gras");
	check_hides("href=\"javascript");
	check_hides("href=\"/contacts/1");
	check(get(at("/lettres/%" PRId64 "/lire", id)) == 200);
	check_hides("alert(7)</script>");
	check_hides("onerror");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM recherche WHERE objet_id = ? AND texte LIKE"
			  " '%ligne%' AND texte NOT LIKE '%onerror%' AND texte NOT LIKE"
			  " '%vilain%' AND texte NOT LIKE '%alert(1)%'"),
		      I(id)) == 1);
}

TEST(lettres_of_before_that_are_long_are_whole)
{
	static char bytes[100000] = "<title>Longue</title>";
	size_t n = strlen(bytes);
	int64_t id;

	cast();
	for (; n < sizeof bytes - 100; n += strlen(bytes + n))
		strcpy(bytes + n, "<p>é-é*é_é phrase assez longue pour une ligne");
	strcpy(bytes + n, "<p>la toute fin");
	id = taken("2019-07-05.html", bytes, strlen(bytes), "benevoles");
	as(benp);
	check(get(at("/lettres/%" PRId64 "/en-ligne", id)) == 200);
	check_says("la toute fin");
	check_hides("\uFFFD");
}

TEST(lettres_of_before_are_taken_and_read_by_who_may)
{
	int64_t siege, tous;

	cast();
	siege = taken("2019-07-05.html", "<title>Du siège</title>a", 25, "siege");
	tous = taken("2019-07-06.html", "<title>Pour tous</title>b", 25, "benevoles");
	check(get(at("/lettres/%" PRId64, tous)) == 200);
	check(get("/lettres") == 200);
	check_says("href=\"/lettres/reprise\"");
	check(post_parts("/lettres/reprise", SENT("info", "benevoles", "")) == 422);
	check(post_parts("/lettres/reprise",
		      SENT("rien", "audience", FILE_("2019-01-01.html", "x"))) == 422);
	as(sal); /* writes, does not send */
	check(get("/lettres/reprise") == 403);
	check(post_parts("/lettres/reprise",
		      SENT("info", "tous", FILE_("2019-01-01.html", "<title>Non</title>x"))) ==
		403);
	check_text(day_of("Non"), "");
	check(get(at("/lettres/%" PRId64 "/en-ligne", siege)) == 200);
	check(get("/lettres") == 200);
	check_hides("/lettres/reprise");
	as(benp);
	check(get("/lettres/reprise") == 403);
	check(get(at("/lettres/%" PRId64 "/en-ligne", siege)) == 404);
	check(get(at("/lettres/%" PRId64 "/en-ligne", tous)) == 200);
	check(get("/lettres?annee=2019") == 200);
	check_says("Pour tous");
	check_hides("Du siège");
}

TEST(lettres_of_before_come_twenty_at_once)
{
	static const char part[] =
		"--XyY\r\nContent-Disposition: form-data; name=fichier;"
		" filename=\"2020-%02d-%02d.html\""
		"\r\nContent-Type: text/html\r\n\r\n<title>Numéro %d</title><p>mot %d\r\n";
	const char *files = "";

	cast();
	for (int i = 1; i <= 20; i++)
		files = at("%s%s", files, at(part, i % 12 + 1, i, i, i));
	check(post_parts("/lettres/reprise",
		      at("%s%s--XyY--\r\n",
			      FIELD("csrf", "jeton") FIELD("sorte", "info")
				      FIELD("lisible", "benevoles"),
			      files)) == 200);
	check_says("20 reprises");
	check_text(day_of("Numéro 20"), "2020-09-20 10:00:00");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM lettre l JOIN objet o ON o.id = l.id"
			  " WHERE o.titre LIKE 'Numéro %' AND l.etat = 'envoyee'")) == 20);
}
