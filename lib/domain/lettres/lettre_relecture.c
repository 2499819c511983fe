/* lettre_relecture.c - a second pair of eyes before a letter leaves */

#include <inttypes.h>
#include <string.h>

#include "domain/lettres/controle_part.h"
#include "domain/lettres/lettre_relecture.h"
#include "domain/notifications/notif.h"
#include "domain/socle/journal.h"
#include "domain/socle/reglage.h"

/* As SQL: contact C may write letters, everywhere. */
#define WRITES(c) \
	"(" c ".acces = 3 AND EXISTS (SELECT 1 FROM contact_public cp_" \
	" JOIN profil p_ ON p_.public_id = cp_.public_id" \
	" JOIN profil_droit d_ ON d_.profil_id = p_.id AND d_.domaine = 'lettres'" \
	" AND d_.niveau = 2 WHERE cp_.contact_id = " c ".id))"

bool
lettre_relecture_due(struct req *r)
{
	return strcmp(reglage(r, "lettres.relecture", "0"), "1") == 0;
}

/* Did that person write it alone, as far as it stands? */
bool
lettre_all_by(struct req *r, int64_t lettre_id, int64_t contact_id)
{
	return db_int(r,
		       SQL("SELECT COUNT(*) FROM (SELECT cree_par AS qui FROM objet WHERE id = ?"
			   " UNION SELECT modifie_par FROM lettre WHERE id = ?"
			   " UNION SELECT modifie_par FROM lettre_bloc WHERE lettre_id = ?"
			   " AND NOT repris) a WHERE qui IS NOT NULL AND qui <> ?"),
		       I(lettre_id), I(lettre_id), I(lettre_id), I(contact_id)) == 0;
}

/* Were these very words read again? */
bool
lettre_is_read(const struct lettre *l)
{
	return l->relu_par != 0 && l->relu_version == l->version;
}

void
controle_relecture(struct controle *c)
{
	if (!lettre_is_read(&c->l) && lettre_all_by(c->r, c->l.id, c->r->user.id))
		controle_say(c, lettre_relecture_due(c->r), "/verification#relecture",
			"Vous l’avez écrite seul-e et personne ne l’a relue.");
}

/* Say NAME.N.{valeur, libelle}: colleagues who may read it again. */
void
lettre_relecture_offer(struct req *r, const char *name)
{
	db_list(r, name,
		SQL("SELECT c.id AS valeur, CONCAT_WS(' ', c.prenom, c.nom) AS libelle"
		    " FROM contact c JOIN objet o ON o.id = c.id WHERE c.id <> ? AND " WRITES(
			    "c") " AND " SEES("o") " ORDER BY c.tri, c.id LIMIT 200"),
		I(r->user.id), ME(r));
}

/* A colleague is asked to read it again; NULL, or why not. */
const char *
lettre_relecture_ask(struct req *r, int64_t lettre_id, int64_t contact_id)
{
	int64_t ev;

	if (db_int(r,
		    SQL("SELECT 1 FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
			" AND c.id <> ? AND " WRITES("c") " AND " SEES("o")),
		    I(contact_id), I(r->user.id), ME(r)) == 0)
		return "Choisissez une personne dans la liste.";
	ev = notif_event(r, "lettre", lettre_id,
		arena_printf(&r->mem, "/lettres/%" PRId64 "/verification", lettre_id),
		arena_printf(&r->mem, "%s %s vous demande de relire la lettre «\u00A0%s\u00A0»",
			r->user.prenom, r->user.nom,
			db_string(r, SQL("SELECT titre FROM objet WHERE id = ?"), I(lettre_id))));
	notif_to(r, ev, contact_id);
	journal(r, "lettre.relecture", lettre_id, NULL, NULL);
	return NULL;
}

/* The reader has read the words of that version; NULL, or why that does not count. */
const char *
lettre_read_again(struct req *r, int64_t lettre_id, int64_t version)
{
	if (lettre_all_by(r, lettre_id, r->user.id))
		return "Vous l’avez écrite\u00A0: c’est à quelqu’un d’autre de la relire.";
	if (db_int(r, SQL("SELECT version FROM lettre WHERE id = ? FOR UPDATE"), I(lettre_id)) !=
		version)
		return "Le texte a changé pendant que vous lisiez\u00A0: relisez-le.";
	db_exec(r, SQL("UPDATE lettre SET relu_par = ?, relu_version = version WHERE id = ?"),
		I(r->user.id), I(lettre_id));
	journal(r, "lettre.relue", lettre_id, NULL, NULL);
	return NULL;
}
