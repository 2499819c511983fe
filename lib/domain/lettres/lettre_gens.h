/* lettre_gens.h - who gets a letter: the one rule of the count that is shown, of the list that is
 * browsed, of the rehearsal and of what leaves
 *
 * Whom the audience names is read as the reader of the request (a job becomes who sends, by
 * lettre_become()); of those each gets a copy whom LETTRE_GETS() lets, the others have a reason,
 * and people who share an address get one, by the first of them.
 */
#ifndef LETTRE_GENS_H
#define LETTRE_GENS_H

#include <stddef.h>

#include "domain/lettres/lettre_audience.h"

struct lettre_gens {
	const char *sorte;
	const char *refus;  /* why it can go to nobody, in words; NULL: it goes to these */
	const int64_t *ids; /* whom the audience names, in order, each once */
	size_t n;
};

/* As SQL: why contact C gets no letter of kind S; '': she does, see LETTRE_GETS(). */
#define LETTRE_WHY_NOT(c, s) \
	"CASE WHEN " c ".acces = 0 OR " c ".limite_le IS NOT NULL THEN 'ferme' WHEN " c \
	".email = '' THEN 'sans_adresse'" \
	" WHEN EXISTS (SELECT 1 FROM refus_courriel rf_ WHERE rf_.contact_id = " c ".id" \
	" AND rf_.genre = CONCAT('lettre_', " s ")) THEN 'refus'" \
	" WHEN EXISTS (SELECT 1 FROM adresse_erreur ae_ WHERE ae_.contact_id = " c ".id" \
	" AND " SAME_ADDRESS("ae_.adresse", c ".email") ") THEN 'erreur' ELSE '' END"

/* As SQL: the address of sending v; '': it is forgotten. */
#define LETTRE_WENT_TO "IF(v.adresse = CONCAT('-', v.id), '', v.adresse)"

/* As SQL: ids of lettre_recipients_json(), as k. */
#define LETTRE_NAMED "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) k"
/* The first of those who share an address, for each address that gets a copy; binds the ids and the
 * kind. */
#define LETTRE_COPIES \
	"SELECT MIN(c.id) AS id FROM " LETTRE_NAMED " STRAIGHT_JOIN contact c ON c.id = k.id" \
	" WHERE " LETTRE_GETS("c", "?") " GROUP BY LOWER(c.email) COLLATE utf8mb4_bin"

bool lettre_become(struct req *, int64_t contact_id);

bool lettre_recipients(struct req *, int64_t lettre_id, struct lettre_gens *);
bool lettre_recipients_of(
	struct req *, const char *audience, const char *sorte, struct lettre_gens *);
const char *lettre_recipients_json(struct req *, const struct lettre_gens *, size_t from, size_t n);
int64_t lettre_recipients_count(struct req *, const struct lettre_gens *);
int64_t lettre_recipients_list(
	struct req *, const struct lettre_gens *, const char *name, int64_t limit, int64_t offset);
int64_t lettre_recipients_not(
	struct req *, const struct lettre_gens *, const char *name, int64_t limit, int64_t offset);
int64_t lettre_recipients_why(struct req *, const struct lettre_gens *, const char *name);
int64_t lettre_recipients_blind(struct req *, const struct lettre_gens *, int64_t objet_id);
int64_t lettre_recipients_write(
	struct req *, const struct lettre_gens *, int64_t lettre_id, size_t from, size_t n);

#endif
