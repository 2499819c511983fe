/* avis.h - who is told of what people publish, say, confide to one another or report */
#ifndef AVIS_H
#define AVIS_H

#include "db/db.h"

enum { MENTIONS = 20 };

const char *avis_refused(struct req *, const char *texte);
void avis_publication(struct req *, int64_t id, const char *texte);
void avis_commentaire(struct req *, int64_t id, int64_t sur_id, const char *texte);
void avis_reaction(struct req *, int64_t objet_id);
void avis_tache(struct req *, int64_t id, int64_t contact_id);
void avis_signalement(struct req *, int64_t objet_id);
void avis_decision(struct req *, int64_t objet_id, bool goes);

#endif
