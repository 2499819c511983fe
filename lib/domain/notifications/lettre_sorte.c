/* lettre_sorte.c - leaving a kind of letter, by its link, by a mail, or in one's preferences */

#include <string.h>

#include "domain/notifications/desinscription.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/socle/journal.h"

/* What that sending was.  False: she was erased, or another used its link and that was undone. */
bool
lettre_depart_read(struct req *r, int64_t envoi_id, struct lettre_depart *d)
{
	*d = (struct lettre_depart) { .envoi = envoi_id };
	return envoi_id != 0 &&
		db_read(r,
			SQL("SELECT v.lettre_id, v.contact_id, l.sorte, s.titre,"
			    " IF(v.adresse = CONCAT('-', v.id), '', v.adresse)"
			    " FROM lettre_envoi v JOIN lettre l ON l.id = v.lettre_id"
			    " JOIN lettre_sorte s ON s.cle = l.sorte"
			    " WHERE v.id = ? AND v.contact_id IS NOT NULL"
			    " AND v.lien_fini_le IS NULL"),
			INTO(TO(&d->lettre), TO(&d->contact), TO(&d->sorte), TO(&d->titre),
				TO(&d->adresse)),
			I(envoi_id));
}

/* She gets no letter of that kind any more.  False: she had left it, or there is no such kind. */
bool
lettre_sorte_leave(struct req *r, int64_t contact_id, const char *cle)
{
	return db_exec(r,
		       SQL("INSERT IGNORE INTO refus_courriel (contact_id, genre, cree_le)"
			   " SELECT ?, CONCAT('lettre_', cle), UTC_TIMESTAMP() FROM lettre_sorte"
			   " WHERE cle = ?"),
		       I(contact_id), S(cle)) > 0;
}

/* She gets them again.  False: she had not left. */
bool
lettre_sorte_take(struct req *r, int64_t contact_id, const char *cle)
{
	return db_exec(r,
		       SQL("DELETE FROM refus_courriel WHERE contact_id = ?"
			   " AND genre = CONCAT('lettre_', ?)"),
		       I(contact_id), S(cle)) > 0;
}

/* Leave SORTE by that sending, which counts it when it is its own kind.  False: nothing changed. */
bool
lettre_depart(struct req *r, const struct lettre_depart *d, const char *sorte)
{
	if (!lettre_sorte_leave(r, d->contact, sorte))
		return false;
	journal(r, "courriel.refus", d->contact, NULL, arena_printf(&r->mem, "lettre_%s", sorte));
	if (strcmp(sorte, d->sorte) == 0 &&
		db_exec(r,
			SQL("UPDATE lettre_envoi SET desinscrit_le = UTC_TIMESTAMP() WHERE id = ?"
			    " AND desinscrit_le IS NULL"),
			I(d->envoi)) > 0)
		db_exec(r, SQL("UPDATE lettre SET desinscrits = desinscrits + 1 WHERE id = ?"),
			I(d->lettre));
	return true;
}

/* Tell her what that link has left ("info,appel"), and how to undo it: it may have been somebody to
 * whom she passed the letter on. */
void
lettre_depart_tell(struct req *r, const struct lettre_depart *d, const char *sortes)
{
	const char *kinds = "", *gone = "";

	for (const char *s = sortes; *s != '\0'; s += *s == ',') {
		size_t n = strcspn(s, ",");

		kinds = arena_printf(
			&r->mem, "%s%slettre_%.*s", kinds, *kinds != '\0' ? "," : "", (int) n, s);
		gone = arena_printf(&r->mem, "%srefus/lettre_%.*s,", gone, (int) n, s);
		s += n;
	}
	if (*sortes != '\0')
		desinscription_tell(r, d->contact, d->envoi, kinds, gone);
}

/* It was not she: that link leaves nothing any more, and what it had left does not count. */
void
lettre_depart_undone(struct req *r, int64_t envoi_id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre l JOIN lettre_envoi v ON v.lettre_id = l.id"
			" SET l.desinscrits = GREATEST(l.desinscrits - 1, 0) WHERE v.id = ?"
			" AND v.desinscrit_le IS NOT NULL"),
		    I(envoi_id)) > 0)
		db_exec(r, SQL("UPDATE lettre_envoi SET desinscrit_le = NULL WHERE id = ?"),
			I(envoi_id));
	db_exec(r, SQL("UPDATE lettre_envoi SET lien_fini_le = UTC_TIMESTAMP() WHERE id = ?"),
		I(envoi_id));
}

/* Say NAME.N.{cle, titre, description, voulue}: the kinds of letters, and which she gets. */
void
lettre_sortes_say(struct req *r, const char *name, int64_t contact_id)
{
	db_list(r, name,
		SQL("SELECT s.cle, s.titre, s.description,"
		    " NOT EXISTS (SELECT 1 FROM refus_courriel f"
		    " WHERE f.contact_id = ? AND f.genre = CONCAT('lettre_', s.cle)) AS voulue"
		    " FROM lettre_sorte s WHERE s.retire_le IS NULL ORDER BY s.ordre, s.cle"),
		I(contact_id));
}
