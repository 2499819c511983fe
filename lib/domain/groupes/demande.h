/* demande.h - asking to join a closed group, and inviting into a group */
#ifndef DEMANDE_H
#define DEMANDE_H

#include "db/db.h"

enum { MOT = 1000 };

bool demande_ask(struct req *, int64_t groupe_id, const char *mot);
bool demande_invite(struct req *, int64_t groupe_id, int64_t contact_id, const char *mot);
const char *demande_mails_refused(struct req *, const char *adresses);
void demande_invite_mails(struct req *, int64_t groupe_id, const char *adresses, const char *mot);
bool demande_load(struct req *, const char *name, int64_t id);
bool demande_answer(struct req *, int64_t id, bool accept, const char *reponse);
void demande_merge(struct req *, int64_t from, int64_t into);
void demande_forget(struct req *, int64_t contact_id);
void demande_todo(struct req *);
void demande_clean(struct req *);
bool demande_withdraw(struct req *, int64_t id);

#endif
