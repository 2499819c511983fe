/* reprise_adhesions.c - who is, or was, in which group, since when */

#include <string.h>

#include "domain/groupes/membre.h"
#include "domain/reprise/reprise.h"

enum { ADRESSE, GROUPE, ROLE, DEPUIS, JUSQUE };

/* The one person of that address; 0, and why: people come from the CRM. */
static int64_t
person(struct req *r, const char *email, const char **why)
{
	int64_t id = 0;
	int n = 0;

	db_read(r,
		SQL("SELECT COUNT(*), COALESCE(MAX(id), 0) FROM contact WHERE retire_le IS NULL"
		    " AND LOWER(email) = LOWER(?) COLLATE utf8mb4_bin AND email <> ''"),
		INTO(TO(&n), TO(&id)), S(email));
	if (n != 1)
		*why = n == 0 ? "Personne n’a cette adresse\u00A0: les personnes viennent de"
				" HubSpot." :
				"Plusieurs personnes ont cette adresse.";
	return n == 1 ? id : 0;
}

/* The days of the line; NULL, or why not. */
static const char *
days(struct req *r, const struct reprise_ligne *l, const char **from, const char **till)
{
	const char *today = db_string(r, SQL("SELECT UTC_DATE()"));

	*from = *till = "";
	if (*l->cells[DEPUIS] != '\0' && !reprise_day(r, l->cells[DEPUIS], from))
		return "«\u00A0Depuis\u00A0» n’est pas une date (12/10/2024).";
	if (*l->cells[JUSQUE] != '\0' && !reprise_day(r, l->cells[JUSQUE], till))
		return "«\u00A0Jusqu’au\u00A0» n’est pas une date (12/10/2024).";
	if (strcmp(*from, today) > 0 || strcmp(*till, today) > 0)
		return "Cette date est à venir.";
	if (**till != '\0' && (**from == '\0' || strcmp(*from, *till) > 0))
		return "Il faut «\u00A0Depuis\u00A0», avant «\u00A0Jusqu’au\u00A0».";
	return NULL;
}

static const char *
make(struct req *r, struct reprise_ligne *l)
{
	const char *why = NULL, *from, *till, *role = l->cells[ROLE];
	int64_t who = person(r, l->cells[ADRESSE], &why), groupe;

	if (who == 0 || (groupe = reprise_groupe(r, l->cells[GROUPE], &why)) == 0 ||
		(why = days(r, l, &from, &till)) != NULL)
		return why;
	if (*role == '\0' || strcasecmp(role, "membre") == 0)
		role = "membre";
	else
		role = db_string(r,
			SQL("SELECT cle FROM groupe_role WHERE (titre = ? OR cle = ?)"
			    " AND retire_le IS NULL LIMIT 1"),
			S(role), S(role));
	if (role == NULL || (strcmp(role, "membre") != 0 && !membre_offers(r, groupe, role)))
		return "Ce groupe n’a pas ce rôle.";
	l->n = membre_take(r, groupe, who, role, from, till, l->cree);
	return NULL;
}

const struct reprise_genre reprise_adhesions = {
	"adhesions",
	"Membres des groupes",
	"une adhésion",
	{ { "Adresse courriel", "L’adresse sous laquelle la personne est connue",
		  "camille.exemple@exemple.org", true },
		{ "Groupe", "Le nom du groupe, tel qu’il est ici", "Groupe local de Dijon", true },
		{ "Rôle",
			"Membre, Coordination, ou un rôle de ce type de groupe. Vide\u00A0: Membre",
			"Membre" },
		{ "Depuis", "Une date\u00A0: 12/10/2024. Vide\u00A0: aujourd’hui", "12/10/2024" },
		{ "Jusqu’au", "Une date passée, si la personne n’y est plus", "" } },
	make,
	membre_drop,
};
