/* segment.h - segments: lists of people that are named, kept, shared and found again each time
 *
 * Who uses one (a message, a letter, a figure) asks segment_filtre() and reads filtre_rows() or
 * filtre_count(): the people that the reader of the request sees, by fields that the reader may
 * read.  A job answers for somebody: it sets user.id and user.level of its request first.
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "domain/annuaire/filtre.h"

enum { SEGMENT_NOM = 120, SEGMENT_DESCRIPTION = 500, SEGMENTS = 200 };

struct segment {
	int64_t id;
	const char *nom, *description, *partage;
	struct noeud *arbre; /* not tied to the model yet */
	bool mien, modifiable;
};

/* One's own, and those shared with one (o of objet, s of segment): what somebody keeps for herself
 * is not the administrators' either.  Binds SEGMENT_ME(r). */
#define SEGMENT_SEES "(o.cree_par = ? OR (s.partage <> 'prive' AND " SEES("o") "))"
#define SEGMENT_ME(r) I((r)->user.by == 0 ? (r)->user.id : 0), ME(r)

struct filtre *segment_filtre(struct req *, int64_t id);
bool segment_load(struct req *, int64_t id, struct segment *);
int segment_offer(struct req *, const char *name);
void segment_used(struct req *, int64_t id);

int segment_shares(struct req *, const char *name, const char *chosen);
bool segment_may_share(struct req *, const char *partage);
int64_t segment_save(struct req *, const struct segment *);
void segment_drop(struct req *, int64_t id);
void segment_forget(struct req *, int64_t contact_id);
void segment_give(struct req *, int64_t from, int64_t to);

#endif
