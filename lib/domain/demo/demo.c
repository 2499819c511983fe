/* demo.c - what groups published, for a demonstration instance: read from a file, by the same
 * functions as the pages, each thing by its author; nobody is told */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/param.h"
#include "domain/acces/acces.h"
#include "base/conf.h"
#include "domain/demo/demo.h"
#include "domain/fil/priorite.h"
#include "domain/fil/publication.h"
#include "domain/fil/sondage.h"
#include "domain/fil/tache.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/reaction.h"

static int64_t
number(json_object *o, const char *key)
{
	return json_object_get_int64(json_member(o, key));
}

static const char *
text(json_object *o, const char *key)
{
	const char *s = json_text(o, key);

	return s != NULL ? s : "";
}

/* From now on the reader is WHO: an address, "coordination", or the n-th member of the group. */
static bool
become(struct req *r, int64_t groupe, const char *who)
{
	int64_t nth = strtoll(who, NULL, 10);

	r->user.id = strchr(who, '@') != NULL ?
		db_int(r, SQL("SELECT id FROM contact WHERE email = ? AND acces > 0 LIMIT 1"),
			S(who)) :
		db_int(r,
			SQL("SELECT m.contact_id FROM membre m"
			    " JOIN contact c ON c.id = m.contact_id AND c.acces > 1"
			    " WHERE m.groupe_id = ? AND m.fin IS NULL AND m.role = ?"
			    " GROUP BY m.contact_id ORDER BY m.contact_id LIMIT 1 OFFSET ?"),
			I(groupe), S(nth > 0 ? "membre" : who), I(nth > 0 ? nth - 1 : 0));
	r->user.level =
		db_int(r, SQL("SELECT acces = 3 FROM contact WHERE id = ?"), I(r->user.id)) ?
		STAFF :
		MEMBER;
	return r->user.id != 0;
}

/* As if it had been written H hours ago. */
static void
age(struct req *r, int64_t id, int64_t h)
{
	db_exec(r, SQL("UPDATE objet SET cree_le = UTC_TIMESTAMP() - INTERVAL ? HOUR WHERE id = ?"),
		I(h), I(id));
}

/* The reader answers what stands in that place. */
static void
answer(struct req *r, int64_t id, int64_t rang)
{
	struct param vote = { 0 };

	vote.name = arena_printf(&r->mem, "q%" PRId64,
		db_int(r, SQL("SELECT id FROM sondage_question WHERE sondage_id = ?"), I(id)));
	vote.value = arena_printf(&r->mem, "%" PRId64,
		db_int(r, SQL("SELECT id FROM sondage_option WHERE sondage_id = ? AND rang = ?"),
			I(id), I(rang)));
	r->params = &vote;
	sondage_vote(r, id);
	r->params = NULL;
}

static void
poll(struct req *r, int64_t groupe, int64_t id, json_object *p)
{
	struct sondage *s = arena_alloc(&r->mem, sizeof *s);
	json_object *options = json_member(p, "options"), *votes = json_member(p, "votes");
	struct question *q = &s->questions[0];
	int64_t nth = 20;

	*s = (struct sondage) { .genre = "sondage", .resultat = "suite", .n = 1 };
	q->texte = "";
	for (size_t i = 0; i < json_object_array_length(options) && i < OPTIONS; i++)
		q->options[q->n++].texte =
			json_object_get_string(json_object_array_get_idx(options, i));
	sondage_create(r, id, s);
	for (size_t i = 0; i < json_object_array_length(votes); i++)
		for (int64_t n = json_object_get_int64(json_object_array_get_idx(votes, i)); n > 0;
			n--)
			if (become(r, groupe, arena_printf(&r->mem, "%" PRId64, nth++)))
				answer(r, id, (int64_t) i);
}

static void
answers(struct req *r, int64_t groupe, int64_t id, json_object *p)
{
	json_object *comments = json_member(p, "commentaires"),
		    *signs = json_member(p, "reactions");
	int64_t hours = number(p, "il_y_a");

	for (size_t i = 0; comments != NULL && i < json_object_array_length(comments); i++) {
		json_object *c = json_object_array_get_idx(comments, i);

		if (!become(r, groupe, json_object_get_string(json_object_array_get_idx(c, 0))))
			continue;
		hours -= hours > 1;
		age(r,
			commentaire_create(
				r, id, 0, json_object_get_string(json_object_array_get_idx(c, 1))),
			hours);
	}
	if (signs == NULL)
		return;
	json_object_object_foreach(signs, key, n) for (int64_t i = 1; i <= json_object_get_int64(n);
		i++) if (become(r, groupe, arena_printf(&r->mem, "%" PRId64, i)))
		reaction_toggle(r, id, (int) strtol(key, NULL, 10));
}

static void
publish(struct req *r, int64_t groupe, json_object *p)
{
	struct publication one = { .groupe = groupe,
		.genre = text(p, "genre"),
		.titre = text(p, "titre"),
		.texte = text(p, "texte"),
		.important = json_object_get_boolean(json_member(p, "important")) };
	int64_t id;

	if (!become(r, groupe, text(p, "auteur")))
		return;
	id = publication_create(r, &one);
	age(r, id, number(p, "il_y_a"));
	if (json_object_get_boolean(json_member(p, "epingle")))
		publication_pin(r, id, true);
	if (strcmp(one.genre, "sondage") == 0)
		poll(r, groupe, id, p);
	answers(r, groupe, id, p);
}

static void
act(struct req *r, int64_t groupe, json_object *t)
{
	const char *day = arena_strdup(&r->mem,
		db_string(r, SQL("SELECT UTC_DATE() + INTERVAL ? DAY"), I(number(t, "dans"))));
	struct tache one = { .groupe = groupe,
		.titre = text(t, "titre"),
		.texte = text(t, "texte"),
		.echeance = day };
	int64_t id;

	if (*text(t, "qui") != '\0' && become(r, groupe, text(t, "qui")))
		one.responsable = r->user.id;
	else if (!become(r, groupe, "coordination") && !become(r, groupe, "1"))
		return;
	id = tache_create(r, &one);
	tache_move(r, id, text(t, "etat"));
}

static void
load_group(struct req *r, json_object *g, int64_t groupe)
{
	json_object *posts = json_member(g, "publications"), *tasks = json_member(g, "actions"),
		    *firsts = json_member(g, "priorites");
	const char *textes[PRIORITES];

	for (size_t i = 0; tasks != NULL && i < json_object_array_length(tasks); i++)
		act(r, groupe, json_object_array_get_idx(tasks, i));
	for (size_t i = 0; posts != NULL && i < json_object_array_length(posts); i++)
		publish(r, groupe, json_object_array_get_idx(posts, i));
	for (size_t i = 0; i < PRIORITES; i++)
		textes[i] = firsts != NULL && i < json_object_array_length(firsts) ?
			json_object_get_string(json_object_array_get_idx(firsts, i)) :
			"";
	r->user.id = 0;
	if (firsts != NULL)
		priorite_set(r, groupe, textes);
}

/* Publish what the file says in each group that it names by title, once and for all.  How many
 * groups; 0 when it was done before. */
int
demo_load(struct req *r, json_object *groups)
{
	int n = 0;

	if (db_exec(r,
		    SQL("INSERT IGNORE INTO reglage (cle, valeur) VALUES ('demo_groupes', '1')")) ==
		0)
		return 0;
	for (size_t i = 0; i < json_object_array_length(groups); i++) {
		json_object *g = json_object_array_get_idx(groups, i);
		int64_t groupe = db_int(r,
			SQL("SELECT o.id FROM objet o WHERE o.genre = 'groupe' AND o.titre = ?"
			    " LIMIT 1"),
			S(text(g, "groupe")));

		if (groupe != 0) {
			load_group(r, g, groupe);
			n++;
		}
	}
	db_exec(r,
		SQL("DELETE FROM notif_cible WHERE evenement_id IN (SELECT e.id"
		    " FROM notif_evenement e"
		    " JOIN objet o ON o.id = e.objet_id WHERE o.genre IN ('publication',"
		    " 'commentaire', 'tache'))"));
	return n;
}

/* What LOAD makes of the JSON of that file, in one transaction; -1: it is none. */
int
demo_file(struct req *r, const char *path, int (*load)(struct req *, json_object *))
{
	const char *text = conf_file_text(path);
	json_object *all = text != NULL ? json_whole(&r->mem, text, strlen(text)) : NULL;
	int n;

	if (all == NULL)
		return -1;
	db_begin(false);
	n = load(r, all);
	db_commit();
	return n;
}
