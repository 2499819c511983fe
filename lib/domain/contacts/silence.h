/* silence.h - who of a group has given no sign of life for some time
 *
 * Nothing follows by itself: the coordination reads the list and asks for news.  Who said that
 * she is on a break is not in it.
 */
#ifndef SILENCE_H
#define SILENCE_H

#include "domain/acces/appartenance.h"

/* What counts as a sign of life: the latest of these moments of person C.  A source more is a
 * line. */
#define SIGNES(X) \
	X("SELECT vu_le FROM compte WHERE contact_id = c.id") \
	X("SELECT MAX(vu_le) FROM session WHERE contact_id = c.id") \
	X("SELECT MAX(m_.debut) FROM " COUNTED("m_") " WHERE m_.contact_id = c.id") \
	X("SELECT MAX(debut) FROM parcours WHERE contact_id = c.id") \
	X("SELECT MAX(cree_le) FROM nouvelles WHERE contact_id = c.id AND genre = 'recues'") \
	X("SELECT MAX(i.applique_le) FROM import_changement h JOIN import i ON i.id = h.import_id" \
	  " WHERE h.contact_id = c.id AND h.etat = 1")

int64_t silence_days(struct req *);
const char *silence_message(struct req *);
int silence_groups(struct req *, const char *name, int64_t chosen);
bool silence_may(struct req *, int64_t groupe_id);
int64_t silence_count(struct req *, int64_t groupe_id, int64_t days);
struct rows *silence_rows(struct req *, int64_t groupe_id, int64_t days);
void silence_list(struct req *, const char *name, int64_t groupe_id, int64_t days, int64_t most,
	int64_t from);
bool silence_note(struct req *, int64_t contact_id, const char *genre);

#endif
