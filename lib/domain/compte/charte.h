/* charte.h - "Valeurs et charte": who acknowledged which version
 *
 * Whoever enters acknowledges it once, and again each time an administrator says that its text
 * changed in substance (page_texte.substance).
 */
#ifndef CHARTE_H
#define CHARTE_H

#include "db/db.h"

/* As SQL: contact C, an id, has not acknowledged the last version that changed in substance. */
#define CHARTE_DUE(c) \
	"((SELECT COALESCE(MAX(k_.version_id), -1) FROM charte_accord k_ WHERE k_.contact_id = " c \
	") < (SELECT COALESCE(MAX(v_.id), 0) FROM page_texte v_ WHERE v_.nom = 'charte'" \
	" AND v_.substance))"

bool charte_due(struct req *, int64_t contact_id);
void charte_accept(struct req *, int64_t contact_id);
void charte_say_total(struct req *, const char *into);

#endif
