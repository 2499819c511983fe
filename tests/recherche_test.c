/* recherche_test.c - the box over everything: texts are found however they are spelled
 *
 * The full text knows what is committed alone: these texts are, and taken away at the end.
 */

#include <inttypes.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/objets/ecrit.h"
#include "people.h"
#include "web/reply.h"

static int64_t kept[8];
static unsigned n_kept;

static void
keep(const char *texte)
{
	int64_t id = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, liste_id)"
		    " VALUES ('essai', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), 1)"),
		S(texte));

	ecrit_index(&t, id, "", texte);
	kept[n_kept++] = id;
}

static void
forget(void)
{
	db_rollback();
	db_begin(false);
	while (n_kept > 0) {
		db_exec(&t, SQL("DELETE FROM recherche WHERE objet_id = ?"), I(kept[--n_kept]));
		db_exec(&t, SQL("DELETE FROM objet WHERE id = ?"), I(kept[n_kept]));
	}
	db_commit();
	db_begin(false);
}

static void
shown_to_paris(void)
{
	int64_t of = db_int(
		&t, SQL("SELECT id FROM public WHERE genre = 'groupe' AND cle = ?"), I(paris));

	for (unsigned i = 0; i < n_kept; i++)
		db_exec(&t, SQL("UPDATE objet SET liste_id = ? WHERE id = ?"),
			I(liste_id(&t, at("1:%" PRId64, of))), I(kept[i]));
}

static bool
finds(const char *q, const char *texte)
{
	check(get(at("/recherche?q=%s", url_escape(&t, q))) == 200);
	return strstr(t_reply->body, texte) != NULL;
}

TEST(recherche_finds_texts_in_every_spelling)
{
	db_rollback();
	db_begin(false);
	keep("Zzun par e-mail le week-end");
	keep("Zzdeux par email le weekend");
	keep("Zztrois SNCF COP30");
	keep("Zzquatre S.N.C.F. COP 30");
	keep("Zzcinq au 06 12 34 56 79, le 14/09/2031, jean.quelquun@exemple.org, dossier 123456");
	keep("Zzsix porte parole");
	db_commit();
	db_begin(false);
	people();
	shown_to_paris();
	as(benp);
	check(finds("zzun email", "Zzun") && finds("zzun e-mail", "Zzun"));
	check(finds("zzdeux email", "Zzdeux") && finds("zzdeux e-mail", "Zzdeux"));
	check(finds("week-end zzdeux", "Zzdeux") && finds("weekend zzun", "Zzun"));
	check(finds("zzdeux week end", "Zzdeux") && finds("zzun courriel", "Zzun"));
	check(finds("S.N.C.F. zztrois", "Zztrois") && finds("sncf zzquatre", "Zzquatre"));
	check(finds("cop30 zzquatre", "Zzquatre") && finds("zztrois COP 30", "Zztrois"));
	check(finds("zzsix porte-parole", "Zzsix") && !finds("zzsix porte-plume", "Zzsix"));
	check(finds("0612345679", "Zzcinq") && finds("+33 6 12 34 56 79", "Zzcinq"));
	check(finds("14/09/2031", "Zzcinq") && finds("123456", "Zzcinq"));
	check(finds("jean.quelquun@exemple.org", "Zzcinq"));
	check(!finds("0612345678", "Zzcinq") && !finds("15/09/2031", "Zzcinq"));
	forget();
}

TEST(recherche_words_are_written_again_when_they_are_read_another_way)
{
	db_rollback();
	db_begin(false);
	keep("S.N.C.F.");
	db_exec(&t, SQL("UPDATE objet SET genre = 'tache' WHERE id = ?"), I(kept[0]));
	db_exec(&t, SQL("UPDATE recherche SET titre = 'xxs xxn' WHERE objet_id = ?"), I(kept[0]));
	db_commit();
	ecrits_reindex();
	db_begin(false);
	check_text(db_string(&t, SQL("SELECT titre FROM recherche WHERE objet_id = ?"), I(kept[0])),
		"xxsncf");
	forget();
}
