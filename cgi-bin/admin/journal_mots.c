/* journal_mots.c - what keys, settings and values of the journal are called */

#include <ctype.h>
#include <string.h>

#include "admin/journal.h"
#include "base/clock.h"
#include "base/text.h"
#include "web/route.h"

/* What a key of before and after, a setting, or "KEY=VALUE" is called. */
struct mot {
	const char *cle, *libelle;
	struct mot *next;
};

static const struct mot usual[] = { { "role", "Rôle", NULL }, { "personnes", "Personnes", NULL },
	{ "nom", "Nom", NULL }, { "titre", "Titre", NULL }, { "ouverture", "Ouverture", NULL },
	{ "dans", "Dans", NULL }, { "groupe", "Groupe", NULL }, { "import", "Import", NULL },
	{ "changements", "Changements", NULL }, { "lignes", "Lignes", NULL },
	{ "colonnes", "Colonnes", NULL }, { "filtre", "Filtre", NULL },
	{ "raison", "Raison donnée", NULL }, { "jusqu_a", "Jusqu’à la ligne", NULL },
	{ "avant_le", "Avant le", NULL }, { "le", "Le", NULL }, { "adresse", "Adresse", NULL },
	{ "essais", "Essais", NULL }, { "ligne", "Ligne", NULL }, { "domaine", "Domaine", NULL },
	{ "niveau", "Niveau", NULL }, { "profil", "Profil", NULL }, { "cle", "Clé", NULL },
	{ "id", "Numéro", NULL }, { "requete", "Demande n°", NULL },
	{ "contact", "Fiche n°", NULL }, { "contacts", "Fiches", NULL },
	{ "creneau", "Créneau n°", NULL }, { "poste", "Poste n°", NULL }, { "etat", "État", NULL },
	{ "coordonnees", "Coordonnées", NULL }, { "duree", "Durée", NULL },
	{ "unite", "Unité", NULL }, { "famille_id", "Famille n°", NULL },
	{ "objets", "Éléments", NULL }, { "etiquettes", "Étiquettes", NULL },
	{ "regle", "Règle", NULL }, { "violation", "Violation n°", NULL },
	{ "avertir", "Personnes à avertir", NULL }, { "anonymiser", "Fiches à anonymiser", NULL },
	{ "assigne", "Confiée à la fiche n°", NULL }, { "conversation", "Conversation n°", NULL },
	{ "message", "Message n°", NULL }, { "fichier", "Fichier n°", NULL },
	{ "conservation_adoptee", "Durées de conservation adoptées", NULL },
	{ "dpo.nom", "Protection des données, nom", NULL },
	{ "dpo.adresse", "Protection des données, adresse", NULL },
	{ "formulaire_guid", "Formulaire HubSpot", NULL },
	{ "formulaire_partage", "Formulaire HubSpot, partage", NULL },
	{ "formulaire_portail", "Formulaire HubSpot, portail", NULL },
	{ "formulaire_region", "Formulaire HubSpot, région", NULL },
	{ "lettre.cle", "Clé des lettres", NULL }, { "lettres.clics", "Clics des lettres", NULL },
	{ "lettres.relecture", "Relecture des lettres", NULL },
	{ "notes.acces", "Qui lit les notes", NULL }, { "relais.jours", "Accueil, jours", NULL },
	{ "relais.modele", "Accueil, message proposé", NULL },
	{ "reponse.cle", "Clé des réponses par courriel", NULL },
	{ "service.contrat", "Hébergeur, contrat", NULL },
	{ "service.courriel", "Hébergeur, courriel", NULL }, { "service.qui", "Hébergeur", NULL },
	{ "service.telephone", "Hébergeur, téléphone", NULL },
	{ "silence.jours", "Prise de nouvelles, jours", NULL },
	{ "silence.modele", "Prise de nouvelles, message proposé", NULL },
	{ "site.identite", "Identité du site", NULL },
	{ "textes_refaire", "Textes à refaire", NULL }, { "role=admin", "Administration", NULL },
	{ "role=salarie", "Siège", NULL }, { "role=benevole", "Bénévole", NULL },
	{ "genre=acces", "Accès", NULL }, { "genre=rectification", "Rectification", NULL },
	{ "genre=effacement", "Effacement", NULL }, { "genre=opposition", "Opposition", NULL },
	{ "genre=limitation", "Limitation", NULL }, { "genre=portabilite", "Portabilité", NULL },
	{ "etat=a_faire", "À faire", NULL }, { "etat=en_cours", "En cours", NULL },
	{ "etat=fait", "Fait", NULL } };

static const int kept_here;

/* The names of fields, of their choices, of domains and roles, read once for a page. */
void
journal_labels(struct req *r)
{
	struct mot **words = (struct mot **) req_kept(r, &kept_here);
	struct rows *rows = db_rows(r,
		SQL("SELECT cle, libelle FROM champ UNION SELECT colonne, libelle FROM champ"
		    " WHERE colonne IS NOT NULL UNION SELECT CONCAT('d_', cle), titre FROM domaine"
		    " UNION SELECT cle, titre FROM domaine"
		    " UNION SELECT CONCAT(IFNULL(c.colonne, c.cle), '=', o.valeur), o.libelle"
		    " FROM champ_option o JOIN champ c ON c.id = o.champ_id"
		    " UNION SELECT CONCAT('role=', cle), titre FROM groupe_role"));

	while (db_next(rows, &r->mem)) {
		struct mot *m = arena_alloc(&r->mem, sizeof *m);

		*m = (struct mot) { arena_strdup(&r->mem, db_text(rows, 0)),
			arena_strdup(&r->mem, db_text(rows, 1)), *words };
		*words = m;
	}
}

static const char *
find(struct req *r, const char *key)
{
	for (const struct mot *m = *(struct mot **) req_kept(r, &kept_here); m != NULL; m = m->next)
		if (strcmp(m->cle, key) == 0)
			return m->libelle;
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (strcmp(usual[i].cle, key) == 0)
			return usual[i].libelle;
	return NULL;
}

/* What that key is called; one that has no name is read as a word. */
const char *
journal_label(struct req *r, struct arena *mem, const char *key)
{
	const char *said = find(r, key);
	char *plain;

	if (said != NULL)
		return said;
	plain = arena_strdup(mem, key);
	for (char *s = plain; *s != '\0'; s++)
		if (*s == '_')
			*s = ' ';
	*plain = (char) toupper((unsigned char) *plain);
	return plain;
}

/* A date or a moment as people say it; NULL: it is none. */
static const char *
when(struct arena *mem, const char *value)
{
	int year, month, day;

	if (strspn(value, "0123456789") != 4 ||
		!text_date(arena_printf(mem, "%.10s", value), &year, &month, &day))
		return NULL;
	if (strlen(value) == 10)
		return text_day(mem, value);
	return strlen(value) == 19 ? text_moment(mem, clock_parse(value)) : NULL;
}

/* What that value of that key is called: a choice by its words, a date as people say it, another as
 * it was written. */
const char *
journal_value(struct req *r, struct arena *mem, const char *key, const char *value)
{
	const char *said = *value != '\0' ? find(r, arena_printf(mem, "%s=%s", key, value)) : NULL;

	if (said == NULL)
		said = when(mem, value);
	return said != NULL ? said : value;
}
