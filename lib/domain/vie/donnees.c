/* donnees.c - the rights of access and erasure (GDPR, articles 15, 17 and 20)
 *
 * For people: lists with words, all of each, that of a kind of objet by its .donnees.  All rows of
 * all tables are donnees.def's.
 */

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/compte/premiere_fois.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/genre.h"
#include "domain/socle/journal.h"
#include "domain/vie/donnees.h"

/* What others called, or call today, a thing that she no longer sees is not hers: its title as long
 * as she sees it.  Binds SENT_TO(id). */
#define TITLE(o) "IF(" SEEN_BY(o, "?") ", " o ".titre, NULL)"
#define SENT_TO(id) I(id), I(id)

static void
say_person(struct req *r, int64_t id)
{
	db_one(r, "contact",
		SQL("SELECT id, hubspot_id, civilite, prenom, nom, email, telephone, code_postal,"
		    " ville, date_naissance, date_naissance_brute, statut, type_contact, bio,"
		    " crm_modifie_le, crm_lu_le FROM contact WHERE id = ?"),
		I(id));
	db_list(r, "valeurs",
		SQL("SELECT h.cle, h.libelle, COALESCE(v.texte, v.valeur) AS valeur,"
		    " COALESCE(p.libelle, v.texte, v.valeur) AS libelle_valeur, h.origine,"
		    " h.finalite, h.conservation FROM champ_valeur v"
		    " JOIN champ h ON h.id = v.champ_id"
		    " LEFT JOIN champ_option p ON p.champ_id = v.champ_id AND p.valeur = v.valeur"
		    " WHERE v.contact_id = ? ORDER BY h.ordre, v.valeur"),
		I(id));
	db_list(r, "groupes",
		SQL("SELECT m.groupe_id AS id, " TITLE(
			"o") " AS titre, m.role, m.debut, m.fin,"
			     " m.origine FROM " LIFE("m") " JOIN objet o ON o.id = m.groupe_id"
							  " ORDER BY m.debut, titre"),
		SENT_TO(id), I(id));
	db_list(r, "demandes",
		SQL("SELECT " TITLE(
			"o") " AS groupe, d.genre, d.mot, d.cree_le, d.etat, d.reponse,"
			     " d.repondu_le FROM groupe_demande d"
			     " JOIN objet o ON o.id = d.groupe_id WHERE d.contact_id = ?"
			     " ORDER BY d.id"),
		SENT_TO(id), I(id));
	db_list(r, "etiquettes",
		SQL("SELECT e.nom FROM objet_etiquette oe"
		    " JOIN etiquette e ON e.id = oe.etiquette_id WHERE oe.objet_id = ?"
		    " ORDER BY e.nom"),
		I(id));
}

static void
say_account(struct req *r, int64_t id)
{
	db_one(r, "compte",
		SQL("SELECT cree_le, vu_le, charte_le, profil_le, role,"
		    " mot_de_passe IS NOT NULL AS mot_de_passe,"
		    " totp IS NOT NULL AS second_facteur FROM compte WHERE contact_id = ?"),
		I(id));
	db_list(r, "chartes",
		SQL("SELECT version_id AS version, le FROM charte_accord WHERE contact_id = ?"
		    " ORDER BY le"),
		I(id));
	db_list(r, "sessions",
		SQL("SELECT appareil, adresse, cree_le, vu_le, expire_le FROM session"
		    " WHERE contact_id = ? ORDER BY vu_le DESC"),
		I(id));
	db_list(r, "jetons",
		SQL("SELECT nom, IF(ecrit, 'lire et écrire', 'lire') AS acces, espaces, cree_le,"
		    " vu_le, expire_le FROM jeton_api WHERE contact_id = ? ORDER BY id"),
		I(id));
	db_list(r, "coordonnees",
		SQL("SELECT t.pluriel AS groupes, IF(k.oui, 'oui', 'non') AS montrees, k.le"
		    " FROM coordonnees_choix k"
		    " JOIN groupe_type t ON t.cle = k.type WHERE k.contact_id = ?"
		    " ORDER BY t.ordre"),
		I(id));
	db_list(r, "preferences",
		SQL("SELECT genre, canal, actif FROM preference WHERE contact_id = ?"), I(id));
}

/* What she follows, searches for, was told. */
static void
say_kept(struct req *r, int64_t id)
{
	db_list(r, "suivis",
		SQL("SELECT o.id, " TITLE(
			"o") " AS titre, IF(s.etat = 1, 'suivi', 'muet') AS etat,"
			     " s.cree_le FROM abonnement s"
			     " JOIN objet o ON o.id = s.objet_id WHERE s.contact_id = ?"
			     " ORDER BY s.cree_le"),
		SENT_TO(id), I(id));
	db_list(r, "recherches",
		SQL("SELECT " TITLE("o") " AS groupe, g.q FROM recherche_gardee g"
					 " JOIN objet o ON o.id = g.groupe_id"
					 " WHERE g.contact_id = ? ORDER BY groupe, g.q"),
		SENT_TO(id), I(id));
	db_list(r, "notifications",
		SQL("SELECT n.genre, e.phrase, e.url, n.cree_le, n.lu_le FROM notif n"
		    " JOIN notif_evenement e ON e.id = n.evenement_id WHERE n.contact_id = ?"
		    " ORDER BY n.id DESC"),
		I(id));
	db_list(r, "adresses_en_erreur",
		SQL("SELECT adresse, erreur, quand FROM adresse_erreur WHERE contact_id = ?"),
		I(id));
	db_list(r, "resumes",
		SQL("SELECT frequence, jour, heure, calme_de, calme_a FROM notif_reglage"
		    " WHERE contact_id = ?"),
		I(id));
}

/* What was sent to her, and what she wrote that is in no feed. */
static void
say_sent(struct req *r, int64_t id)
{
	db_list(r, "courriels",
		SQL("SELECT genre, sujet, adresse, cree_le, envoye_le, etat FROM courriel"
		    " WHERE contact_id = ? ORDER BY id DESC"),
		I(id));
	db_list(r, "invitations",
		SQL("SELECT cree_le, relance_le, nombre FROM invitation WHERE contact_id = ?"),
		I(id));
	db_list(r, "segments",
		SQL("SELECT o.titre, s.description, s.partage, s.conditions, o.cree_le FROM objet o"
		    " JOIN segment s ON s.id = o.id"
		    " WHERE o.cree_par = ? ORDER BY o.id"),
		I(id));
	db_list(r, "messages",
		SQL("SELECT conversation_id, texte, voie, cree_le FROM message WHERE auteur_id = ?"
		    " AND genre <> 'trace' ORDER BY id"),
		I(id));
	db_list(r, "fichiers",
		SQL("SELECT id, nom, type, objet_id, cree_le FROM fichier WHERE cree_par = ?"
		    " ORDER BY id"),
		I(id));
	db_list(r, "effacements",
		SQL("SELECT cree_le, message FROM effacement WHERE contact_id = ?"), I(id));
}

/* Her path, how she was looked after, what she chose to keep to herself. */
static void
say_path(struct req *r, int64_t id)
{
	db_list(r, "parcours",
		SQL("SELECT f.cle, f.libelle, p.valeur, p.debut, p.fin, p.origine, p.initial"
		    " FROM parcours p"
		    " JOIN champ f ON f.id = p.champ_id WHERE p.contact_id = ? ORDER BY p.id"),
		I(id));
	db_list(r, "accueils",
		SQL("SELECT " TITLE(
			"o") " AS groupe, t.etat, t.cree_le, t.echeance, t.maj_le,"
			     " t.accueilli_le"
			     " FROM relais t"
			     " JOIN objet o ON o.id = t.groupe_id WHERE t.contact_id = ?"
			     " ORDER BY t.id"),
		SENT_TO(id), I(id));
	db_list(r, "nouvelles",
		SQL("SELECT genre, cree_le FROM nouvelles WHERE contact_id = ? ORDER BY id"),
		I(id));
	db_one(r, "discretion",
		SQL("SELECT discret, cache, pause_jusqu_a FROM contact WHERE id = ?"), I(id));
}

/* The notes about her, for who answers her request of access, or for herself when administrators
 * decided so (reglage notes.acces); not who wrote them. */
void
donnees_notes(struct req *r, int64_t contact_id)
{
	db_list(r, "notes",
		SQL("SELECT texte, niveau, cree_le, rappel_le, fait_le FROM note"
		    " WHERE contact_id = ? ORDER BY id"),
		I(contact_id));
	say(r, "Notes.dites", "1");
}

/* What she did, and what was done to her own page; not who did it, unless it was she. */
static void
say_journal(struct req *r, int64_t id)
{
	db_list(r, "journal",
		SQL("SELECT quand, acte, acteur_id = ? AS par_moi, avant, apres FROM journal"
		    " WHERE objet_id = ? OR acteur_id = ? ORDER BY id DESC"),
		I(id), I(id), I(id));
}

/* Say everything: contact, champs, valeurs, groupes, etiquettes, compte, sessions, jetons,
 * preferences, suivis, notifications, courriels, messages, fichiers, parcours, accueils, nouvelles,
 * discretion, journal. */
void
donnees_say(struct req *r, int64_t contact_id)
{
	say_person(r, contact_id);
	premiere_fois_known(r, contact_id);
	say_account(r, contact_id);
	say_kept(r, contact_id);
	say_sent(r, contact_id);
	say_path(r, contact_id);
	for (const struct genre *const *g = genres; *g != NULL; g++)
		if ((*g)->donnees != NULL)
			(*g)->donnees(r, contact_id);
	say_journal(r, contact_id);
}

/* Say connexions.N.{acte, quand, moment}: the last sign-ins and refused tries. */
void
donnees_signins(struct req *r, int64_t contact_id)
{
	db_list(r, "connexions",
		SQL("SELECT acte, quand FROM journal WHERE objet_id = ?"
		    " AND (acte LIKE 'connexion.%' OR acte LIKE 'compte.%')"
		    " ORDER BY id DESC LIMIT 30"),
		I(contact_id));
	for (struct row *c = row_first(r, "connexions"); c != NULL; c = row_next(c))
		row_say(c, "moment", text_moment(&r->mem, clock_parse(row_text(c, "quand"))));
}

static void
tell_administration(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT c.id, c.email, c.prenom FROM compte co"
		    " JOIN contact c ON c.id = co.contact_id"
		    " WHERE co.role = 'admin' AND c.acces = 3"));

	while (db_next(rows, &r->mem)) {
		say(r, "Courriel.prenom", db_text(rows, 2));
		courriel_queue(r, db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)),
			"effacement_demande");
	}
}

/* Note that this person asks to be erased, and tell the administration.  False: already asked. */
bool
donnees_ask_erasure(struct req *r, int64_t contact_id, const char *message)
{
	if (db_exec(r,
		    SQL("INSERT IGNORE INTO effacement (contact_id, cree_le, message)"
			" VALUES (?, UTC_TIMESTAMP(), ?)"),
		    I(contact_id), S(message)) == 0)
		return false;
	say(r, "Courriel.sans_demande", "1");
	say(r, "Courriel.qui",
		db_string(r, SQL("SELECT CONCAT_WS(' ', prenom, nom) FROM contact WHERE id = ?"),
			I(contact_id)));
	say(r, "Courriel.message", message);
	say(r, "Courriel.fiche", arena_printf(&r->mem, "/contacts/%lld", (long long) contact_id));
	tell_administration(r);
	journal(r, "compte.effacement_demande", contact_id, NULL, NULL);
	return true;
}
