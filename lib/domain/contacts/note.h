/* note.h - what coordination and staff write down about a person, and when to come back to it
 *
 * The person never reads these on the platform.  A note is read by its author, by the staff and
 * by the confirmed coordination of one of the person's groups, the one that it was written for, as
 * its level says; who may not see the person reads none.
 */
#ifndef NOTE_H
#define NOTE_H

#include "domain/acces/acces.h"
#include "domain/acces/droit.h"

/* N: alias of note, O: of the objet of the person.  Nothing for who looks as somebody else: a note
 * may be for its author alone.  Binds NOTE_ME(r). */
#define NOTE_READS(n, o) \
	"(? AND " n \
	".contact_id <> ? AND " SEES(o) " AND (" n ".auteur_id = ? OR (" n \
					".niveau <> 'auteur' AND ?) OR (" n \
					".niveau = 'coordination' AND " MANAGES( \
						o) " AND " DROIT_SUR(n ".groupe_id") ")))"
#define NOTE_ME(r) \
	I((r)->user.by == 0), I((r)->user.id), ME(r), I((r)->user.id), \
		I((r)->user.level >= STAFF), ME(r), I((r)->user.id), S("fiches")

bool note_may(struct req *, int64_t contact_id);
int note_list(struct req *, const char *name, int64_t contact_id, int most);
int64_t note_count(struct req *, int64_t contact_id);
int note_groups(struct req *, const char *name, int64_t contact_id, int64_t chosen);
int64_t note_write(struct req *, int64_t contact_id, const char *texte, const char *niveau,
	int64_t groupe_id, const char *rappel_le);
bool note_act(
	struct req *, int64_t contact_id, int64_t id, const char *acte, const char *rappel_le);
int note_due(struct req *, const char *name);
void note_remind(struct req *);
void note_merge(struct req *, int64_t from, int64_t into);
void note_forget(struct req *, int64_t contact_id);

#endif
