/* journal.h - who did what to which objet, append-only, each row sealed by the one before */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "db/db.h"

/* One act, for journal_many(). */
struct acte {
	const char *acte;          /* "contact.modifie" */
	int64_t objet_id;          /* 0: none */
	const char *avant, *apres; /* JSON or NULL */
};

void journal(
	struct req *, const char *acte, int64_t objet_id, const char *avant, const char *apres);
void journal_many(struct req *, const struct acte *, size_t n);
void journal_apart(
	struct req *, const char *acte, int64_t objet_id, const char *avant, const char *apres);
void journal_erase(struct req *, int64_t objet_id);
void journal_empty(struct req *, int64_t id);
void journal_forget(struct req *, const char *lit, const char *motif);
int64_t journal_verify(struct req *);

#endif
