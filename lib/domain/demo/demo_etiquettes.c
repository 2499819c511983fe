/* demo_etiquettes.c - for a demonstration instance: tags of each family, on groups and on people */

#include "domain/demo/demo_groupes.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/modele.h"

/* A tag, the group that bears it, and one in OF of that group's members: all of them, when there is
 * no group. */
static const struct demo {
	const char *famille, *nom, *groupe;
	int of;
} demos[] = {
	{ "Thèmes", "Climat", "GT Banques et climat", 3 },
	{ "Thèmes", "Justice fiscale", "GT Justice fiscale", 3 },
	{ "Thèmes", "Droits des femmes", NULL, 90 },
	{ "Campagnes", "Banques 2026", "GT Banques et climat", 5 },
	{ "Campagnes", "Taxer les superprofits", "GT Justice fiscale", 5 },
	{ "Campagnes", "Braderie de Lille", "Groupe local de Lille", 9 },
	{ "Compétences", "Prise de parole", NULL, 60 },
	{ "Compétences", "Montage vidéo", NULL, 120 },
	{ "Compétences", "Permis B", "Groupe local de Paris", 8 },
	{ "Divers", "Prête du matériel", "Groupe local de Lyon", 10 },
};

static void
add(struct req *r, int64_t tag, const struct demo *d)
{
	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id) SELECT o.id, ?"
		    " FROM groupe g JOIN objet o ON o.id = g.id WHERE o.titre = ?"),
		I(tag), S(d->groupe));
	db_exec(r,
		SQL("INSERT IGNORE INTO objet_etiquette (objet_id, etiquette_id) SELECT c.id, ?"
		    " FROM contact c"
		    " WHERE c.acces = 2 AND MOD(c.id, ?) = 0 AND (? IS NULL OR EXISTS (SELECT 1"
		    " FROM membre m JOIN objet o ON o.id = m.groupe_id WHERE m.contact_id = c.id"
		    " AND m.fin IS NULL AND o.titre = ?))"),
		I(tag), I(d->of), S(d->groupe), S(d->groupe));
}

/* Make those that are not there yet.  How many. */
int
demo_tags(struct req *r)
{
	int made = 0;

	for (size_t i = 0; i < sizeof demos / sizeof *demos; i++) {
		const struct demo *d = &demos[i];
		int64_t family = db_int(
			r, SQL("SELECT id FROM etiquette_famille WHERE nom = ?"), S(d->famille));

		if (family == 0 || etiquette_find(r, d->nom) != 0)
			continue;
		add(r, etiquette_create(r, family, d->nom), d);
		made++;
	}
	modele_changed(r);
	return made;
}
