/* controle.h - how the service is doing: the one list of checks
 *
 * essaim-service looks each minute and writes down what it found; the page of administrators,
 * /sante, /metrics and the alarms read that.  `essaim-admin check` looks at once.
 */
#ifndef CONTROLE_H
#define CONTROLE_H

#include <time.h>

#include "db/db.h"
#include "net/sonde.h"

enum etat { ETAT_OK, ETAT_WARN, ETAT_BAD };
enum { CONTROLES = 12 };

/* What every check may look at. */
struct regard {
	time_t now;
	struct sonde sonde; /* of our own site */
};

/* What a check found. */
struct constat {
	const char *cle, *titre, *icone;
	enum etat etat;
	bool discret;       /* of the machine: shown when something is wrong */
	const char *mot;    /* what is wrong, as a title; "": nothing */
	const char *phrase; /* how it stands */
	const char *suite;  /* what follows from it; "" */
	const char *faire;  /* what to do, a step a line; "" */
	int64_t mesure;     /* its figure */
	const char *unite;  /* of that figure, as metrics name it; NULL: there is none */
	time_t depuis;      /* since when, where the check knows better than the last looks; 0 */
	bool dit;           /* who administrates is told of it by another mail */
};

struct surveille {
	const char *cle, *titre, *icone;
	bool discret;
	const char *unite;
	void (*regarde)(struct req *, const struct regard *, struct constat *);
};
extern const struct surveille controles[CONTROLES];

extern const char *const etat_mots[]; /* "ok", "warn", "bad" */

struct regard controle_regard(void);
void controle_look(struct req *, const struct regard *, struct constat found[CONTROLES]);
void controle_store(struct req *, const struct regard *, const struct constat found[CONTROLES]);
int controle_read(struct req *, struct constat found[CONTROLES], time_t *seen);
enum etat controle_print(struct req *);
enum etat controle_worst(const struct constat *, int n);

/* Of a constat: not well, and why. */
void constat_warn(struct constat *, const char *mot);
void constat_bad(struct constat *, const char *mot);

/* The checks, by file. */
void controle_synchro(struct req *, const struct regard *, struct constat *);
void controle_courriels(struct req *, const struct regard *, struct constat *);
void controle_files(struct req *, const struct regard *, struct constat *);
void controle_sauvegarde(struct req *, const struct regard *, struct constat *);
void controle_essai(struct req *, const struct regard *, struct constat *);
void controle_journal(struct req *, const struct regard *, struct constat *);
void controle_rapidite(struct req *, const struct regard *, struct constat *);
void controle_disque(struct req *, const struct regard *, struct constat *);
void controle_certificat(struct req *, const struct regard *, struct constat *);
void controle_site(struct req *, const struct regard *, struct constat *);
void controle_horloge(struct req *, const struct regard *, struct constat *);
void controle_base(struct req *, const struct regard *, struct constat *);
void controle_memoire(struct req *, const struct regard *, struct constat *);

#endif
