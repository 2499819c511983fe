/* lien_prive.h - private addresses that the programs of people read, without signing in
 *
 * Only the digest of an address is kept: it is shown once.  What it gives is asked again at each
 * reading, with the rights that its owner has then; it gives nothing any more once she may not
 * enter, or left the group; news of a group go on as long as she sees it.  GENRE: "agenda",
 * "actualites".
 */
#ifndef LIEN_PRIVE_H
#define LIEN_PRIVE_H

#include "db/db.h"

struct lien_prive {
	int64_t contact, groupe; /* whose; of that group, or 0: her own */
	const char *nom;         /* of the group */
	const char *cree_le;
	bool tout; /* all that she may read */
};

bool lien_prive_may(struct req *, const char *genre, int64_t groupe_id);
const char *lien_prive_new(struct req *, const char *genre, int64_t groupe_id, bool tout);
const char *lien_prive_renew(struct req *, const char *genre, int64_t id);
bool lien_prive_drop(struct req *, const char *genre, int64_t id);
bool lien_prive_read(struct req *, const char *genre, const char *jeton, struct lien_prive *);
void lien_prive_say(struct req *, const char *name, const char *genre);

#endif
