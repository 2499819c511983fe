/* agenda.h - what the files of the area share */
#ifndef AGENDA_H
#define AGENDA_H

#include "domain/agenda/evenement.h"

/* fiche.c */
int agenda_load(struct req *, int droit);
int agenda_page(struct req *);
int agenda_stands(struct req *, const char *code, const char *why);

/* seance.c */
bool seance_say(struct req *);

/* inscription.c */
bool agenda_date(struct req *, int64_t *date_id);
bool agenda_guests(struct req *, int *invites);
const char *agenda_why(int etat);

/* inviter.c */
bool agenda_enters(struct req *, int64_t contact_id);
void agenda_found(struct req *, const char *q);

/* ics.c */
int agenda_ics(struct req *, const char *dates, const char *nom, const char *file);

/* moments.c */
bool agenda_read_span(
	struct req *, bool journee, const char **debut, const char **fin, const char **avis);
void agenda_show_span(struct req *, const char *debut, const char *fin, bool journee);

/* serie.c */
bool agenda_read_rule(struct req *, struct evenement *);
void agenda_show_rule(struct req *, const struct evenement *);

/* etats.c */
void agenda_publish(struct req *, int64_t id);
int agenda_managed(struct req *, const char *etat);
bool agenda_read_reason(struct req *, const char **motif);

/* organiser.c */
void agenda_organise(struct req *);

/* depuis.c */
void agenda_begin(struct req *, struct evenement *);
void agenda_say_poll(struct req *);
void agenda_invite_voters(struct req *, int64_t id);

/* choix.c */
void agenda_show(struct req *, const struct evenement *);
void agenda_offer(struct req *, int64_t id, const struct evenement *);

/* saisie.c */
bool agenda_has_group(const struct evenement *, int64_t groupe);
bool agenda_sent(struct req *, const char *name);
bool agenda_read(struct req *, int64_t id, struct evenement *, const char **avis);

/* creneau.c */
struct creneau;
int agenda_load_creneau(struct req *, int droit, struct creneau *);
void agenda_say_creneau(struct req *, const struct creneau *);

#endif
