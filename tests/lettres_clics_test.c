/* lettres_clics_test.c - clicks in totals: links that pass by us, where that is wanted */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_clic.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/socle/reglage.h"
#include "people.h"

static const struct destinataire bea = { 11, 1, "bea@exemple.org", "Béa", "75" },
				 lou = { 12, 2, "lou@exemple.org", "Lou", "69" };

static int64_t
a_letter(void)
{
	struct lettre l = lettre_new();
	int64_t id;

	people();
	l.sujet = "Ce mois-ci";
	l.audience = "public:benevoles";
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, lien)"
		    " VALUES (?, 1, 'bouton', 'Lire', '', 'https://exemple.org/recit?a=1&b=2'),"
		    " (?, 2, 'texte', 'Voir [le groupe](/groupes/7) ou [écrire](mailto:a@b.fr)',"
		    " '', '')"),
		I(id), I(id));
	return id;
}

/* The address of ours for URL in that letter. */
static const char *
passes(int64_t id, const char *url)
{
	return at("/public/liens/%" PRId64 "-%.16s", id, sha256_hex(&t.mem, url, strlen(url)));
}

static int64_t
clicks(int64_t id)
{
	return db_int(&t,
		SQL("SELECT COALESCE(SUM(clics), -1) FROM lettre_clic WHERE lettre_id = ?"), I(id));
}

static bool
holds(const char *text, const char *words)
{
	return strstr(text, words) != NULL;
}

TEST(lettres_links_lead_straight_unless_clicks_are_counted)
{
	int64_t id = a_letter();
	struct rendu of;

	check(lettre_freeze(&t, id) == 1 && lettre_edition(&t, id, 1, &of));
	check(holds(of.html, "href=\"https://exemple.org/recit?a=1&amp;b=2\""));
	check(!holds(of.html, "/public/liens/") && clicks(id) == -1);
}

TEST(lettres_links_that_are_counted_are_the_same_for_all)
{
	static const char recit[] = "https://exemple.org/recit?a=1&b=2";
	int64_t id = a_letter();
	struct rendu before, of, hers, other;
	const char *groupe = at("%s/groupes/7", conf.site_url);

	reglage_set(&t, "lettres.clics", "1");
	check(lettre_render(&t, id, &before) && clicks(id) == -1);
	check(lettre_freeze(&t, id) == 1 && lettre_edition(&t, id, 1, &of));
	check(strcmp(before.html, of.html) == 0);
	lettre_personal(&t, &of, &bea, &hers);
	lettre_personal(&t, &of, &lou, &other);
	check(holds(hers.html, at("href=\"%s%s\"", conf.site_url, passes(id, recit))));
	check(holds(other.html, at("href=\"%s%s\"", conf.site_url, passes(id, recit))));
	check(holds(hers.html, passes(id, groupe)));
	check(!holds(hers.html, "exemple.org/recit") && holds(hers.html, "mailto:a@b.fr"));
	check(holds(hers.html, lettre_lien(&t, bea.envoi)));
	check(holds(hers.html, at("href=\"%s/lettres/%" PRId64 "/en-ligne", conf.site_url, id)));
	check(holds(hers.texte, recit) && holds(hers.texte, groupe));
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lettre_clic WHERE lettre_id = ?"), I(id)) == 2);
}

TEST(lettres_clicks_are_a_total_and_lead_to_links_of_that_letter_alone)
{
	static const char recit[] = "https://exemple.org/recit?a=1&b=2";
	int64_t id = a_letter();
	const char *ours = passes(id, recit);

	reglage_set(&t, "lettres.clics", "1");
	check(get(ours) == 404);
	lettre_freeze(&t, id);
	as(0);
	check(get(ours) == 303);
	check(strcmp(t_reply->location, recit) == 0);
	as(benp);
	check(get(ours) == 303);
	check(clicks(id) == 2);
	check(get(passes(id, "https://ailleurs.example/")) == 404);
	check(get(passes(id + 1, recit)) == 404);
	check(get(at("/public/liens/%" PRId64 "-", id)) == 404);
	check(get("/public/liens/https://ailleurs.example/") == 404);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', commence_le = UTC_TIMESTAMP(),"
		    " fini_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(id));
	as(sal);
	check(get(at("/lettres/%" PRId64 "/rapport", id)) == 200);
	check_says("https://exemple.org/recit?a=1&amp;b=2");
	reglage_set(&t, "lettres.clics", "0");
	as(0);
	check(get(ours) == 303);
	check(strcmp(t_reply->location, recit) == 0);
	check(clicks(id) == 2);
}

TEST(lettres_clicks_are_counted_where_an_administrator_says_so)
{
	people();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(sal);
	check(post("/admin/lettres", "clics=oui") == 403);
	as(adm);
	check(get("/admin/lettres") == 200);
	check_says("value=\"non\" checked");
	check(post("/admin/lettres", "clics=peut-etre") == 422);
	check(post("/admin/lettres", "clics=oui") == 303);
	check(lettre_clics_on(&t));
	check(get("/admin/lettres") == 200);
	check_says("value=\"oui\" checked");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE acte = 'reglage.modifie'"
			  " AND apres = 'lettres.clics: 1' AND acteur_id = ?"),
		      I(adm)) == 1);
}
