/* conservation.h - who and what has been kept long enough: found, warned, let go
 *
 * One statement (concernes.c) says whom a rule reaches, since when and what is to be done with her
 * today: the dry run, the screen, the warnings, the brake and the act all ask it.
 */
#ifndef CONSERVATION_H
#define CONSERVATION_H

#include "db/db.h"

enum { PREAVIS = 30, RAPPEL = 7 }; /* days between the warning, the second one, and the act */

/* A rule as it might be; NULL: all as they are. */
struct regle_essai {
	int64_t regle; /* 0: a new one */
	const char *sujet, *statut, *depuis, *unite;
	int64_t duree;
};

/* How many people, by what is to be done with them today. */
struct concernes {
	int64_t total, avertir, rappeler, attendre, decider, agir, sans_date;
	const char *qui_avertir, *qui_agir; /* a key of those very people */
};

/* concernes.c */
void concernes_count(struct req *, const struct regle_essai *, int64_t regle, struct concernes *);
void concernes_at(struct req *, const char *utc, struct concernes *); /* as of that moment */
/* Lines: id, rule, since (a day, or "-"), action. */
struct rows *concernes_lines(struct req *);
/* The table to take along: id, name, number in the CRM, rule, since, until, warned, action. */
struct rows *concernes_table(struct req *);
/* Say NAME.N.{id, nom, cle, quoi, depuis, source, fin, averti, action, voit}; ACTION "": all. */
int concernes_list(struct req *, const char *name, const char *action, int64_t most, int64_t from);
void concernes_by_rule(struct req *); /* concernes.KEY: how many */

struct concerne {
	int64_t id, regle;
	const char *action, *cle, *depuis;
};
struct concerne *concernes_all(struct req *, size_t *n);
bool concernes_one(struct req *, int64_t contact_id, struct concerne *);

/* avis.c: in the caller's transaction */
void avis_write(struct req *, const struct concerne *);
void avis_decide(struct req *, const struct concerne *);
int64_t avis_returned(struct req *);
/* Whose key that is (her first name); NULL: nobody's. */
const char *avis_of(struct req *, const char *cle);
bool avis_stays(struct req *, const char *cle);

/* lignes.c: rows that are too old, added to how many of each kind went; true: there may be more */
enum { L_NOTES, L_HEURES, L_ARCHIVES, L_MESSAGES, L_LETTRES, L_INVITATIONS, L_TOURS, LIGNES };
bool lignes_clean(struct req *, int64_t gone[LIGNES]);
/* How many rows that rule would take within a month, were it so long; -1: they are not counted. */
int64_t lignes_count(struct req *, const char *cle, int64_t duree, const char *unite);

/* frein.c */
struct frein {
	bool avertir, agir; /* held */
	struct concernes tous;
	int64_t limite;
};
void frein_look(struct req *, struct frein *);
void frein_agree(struct req *, const struct frein *);

/* passage.c */
struct passage {
	int64_t anonymises, fermes, avertis, revenus, lignes[LIGNES];
	bool retenu, adopte;
};
bool conservation_adopted(struct req *);
void conservation_people(struct req *, struct passage *);
void conservation_run(struct req *, struct passage *);
int64_t conservation_rows(const struct passage *);
int64_t conservation_warn(struct req *, int64_t most);

#endif
