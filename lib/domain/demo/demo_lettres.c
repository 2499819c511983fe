/* demo_lettres.c - a year of letters, for a demonstration instance: read from a file, written and
 * frozen by the same functions as the pages; nothing is sent
 */

#include <string.h>

#include "base/clock.h"
#include "base/local.h"
#include "domain/demo/demo_agenda.h"
#include "domain/demo/demo_image.h"
#include "domain/demo/demo_lettres.h"
#include "domain/lettres/lettre_archive.h"
#include "domain/lettres/lettre_audience.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/objets/etiquette.h"

enum { RECENT = 35, TAGS = 8 }; /* letters of so many days have a row for each recipient */

static const char *
text(json_object *o, const char *key, const char *usual)
{
	const char *s = json_text(o, key);

	return s != NULL ? s : usual;
}

static int64_t
number(json_object *o, const char *key)
{
	return json_object_get_int64(json_member(o, key));
}

/* At 9 h of the site, so many days from today. */
static const char *
moment(struct req *r, int64_t days)
{
	struct wall w = wall_add_days(wall_at(clock_now()), (int) days);
	time_t t;

	w.hour = 9;
	w.minute = 0;
	wall_instant(w, &t);
	return clock_sql(&r->mem, t);
}

static void
add_blocks(struct req *r, int64_t id, json_object *blocks)
{
	for (size_t i = 0; blocks != NULL && i < json_object_array_length(blocks); i++) {
		json_object *b = json_object_array_get_idx(blocks, i);
		int64_t image = number(b, "image");

		db_exec(r,
			SQL("INSERT INTO lettre_bloc (lettre_id, place, genre, texte, droite, lien,"
			    " alt, fichier_id, objet_id) SELECT ?, ?, ?, ?, ?, ?, ?, NULLIF(?, 0),"
			    " (SELECT MIN(o.id) FROM objet o"
			    " WHERE o.genre = 'evenement' AND o.titre = ?)"),
			I(id), I(i + 1), S(text(b, "genre", "texte")), S(text(b, "texte", "")),
			S(text(b, "droite", "")), S(text(b, "lien", "")),
			S(image != 0 ? demo_image_alt : ""),
			I(image != 0 ? demo_image(r, id, (unsigned) image) : 0),
			S(text(b, "evenement", "")));
	}
}

static void
add_tags(struct req *r, int64_t id, json_object *names)
{
	int64_t ids[TAGS];
	unsigned n = 0;

	for (size_t i = 0; names != NULL && i < json_object_array_length(names) && n < TAGS; i++)
		if ((ids[n] = etiquette_find(
			     r, json_object_get_string(json_object_array_get_idx(names, i)))) != 0)
			n++;
	etiquette_put(r, id, ids, n);
}

/* Rows of recipients of what left lately: a few came back, fewer left. */
static void
add_recipients(struct req *r, int64_t id, const char *utc, const char *sorte)
{
	db_exec(r,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, domaine, etat,"
		    " edition, essais, du_le, premier_le, envoye_le, erreur, desinscrit_le)"
		    " SELECT ?, MIN(c.id), c.email, LEFT(LOWER(SUBSTRING_INDEX(c.email, '@', -1)),"
		    " 255), IF(MIN(c.id) % 211 = 7, 'rebond', 'envoye'), 1, 1, ?, ?,"
		    " ? + INTERVAL MIN(c.id) % 7 MINUTE, IF(MIN(c.id) % 211 = 7,"
		    " '550 5.1.1 Boîte inconnue', ''), IF(MIN(c.id) % 487 = 3,"
		    " ? + INTERVAL 1 DAY, NULL)"
		    " FROM contact c WHERE c.acces > 1 AND " LETTRE_GETS(
			    "c", "?") " GROUP BY c.email"),
		I(id), S(utc), S(utc), S(utc), S(utc), S(sorte));
	db_exec(r,
		SQL("UPDATE lettre l JOIN (SELECT COUNT(*) AS n, SUM(etat = 'rebond') AS b,"
		    " COUNT(desinscrit_le) AS d FROM lettre_envoi WHERE lettre_id = ?) v"
		    " SET l.total = v.n, l.envoyes = v.n, l.rebonds = v.b, l.desinscrits = v.d"
		    " WHERE l.id = ?"),
		I(id), I(id));
}

/* It left that day. */
static void
leave(struct req *r, int64_t id, json_object *o, const char *utc)
{
	int64_t n = number(o, "destinataires");

	lettre_freeze(r, id);
	db_exec(r,
		SQL("UPDATE lettre SET etat = 'envoyee', par_id = ?, du_le = ?, prete_le = ?,"
		    " commence_le = ?, fini_le = ? + INTERVAL 9 MINUTE, total = ?, envoyes = ?,"
		    " rebonds = ? DIV 160, desinscrits = ? % 3 WHERE id = ?"),
		I(r->user.id), S(utc), S(utc), S(utc), S(utc), I(n), I(n - n % 3), I(n), I(n),
		I(id));
	db_exec(r, SQL("UPDATE lettre_edition SET cree_le = ? WHERE lettre_id = ?"), S(utc), I(id));
	db_exec(r, SQL("UPDATE objet SET cree_le = ?, modifie_le = ? WHERE id = ?"), S(utc), S(utc),
		I(id));
	if (number(o, "dans") > -RECENT)
		add_recipients(r, id, utc, text(o, "sorte", "info"));
}

static void
make(struct req *r, json_object *o)
{
	struct lettre l = lettre_new();
	const char *etat = text(o, "etat", "envoyee"), *utc = moment(r, number(o, "dans"));
	int64_t id;

	l.sujet = text(o, "sujet", "");
	l.apercu = text(o, "apercu", "");
	l.sorte = text(o, "sorte", "info");
	l.audience = "public:benevoles";
	l.modele = strcmp(etat, "modele") == 0;
	id = lettre_create(r, &l);
	add_blocks(r, id, json_member(o, "blocs"));
	add_tags(r, id, json_member(o, "etiquettes"));
	if (strcmp(etat, "envoyee") == 0)
		leave(r, id, o, utc);
	else if (strcmp(etat, "programmee") == 0) {
		lettre_freeze(r, id);
		db_exec(r,
			SQL("UPDATE lettre SET etat = 'programmee', par_id = ?, du_le = ?"
			    " WHERE id = ?"),
			I(r->user.id), S(utc), I(id));
	} else if (strcmp(etat, "relue") == 0)
		db_exec(r,
			SQL("UPDATE lettre SET relu_par = (SELECT MIN(id) FROM contact"
			    " WHERE acces = 3 AND id <> ?), relu_version = version WHERE id = ?"),
			I(r->user.id), I(id));
	lettre_follow(r, id);
	lettre_index(r, id);
}

/* Make what the file says, once and for all.  How many; 0 when it was done before. */
int
demo_lettres(struct req *r, json_object *letters)
{
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO reglage (cle, valeur) VALUES ('demo_lettres', '1')")) ==
		0)
		return 0;
	r->user.id = demo_coordinator(r, 0);
	for (size_t i = 0; i < json_object_array_length(letters); i++)
		make(r, json_object_array_get_idx(letters, i));
	archive_number(r);
	r->user.id = 0;
	return (int) json_object_array_length(letters);
}
