/* requete_demo.c - some requests of persons, for a demonstration: once, again harmless */

#include <stdio.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/demandes/dpo.h"
#include "domain/demandes/requete.h"
#include "domain/demandes/requete_demo.h"

static const struct ancienne {
	const char *genre, *voie, *message;
	int jours; /* ago */
	bool identite, rendue;
} all[] = {
	{ "effacement", "courriel", "J’ai quitté le groupe, merci d’effacer mes données.", 22,
		true },
	{ "acces", "compte", "", 14, true },
	{ "rectification", "lettre", "Je porte désormais mon nom d’usage.", 5 },
	{ "opposition", "courriel", "Je ne veux plus de lettres.", 1, true, true },
};
enum { ALL = sizeof all / sizeof *all };

static const char *
ago(struct req *r, int days)
{
	return text_iso_at(&r->mem, clock_now() - (time_t) days * 86400);
}

static void
make(struct req *r, const struct ancienne *a, int64_t contact_id)
{
	struct requete q = { .contact_id = contact_id,
		.genre = a->genre,
		.voie = a->voie,
		.message = a->message,
		.recue_le = ago(r, a->jours),
		.identite_le = "",
		.identite = "" };

	db_read(r, SQL("SELECT CONCAT_WS(' ', prenom, nom), email FROM contact WHERE id = ?"),
		INTO(TO(&q.nom), TO(&q.adresse)), I(contact_id));
	q.id = requete_new(r, &q);
	db_exec(r, SQL("UPDATE requete_etape SET le = le - INTERVAL ? DAY WHERE requete_id = ?"),
		I(a->jours), I(q.id));
	if (a->identite)
		requete_identified(
			r, &q, ago(r, a->jours > 3 ? a->jours - 3 : 0), "réponse à son adresse");
	if (a->rendue)
		requete_answered(r, &q, "");
}

/* essaim-admin demo requests */
int
requete_demo(struct req *r, char **argv)
{
	struct rows *people;
	int n = 0;

	(void) argv;
	db_begin(false);
	people = db_rows(r,
		SQL("SELECT id FROM contact WHERE acces = 2 AND retire_le IS NULL AND email <> ''"
		    " AND id NOT IN (SELECT contact_id FROM compte)"
		    " AND NOT EXISTS (SELECT 1 FROM requete) ORDER BY id LIMIT 4"));
	while (n < ALL && db_next(people, &r->mem))
		make(r, &all[n++], db_num(people, 0));
	if (n > 0)
		dpo_set(r, "Anne Vidal", "dpo@exemple.org");
	db_commit();
	printf("demo: requests=%d\n", n);
	return 0;
}
