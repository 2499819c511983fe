/* abonnement.c - following an objet, or hearing no more of it */

#include "domain/notifications/abonnement.h"

/* CONTACT follows that objet from now on, hears no more of it, or neither. */
void
abonnement_set(struct req *r, int64_t objet_id, int64_t contact_id, enum abonnement etat)
{
	if (etat == NI_SUIVI_NI_MUET)
		db_exec(r, SQL("DELETE FROM abonnement WHERE contact_id = ? AND objet_id = ?"),
			I(contact_id), I(objet_id));
	else
		db_exec(r,
			SQL("INSERT INTO abonnement (contact_id, objet_id, etat, cree_le)"
			    " VALUES (?, ?, ?, UTC_TIMESTAMP())"
			    " ON DUPLICATE KEY UPDATE etat = VALUES(etat)"),
			I(contact_id), I(objet_id), I(etat));
}

/* The same of who writes there, is invited, is named: follows, unless she has chosen otherwise. */
void
abonnement_begin(struct req *r, int64_t objet_id, int64_t contact_id)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO abonnement (contact_id, objet_id, etat, cree_le)"
		    " VALUES (?, ?, 1, UTC_TIMESTAMP())"),
		I(contact_id), I(objet_id));
}

/* What CONTACT has chosen for that objet. */
enum abonnement
abonnement_of(struct req *r, int64_t objet_id, int64_t contact_id)
{
	return (enum abonnement) db_int(r,
		SQL("SELECT etat FROM abonnement WHERE contact_id = ? AND objet_id = ?"),
		I(contact_id), I(objet_id));
}
