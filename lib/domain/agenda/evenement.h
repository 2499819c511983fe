/* evenement.h - an event: what it says, who sees it, who manages it, on which dates it takes place
 *
 * Moments are UTC as SQL writes them ("2026-12-01 18:00:00"); rrule is what recur_read() gave.
 * Whoever SEES() its objet may read it and register; whoever MANAGES() it organises.
 */
#ifndef EVENEMENT_H
#define EVENEMENT_H

#include "base/local.h"
#include "domain/acces/acces.h"

enum { EVENEMENT_GROUPES = 20, EVENEMENT_PLACES = 100000, EVENEMENT_JOURS = 60 };

/* What forms say of it. */
struct evenement {
	int64_t groupe;       /* who organises; 0: */
	int64_t organisateur; /* a person; with a group: whom to ask */
	const char *titre, *texte, *type, *lieu, *code_postal, *lien;
	const char *debut, *fin; /* of the first date */
	bool journee;
	const char *rrule;
	const char *visibilite;             /* public, benevoles, groupes, invites */
	int64_t groupes[EVENEMENT_GROUPES]; /* visibilite groupes; 0: no more */
	const char *mode;                   /* directe, demande, aucune */
	int64_t places;                     /* -1: no limit */
	int64_t reserve, invites_max, delai_h, retrait_h;
	const char *cloture; /* "": none */
};

/* evenement.c */
struct evenement evenement_new(void);
bool evenement_read(struct req *, int64_t id, struct evenement *);
int64_t evenement_create(struct req *, const struct evenement *);
void evenement_save(struct req *, int64_t id, const struct evenement *);
void evenement_index(struct req *, int64_t id);
void evenement_publish(struct req *, int64_t id);
void evenement_delete(struct req *, int64_t id);
void evenement_changed(struct req *, int64_t id);

/* evenement_acces.c */
void evenement_follow(struct req *, int64_t id);
void evenement_follow_dates(struct req *, int64_t id);
void evenement_organiser(struct req *, int64_t id, int64_t contact_id, bool yes);
int evenement_invite(struct req *, int64_t id, const int64_t *contacts, unsigned n);
bool evenement_may_create(struct req *, int64_t groupe_id);

/* evenement_dates.c */
const char *evenement_utc(struct req *, struct wall);
struct wall evenement_wall(const char *utc);
void evenement_dates_write(struct req *, int64_t id);
void evenement_dates_extend(struct req *);

/* evenement_mots.c */
const char *evenement_when(struct req *, const char *debut, const char *fin, bool journee);
const char *evenement_when_inside(struct req *, const char *debut, const char *fin, bool journee);
void evenement_dress(struct req *, struct row *row);
void evenement_counts(struct req *, struct row *row);

#endif
