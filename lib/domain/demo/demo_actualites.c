/* demo_actualites.c - a year of news, for a demonstration instance: read from a file, made by the
 * same functions as the pages; nobody is told
 *
 * Those who have an account by then have acknowledged the charter: who comes later meets it.
 */

#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "domain/actualites/actualite.h"
#include "domain/demo/demo_actualites.h"
#include "domain/demo/demo_agenda.h"
#include "domain/demo/demo_image.h"
#include "domain/objets/commentaire.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/reaction.h"

static int64_t
number(json_object *o, const char *key, int64_t usual)
{
	json_object *v = json_member(o, key);

	return v != NULL ? json_object_get_int64(v) : usual;
}

static const char *
text(json_object *o, const char *key, const char *usual)
{
	const char *s = json_text(o, key);

	return s != NULL ? s : usual;
}

/* The moment that is DANS days from today, at its hour of the wall. */
static const char *
moment(struct req *r, json_object *o)
{
	struct wall w = wall_add_days(wall_at(clock_now()), (int) number(o, "dans", 0));
	time_t t;

	w.hour = (int) number(o, "heure", 9);
	w.minute = 0;
	wall_instant(w, &t);
	return clock_sql(&r->mem, t);
}

static int64_t
make(struct req *r, json_object *o, int64_t groupe)
{
	struct actualite a = actualite_new();
	int64_t id;

	a.groupe = groupe;
	a.groupes[0] = groupe;
	a.sorte = text(o, "sorte", "actualite");
	a.titre = text(o, "titre", "");
	a.chapeau = text(o, "chapeau", "");
	a.texte = text(o, "texte", "");
	a.engagement = text(o, "engagement", "");
	a.audience = text(o, "audience", "benevoles");
	a.departements[0] = json_text(o, "departement");
	a.une = json_object_get_boolean(json_member(o, "une"));
	a.image_alt = number(o, "image", 0) != 0 ? demo_image_alt : "";
	id = actualite_create(r, &a);
	if (number(o, "image", 0) != 0)
		actualite_picture(r, id, demo_image(r, id, (unsigned) number(o, "image", 0)));
	return id;
}

static void
tag(struct req *r, int64_t id, const char *nom)
{
	int64_t tag = *nom != '\0' ? etiquette_find(r, nom) : 0;

	if (tag != 0)
		etiquette_put(r, id, &tag, 1);
}

/* So many people of those who read it react; the comments are of the first. */
static void
answer(struct req *r, int64_t id, json_object *o)
{
	int64_t author = r->user.id;
	json_object *said = json_member(o, "commentaires");
	struct rows *who = db_rows(r,
		SQL("SELECT c.id FROM contact c JOIN objet o ON o.id = ? WHERE c.acces > 1"
		    " AND c.id <> ? AND " SEEN_BY("o", "c.id") " ORDER BY c.id % 11, c.id LIMIT ?"),
		I(id), I(author), I(number(o, "reactions", 0)));

	for (size_t n = 0; db_next(who, &r->mem); n++) {
		r->user.id = db_num(who, 0);
		reaction_toggle(r, id, (int) (n % 4) + 1);
		if (said != NULL && n < json_object_array_length(said))
			commentaire_create(r, id, 0,
				json_object_get_string(json_object_array_get_idx(said, n)));
	}
	r->user.id = author;
}

/* It was, or will be, published at its moment. */
static void
publish(struct req *r, int64_t id, json_object *o)
{
	const char *when = moment(r, o), *etat = text(o, "etat", "publiee");

	if (strcmp(etat, "programmee") == 0) {
		actualite_schedule(r, id, when);
		return;
	}
	if (strcmp(etat, "brouillon") == 0)
		return;
	actualite_publish(r, id);
	answer(r, id, o);
	db_exec(r,
		SQL("UPDATE actualite a JOIN objet o ON o.id = a.id SET a.publie_le = ?,"
		    " o.cree_le = ?, o.modifie_le = ? WHERE a.id = ?"),
		S(when), S(when), S(when), I(id));
	db_exec(r,
		SQL("UPDATE objet o JOIN commentaire c ON c.id = o.id SET o.cree_le = ?"
		    " + INTERVAL 5 HOUR, o.modifie_le = o.cree_le WHERE c.sur_id = ?"),
		S(when), I(id));
}

static void
tell_nobody(struct req *r)
{
	db_exec(r,
		SQL("DELETE t FROM notif_cible t JOIN notif_evenement e ON e.id = t.evenement_id"
		    " LEFT JOIN commentaire k ON k.id = e.objet_id"
		    " JOIN objet o ON o.id = COALESCE(k.sur_id, e.objet_id)"
		    " WHERE o.genre = 'actualite'"));
	db_exec(r,
		SQL("INSERT IGNORE INTO charte_accord (contact_id, version_id, le)"
		    " SELECT k.contact_id, COALESCE((SELECT MAX(p.id) FROM page_texte p"
		    " WHERE p.nom = 'charte'), 0), UTC_TIMESTAMP() FROM compte k"));
	db_exec(r, SQL("UPDATE compte SET charte_le = COALESCE(charte_le, UTC_TIMESTAMP())"));
}

/* Make what the file says, of the Siège or of the group that it names, once and for all.  How many;
 * 0 when it was done before. */
int
demo_actualites(struct req *r, json_object *items)
{
	int n = 0;

	if (db_exec(r,
		    SQL("INSERT IGNORE INTO reglage (cle, valeur)"
			" VALUES ('demo_actualites', '1')")) == 0)
		return 0;
	for (size_t i = 0; i < json_object_array_length(items); i++) {
		json_object *o = json_object_array_get_idx(items, i);
		const char *nom = text(o, "groupe", "");
		int64_t id,
			groupe = db_int(r,
				SQL("SELECT o.id FROM objet o WHERE o.genre = 'groupe'"
				    " AND o.titre = ? LIMIT 1"),
				S(nom));

		if (*nom != '\0' && groupe == 0)
			continue;
		r->user.id = demo_coordinator(r, groupe);
		id = make(r, o, groupe);
		tag(r, id, text(o, "etiquette", ""));
		publish(r, id, o);
		n++;
	}
	r->user.id = 0;
	tell_nobody(r);
	return n;
}
