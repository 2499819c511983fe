/* conversation.h - people who write to one another, whatever their number
 *
 * A conversation is an objet; whoever takes part sees it and may write.  Its messages are in
 * message.h.  A message sent to a group whose answers go to its sender alone is one conversation
 * too: an answer to it opens one of two people.
 */
#ifndef CONVERSATION_H
#define CONVERSATION_H

#include "db/db.h"

enum { PARTICIPANTS = 50 }; /* that may be chosen one by one */

/* May the reader write to person C (contact, alias c; objet oc)?  Binds ECRIRE_ME(r). */
#define ECRIT_A \
	"(c.acces > 0 AND c.id <> ? AND " SEES("oc") " AND (? OR " MANAGES( \
		"oc") " OR NOT EXISTS (SELECT 1 FROM preference pr_" \
		      " WHERE pr_.contact_id = c.id AND pr_.genre = 'ecrire' AND pr_.actif = 0)))"
#define ECRIRE_ME(r) I((r)->user.id), ME(r), I((r)->user.level >= STAFF), ME(r)

/* As SQL: a row for each conversation that waits for MOI, a table of one contact_id; 100 at
 * most. */
#define CONVERSATION_UNREAD(moi) \
	"SELECT 1 FROM " moi " moi JOIN conversation_participant p ON" \
	" p.contact_id = moi.contact_id AND p.parti_le IS NULL AND p.archive_le IS NULL" \
	" JOIN conversation v ON v.id = p.conversation_id AND v.dernier_id > p.lu_id LIMIT 100"

bool conversation_writes_to(struct req *, int64_t contact_id);
int64_t conversation_open(struct req *, const char *genre, const char *titre);
int64_t conversation_between(struct req *, int64_t other);
void conversation_add(struct req *, int64_t id, int64_t contact_id);
int64_t conversation_add_group(struct req *, int64_t id, int64_t groupe_id);
int64_t conversation_add_many(struct req *, int64_t id, const char *json);
bool conversation_leave(struct req *, int64_t id, int64_t contact_id);
bool conversation_joins(struct req *, int64_t id, int64_t contact_id);
void conversation_read(struct req *, int64_t id);
void conversation_archive(struct req *, int64_t id, bool archived);
int64_t conversation_unread(struct req *);
int conversation_list(struct req *, const char *vue, const char *q, int64_t from, int64_t limit);
int64_t conversation_count(struct req *, const char *vue, const char *q);
bool conversation_say(struct req *, int64_t id);

#endif
