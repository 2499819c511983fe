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
void journal_seldom(struct req *, const char *acte, int64_t objet_id, const char *apres, int most);
void journal_from(const char *origine);
void journal_erase(struct req *, int64_t objet_id);
void journal_empty(struct req *, int64_t id);
void journal_forget(struct req *, const char *lit, const char *motif);

/* What a verification found. */
struct chaine {
	int64_t lignes, derniere; /* how many rows, the number of the last */
	const char *tete;         /* its seal */
	int64_t faux;       /* 0: it holds; the first row that does not; -1: its end is missing */
	const char *temoin; /* the head, kept elsewhere, that is in the chain no more; NULL: none */
};

struct chaine journal_check(struct req *);
int64_t journal_verify(struct req *);
void journal_witness(struct req *, const struct chaine *);
void journal_witness_hourly(struct req *);

enum { JOURNAL_MOIS = 36, JOURNAL_MOINS = 6 }; /* how long rows stay, and never less */
int journal_months(struct req *);
int64_t journal_keep(struct req *, int months, bool dry_run);

#endif
