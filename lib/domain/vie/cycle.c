/* cycle.c - accounts that follow their person: merged in the CRM, erased, and what gets old
 *
 * A closed access deletes nothing here: sessions and tokens are refused at each request, and
 * work again when the CRM opens the access again.
 */

#include <stdlib.h>
#include <string.h>

#include "domain/annuaire/segment.h"
#include "domain/contacts/accueil.h"
#include "domain/contacts/note.h"
#include "domain/contacts/parcours.h"
#include "domain/groupes/demande.h"
#include "domain/imports/import.h"
#include "domain/messages/message.h"
#include "domain/socle/fusion.h"
#include "domain/socle/garde.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/vie/crm_efface.h"
#include "domain/vie/cycle.h"
#include "domain/vie/effacement.h"
#include "domain/vie/index_refait.h"
#include "net/live.h"

static void
merge_notifications(struct req *r, int64_t from, int64_t into)
{
	MERGE_ROWS(r, "notif", from, into);
	MERGE_ROWS(r, "abonnement", from, into);
	MERGE_ROWS(r, "recherche_gardee", from, into);
	MERGE_ROWS(r, "notif_reglage", from, into);
	MERGE_ROWS(r, "notif_envoi", from, into);
	db_exec(r, SQL("UPDATE notif_cible SET cible_id = ? WHERE cible_id = ? AND sorte = 1"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE notif_evenement SET auteur_id = ? WHERE auteur_id = ?"), I(into),
		I(from));
}

static void
merge_requests(struct req *r, int64_t from, int64_t into)
{
	db_exec(r, SQL("UPDATE requete SET contact_id = ? WHERE contact_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE requete SET cree_par = ? WHERE cree_par = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE requete_etape SET par_id = ? WHERE par_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE conservation_regle SET change_par = ? WHERE change_par = ?"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE violation SET cree_par = ? WHERE cree_par = ?"), I(into), I(from));
	MERGE_ROWS(r, "fiche_lue", from, into);
	db_exec(r, SQL("UPDATE IGNORE fiche_lue SET par_id = ? WHERE par_id = ?"), I(into),
		I(from));
}

/* The account of FROM, which the CRM merged into another contact, goes there with its sessions,
 * tokens and devices, unless the survivor has its own: then that one stays alone. */
void
cycle_merge(struct req *r, int64_t from, int64_t into)
{
	db_exec(r,
		SQL("UPDATE objet SET cree_par = ? WHERE cree_par = ? AND FIND_IN_SET(genre, ?)"),
		I(into), I(from), S(genres_that(r, ECRIT)));
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->fusionne != NULL)
			(*g)->fusionne(r, from, into);
	db_exec(r,
		SQL("INSERT IGNORE INTO compte (contact_id, mot_de_passe, role, cree_le, vu_le,"
		    " profil_le, charte_le,"
		    " totp, totp_pas, role_le) SELECT ?, mot_de_passe, role, cree_le, vu_le,"
		    " profil_le, charte_le,"
		    " totp, totp_pas, role_le FROM compte WHERE contact_id = ?"),
		I(into), I(from));
	db_exec(r, SQL("UPDATE session SET contact_id = ? WHERE contact_id = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE appareil SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
	db_exec(r, SQL("UPDATE jeton_api SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
	MERGE_ROWS(r, "code_secours", from, into);
	MERGE_ROWS(r, "preference", from, into);
	db_exec(r, SQL("UPDATE courriel SET contact_id = ? WHERE contact_id = ?"), I(into),
		I(from));
	MERGE_ROWS(r, "effacement", from, into);
	MERGE_ROWS(r, "refus_courriel", from, into);
	MERGE_ROWS(r, "coordonnees_choix", from, into);
	MERGE_ROWS(r, "charte_accord", from, into);
	merge_notifications(r, from, into);
	merge_requests(r, from, into);
	demande_merge(r, from, into);
	parcours_merge(r, from, into);
	note_merge(r, from, into);
	accueil_merge(r, from, into);
	db_exec(r, SQL("UPDATE fichier SET cree_par = ? WHERE cree_par = ?"), I(into), I(from));
	db_exec(r, SQL("UPDATE page_texte SET ecrit_par = ? WHERE ecrit_par = ?"), I(into),
		I(from));
	cycle_erase(r, from);
}

/* Everything of the account of CONTACT goes, and the mails that wait for her. */
void
cycle_erase(struct req *r, int64_t contact_id)
{
	demande_forget(r, contact_id);
	live_end_person(r, contact_id);
	effacement_account(r, contact_id);
	db_exec(r, SQL("DELETE FROM notif_cible WHERE cible_id = ? AND sorte = 1"), I(contact_id));
	segment_forget(r, contact_id);
}

/* What she asked of the association is counted still, with its days, and no word of hers. */
static void
empty_requests(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("UPDATE requete q JOIN requete_etape e ON e.requete_id = q.id SET e.texte = ''"
		    " WHERE q.contact_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE requete SET contact_id = NULL, nom = '', adresse = '', message = '',"
		    " identite = '', refus = '' WHERE contact_id = ?"),
		I(contact_id));
}

/* An empty person stays, so that what was counted stays true. */
static void
empty_person(struct req *r, int64_t contact_id)
{
	db_exec(r,
		SQL("UPDATE membre SET fin = COALESCE(fin, UTC_DATE()), tri = ''"
		    " WHERE contact_id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE contact SET hubspot_id = NULL, civilite = NULL, prenom = '', nom = '',"
		    " email = '',"
		    " telephone = '', code_postal = '', ville = '', date_naissance = NULL,"
		    " date_naissance_brute = '',"
		    " statut = '', type_contact = '', bio = '', acces = 0, tri = '',"
		    " discret = FALSE, cache = '', pause_jusqu_a = NULL, limite_le = NULL,"
		    " retire_le = COALESCE(retire_le, UTC_TIMESTAMP()) WHERE id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE objet SET titre = 'Personne effacée', modifie_le = UTC_TIMESTAMP(),"
		    " liste_id = 1 WHERE id = ?"),
		I(contact_id));
	db_exec(r,
		SQL("UPDATE public p LEFT JOIN profil f ON f.public_id = p.id"
		    " SET p.titre = 'Personne effacée', f.titre = 'Personne effacée'"
		    " WHERE p.genre = 'personne' AND p.cle = ?"),
		I(contact_id));
}

/* All that one record says of her goes, the journal's words included. */
static void
forget_record(struct req *r, int64_t contact_id)
{
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->efface != NULL)
			(*g)->efface(r, contact_id);
	cycle_erase(r, contact_id);
	db_exec(r, SQL("DELETE FROM notif_evenement WHERE auteur_id = ? OR objet_id = ?"),
		I(contact_id), I(contact_id));
	note_forget(r, contact_id);
	accueil_forget(r, contact_id);
	db_exec(r,
		SQL("DELETE l FROM import_changement ch JOIN import_ligne l ON l.import_id ="
		    " ch.import_id AND l.numero = ch.numero WHERE ch.contact_id = ?"),
		I(contact_id));
	db_exec(r, SQL("DELETE FROM import_changement WHERE contact_id = ?"), I(contact_id));
	effacement_person(r, contact_id);
	empty_requests(r, contact_id);
	db_exec(r, SQL("DELETE FROM recherche WHERE objet_id = ?"), I(contact_id));
	db_exec(r, SQL("DELETE FROM objet_etiquette WHERE objet_id = ?"), I(contact_id));
	message_forget(r, contact_id);
	db_exec(r, SQL("UPDATE fichier SET cree_par = NULL WHERE cree_par = ?"), I(contact_id));
	db_exec(r,
		SQL("DELETE v FROM sync_vu v JOIN contact c ON c.hubspot_id = v.hubspot_id"
		    " WHERE c.id = ?"),
		I(contact_id));
	crm_erased_remember(
		r, db_int(r, SQL("SELECT hubspot_id FROM contact WHERE id = ?"), I(contact_id)));
	db_exec(r,
		SQL("INSERT INTO effacement_fait (id, cree_le, efface_le)"
		    " SELECT id, cree_le, UTC_TIMESTAMP() FROM objet WHERE id = ?"),
		I(contact_id));
	empty_person(r, contact_id);
	journal_erase(r, contact_id);
}

/* Everything that says who CONTACT was goes: her record and those that the CRM merged into it, what
 * she wrote, and her name in the words of others.  The full text is made again in the night. */
void
cycle_forget(struct req *r, int64_t contact_id)
{
	struct traces t;
	char *one, *rest;

	traces_read(r, contact_id, &t);
	rest = arena_strdup(&r->mem, t.ids);
	while ((one = strsep(&rest, ",")) != NULL)
		forget_record(r, strtoll(one, NULL, 10));
	effacement_words(r, &t);
	index_stale(r);
}

/* Did she ask, here, to be erased?  Then her absence from the CRM is the answer, even when no
 * webhook says so. */
bool
cycle_asked(struct req *r, int64_t contact_id)
{
	return db_int(r, SQL("SELECT 1 FROM effacement WHERE contact_id = ?"), I(contact_id)) != 0;
}

/* Forget what has no use any more: by little portions, at each turn of essaim-mail. */
void
cycle_clean(struct req *r)
{
	import_purge(r);
	demande_clean(r);
	db_exec(r, SQL("DELETE FROM session WHERE expire_le < UTC_TIMESTAMP() LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM lien WHERE expire_le < UTC_TIMESTAMP() - INTERVAL 1 DAY"
		    " LIMIT 1000"));
	db_exec(r, SQL("DELETE FROM attente WHERE expire_le < UTC_TIMESTAMP() LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM envoi_fait WHERE cree_le < UTC_TIMESTAMP() - INTERVAL 1 DAY"
		    " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM desinscription WHERE cree_le < " AVANT(
			"desinscriptions", "UTC_TIMESTAMP()") " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM appareil WHERE vu_le < " AVANT(
			"appareils", "UTC_TIMESTAMP()") " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM tentative WHERE maj_le < UTC_TIMESTAMP() - INTERVAL 1 DAY"
		    " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM notif WHERE cree_le < " AVANT(
			"notifications", "UTC_TIMESTAMP()") " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM notif_evenement WHERE cree_le < " AVANT(
			"notifications", "UTC_TIMESTAMP()") " - INTERVAL 10 DAY"
							    " LIMIT 1000"));
	db_exec(r,
		SQL("DELETE FROM courriel WHERE etat IN ('envoye', 'refuse', 'annule')"
		    " AND cree_le < " AVANT("courriels", "UTC_TIMESTAMP()") " LIMIT 1000"));
}
