/* lettre_acces.c - who writes letters, who sends them, who reads one in the archive */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/droit.h"
#include "domain/lettres/lettre.h"
#include "domain/lettres/lettre_audience.h"

bool
lettre_writes(struct req *r)
{
	return droit(r, "lettres") == PARTOUT;
}

bool
lettre_sends(struct req *r)
{
	return droit(r, "envois") == PARTOUT;
}

/* Say Droits.ecrit and Droits.envoie: the same two. */
void
lettre_say_rights(struct req *r)
{
	say_int(r, "Droits.ecrit", lettre_writes(r));
	say_int(r, "Droits.envoie", lettre_sends(r));
}

/* Its readers once it has left, as publics; "": who writes and sends letters alone. */
static const char *
readers(struct req *r, const char *lisible, const char *audience)
{
	const char *as = strcmp(lisible, "siege") == 0 ? "public:siege" :
		strcmp(lisible, "benevoles") == 0      ? "public:benevoles" :
		strcmp(lisible, "tous") == 0           ? "public:tous" :
							 audience;
	const char *publics = audience_publics(r, as);

	return publics != NULL ? publics : "";
}

/* Its list of access: who writes and sends letters, and once it has left, its readers. */
void
lettre_follow(struct req *r, int64_t id)
{
	const char *lisible, *audience, *etat;
	bool gone, left;
	int64_t liste;

	if (!db_read(r,
		    SQL("SELECT lisible, audience, etat, supprime_le IS NOT NULL FROM lettre"
			" WHERE id = ?"),
		    INTO(TO(&lisible), TO(&audience), TO(&etat), TO(&gone)), I(id)))
		return;
	left = !gone && strcmp(etat, "brouillon") != 0 && strcmp(etat, "programmee") != 0;
	liste = liste_id(r,
		arena_printf(&r->mem, "lettre:0::%s", left ? readers(r, lisible, audience) : ""));
	db_exec(r, SQL("UPDATE objet SET liste_id = ? WHERE id = ? AND liste_id <> ?"), I(liste),
		I(id), I(liste));
}
