/* lettre_vol.h - what the files of the sending share: letters under way, and recipients claimed */
#ifndef LETTRE_VOL_H
#define LETTRE_VOL_H

#include "domain/lettres/lettre_attente.h"
#include "domain/lettres/lettre_depart.h"
#include "domain/lettres/lettre_rendu.h"
#include "net/smtp.h"

enum { PARTANTS = 8, LOT = 64, ADRESSE = 330 };

/* A letter under way. */
struct partant {
	int64_t id, edition;
	struct req own; /* holds the edition */
	struct rendu rendu;
	char du_le[20]; /* how far its rows were read: due, and by number */
	int64_t last, asked_ms;
	bool read;    /* all that are due */
	bool missed;  /* some could not be claimed: nobody is read before the next look */
	int64_t done; /* answered for since measured_ms */
	int64_t measured_ms;
};

/* A recipient who is claimed: in the batch, then on her way. */
struct vol {
	struct attendu a; /* envoi 0: a free place */
	int64_t contact, edition, began_ms;
	int essais;
	time_t premier; /* 0: never tried */
	char adresse[ADRESSE];
};

/* lettre_partant.c */
extern struct partant partants[PARTANTS];
struct partant *partant_of(int64_t lettre);
void partants_look(struct req *);
bool partants_read(struct req *);
void partants_end(void);

/* lettre_lot.c */
bool lot_begin_some(struct req *, struct tally *);
void lot_give_back(struct req *, int64_t lettre); /* those not begun; 0: of all letters */
bool lot_has(int64_t lettre);                     /* 0: anybody who has not begun */
void lot_end(void);

/* lettre_marque.c */
extern struct vol vols[SMTP_LETTERS]; /* on their way */
bool marque_ended(struct req *, long ms, struct tally *);
void marque_refused(struct req *, const struct vol *, const char *why, struct tally *);
void marque_cancelled(struct req *, const struct vol *, const char *why, struct tally *);
bool marque_relay_away(void);
void marque_unsure(struct req *);
void marque_settle(struct req *, bool now);
void marque_end(void);

#endif
