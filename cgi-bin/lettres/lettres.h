/* lettres.h - what the files of the area share */
#ifndef LETTRES_H
#define LETTRES_H

#include "domain/lettres/lettre.h"

/* lettres.c */
int lettres_load(struct req *, struct lettre *);
int lettres_load_draft(struct req *, struct lettre *);
int lettres_page(struct req *, const struct lettre *);

/* blocs.c */
bool lettres_read_bloc(struct req *, int64_t lettre_id, struct lettre_bloc *, const char *thing);
bool lettres_bloc_ok(
	struct req *, int64_t lettre_id, const struct lettre_bloc *, const char *thing);

/* en_ligne.c */
int lettres_read(struct req *);

/* envoi.c */
void lettres_say_envoi(struct req *, const struct lettre *);

/* apercu.c */
void lettres_frames(struct req *);

/* essai.c, verification.c */
void lettres_offer_essai(struct req *);
int64_t lettres_say_gens(struct req *, int64_t lettre_id);
int lettres_verification(struct req *, const struct lettre *);

#endif
