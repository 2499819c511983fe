/* actualite.h - a news item: what it says, who reads it, when it is published
 *
 * Whoever SEES() its objet reads it; whoever MANAGES() it writes it.  Moments are UTC, as SQL has
 * them.
 */
#ifndef ACTUALITE_H
#define ACTUALITE_H

#include "domain/acces/acces.h"
#include "domain/notifications/notif.h"

enum {
	ACTUALITE_TITRE = 200,
	ACTUALITE_CHAPEAU = 500,
	ACTUALITE_ALT = 300,
	ACTUALITE_CREDIT = 200,
	ACTUALITE_CHOIX = 20 /* groups, kinds of engagement, départements */
};

/* What forms say of it. */
struct actualite {
	int64_t groupe;    /* whose news it is; 0: the Siège */
	const char *sorte; /* actualite, portrait, merci, victoire */
	const char *titre, *chapeau, *texte;
	const char *image_alt, *image_credit;
	const char *engagement; /* a groupe_type; "": any */
	int64_t portrait;       /* whom it shows; 0: nobody in particular */
	const char *audience;   /* tous, benevoles, siege, groupes, engagements */
	/* Each ends with 0 or NULL, unless it is full: */
	int64_t groupes[ACTUALITE_CHOIX];
	const char *engagements[ACTUALITE_CHOIX], *departements[ACTUALITE_CHOIX];
	bool commentaires, reactions, une;
};

/* actualite.c */
struct actualite actualite_new(void);
bool actualite_read(struct req *, int64_t id, struct actualite *);
int64_t actualite_create(struct req *, const struct actualite *);
void actualite_keep(struct req *, int64_t id, const struct actualite *);
void actualite_save(struct req *, int64_t id, const struct actualite *);
void actualite_picture(struct req *, int64_t id, int64_t fichier_id);
void actualite_index(struct req *, int64_t id);
void actualite_delete(struct req *, int64_t id);

/* actualite_etat.c */
bool actualite_publish(struct req *, int64_t id);
void actualite_schedule(struct req *, int64_t id, const char *when);
void actualite_draft(struct req *, int64_t id);
void actualite_withdraw(struct req *, int64_t id);
void actualite_consent(struct req *, int64_t id, bool yes);
void actualite_ask_consent(struct req *, int64_t id);
void actualite_tour(struct req *);
extern const struct annonce actualite_annonces[];

/* actualite_acces.c */
void actualite_follow(struct req *, int64_t id);
bool actualite_may_write(struct req *, int64_t groupe_id);

/* actualite_cycle.c */
void actualite_merge(struct req *, int64_t from, int64_t into);
void actualite_erase(struct req *, int64_t contact_id);
void actualite_say_data(struct req *, int64_t contact_id);
struct personne;
struct etapes;
void actualite_etapes(struct req *, const struct personne *, struct etapes *);

/* actualite_lit.c: rows of lists */

/* Of a, an actualite, with o its objet, og that of its group, c who wrote it: what lists show.
 * Binds ME(r). */
#define ACTUALITE_ROW \
	"SELECT a.id, o.titre, a.sorte, a.chapeau, a.engagement, a.publie_le, a.une, a.audience," \
	" a.groupe_id IS NULL AS siege, og.id AS groupe_id, og.titre AS groupe," \
	" o.cree_par AS auteur_id, c.prenom, c.nom," \
	" IF(a.reactions, COALESCE((SELECT SUM(t_.n) FROM reaction_total t_" \
	" WHERE t_.objet_id = a.id), 0), 0) AS reactions," \
	" COALESCE((SELECT d_.n FROM discussion d_ WHERE d_.objet_id = a.id), 0) AS commentaires," \
	" (SELECT GROUP_CONCAT(de_.nom ORDER BY de_.code SEPARATOR ', ')" \
	" FROM actualite_departement ad_ JOIN departement de_ ON de_.code = ad_.code" \
	" WHERE ad_.actualite_id = a.id) AS territoire" ACTUALITE_FROM
#define ACTUALITE_FROM \
	" FROM actualite a JOIN objet o ON o.id = a.id" \
	" LEFT JOIN objet og ON og.id = a.groupe_id AND " SEES( \
		"og") " LEFT JOIN contact c ON c.id = o.cree_par"
/* Published, and the reader may read it.  Binds her id. */
#define ACTUALITE_LUE "a.etat = 'publiee' AND o.liste_id IN " LISTS_WITH("1")
/* Of the Siège, of a group of hers, or of one that she follows.  Binds her id twice. */
#define ACTUALITE_POUR_MOI(who) \
	"(a.groupe_id IS NULL OR " IN_GROUP("a.groupe_id", \
		who) " OR EXISTS (SELECT 1 FROM suivi su_ WHERE su_.objet_id = a.groupe_id" \
		     " AND su_.contact_id = " who " AND su_.etat = 1))"

void actualite_dress(struct req *, struct row *row);
void actualite_say_home(struct req *, const char *name);
void actualite_say_group(struct req *, const char *name, int64_t groupe_id);
const char *actualite_sorte(const char *sorte);
const char *actualite_pour(struct req *, struct row *row);

#endif
