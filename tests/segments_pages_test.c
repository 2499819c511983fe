/* segments_pages_test.c - segments composed, kept, shared and used on screen */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "composes.h"
#include "domain/acces/acces.h"
#include "domain/annuaire/segment.h"
#include "domain/socle/modele.h"
#include "domain/vie/cycle.h"

/* Keep a segment by the form; its address. */
static int64_t
keep(int64_t who, const char *rest)
{
	as(who);
	check(post("/annuaire/segments/nouveau", rest) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM segment"));
}

static const char *
segment_at(int64_t id)
{
	return arena_printf(&t.mem, "/annuaire/segments/%" PRId64, id);
}

TEST(segments_are_composed_by_buttons)
{
	composes();
	as(sal);
	check(get("/annuaire/segments/nouveau") == 200);
	check_says("toutes ces conditions");
	check(post("/annuaire/segments/nouveau", "g0=toutes&n0=ville&faire=c:0&nom=Essai") == 303);
	check(get(t_reply->location) == 200);
	check_says("name=\"s1\" value=\"ville\"");
	check_says("value=\"Essai\"");
	check_says("Complétez cette condition.");
	check_hides("class=\"err\""); /* nobody touched it yet */
	check(post("/annuaire/segments/nouveau",
		      "g0=une&s1=ville&p1=0&o1=est&v1=Paris&faire=g:0") == 303);
	check(get(t_reply->location) == 200);
	check_says("Groupe de conditions");
	check_says("<p class=\"s m\">ou</p>");
	check_hides("class=\"err\"");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=est&v1=Paris&g2=une&p2=0&s3=ville&p3=2&o3=est"
		      "&v3=Lille&faire=x:2") == 303);
	check(get(t_reply->location) == 200);
	check_hides("Lille");
	check_says("1 personne");
	check(get("/annuaire/segments/compte.json?g0=toutes&s1=ville&p1=0&o1=est&v1=Paris") == 200);
	check_says("1 personne");
	check(post("/annuaire/segments/nouveau", "g0=toutes&faire=garder&nom=&partage=prive") ==
		422);
	check_says("Ajoutez au moins une condition.");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=est&faire=garder&nom=X&partage=prive") == 422);
	check_says("Complétez cette condition.");
	check_says("class=\"err\"");
}

TEST(segments_of_long_conditions_lose_none)
{
	struct buffer body = { &t.mem };
	char value[181];

	composes();
	as(sal);
	memset(value, 'e', sizeof value - 1);
	value[sizeof value - 1] = '\0';
	buffer_puts(&body, "g0=toutes&nom=Essai&faire=c:0&n0=ville");
	for (int i = 1; i <= 15; i++)
		buffer_puts(&body,
			arena_printf(&t.mem, "&s%d=ville&p%d=0&o%d=est&v%d=%d%%C3%%A9%%22%s", i, i,
				i, i, i, value));
	check(post("/annuaire/segments/nouveau", buffer_text(&body)) == 303);
	check(strlen(t_reply->location) > 4096);
	check(get(t_reply->location) == 200);
	for (int i = 1; i <= 15; i++)
		t_check(strstr(t_reply->body, arena_printf(&t.mem, "%dé\\&quot;eee", i)) != NULL,
			__FILE__, __LINE__, "a condition is there");
	/* more than the address holds comes back at once, with a word */
	for (int i = 16; i <= 36; i++)
		buffer_puts(&body,
			arena_printf(&t.mem, "&s%d=ville&p%d=0&o%d=est&v%d=%d%%C3%%A9%%22%s%s", i,
				i, i, i, i, value, i < 36 ? value : "a"));
	check(post("/annuaire/segments/nouveau", buffer_text(&body)) == 422);
	check_says("ce segment est trop long");
	check_says("value=\"Essai\"");
	for (int i = 1; i <= 36; i++)
		t_check(strstr(t_reply->body, arena_printf(&t.mem, "%dé\\&quot;eee", i)) != NULL,
			__FILE__, __LINE__, "a condition is there");
}

TEST(segments_with_too_many_values_say_so)
{
	struct buffer body = { &t.mem };

	composes();
	as(sal);
	buffer_puts(&body, "g0=toutes&faire=c:0&n0=ville&s1=code_postal&p1=0&o1=commence&v1=");
	for (int i = 0; i < 31; i++)
		buffer_puts(&body, arena_printf(&t.mem, "%d,", 75000 + i));
	check(post("/annuaire/segments/nouveau", buffer_text(&body)) == 422);
	check_says("30 valeurs au plus");
}

static unsigned
times(const char *what)
{
	unsigned n = 0;

	for (const char *s = t_reply->body; (s = strstr(s, what)) != NULL; s += strlen(what))
		n++;
	return n;
}

/* However many conditions: one list of what to ask about, the fields of one condition. */
TEST(segments_show_one_condition_open_and_the_others_as_a_line)
{
	struct buffer s = { &t.mem };

	composes();
	as(sal);
	buffer_puts(&s, "g0=toutes");
	for (int i = 1; i <= 12; i++)
		buffer_puts(&s,
			arena_printf(&t.mem,
				"&k%d=0+{\"sujet\":\"ville\",\"op\":\"est\",\"v\":[\"Paris%d\"]}",
				i, i));
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem, "%s&faire=m:7", buffer_text(&s))) == 303);
	check(get(t_reply->location) == 200);
	check(times("name=\"k") == 11 && times("name=\"s") == 1 &&
		times("<option value=\"ville\"") == 1);
	check_says("Ville est Paris12");
	check_says("name=\"v7\" value=\"Paris7\"");
	check_says("name=\"ici\" value=\"7\"");
	check_says("aria-label=\"Retirer\u00A0: Ville est Paris3\"");
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem, "%s&faire=x:3", buffer_text(&s))) == 303);
	check(get(t_reply->location) == 200);
	check_hides("Paris3\"");
	check_says("Ville est Paris12");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&k1=0+{\"sujet\":\"ville\",\"op\":\"vide\"}&g2=une&p2=0&k3=9+{}"
		      "&faire=m:2") == 303);
	check(get(t_reply->location) == 200);
	check_says("name=\"n2\"");
	check_hides("name=\"n0\"");
	check_says("value=\"m:0\"");
}

TEST(segments_search_among_many_groups)
{
	composes();
	for (int i = 0; i < 70; i++)
		t_group("groupe_local", arena_printf(&t.mem, "Groupe numéro %d", i));
	modele_changed(&t);
	as(sal);
	check(post("/annuaire/segments/nouveau", "g0=toutes&n0=groupe&faire=c:0") == 303);
	check(get(t_reply->location) == 200);
	check_says("Chercher dans la liste");
	check_hides("Groupe numéro 12");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=groupe&p1=0&o1=membre&ici=1&cherche=NUMERO+12&faire=relire") ==
		303);
	check(get(t_reply->location) == 200);
	check_says("Groupe numéro 12</option>");
	check_hides("Groupe numéro 13");
	check_hides("premiers sur");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=groupe&p1=0&o1=membre&ici=1&cherche=numero&faire=relire") ==
		303);
	check(get(t_reply->location) == 200);
	check_says("Les 60 premiers sur 70");
}

TEST(segments_are_kept_used_changed_and_dropped)
{
	int64_t id;

	composes();
	id = keep(sal,
		"g0=toutes&s1=code_postal&p1=0&o1=commence&v1=75,92&faire=garder&nom=Franciliens"
		"&partage=siege");
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":2");
	check(get(arena_printf(
		      &t.mem, "/annuaire.json?segment=%" PRId64 "&competences=video", id)) == 200);
	check_says("\"total\":1");
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 200);
	check_says("Franciliens");
	check(get(arena_printf(&t.mem, "/annuaire.csv?segment=%" PRId64, id)) == 200);
	check(get(arena_printf(&t.mem, "/imports/lot?segment=%" PRId64 "&tout=1", id)) == 200);
	check_says("2 personnes");
	check(get("/annuaire/segments") == 200);
	check_says("Franciliens");
	db_exec(&t, SQL("UPDATE contact SET code_postal = '13001' WHERE id = ?"), I(benl));
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":1");
	check(post(segment_at(id),
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Autre&partage=prive") ==
		303);
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":2");
	as(adm);
	check(get(segment_at(id)) == 404);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 404);
	as(sal);
	check(post(arena_printf(&t.mem, "%s/supprimer", segment_at(id)), "") == 303);
	check(get(segment_at(id)) == 404);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ?"
			  " AND acte LIKE 'segment.%'"),
		      I(id)) == 3);
}

TEST(segments_are_shared_with_whom_one_may)
{
	int64_t id, autre;

	composes();
	autre = t_person("Zoé", "Ailleurs", "zoe@exemple.org", "confirme", "benevole");
	as(benp);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=X&partage=tous") == 422);
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem,
			      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=X"
			      "&partage=groupe:%" PRId64,
			      paris)) == 422);
	id = keep(coop,
		arena_printf(&t.mem,
			"g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Du+groupe"
			"&partage=groupe:%" PRId64,
			paris));
	as(benp);
	check(get(segment_at(id)) == 200);
	check_says("En faire une copie");
	check(post(segment_at(id),
		      "g0=toutes&s1=ville&p1=0&o1=vide&faire=garder&nom=X&partage=prive") == 403);
	as(benl); /* of a group below it */
	check(get(segment_at(id)) == 200);
	as(autre);
	check(get(segment_at(id)) == 404);
	as(0);
	check(get("/annuaire/segments") == 303);
}

TEST(segments_of_the_directory_keep_its_filters)
{
	composes();
	as(sal);
	check(get("/annuaire?competences=photo&q=elodie") == 200);
	check_says("Garder ce segment");
	check(get("/annuaire/segments/nouveau?competences=photo&competences=vente&q=elodie"
		  "&ville=Paris") == 200);
	check_says("Compétences comprend au moins un de Photo, Vente");
	check_says("elodie");
	check_says("1 personne");
	field_of("heures", "nombre");
	field_of("permis_le", "date");
	value_of(benp, "heures", "12.5");
	value_of(benl, "heures", "9");
	value_of(benp, "permis_le", "2026-06-01");
	check(get("/annuaire.json?heures=12,50") == 200);
	check_says("\"total\":1");
	check(get("/annuaire.json?heures=5..10") == 200);
	check_says("Berthe");
	check(get("/annuaire.json?heures=beaucoup") == 200);
	check_says("\"total\":0");
	check(get("/annuaire.json?permis_le=01/06/2026") == 200);
	check_says("\"total\":1");
	check(get("/annuaire.json?permis_le=2026") == 200);
	check_says("\"total\":1");
	check(get("/annuaire.json?permis_le=2025") == 200);
	check_says("\"total\":0");
}

TEST(segments_say_what_they_no_longer_find)
{
	int64_t id, group, tag;

	composes();
	field_of("regime", "texte");
	value_of(benp, "regime", "vegetarien");
	id = keep(sal,
		"g0=toutes&s1=regime&p1=0&o1=contient&v1=veg&faire=garder&nom=Repas&partage=prive");
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":1");
	db_exec(&t, SQL("UPDATE champ SET retire_le = UTC_TIMESTAMP() WHERE cle = 'regime'"));
	modele_changed(&t);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 200);
	check_says("Le champ «\u00A0regime\u00A0» a été retiré");
	check_says("Personne ne correspond");
	check(get("/annuaire/segments") == 200);
	check_says("À revoir");
	check(get(segment_at(id)) == 200);
	check_says("a été retiré");
	group = keep(sal,
		arena_printf(&t.mem,
			"g0=toutes&s1=groupe&p1=0&o1=membre&v1=%" PRId64
			"&faire=garder&nom=G&partage=prive",
			equipe));
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(equipe));
	modele_changed(&t);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, group)) == 200);
	check_says("Ce groupe est fermé ou n’existe plus");
	tag = db_insert(&t, SQL("INSERT INTO etiquette (nom) VALUES ('Relais')"));
	modele_changed(&t);
	id = keep(sal,
		arena_printf(&t.mem,
			"g0=aucune&s1=etiquettes&p1=0&o1=parmi&v1=%" PRId64
			"&faire=garder&nom=T&partage=prive",
			tag));
	db_exec(&t, SQL("DELETE FROM etiquette WHERE id = ?"), I(tag));
	modele_changed(&t);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 200);
	check_says("Ces étiquettes n’existent plus");
	check_says("Personne ne correspond");
}

TEST(segments_are_offered_to_other_pages_and_forgotten_with_their_author)
{
	int64_t id, shared;

	composes();
	id = keep(sal, "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Seul&partage=prive");
	shared = keep(
		sal, "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Commun&partage=siege");
	t.user.id = sal;
	t.user.level = STAFF;
	check(segment_offer(&t, "Segments") == 2);
	check(filtre_count(&t, segment_filtre(&t, id), 0) == 2);
	t.user.id = benp;
	t.user.level = MEMBER;
	check(segment_filtre(&t, id) == NULL);
	check(segment_offer(&t, "Segments") == 0);
	cycle_erase(&t, sal);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM segment WHERE id = ?"), I(id)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM segment WHERE id = ?"), I(shared)) == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet WHERE cree_par = ?"), I(sal)) == 0);
	as(adm);
	check(get(segment_at(shared)) == 200);
}

TEST(segments_invite_those_whom_one_may)
{
	int64_t id;
	const char *url;

	composes();
	id = keep(adm, "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Villes&partage=tous");
	url = arena_printf(&t.mem, "/compte/invitations/%" PRId64, id);
	as(benl);
	check(get(url) == 404);
	as(coop);
	check(get(url) == 200);
	check_says("les personnes de ce segment");
	check_says("<dd>1</dd>");
	as(adm);
	check(get(url) == 200);
	check_says("<dd>2</dd>");
	check(post(url, "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM invitation WHERE contact_id IN (?, ?)"), I(benp),
		      I(benl)) == 2);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation'"
			  " AND texte NOT LIKE '%Villes%'"
			  " AND html NOT LIKE '%Villes%'")) == 2);
	check(db_int(&t, SQL("SELECT utilise_le IS NOT NULL FROM segment WHERE id = ?"), I(id)) ==
		1);
}
