/* segments_test.c - segments: each way of asking, saved, shared, used, and said when they break */

#include <inttypes.h>

#include "composes.h"
#include "domain/annuaire/filtre_critere.h"

TEST(segments_compare_texts_postcodes_and_choices)
{
	composes();
	as_staff();
	check_text(found_by(C("ville", "contient", "\"etienne\"")), "Berthe");
	check_text(found_by(C("ville", "commence", "\"saint\"")), "Berthe");
	check_text(found_by(C("ville", "est", "\"PARIS\"")), "Élodie");
	check_text(found_by(C("ville", "contient", "\"%\"")), "");
	check_text(found_by(C("ville", "rempli")), "Berthe Élodie");
	check_text(found_by(C("ville", "vide") "," C("statut", "parmi", "\"confirme\"")), "Coline");
	check_text(found_by(C("code_postal", "commence", "\"75\",\"92\"")), "Berthe Élodie");
	check_text(found_by(C("code_postal", "commence", "\"75\"")), "Élodie");
	check_text(found_by(C("competences", "parmi", "\"photo\",\"vente\"")), "Berthe Élodie");
	check_text(found_by(C("competences", "chacun", "\"photo\",\"video\"")), "Élodie");
	check_text(found_by(C("competences", "hors", "\"video\"") "," C(
			   "statut", "parmi", "\"confirme\"")),
		"Berthe Coline");
	check_text(found_by(C("prenom", "sans", "\"e\"")), "");
}

/* Half past midnight in Paris, the evening before in universal time. */
TEST(segments_count_days_as_the_clock_of_the_site)
{
	struct noeud n = { .op = O_RECENT, .v = { "1" }, .n = 1 };
	const char *from, *to;

	t_clock("2027-06-30 22:30:00");
	check_text(condition_today(&t), "2027-07-01");
	condition_day(&t, &n, &from, &to, false);
	check_text(from, "2027-06-30");
	check_text(to, "2027-07-02");
	condition_day(&t, &n, &from, &to, true);
	check_text(from, "2027-06-29 22:00:00");
	check_text(to, "2027-07-01 22:00:00");
	n.op = O_EST;
	n.v[0] = "2027-10-31"; /* a day of 25 hours */
	condition_day(&t, &n, &from, &to, true);
	check_text(from, "2027-10-30 22:00:00");
	check_text(to, "2027-10-31 23:00:00");
}

TEST(segments_compare_dates_and_numbers)
{
	composes();
	as_staff();
	field_of("heures", "nombre");
	field_of("permis_le", "date");
	value_of(benp, "heures", "12.5");
	value_of(benl, "heures", "9");
	value_of(benp, "permis_le", "2026-06-01");
	check_text(found_by(C("heures", "plus", "\"10\"")), "Élodie");
	check_text(found_by(C("heures", "moins", "\"10\"")), "Berthe");
	check_text(found_by(C("heures", "entre", "\"9\",\"12,5\"")), "Berthe Élodie");
	check_text(found_by(C("heures", "est", "\"12,50\"")), "Élodie");
	check_text(found_by(C("permis_le", "avant", "\"2026-06-01\"")), "");
	check_text(found_by(C("permis_le", "apres", "\"01/06/2026\"")), "Élodie");
	check_text(found_by(C("permis_le", "entre", "\"2026-05-01\",\"2026-06-01\"")), "Élodie");
	check_text(found_by(C("date_naissance", "mois", "\"6\"")), "Élodie");
	check_text(found_by(C("date_naissance", "age", "\"18\",\"60\"")), "Élodie");
	check_text(found_by(C("date_naissance", "avant", "\"1990-06-15\"")), "");
	check_text(found_by(C("@vu", "recent", "\"5\"")), "Adèle");
	check_text(found_by(C("@vu", "ancien", "\"2\"")), "Adèle");
	check_text(found_by(C("@vu", "recent", "\"2\"")), "");
	check(strstr(found_by(C("@arrivee", "recent", "\"1\"")), "Berthe") != NULL);
	check_text(found_by(C("@compte", "parmi", "\"ouvert\"")), "Adèle");
	check(strstr(found_by(C("@compte", "parmi", "\"jamais\"")), "Berthe") != NULL);
}

TEST(segments_know_groups_below_roles_and_the_past)
{
	const char *p, *l;

	composes();
	as_staff();
	p = arena_printf(&t.mem, "\"v\":[\"%" PRId64 "\"]", paris);
	l = arena_printf(&t.mem, "\"v\":[\"%" PRId64 "\"]", lille);
#define G(op, v, more) \
	found_by(arena_printf(&t.mem, "{\"sujet\":\"groupe\",\"op\":\"%s\",%s%s}", op, v, more))
	check_text(G("membre", p, ""), "Coline Élodie");
	check(strstr(G("membre", p, ",\"dessous\":true"), "Berthe") != NULL);
	check_text(G("membre", p, ",\"role\":\"coordination\""), "Coline");
	check_text(G("membre", l, ""), "");
	check_text(G("deja", l, ""), "Berthe");
	check(strstr(G("etranger", p, ""), "Coline") == NULL);
	check(strstr(G("etranger", p, ""), "Berthe") != NULL);
	check_text(found_by(C("@role", "parmi", "\"coordination\"")), "Coline");
}

TEST(segments_combine_two_levels_and_more)
{
	composes();
	as_staff();
	check_text(found_by("{\"lien\":\"une\",\"si\":[" C(
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
