/* segments_test.c - segments: each way of asking, saved, shared, used, and said when they break */

#include <inttypes.h>

#include "base/clock.h"
#include "base/str.h"
#include "domain/acces.h"
#include "domain/arbre.h"
#include "domain/cycle.h"
#include "domain/segment.h"
#include "t.h"
#include "web/reply.h"

static int64_t coop, benp, benl, sal, adm, paris, lille, equipe;

static int64_t
field(const char *cle, const char *genre)
{
	db_exec(&t,
		SQL("INSERT INTO champ (cle, libelle, genre, origine, lecture, ecriture, bloc, ordre, finalite, conservation)"
		    " VALUES (?, ?, ?, 'plateforme', 1, 3, 'profil', 500, 'x', 'x')"),
		S(cle), S(cle), S(genre));
	modele_changed(&t);
	return db_int(&t, SQL("SELECT id FROM champ WHERE cle = ?"), S(cle));
}

static void
value(int64_t who, const char *cle, const char *valeur)
{
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, ? FROM champ WHERE cle = ?"),
		I(who), S(valeur), S(cle));
}

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	lille = t_group("groupe_local", "Groupe local de Lille");
	equipe = t_group("groupe_local", "Équipe du canal");
	arbre_move(&t, equipe, paris);
	coop = t_person("Coline", "Martin", "coline@exemple.org", "confirme", "benevole");
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	sal = t_person("Salomé", "Siège", "salome@exemple.org", "", "salarie");
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	db_exec(&t,
		SQL("INSERT INTO compte (contact_id, role, cree_le, vu_le) VALUES (?, 'admin', UTC_TIMESTAMP(),"
		    " UTC_TIMESTAMP() - INTERVAL 3 DAY)"),
		I(adm));
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(equipe, benl, "membre");
	t_member(lille, benl, "membre");
	db_exec(&t, SQL("UPDATE membre SET fin = '2026-01-01' WHERE groupe_id = ?"), I(lille));
	db_exec(&t,
		SQL("UPDATE contact SET code_postal = '75011', ville = 'Paris', date_naissance = '1990-06-15' WHERE id = ?"),
		I(benp));
	db_exec(&t,
		SQL("UPDATE contact SET code_postal = '92100', ville = 'Saint-Étienne-du-Bois' WHERE id = ?"),
		I(benl));
	value(benp, "competences", "photo");
	value(benp, "competences", "video");
	value(benl, "competences", "photo");
	acces_contact(&t, adm);
	t_settle(benp);
	t_settle(benl);
	modele_changed(&t);
}

static const char *
first_names(struct filtre *f)
{
	struct rows *rows = filtre_rows(&t, f, 100, 0, false);
	const char *all = "";

	while (db_next(rows, &t.mem))
		all = arena_printf(
			&t.mem, "%s%s%s", all, *all != '\0' ? " " : "", db_text(rows, P_PRENOM));
	return all;
}

/* The first names, in order, that the conditions find: before they are counted and after. */
static const char *
found(const char *conditions)
{
	struct noeud *tree = condition_parse(
		&t.mem, arena_printf(&t.mem, "{\"lien\":\"toutes\",\"si\":[%s]}", conditions));
	struct filtre *f = filtre_of(&t, "");
	const char *names, *n;
	int64_t people = 0;

	check(tree != NULL);
	if (tree == NULL)
		return "";
	filtre_add(&t, f, tree);
	names = first_names(f);
	for (n = names; *n != '\0'; n++)
		people += n == names || n[-1] == ' ';
	check(filtre_count(&t, f, 0) == people);
	check(strcmp(first_names(f), names) == 0);
	return names;
}

#define C(sujet, op, ...) "{\"sujet\":\"" sujet "\",\"op\":\"" op "\",\"v\":[" __VA_ARGS__ "]}"

static void
as_staff(void)
{
	t.user.id = adm;
	t.user.level = ADMIN;
}

TEST(segments_compare_texts_postcodes_and_choices)
{
	people();
	as_staff();
	check_text(found(C("ville", "contient", "\"etienne\"")), "Berthe");
	check_text(found(C("ville", "commence", "\"saint\"")), "Berthe");
	check_text(found(C("ville", "est", "\"PARIS\"")), "Élodie");
	check_text(found(C("ville", "contient", "\"%\"")), "");
	check_text(found(C("ville", "rempli")), "Berthe Élodie");
	check_text(found(C("ville", "vide") "," C("statut", "parmi", "\"confirme\"")), "Coline");
	check_text(found(C("code_postal", "commence", "\"75\",\"92\"")), "Berthe Élodie");
	check_text(found(C("code_postal", "commence", "\"75\"")), "Élodie");
	check_text(found(C("competences", "parmi", "\"photo\",\"vente\"")), "Berthe Élodie");
	check_text(found(C("competences", "chacun", "\"photo\",\"video\"")), "Élodie");
	check_text(found(C("competences", "hors", "\"video\"") "," C(
			   "statut", "parmi", "\"confirme\"")),
		"Berthe Coline");
	check_text(found(C("prenom", "sans", "\"e\"")), "");
}

TEST(segments_compare_dates_and_numbers)
{
	people();
	as_staff();
	field("heures", "nombre");
	field("permis_le", "date");
	value(benp, "heures", "12.5");
	value(benl, "heures", "9");
	value(benp, "permis_le", "2026-06-01");
	check_text(found(C("heures", "plus", "\"10\"")), "Élodie");
	check_text(found(C("heures", "moins", "\"10\"")), "Berthe");
	check_text(found(C("heures", "entre", "\"9\",\"12,5\"")), "Berthe Élodie");
	check_text(found(C("heures", "est", "\"12,50\"")), "Élodie");
	check_text(found(C("permis_le", "avant", "\"2026-06-01\"")), "");
	check_text(found(C("permis_le", "apres", "\"01/06/2026\"")), "Élodie");
	check_text(found(C("permis_le", "entre", "\"2026-05-01\",\"2026-06-01\"")), "Élodie");
	check_text(found(C("date_naissance", "mois", "\"6\"")), "Élodie");
	check_text(found(C("date_naissance", "age", "\"18\",\"60\"")), "Élodie");
	check_text(found(C("date_naissance", "avant", "\"1990-06-15\"")), "");
	check_text(found(C("@vu", "recent", "\"5\"")), "Adèle");
	check_text(found(C("@vu", "ancien", "\"2\"")), "Adèle");
	check_text(found(C("@vu", "recent", "\"2\"")), "");
	check(strstr(found(C("@arrivee", "recent", "\"1\"")), "Berthe") != NULL);
	check_text(found(C("@compte", "parmi", "\"ouvert\"")), "Adèle");
	check(strstr(found(C("@compte", "parmi", "\"jamais\"")), "Berthe") != NULL);
}

TEST(segments_know_groups_below_roles_and_the_past)
{
	const char *p, *l;

	people();
	as_staff();
	p = arena_printf(&t.mem, "\"v\":[\"%" PRId64 "\"]", paris);
	l = arena_printf(&t.mem, "\"v\":[\"%" PRId64 "\"]", lille);
#define G(op, v, more) \
	found(arena_printf(&t.mem, "{\"sujet\":\"groupe\",\"op\":\"%s\",%s%s}", op, v, more))
	check_text(G("membre", p, ""), "Coline Élodie");
	check(strstr(G("membre", p, ",\"dessous\":true"), "Berthe") != NULL);
	check_text(G("membre", p, ",\"role\":\"coordination\""), "Coline");
	check_text(G("membre", l, ""), "");
	check_text(G("deja", l, ""), "Berthe");
	check(strstr(G("etranger", p, ""), "Coline") == NULL);
	check(strstr(G("etranger", p, ""), "Berthe") != NULL);
	check_text(found(C("@role", "parmi", "\"coordination\"")), "Coline");
}

TEST(segments_combine_two_levels_and_more)
{
	people();
	as_staff();
	check_text(found("{\"lien\":\"une\",\"si\":[" C(
			   "ville", "est", "\"Paris\"") ",{\"lien\":\"aucune\",\"si\":[" C("statut",
			   "parmi", "\"confirme\"") "," C("prenom", "est", "\"Salomé\"") "]}]}"),
		"Élodie Adèle");
	check(condition_parse(&t.mem, "{\"lien\":\"toutes\",\"si\":[]}") != NULL);
	check(condition_parse(&t.mem, "{\"lien\":\"toutes\"}") == NULL);
	check(condition_parse(&t.mem, "{\"lien\":\"x\",\"si\":[]}") == NULL);
	check(condition_parse(&t.mem, "{\"sujet\":\"ville\",\"op\":\"vide\"}") == NULL);
	check(condition_parse(&t.mem,
		      "{\"lien\":\"une\",\"si\":[{\"sujet\":\"ville\",\"op\":\"1=1\"}]}") == NULL);
	check(condition_parse(&t.mem,
		      "{\"lien\":\"une\",\"si\":[{\"sujet\":\"a'b\",\"op\":\"vide\"}]}") == NULL);
}

/* Keep a segment by the form; its address. */
static int64_t
keep(int64_t who, const char *rest)
{
	as(who);
	check(post("/annuaire/segments/nouveau", rest) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM segment"));
}

static const char *
at(int64_t id)
{
	return arena_printf(&t.mem, "/annuaire/segments/%" PRId64, id);
}

TEST(segments_are_composed_by_buttons)
{
	people();
	as(sal);
	check(get("/annuaire/segments/nouveau") == 200);
	check_says("toutes ces conditions");
	check(post("/annuaire/segments/nouveau", "g0=toutes&n0=ville&faire=c:0&nom=Essai") == 303);
	check(get(t_reply->location) == 200);
	check_says("name=\"s1\" value=\"ville\"");
	check_says("value=\"Essai\"");
	check_says("Complétez cette condition.");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=est&v1=Paris&faire=g:0") == 303);
	check(get(t_reply->location) == 200);
	check_says("Groupe de conditions");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=est&v1=Paris&g2=une&p2=0&s3=ville&p3=2&o3=est&v3=Lille&faire=x:2") ==
		303);
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
	struct str s = { &t.mem };

	people();
	as(sal);
	str_puts(&s, "g0=toutes");
	for (int i = 1; i <= 12; i++)
		str_puts(&s,
			arena_printf(&t.mem,
				"&k%d=0+{\"sujet\":\"ville\",\"op\":\"est\",\"v\":[\"Paris%d\"]}",
				i, i));
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem, "%s&faire=m:7", str_text(&s))) == 303);
	check(get(t_reply->location) == 200);
	check(times("name=\"k") == 11 && times("name=\"s") == 1 &&
		times("<option value=\"ville\"") == 1);
	check_says("Ville est Paris12");
	check_says("name=\"v7\" maxlength=\"200\" value=\"Paris7\"");
	check_says("name=\"ici\" value=\"7\"");
	check_says("aria-label=\"Retirer\u00A0: Ville est Paris3\"");
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem, "%s&faire=x:3", str_text(&s))) == 303);
	check(get(t_reply->location) == 200);
	check_hides("Paris3\"");
	check_says("Ville est Paris12");
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&k1=0+{\"sujet\":\"ville\",\"op\":\"vide\"}&g2=une&p2=0&k3=9+{}&faire=m:2") ==
		303);
	check(get(t_reply->location) == 200);
	check_says("name=\"n2\"");
	check_hides("name=\"n0\"");
	check_says("value=\"m:0\"");
}

TEST(segments_search_among_many_groups)
{
	people();
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

	people();
	id = keep(sal,
		"g0=toutes&s1=code_postal&p1=0&o1=commence&v1=75,92&faire=garder&nom=Franciliens&partage=siege");
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
	check(post(at(id),
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Autre&partage=prive") ==
		303);
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":2");
	as(adm);
	check(get(at(id)) == 404);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 404);
	as(sal);
	check(post(arena_printf(&t.mem, "%s/supprimer", at(id)), "") == 303);
	check(get(at(id)) == 404);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE objet_id = ? AND acte LIKE 'segment.%'"),
		      I(id)) == 3);
}

TEST(segments_are_shared_with_whom_one_may)
{
	int64_t id, autre;

	people();
	autre = t_person("Zoé", "Ailleurs", "zoe@exemple.org", "confirme", "benevole");
	as(benp);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=X&partage=tous") == 422);
	check(post("/annuaire/segments/nouveau",
		      arena_printf(&t.mem,
			      "g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=X&partage=groupe:%" PRId64,
			      paris)) == 422);
	id = keep(coop,
		arena_printf(&t.mem,
			"g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Du+groupe&partage=groupe:%" PRId64,
			paris));
	as(benp);
	check(get(at(id)) == 200);
	check_says("En faire une copie");
	check(post(at(id), "g0=toutes&s1=ville&p1=0&o1=vide&faire=garder&nom=X&partage=prive") ==
		403);
	as(benl); /* of a group below it */
	check(get(at(id)) == 200);
	as(autre);
	check(get(at(id)) == 404);
	as(0);
	check(get("/annuaire/segments") == 303);
}

TEST(segments_of_the_directory_keep_its_filters)
{
	people();
	as(sal);
	check(get("/annuaire?competences=photo&q=elodie") == 200);
	check_says("Garder ce segment");
	check(get("/annuaire/segments/nouveau?competences=photo&competences=vente&q=elodie&ville=Paris") ==
		200);
	check_says("Compétences comprend au moins un de Photo, Vente");
	check_says("elodie");
	check_says("1 personne");
	field("heures", "nombre");
	field("permis_le", "date");
	value(benp, "heures", "12.5");
	value(benl, "heures", "9");
	value(benp, "permis_le", "2026-06-01");
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

	people();
	field("regime", "texte");
	value(benp, "regime", "vegetarien");
	id = keep(sal,
		"g0=toutes&s1=regime&p1=0&o1=contient&v1=veg&faire=garder&nom=Repas&partage=prive");
	check(get(arena_printf(&t.mem, "/annuaire.json?segment=%" PRId64, id)) == 200);
	check_says("\"total\":1");
	db_exec(&t, SQL("UPDATE champ SET retire_le = UTC_TIMESTAMP() WHERE cle = 'regime'"));
	modele_changed(&t);
	check(get(arena_printf(&t.mem, "/annuaire?segment=%" PRId64, id)) == 200);
	check_says("Le champ « regime » a été retiré");
	check_says("Personne ne correspond");
	check(get("/annuaire/segments") == 200);
	check_says("À revoir");
	check(get(at(id)) == 200);
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

	people();
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
	check(get(at(shared)) == 200);
}

TEST(segments_invite_those_whom_one_may)
{
	int64_t id;
	const char *url;

	people();
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
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation' AND texte NOT LIKE '%Villes%'"
			  " AND html NOT LIKE '%Villes%'")) == 2);
	check(db_int(&t, SQL("SELECT utilise_le IS NOT NULL FROM segment WHERE id = ?"), I(id)) ==
		1);
}
