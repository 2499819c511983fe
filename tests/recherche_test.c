/* recherche_test.c - the box over everything: texts are found however they are spelled
 *
 * The full text knows what is committed alone: these texts are, and taken away at the end.
 */

#include <inttypes.h>

#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/groupes/groupe.h"
#include "domain/objets/ecrit.h"
#include "domain/vie/ecrit_refaire.h"
#include "people.h"
#include "web/endroit.h"
#include "web/reply.h"

static int64_t kept[20];
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
		db_exec(&t, SQL("DELETE FROM commentaire WHERE id = ?"), I(kept[n_kept]));
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

/* Eighteen posts of Paris with one word, committed; the last one is for nobody. */
static void
eighteen(void)
{
	db_rollback();
	db_begin(false);
	for (int i = 0; i < 18; i++)
		keep(at("Zzpages %c", 'A' + i));
	db_commit();
	db_begin(false);
	people();
	shown_to_paris();
	for (unsigned i = 0; i < n_kept; i++)
		db_exec(&t,
			SQL("UPDATE objet SET genre = 'publication', cadre_id = ? WHERE id = ?"),
			I(paris), I(kept[i]));
	db_exec(&t, SQL("UPDATE objet SET liste_id = 1 WHERE id = ?"), I(kept[17]));
}

/* Which of them the answer names: a bit each. */
static unsigned
named(const char *path)
{
	unsigned all = 0;

	check(get(path) == 200);
	for (int i = 0; i < 18; i++)
		if (strstr(t_reply->body, at("Zzpages %c", 'A' + i)) != NULL)
			all |= 1u << i;
	return all;
}

/* How many of a kind the answer says there are. */
static int
told(const char *pluriel)
{
	HDF *g = hdf_get_child(t_reply->hdf, "Filtre.genres");

	while (g != NULL && strcmp(hdf_get_value(g, "libelle", ""), pluriel) != 0)
		g = hdf_obj_next(g);
	return g != NULL ? hdf_get_int_value(g, "total", 0) : -1;
}

TEST(recherche_counts_and_pages_what_one_may_see)
{
	unsigned first, second;

	eighteen();
	as(benp);
	first = named("/recherche.json?q=zzpages");
	check_says("\"total\":17");
	check(told("Publications") == 17);
	second = named("/recherche.json?q=zzpages&genre=publication&page=2");
	check_says("\"total\":17");
	check(__builtin_popcount(first) == 15 && __builtin_popcount(second) == 2);
	check((first | second) == (1u << 17) - 1);
	as(benl);
	check(named("/recherche.json?q=zzpages") == 0 && told("Publications") <= 0);
	check_says("\"total\":0");
	check(named("/recherche?q=zzpages&page=2") == 0);
	forget();
}

TEST(recherche_in_a_group_pages_what_one_may_see)
{
	const char *path;
	unsigned first, second;

	eighteen();
	path = at("/groupes/%" PRId64 "/recherche", paris);
	as(benp);
	first = named(at("%s?q=zzpages", path));
	check(__builtin_popcount(first) == 12 && (first & 1u << 17) == 0);
	second = named(said(t_reply, "Suite"));
	check(__builtin_popcount(second) == 5 && (first | second) == (1u << 17) - 1);
	check(*said(t_reply, "Suite") == '\0');
	as(benl);
	check(named(at("%s.json?q=zzpages", path)) == 0);
	forget();
}

/* What people ask for, and where it leads. */
static const struct {
	const char *q, *leads;
} asked[] = {
	{ "mot de passe", "/compte#mdp" },
	{ "changer mon mot de passe", "/compte#mdp" },
	{ "mdp oublié", "/compte#mdp" },
	{ "charte", "/public/charte" },
	{ "écrire au siège", "/messages/siege" },
	{ "contacter le Siège", "/messages/siege" },
	{ "comment changer mon téléphone", "/corriger" },
	{ "changer d’adresse mail", "/corriger" },
	{ "j’ai déménagé", "/corriger" },
	{ "désabonner", "/notifications/preferences" },
	{ "me desabonner", "/notifications/preferences" },
	{ "recevoir moins de courriels", "/notifications/preferences" },
	{ "exporter mes données", "/compte/donnees" },
	{ "rgpd", "/compte/donnees" },
	{ "supprimer mon compte", "/compte/effacement" },
	{ "second facteur", "/compte/second_facteur" },
	{ "double authentification", "/compte/second_facteur" },
	{ "qui voit ma fiche", "/qui" },
	{ "cacher mon téléphone", "/discretion" },
	{ "vie privée", "/discretion" },
	{ "modifier ma fiche", "/modifier" },
	{ "bug", "/messages/probleme" },
	{ "signaler un problème", "/messages/probleme" },
	{ "attestation", "\"/heures\"" },
	{ "déclarer mes heures", "\"/heures\"" },
	{ "calendrier google", "/agenda/abonnements" },
	{ "accessibilité", "/public/accessibilite" },
	{ "mentions légales", "/public/mentions" },
	{ "mode d’emploi", "\"/aide\"" },
	{ "nouveautés", "/aide/nouveautes" },
	{ "créer un groupe", "/groupes/nouveau" },
	{ "liste d’attente", "/aide/agenda#" },
};

TEST(recherche_finds_help_settings_and_pages_by_their_words)
{
	people();
	as(benp);
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		check(finds(asked[i].q, asked[i].leads));
	check(!finds("sauvegarde", "/admin/service") &&
		!finds("synchronisation", "/admin/synchro"));
	check(finds("zzrien sauvegarde", "/messages/siege") && finds("zzrien", "/aide\""));
	check(finds("zzrien sauvegarde", "/recherche?q=sauvegarde"));
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(adm);
	check(finds("sauvegarde", "/admin/service") && finds("restauration", "/admin/service"));
	check(finds("droits", "/admin/droits") && finds("synchronisation", "/admin/synchro"));
}

TEST(recherche_leads_to_pages_that_open)
{
	people();
	adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");
	t_account(adm, "admin");
	as(adm);
	for (const struct endroit *e = endroits; e->titre != NULL; e++) {
		const char *me = strchr(e->url, '~');
		const char *url = me == NULL ?
			e->url :
			at("%.*s%" PRId64 "%s", (int) (me - e->url), e->url, adm, me + 1);

		get(at("%.*s", (int) strcspn(url, "#"), url));
		if (t_reply->status != 200 && t_reply->status != 303)
			fprintf(stderr, "%s: %d\n", url, t_reply->status);
		check(t_reply->status == 200 || t_reply->status == 303);
	}
}

TEST(recherche_finds_words_of_a_family_and_a_kind_with_a_place)
{
	db_rollback();
	db_begin(false);
	keep("Zzfamille : je fais des photos");
	keep("Zzlieu à Strasbourg");
	db_commit();
	db_begin(false);
	people();
	shown_to_paris();
	db_exec(&t, SQL("UPDATE objet SET genre = 'publication', cadre_id = ? WHERE id = ?"),
		I(paris), I(kept[1]));
	as(benp);
	check(finds("zzfamille photographe", "Zzfamille"));
	check(finds("publication zzlieu strasbourg", "Zzlieu"));
	check_says("Groupe local de Paris</p>"); /* where it is */
	check_says("<mark>Strasbourg</mark>");
	check(!finds("événement zzlieu strasbourg", "Zzlieu à"));
	groupe_index(&t, paris);
	check(db_int(&t,
		SQL("SELECT corps LIKE '%xxgroup%xxlocal%' FROM recherche WHERE objet_id = ?"),
		I(paris)));
	forget();
}

TEST(recherche_words_are_written_again_when_they_are_read_another_way)
{
	db_rollback();
	db_begin(false);
	keep("S.N.C.F.");
	db_exec(&t, SQL("UPDATE objet SET genre = 'commentaire' WHERE id = ?"), I(kept[0]));
	db_exec(&t,
		SQL("INSERT INTO commentaire (id, sur_id, racine_id, texte)"
		    " VALUES (?, ?, ?, '**S.N.C.F.**')"),
		I(kept[0]), I(kept[0]), I(kept[0]));
	db_exec(&t, SQL("UPDATE recherche SET corps = 'xxs xxn', texte = '' WHERE objet_id = ?"),
		I(kept[0]));
	db_exec(&t, SQL("REPLACE INTO reglage (cle, valeur) VALUES ('ecrits_refaire', '1')"));
	db_commit();
	ecrits_reindex(&t);
	db_begin(false);
	check_text(db_string(&t, SQL("SELECT corps FROM recherche WHERE objet_id = ?"), I(kept[0])),
		"xxsncf");
	check_text(db_string(&t, SQL("SELECT texte FROM recherche WHERE objet_id = ?"), I(kept[0])),
		"S.N.C.F.");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM reglage WHERE cle = 'ecrits_refaire'")) == 0);
	db_exec(&t, SQL("UPDATE recherche SET texte = '' WHERE objet_id = ?"), I(kept[0]));
	db_commit();
	ecrits_complete(); /* in the night */
	db_begin(false);
	check_text(db_string(&t, SQL("SELECT texte FROM recherche WHERE objet_id = ?"), I(kept[0])),
		"S.N.C.F.");
	forget();
}
