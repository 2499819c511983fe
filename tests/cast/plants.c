/* plants.c - one objet of each kind of the table, by the form that makes it where there is one */

#include <inttypes.h>

#include "domain/objets/adresse.h"
#include "people.h"
#include "plants.h"

extern const struct plant *const __start_plants[], *const __stop_plants[];

int64_t
plant_last(const char *genre)
{
	return db_int(&t, SQL("SELECT MAX(id) FROM objet WHERE genre = ?"), S(genre));
}

const char *
plant_url(int64_t id)
{
	const char *genre = arena_strdup(
		&t.mem, db_string(&t, SQL("SELECT genre FROM objet WHERE id = ?"), I(id)));

	return adresse(
		&t, genre, id, db_int(&t, SQL("SELECT cadre_id FROM objet WHERE id = ?"), I(id)));
}

int64_t
plant(const struct genre *g, int64_t author, int64_t group, const char *word)
{
	as(author);
	for (const struct plant *const *p = __start_plants; p < __stop_plants; p++)
		if (strcmp((*p)->genre, g->nom) == 0)
			return (*p)->plant(author, group, word);
	return 0;
}

PLANT(contact)
{
	int64_t id = t_person("Zoé", word, "zoe@exemple.org", "confirme", "benevole");

	(void) author;
	t_member(group, id, "membre");
	t_settle(id);
	return id;
}

PLANT(groupe)
{
	(void) author;
	(void) group;
	return t_group("groupe_local", at("Groupe %s", word));
}

PLANT(publication)
{
	(void) author;
	check(post(at("/groupes/%" PRId64 "/publications", group),
		      at("genre=message&titre=T+%s&texte=Le+%s+est+la", word, word)) == 303);
	return plant_last("publication");
}

PLANT(commentaire)
{
	(void) author;
	check(post(at("/groupes/%" PRId64 "/publications", group),
		      "genre=message&titre=&texte=Sans+mot") == 303);
	check(post(at("/fil/%" PRId64 "/commentaires", plant_last("publication")),
		      at("texte=Encore+%s+ici", word)) == 303);
	return plant_last("commentaire");
}

PLANT(tache)
{
	(void) author;
	check(post(at("/groupes/%" PRId64 "/actions", group),
		      at("titre=Nourrir+%s&texte=Du+grain+pour+%s", word, word)) == 303);
	return plant_last("tache");
}

PLANT(conversation)
{
	int64_t other = db_int(&t,
		SQL("SELECT contact_id FROM membre WHERE groupe_id = ? AND contact_id <> ?"
		    " ORDER BY id LIMIT 1"),
		I(group), I(author));

	check(post("/messages/nouveau", at("a=%" PRId64 "&titre=&texte=Chut+%s", other, word)) ==
		303);
	return plant_last("conversation");
}

PLANT(segment)
{
	(void) author;
	(void) group;
	check(post("/annuaire/segments/nouveau",
		      at("g0=toutes&s1=ville&p1=0&o1=est&v1=Paris&faire=garder&partage=prive"
			 "&nom=Segment+%s",
			      word)) == 303);
	return plant_last("segment");
}

const char *
plant_plain(const char *word)
{
	char *plain = arena_strdup(&t.mem, word);

	for (char *s = plain; (s = strchr(s, '+')) != NULL;)
		*s = ' ';
	return plain;
}
