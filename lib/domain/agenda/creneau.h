/* creneau.h - shifts: who may hold one, who does, who leaves it
 *
 * creneau.c is the one writer of creneau_place and of creneau.pris, which change together under the
 * lock of the shift's row; several shifts are locked in order of their ids.  Hours worked are read
 * here: a row in state pris whose shift is over, from present_le (or debut) to parti_le (or fin).
 */
#ifndef CRENEAU_H
#define CRENEAU_H

#include "db/db.h"

struct nomme;

enum {
	CRENEAUX_A_LA_FOIS = 30,
	CRENEAUX_JOUR = 600,
	RECONFIRMER_H = 48,
	TARDIF_H = 48,
	CHOCS = 20,
	CRENEAUX_TOUS = 5000
};

/* As SQL: person WHO has held a shift that was over by moment NOW. */
#define HABITUE(who, now) \
	"EXISTS (SELECT 1 FROM creneau_place ph_ JOIN creneau ch_ ON ch_.id = ph_.creneau_id" \
	" WHERE ph_.contact_id = " who " AND ph_.etat = 'pris' AND ch_.fin < " now ")"

struct creneau {
	int64_t id, poste, evenement;
	const char *titre, *lieu;       /* of the post */
	int64_t km;                     /* -1: none */
	const char *jour, *debut, *fin; /* UTC */
	int64_t minimum, maximum, pris;
	const char *etat, *evenement_etat;
	int64_t age_min, repos_h, retrait_h;
	const char *exige, *formation; /* EXIGE of the post, and how it reads */
	bool habitue, mien;
};

/* A shift that somebody holds. */
struct tenu {
	int64_t id;
	const char *titre, *jour;
	time_t debut, fin;
};

/* What of a person decides which shifts she may hold. */
struct volontaire {
	int64_t id;
	const char *naissance, *choix; /* ",12:valeur,e:34,p:5,": all that a post could ask for */
	bool habitue;
	struct tenu *tenus;
	unsigned n;
};

/* Who holds a shift and another that it does not go with. */
struct clash {
	int64_t contact;
	const char *autre; /* in words */
};

/* A date of the event, as it was and as it is; maintenant "": it is gone. */
struct deplacee {
	const char *debut, *fin, *maintenant, *jusqu;
};

/* creneau_lit.c */
bool creneau_read(struct req *, int64_t id, struct creneau *);
struct creneau *creneaux_of(struct req *, int64_t evenement_id, const char *jour, unsigned *n);

/* creneau_regles.c */
const char *creneau_mots(struct req *, const struct creneau *);
const char *creneau_heures(struct req *, const char *debut, const char *fin);
const char *creneau_quand(struct req *, const char *debut, const char *fin);
void volontaire_read(struct req *, int64_t contact_id, struct volontaire *, bool locked);
bool volontaire_trained(struct req *, const struct creneau *, const struct volontaire *);
void volontaire_adds(struct req *, struct volontaire *, const struct creneau *);
bool creneau_lacks_habitue(struct req *, const struct creneau *);
const char *creneau_closed(struct req *, const struct creneau *);
const char *creneau_unfit(struct req *, const struct creneau *, const struct volontaire *);
const char *creneau_busy(struct req *, const struct creneau *, const struct volontaire *);
unsigned creneau_clashes(struct req *, const struct creneau *, struct clash all[CHOCS]);
const char *creneau_refus(struct req *, const struct creneau *, const struct volontaire *);

/* creneau.c: NULL, or why not; then nothing was written. */
bool creneau_hold(struct req *, int64_t id, struct creneau *);
const char *creneau_take(struct req *, int64_t contact_id, const int64_t *ids, unsigned n);
enum depart { DEPART_FAIT, DEPART_ATTEND, DEPART_NON };
enum depart creneau_leave(struct req *, int64_t contact_id, int64_t id);
const char *creneau_replace(struct req *, int64_t id, int64_t from, int64_t into);
bool creneau_confirm(struct req *, int64_t contact_id, int64_t id);
void creneau_cancel(struct req *, int64_t id, const char *motif);
void creneaux_cancel(struct req *, int64_t evenement_id, int64_t date_id, const char *motif);
void creneau_present(struct req *, int64_t id, int64_t contact_id, bool yes);
void creneau_parti(struct req *, int64_t id, int64_t contact_id);
void creneau_tour(struct req *);

/* creneau_temps.c */
int64_t creneau_ask_again(struct req *, int64_t id, const char *debut, const char *fin);
bool creneau_change(struct req *, int64_t id, const char *debut, const char *fin, int64_t minimum,
	int64_t maximum);
void creneau_move(struct req *, int64_t id, const char *debut, const char *fin);

/* creneau_suit.c */
int64_t creneaux_held(struct req *, int64_t evenement_id, int64_t date_id);
void creneaux_follow(struct req *, int64_t evenement_id, const struct deplacee *, unsigned n);
void creneaux_split(struct req *, int64_t evenement_id, int64_t new, const char *jour);
void creneaux_copy(struct req *, int64_t evenement_id, int64_t new, int days);

/* creneau_avis.c */
void creneau_tell(struct req *, const struct creneau *, int64_t contact_id, const char *phrase);
void creneau_tell_all(struct req *, const struct creneau *, const char *phrase);
void creneau_alert(struct req *, const struct creneau *, const char *phrase);
const char *creneau_qui(struct req *, int64_t contact_id);

/* creneau_cycle.c */
void creneau_merge(struct req *, int64_t from, int64_t into);
void creneau_erase(struct req *, int64_t contact_id);
void creneau_say_data(struct req *, int64_t contact_id);
void creneau_unname(struct req *, const struct nomme *);

#endif
