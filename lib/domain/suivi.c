/* suivi.c - following an objet, or hearing no more of it */

#include "domain/suivi.h"

/* CONTACT follows that objet from now on, hears no more of it, or neither. */
void
suivre(struct req *r, int64_t objet_id, int64_t contact_id, enum suivi etat)
{
	if (etat == NI_SUIVI_NI_MUET)
		db_exec(r, SQL("DELETE FROM suivi WHERE contact_id = ? AND objet_id = ?"),
			I(contact_id), I(objet_id));
	else
		db_exec(r,
			SQL("INSERT INTO suivi (contact_id, objet_id, etat, cree_le) VALUES (?, ?, ?, UTC_TIMESTAMP())"
			    " ON DUPLICATE KEY UPDATE etat = VALUES(etat)"),
			I(contact_id), I(objet_id), I(etat));
}

/* The same of who writes there, is invited, is named: follows, unless she has chosen otherwise. */
void
suivre_si_rien(struct req *r, int64_t objet_id, int64_t contact_id)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO suivi (contact_id, objet_id, etat, cree_le) VALUES (?, ?, 1, UTC_TIMESTAMP())"),
		I(contact_id), I(objet_id));
}

/* What CONTACT has chosen for that objet. */
enum suivi
suit(struct req *r, int64_t objet_id, int64_t contact_id)
{
	return (enum suivi) db_int(r,
		SQL("SELECT etat FROM suivi WHERE contact_id = ? AND objet_id = ?"), I(contact_id),
		I(objet_id));
}
