/* lettres_test.c - newsletters: who writes them, what becomes of them */

#include <inttypes.h>

#include "domain/lettres/lettre.h"
#include "people.h"
#include "plants.h"

/* One that has left for that group, by AUTHOR. */
PLANT(lettre)
{
	struct lettre l = lettre_new();
	int64_t id;

	as(author);
	word = plant_plain(word);
	l.sujet = arena_printf(&t.mem, "Lettre %s", word);
	l.apercu = arena_printf(&t.mem, "On y parle de %s", word);
	l.audience = arena_printf(&t.mem, "public:groupe-%" PRId64, group);
	t.user.id = author;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t,
		SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite)"
		    " VALUES (?, 1, 'texte', ?, '')"),
		I(id), S(arena_printf(&t.mem, "Bonjour **%s**", word)));
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'envoyee', fini_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(id));
	lettre_follow(&t, id);
	lettre_index(&t, id);
	return id;
}

TEST(lettres_are_written_by_who_has_the_domain)
{
	people();
	as(benp);
	check(get("/lettres/nouvelle") == 403);
	check(post("/lettres/nouvelle", "objet=Bonjour") == 403);
	as(sal);
	check(get("/lettres/nouvelle") == 200);
	check_says("Les bénévoles et l’équipe salariée");
	check(post("/lettres/nouvelle", "objet=Bonjour&audience=public:benevoles") == 303);
	check(get(at("/lettres/%" PRId64, last())) == 200);
	as(benp);
	check(get(at("/lettres/%" PRId64, last())) == 404);
}
