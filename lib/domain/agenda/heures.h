/* heures.h - hours that people give: they come from attendance and shifts, or are declared; who
 * coordinates the mission validates them */
#ifndef HEURES_H
#define HEURES_H

#include "domain/acces/droit.h"

/* The lines whose hours the reader may decide: of missions whose people she looks after (domain
 * fiches), never her own.  H is the alias of a row of heures; binds DECIDES_ME(r). */
#define DECIDES(h) "(" h ".contact_id <> ? AND " DROIT_SUR(h ".groupe_id") ")"
#define DECIDES_ME(r) I((r)->user.id), I((r)->user.id), S("fiches")

struct declaration {
	int64_t groupe;
	const char *quoi, *jour;
	int minutes;
};

void heures_tour(struct req *);
void heures_declare(struct req *, const struct declaration *);
bool heures_withdraw(struct req *, int64_t id);
int heures_accept(struct req *, const char *ids);
bool heures_correct(struct req *, int64_t id, int minutes, const char *raison);
bool heures_refuse(struct req *, int64_t id, const char *raison);
int64_t heures_waiting(struct req *);
void heures_merge(struct req *, int64_t from, int64_t into);
void heures_erase(struct req *, int64_t contact_id);
void heures_say_data(struct req *, int64_t contact_id);

#endif
