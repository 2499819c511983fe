/* membre.h - who belongs to a group with which role; rights follow in the same transaction
 *
 * A person has one current row a role: "membre", and one more for each role beside it.  Rows
 * that came from the CRM end there alone.
 */
#ifndef MEMBRE_H
#define MEMBRE_H

#include "domain/acces/acces.h"

/* As SQL: may the reader put that person (O, of her objet) into group G without asking her?  As
 * membre_direct(); or she asked to come in.  Binds MEMBRE_DIRECT_ME(r). */
#define MEMBRE_DIRECT(o, g) \
	"(? OR " MANAGES( \
		o) " OR EXISTS (SELECT 1 FROM groupe_demande gd_ WHERE gd_.groupe_id = " g \
		   " AND gd_.contact_id = " o \
		   ".id AND gd_.genre = 'demande' AND gd_.etat = 'attente'))"
#define MEMBRE_DIRECT_ME(r) I(membre_confirms(r)), ME(r)

bool membre_is(struct req *, int64_t groupe_id, int64_t contact_id);
bool membre_grants(struct req *, int64_t groupe_id, const char *role);
bool membre_takes(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
bool membre_offers(struct req *, int64_t groupe_id, const char *role);
bool membre_direct(struct req *, int64_t contact_id);
bool membre_confirms(struct req *);
bool membre_add(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
int membre_end(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
void membre_follow_type(struct req *, int64_t groupe_id, const char *type);
int membre_add_lot(struct req *);
int membre_end_lot(struct req *);
unsigned membre_take(struct req *, int64_t groupe_id, int64_t contact_id, const char *role,
	const char *debut, const char *fin, int64_t ids[2]);
void membre_drop(struct req *, int64_t id);
bool membre_from_crm(struct req *, int64_t groupe_id, int64_t contact_id, const char *role);
void membre_say_roles(struct req *, const char *list, int64_t groupe_id, const char *chosen);

#endif
