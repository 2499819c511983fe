/* preuve.h - is somebody who was erased named anywhere still? */
#ifndef PREUVE_H
#define PREUVE_H

#include "base/buffer.h"
#include "domain/vie/traces.h"

/* What was looked through, and where her words are: a JSON array {ou, n, garde}. */
struct preuve {
	int64_t tables, colonnes, fichiers, places;
	const char *ou;
};

void preuve_scan(struct req *, const struct traces *, struct preuve *);
void preuve_words(struct req *, const char *lines, struct traces *);
int preuve_command(struct req *, char **argv); /* preuve_commande.c */
const char *preuve_receipt(struct req *, const struct preuve *);

#endif
