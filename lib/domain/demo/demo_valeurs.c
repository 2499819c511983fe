/* demo_valeurs.c - for a demonstration instance: what volunteers can do, like, are free for,
 * learnt */

#include "domain/acces/acces.h"
#include "domain/contacts/champ.h"
#include "domain/crm/contact_store.h"
#include "domain/demo/demo_groupes.h"

/* One volunteer in OF has that value; which ones, the field's and the value's place decide. */
static const struct demo {
	const char *champ, *valeur;
	int of;
} demos[] = {
	{ "competences", "photo", 11 },
	{ "competences", "prise_de_parole", 7 },
	{ "competences", "animation", 5 },
	{ "competences", "redaction", 9 },
	{ "competences", "video", 23 },
	{ "competences", "permis_b", 4 },
	{ "competences", "premiers_secours", 17 },
	{ "appetences", "plaidoyer", 6 },
	{ "appetences", "evenements", 4 },
	{ "appetences", "livres", 13 },
	{ "appetences", "sport", 10 },
	{ "disponibilites", "soir", 3 },
	{ "disponibilites", "samedi", 4 },
	{ "disponibilites", "distance", 8 },
	{ "formations", "bienvenue", 3 },
	{ "formations", "plaidoyer", 9 },
};

static int64_t
give(struct req *r, const struct demo *d, int salt)
{
	return db_exec(r,
		SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur, tri)"
		    " SELECT c.id, f.id, o.valeur, c.tri"
		    " FROM contact c JOIN champ f ON f.cle = ?"
		    " JOIN champ_option o ON o.champ_id = f.id AND o.valeur = ?"
		    " WHERE c.acces = 2 AND MOD(c.id * 7919 + ?, ?) = 0"),
		S(d->champ), S(d->valeur), I(salt), I(d->of));
}

/* Give volunteers what they have not yet.  How many values. */
int64_t
demo_values(struct req *r)
{
	int64_t given = 0;

	for (size_t i = 0; i < sizeof demos / sizeof *demos; i++)
		given += give(r, &demos[i], (int) i * 31);
	acces_lot_clear(r);
	db_exec(r, SQL("INSERT INTO lot SELECT CONNECTION_ID(), id FROM contact WHERE acces = 2"));
	contact_settle_lot(r);
	return given;
}
