/* export_types.c - what is taken away as tables, and what its columns are called for people */

#include <string.h>

#include "domain/acces/acces.h"
#include "web/export_types.h"

/* Rows and count of a type: of an objet O that the reader sees, or all of them.  The same FROM, so
 * that the count on the screen is that of the file. */
#define TYPE(name, columns, from, order) \
	static struct rows *name##_rows(struct req *r, bool all) \
	{ \
		return db_stream(r, \
			SQL("SELECT " columns " " from \
			    " AND (? OR " SEES("o") ") ORDER BY " order), \
			I(all), ME(r)); \
	} \
	static int64_t name##_count(struct req *r, bool all) \
	{ \
		return db_int(r, SQL("SELECT COUNT(*) " from " AND (? OR " SEES("o") ")"), I(all), \
			ME(r)); \
	}

#define AUTEUR "TRIM(CONCAT(COALESCE(c.prenom, ''), ' ', COALESCE(c.nom, ''))) AS auteur"

TYPE(publications,
	"p.id, go.titre AS groupe, p.groupe_id, p.genre, p.titre, p.texte, p.important, " AUTEUR
	", o.cree_par AS auteur_id, o.cree_le, p.change_le, p.supprime_le",
	"FROM publication p JOIN objet o ON o.id = p.id JOIN objet go ON go.id = p.groupe_id"
	" LEFT JOIN contact c ON c.id = o.cree_par WHERE TRUE",
	"p.id")

TYPE(commentaires,
	"k.id, k.sur_id, so.genre AS sur_genre, so.titre AS sur_titre, k.racine_id,"
	" k.texte, " AUTEUR ", o.cree_par AS auteur_id, o.cree_le, k.change_le, k.supprime_le",
	"FROM commentaire k JOIN objet o ON o.id = k.id JOIN objet so ON so.id = k.sur_id"
	" LEFT JOIN contact c ON c.id = o.cree_par WHERE TRUE",
	"k.id")

TYPE(sondages,
	"x.id AS reponse_id, s.id AS sondage_id, p.titre, s.genre, q.texte AS question,"
	" x.texte AS reponse, x.jour, x.oui, x.peut_etre, s.votants, s.fin, s.clos_le",
	"FROM sondage_option x JOIN sondage_question q ON q.id = x.question_id"
	" JOIN sondage s ON s.id = q.sondage_id JOIN publication p ON p.id = s.id"
	" JOIN objet o ON o.id = s.id WHERE TRUE",
	"x.id")

TYPE(taches,
	"t.id, go.titre AS groupe, t.groupe_id, o.titre, t.texte, t.etat, t.echeance, t.fait_le,"
	" t.fait_par AS fait_par_id, o.cree_par AS auteur_id, o.cree_le",
	"FROM tache t JOIN objet o ON o.id = t.id JOIN objet go ON go.id = t.groupe_id WHERE TRUE",
	"t.id")

TYPE(evenements,
	"d.id AS date_id, e.id AS evenement_id, o.titre, d.debut, d.fin, e.journee,"
	" COALESCE(d.lieu, e.lieu) AS lieu, e.code_postal, e.lien, go.titre AS groupe, e.groupe_id,"
	" e.organisateur_id, e.type, e.visibilite, IF(e.etat = 'publie', d.etat, e.etat) AS etat,"
	" e.places, d.pris AS inscrits, d.attente, e.texte, o.cree_le",
	"FROM evenement_date d JOIN evenement e ON e.id = d.evenement_id"
	" JOIN objet o ON o.id = e.id"
	" LEFT JOIN objet go ON go.id = e.groupe_id WHERE TRUE",
	"d.id")

TYPE(inscriptions,
	"i.id AS inscription_id, p.date_id, e.titre AS evenement, d.debut, i.contact_id,"
	" COALESCE(c.prenom, i.prenom) AS prenom, COALESCE(c.nom, i.nom) AS nom,"
	" COALESCE(c.email, i.email) AS email, p.etat, p.invites, i.mot, p.present_le, p.parti_le,"
	" i.cree_le",
	"FROM place p JOIN inscription i ON i.id = p.inscription_id"
	" JOIN evenement_date d ON d.id = p.date_id JOIN objet e ON e.id = i.evenement_id"
	" LEFT JOIN contact c ON c.id = i.contact_id LEFT JOIN objet o ON o.id = i.contact_id"
	" WHERE TRUE",
	"p.date_id, i.id")

TYPE(heures,
	"h.id, h.contact_id, c.prenom, c.nom, go.titre AS groupe, h.groupe_id, h.jour, h.minutes,"
	" h.source, h.quoi, h.etat, h.raison, h.decide_le, h.decide_par AS decide_par_id,"
	" h.cree_le",
	"FROM heures h JOIN contact c ON c.id = h.contact_id JOIN objet o ON o.id = c.id"
	" LEFT JOIN objet go ON go.id = h.groupe_id WHERE TRUE",
	"h.id")

TYPE(lettres,
	"l.id, o.titre, l.sorte, l.apercu, l.audience, l.lisible, l.etat, l.commence_le, l.fini_le,"
	" l.total, l.envoyes, l.refuses, l.rebonds, l.plaintes, l.desinscrits,"
	" (SELECT d.texte FROM lettre_edition d WHERE d.lettre_id = l.id AND d.numero = l.edition)"
	" AS texte, o.cree_par AS auteur_id, o.cree_le",
	"FROM lettre l JOIN objet o ON o.id = l.id WHERE l.supprime_le IS NULL", "l.id")

TYPE(fichiers,
	"f.id, f.nom, f.type, fc.taille, f.empreinte, f.objet_id AS sur_id, o.genre AS sur_genre,"
	" o.titre AS sur_titre, f.cree_par AS auteur_id, f.cree_le",
	"FROM fichier f JOIN fichier_contenu fc ON fc.empreinte = f.empreinte"
	" JOIN objet o ON o.id = f.objet_id WHERE TRUE",
	"f.id")

TYPE(signalements,
	"s.id, s.objet_id AS sur_id, o.genre AS sur_genre, o.titre AS sur_titre, s.motif,"
	" s.contact_id, s.cree_le, s.etat, s.traite_le, s.traite_par AS traite_par_id",
	"FROM signalement s JOIN objet o ON o.id = s.objet_id WHERE TRUE", "s.id")

TYPE(conversations,
	"v.id, o.titre, v.genre, v.a_qui, v.reponses, o.cree_par AS auteur_id, o.cree_le",
	"FROM conversation v JOIN objet o ON o.id = v.id WHERE TRUE", "v.id")

TYPE(messages,
	"m.id, m.conversation_id, m.genre, m.auteur_id, " AUTEUR
	", m.texte, m.voie, m.cree_le, m.efface_le",
	"FROM message m JOIN objet o ON o.id = m.conversation_id"
	" LEFT JOIN contact c ON c.id = m.auteur_id WHERE TRUE",
	"m.id")

TYPE(notes,
	"n.id, n.contact_id, c.prenom, c.nom, n.auteur_id, n.texte, n.niveau, n.cree_le,"
	" n.rappel_le,"
	" n.fait_le",
	"FROM note n JOIN contact c ON c.id = n.contact_id JOIN objet o ON o.id = c.id WHERE TRUE",
	"n.id")

#define OF(nom) nom##_rows, nom##_count

const struct export_type export_types_autres[] = {
	{ "publications", "Publications des groupes", false, OF(publications) },
	{ "commentaires", "Commentaires", false, OF(commentaires) },
	{ "sondages", "Sondages et leurs réponses", false, OF(sondages) },
	{ "taches", "Tâches", false, OF(taches) },
	{ "evenements", "Événements, une ligne par date", false, OF(evenements) },
	{ "inscriptions", "Inscriptions aux événements", false, OF(inscriptions) },
	{ "heures", "Heures données", false, OF(heures) },
	{ "lettres", "Lettres d’info", false, OF(lettres) },
	{ "fichiers", "Fichiers joints", false, OF(fichiers) },
	{ "signalements", "Signalements", false, OF(signalements) },
	{ "conversations", "Conversations", true, OF(conversations) },
	{ "messages", "Messages", true, OF(messages) },
	{ "notes", "Notes d’accompagnement", true, OF(notes) },
	{ 0 },
};

const struct export_type *
export_type_find(const char *nom)
{
	for (const struct export_type *t = export_types_autres; t->nom != NULL; t++)
		if (strcmp(t->nom, nom) == 0)
			return t;
	return NULL;
}

/* What people call a column; its own name where that says it already. */
const char *
export_label(const char *column)
{
	static const char *const labels[][2] = {
#define LABEL(column, label) { #column, label },
#include "web/export_labels.def"
	};

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strcmp(labels[i][0], column) == 0)
			return labels[i][1];
	return NULL;
}
