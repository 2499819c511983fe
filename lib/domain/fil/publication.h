/* publication.h - what is published in a group */
#ifndef PUBLICATION_H
#define PUBLICATION_H

#include "db/db.h"

enum { LIENS = 5, CARTES = 5, EPINGLES = 3 };

struct publication {
	int64_t groupe;
	const char *genre, *titre, *texte;
	bool important;
	struct {
		const char *titre, *url;
	} liens[LIENS];
	int64_t cartes[CARTES]; /* objets; 0: none */
};

int publication_droit(struct req *, int64_t groupe_id);
int64_t publication_create(struct req *, const struct publication *);
void publication_index(struct req *, int64_t id);
void publication_files(struct req *, int64_t id, const char *field);
void publication_change(struct req *, int64_t id, const char *titre, const char *texte);
void publication_delete(struct req *, int64_t id);
bool publication_pin(struct req *, int64_t id, bool up);
void publication_read(struct req *, int64_t id);

#endif
