/* annuaire_pages_test.c - a long directory: pages far from its beginning, names that many have */

#include <inttypes.h>
#include <string.h>

#include "domain/acces/acces.h"
#include "domain/socle/journal.h"
#include "t.h"

static int64_t sal;

/* So many people of one first name, whose names follow one another, "rang 0001" on; who reads. */
static void
ranks(int n)
{
	int64_t like = t_person("Aline", "Aaa", "aline@exemple.org", "confirme", "benevole");

	sal = t_person("Salomé", "Zzz", "salome@exemple.org", "", "salarie");
	db_exec(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " SELECT 'contact', CONCAT('rang ', LPAD(seq, 4, '0')), UTC_TIMESTAMP(),"
		    " UTC_TIMESTAMP(), (SELECT liste_id FROM objet WHERE id = ?)"
		    " FROM seq_1_to_3000 WHERE seq <= ?"),
		I(like), I(n));
	db_exec(&t,
		SQL("INSERT INTO contact (id, prenom, nom, statut, acces, tri)"
		    " SELECT id, 'Rosa', titre, 'confirme', 2, titre FROM objet"
		    " WHERE titre LIKE 'rang %'"));
	db_exec(&t,
		SQL("INSERT INTO contact_mot (mot, champ_id, contact_id)"
		    " SELECT 'rosa', (SELECT id FROM champ WHERE cle = 'prenom'), id FROM contact"
		    " WHERE prenom = 'Rosa'"));
	as(sal);
}

/* The only person on page N of PAR one, of those asked for by REST. */
static const char *
alone_on(int n, const char *rest)
{
	const char *at;

	check(get(arena_printf(&t.mem, "/annuaire.json?par=1&colonnes=nom&page=%d%s", n, rest)) ==
		200);
	at = strstr(t_reply->body, "\"rang ");
	return at != NULL ? arena_printf(&t.mem, "%.9s", at + 1) : "";
}

TEST(annuaire_pages_far_away_begin_at_a_key_and_follow_what_changes)
{
	int first = 0;

	ranks(150);
	while (strcmp(alone_on(++first, ""), "rang 0001") != 0 && first < 20)
		;
	check_text(alone_on(first + 120, ""), "rang 0121");
	check_text(alone_on(first + 120, ""), "rang 0121");
	check_text(alone_on(first + 149, ""), "rang 0150");
	check_text(alone_on(first + 1, "&tri=-nom"), "rang 0149");
	check(strncmp(alone_on(first + 120, "&tri=-nom"), "rang 00", 7) == 0);
	/* what people write to one another moves nobody, whoever leaves does */
	journal(&t, "publication.cree", 0, NULL, NULL);
	check_text(alone_on(first + 120, ""), "rang 0121");
	db_exec(&t, SQL("UPDATE contact SET retire_le = NOW() WHERE tri = 'rang 0005'"));
	journal(&t, "contact.modifie", 0, NULL, NULL);
	check_text(alone_on(first + 120, ""), "rang 0122");
	/* and a right that is taken away is taken away at once, whatever is kept */
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE titre = 'rang 0122'"));
	check_text(alone_on(first + 120, ""), "rang 0123");
}

TEST(annuaire_finds_a_name_that_very_many_have_in_order_and_by_rights)
{
	ranks(2100);
	check_text(alone_on(1, "&q=rosa"), "rang 0001");
	check_says("\"total\":2100");
	check_text(alone_on(3, "&q=ros"), "rang 0003");
	check_text(alone_on(1, "&q=rosa&tri=-nom"), "rang 2100");
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE titre = 'rang 0001'"));
	db_exec(&t,
		SQL("UPDATE contact_mot m JOIN contact c ON c.id = m.contact_id SET m.mot = 'lina'"
		    " WHERE c.tri = 'rang 0002'"));
	check_text(alone_on(1, "&q=rosa"), "rang 0003");
}
