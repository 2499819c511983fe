/* lettres_redaction_test.c - a draft is written: its blocks, who gets it, templates, trials */

#include <inttypes.h>

#include "brouillon.h"
#include "domain/lettres/lettre_bloc.h"
#include "domain/objets/fichier.h"

TEST(lettres_blocks_come_by_their_kind)
{
	static const char *const good[] = { "genre=titre&texte=Le+vote",
		"genre=texte&texte=**Oui**", "genre=bouton&texte=Lire&lien=/agenda",
		"genre=bouton&texte=Lire&lien=https://oxfam.fr", "genre=colonnes&gauche=A&droite=B",
		"genre=pres" };
	static const char *const bad[] = { "genre=autre&texte=x",
		"genre=titre&texte=", "genre=titre&texte=a%0Ab",
		"genre=bouton&texte=Lire&lien=javascript:alert(1)",
		"genre=bouton&texte=Lire&lien=", "genre=bouton&texte=Lire&lien=//ailleurs.fr",
		"genre=colonnes&gauche=A&droite=", "genre=evenement&objet=1", "genre=image&alt=x",
		"genre=document", "genre=document&piece=1" };

	a_draft();
	for (unsigned i = 0; i < sizeof good / sizeof *good; i++)
		check(post(draft("/blocs"), good[i]) == 303);
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
		check(post(draft("/blocs"), bad[i]) == 422);
	check_text(words(), "Le vote|**Oui**|Lire|Lire|A|");
	as(benp);
	check(post(draft("/blocs"), "genre=pres") == 403);
}

TEST(lettres_blocks_keep_their_order)
{
	a_draft();
	check(post(draft("/blocs"), "genre=titre&texte=a") == 303);
	check(post(draft("/blocs"), "genre=titre&texte=c") == 303);
	check(post(draft("/blocs"), "genre=titre&texte=b&place=2") == 303);
	check_text(words(), "a|b|c");
	lettre_bloc_move(&t, brouillon, block("a"), 3);
	check_text(words(), "b|c|a");
	lettre_bloc_move(&t, brouillon, block("a"), 2);
	check_text(words(), "b|a|c");
	lettre_bloc_move(&t, brouillon, block("c"), -4);
	check_text(words(), "c|b|a");
	lettre_bloc_drop(&t, brouillon, block("b"));
	check_text(words(), "c|a");
	check(db_int(&t, SQL("SELECT MAX(place) FROM lettre_bloc WHERE lettre_id = ?"),
		      I(brouillon)) == 2);
}

TEST(lettres_one_form_keeps_what_is_typed_whatever_is_pressed)
{
	const char *sent;

	a_draft();
	sent = form("", "objet=Deux&apercu=Un+mot&sorte=appel&texte=Bonjour&faire=ajouter:titre");
	check(post(draft("/contenu"), sent) == 303);
	check(strcmp(t_reply->location, draft("/contenu?ajouter=titre#redaction")) == 0);
	check_text(words(), "Bonjour");
	check(post(draft("/contenu"),
		      form("?ajouter=titre", "objet=Deux&apercu=Un+mot&sorte=appel&texte=Titre")) ==
		303);
	check_text(words(), "Bonjour|Titre");
	check(post(draft("/contenu"),
		      form("?ajouter=titre",
			      at("objet=Trois&sorte=appel&faire=monter:%" PRId64,
				      block("Titre")))) == 303);
	check_text(words(), "Titre|Bonjour");
	check_text(
		db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(brouillon)), "Trois");
	check(post(draft("/contenu"), form("?ajouter=titre", "objet=&sorte=appel&texte=x")) == 422);
	check_text(words(), "Titre|Bonjour");
	check(post(draft("/contenu"), form("?ajouter=titre", "objet=a&sorte=autre")) == 422);
	check(post(draft("/contenu"),
		      form("?ajouter=pres", "objet=a&sorte=info&faire=ajouter:pres")) == 303);
	check(get(draft("?ferme=1")) == 200);
	check(post(draft("/contenu.json"),
		      at("lu_tete=%s&objet=b&sorte=info", hidden("lu_tete"))) == 200);
	check_says("\"lu_tete\":");
}

TEST(lettres_a_dropped_block_comes_back_where_it_was)
{
	a_draft();
	check(post(draft("/blocs"), "genre=colonnes&gauche=a&droite=z") == 303);
	check(post(draft("/blocs"), "genre=titre&texte=b") == 303);
	check(post(draft("/contenu"),
		      form("?ajouter=titre",
			      at("objet=a&sorte=info&faire=retirer:%" PRId64, block("a")))) == 200);
	check_text(words(), "b");
	check_says("Le bloc est retiré");
	check_text(hidden("gauche"), "a");
	check(post(draft("/blocs"),
		      at("genre=%s&gauche=a&texte=a&droite=%s&place=%s", "colonnes",
			      hidden("droite"), hidden("place"))) == 303);
	check_text(words(), "a|b");
}

TEST(lettres_two_who_write_the_same_see_both)
{
	const char *mine, *theirs;
	const char *hers;

	a_draft();
	check(post(draft("/blocs"), "genre=texte&texte=avant") == 303);
	mine = form("", "objet=Un+vote&sorte=info&texte=mien&faire=enregistrer");
	theirs = form("", "objet=Autre+objet&sorte=info&texte=leur&faire=enregistrer");
	as(sal);
	check(post(draft("/contenu"), theirs) == 303);
	check(post(draft("/contenu"), mine) == 409);
	check_says(">mien</textarea>");
	check_says("leur</pre>");
	check_text(words(), "leur");
	/* the subject that only the other touched stays hers */
	check_text(db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(brouillon)),
		"Autre objet");
	hers = at("lu_tete=%s&bloc=%s&genre=texte&lu=%s&objet=Autre+objet&sorte=info&texte=mien",
		hidden("lu_tete"), hidden("bloc"), hidden("lu"));
	check(post(draft("/contenu"), hers) == 303);
	check_text(words(), "mien");
	check(post(draft("/contenu.json"), theirs) == 409);
	mine = form("", "objet=Autre+objet&sorte=info&texte=encore");
	lettre_bloc_drop(&t, brouillon, block("mien"));
	check(post(draft("/contenu"), mine) == 409);
	check_says(">encore</textarea>");
	check_text(words(), "");
}

TEST(lettres_recipients_are_browsed_before)
{
	a_draft();
	check(get(draft("/destinataires")) == 200);
	check_says("Élodie");
	check_hides("Zoé");
	db_exec(&t,
		SQL("INSERT INTO refus_courriel (contact_id, genre, cree_le)"
		    " VALUES (?, 'lettre_info', UTC_TIMESTAMP())"),
		I(benp));
	check(get(draft("/destinataires")) == 200);
	check_hides("Élodie");
	check_says("1 ne veut plus de cette sorte de lettre");
	check(get(draft("/destinataires?vue=non")) == 200);
	check_says("Élodie");
	check(post(draft("/destinataires"), "audience=public:siege&lisible=tous") == 303);
	check(get(draft("/destinataires")) == 200);
	check_hides("Élodie");
	check(post(draft("/destinataires"), "audience=segment:99&lisible=tous") == 422);
	check(post(draft("/destinataires"), "audience=public:autre") == 422);
	as(benp);
	check(get(draft("/destinataires")) == 403);
}

TEST(lettres_begin_from_a_template_or_from_another)
{
	int64_t first, model;

	a_draft();
	text("Bonjour {prenom}");
	first = brouillon;
	check(post(draft("/modele"), "") == 303);
	model = last();
	check(get("/lettres/modeles") == 200);
	check_says("Un vote");
	check(get(at("/lettres/%" PRId64 "/verification", model)) == 404);
	check(get(at("/lettres/%" PRId64 "/contenu", model)) == 200);
	check_says("Commencer une lettre");
	check(post("/lettres/nouvelle", at("objet=Deux&depuis=%" PRId64, model)) == 303);
	brouillon = last();
	check_text(words(), "Bonjour {prenom}");
	check(found("reprise") == 0);
	check_text(db_string(&t, SQL("SELECT audience FROM lettre WHERE id = ?"), I(brouillon)),
		"public:benevoles");
	check(post("/lettres/nouvelle",
		      at("objet=Trois&audience=public:siege&depuis=%" PRId64, first)) == 303);
	brouillon = last();
	check(found("est celui de la lettre reprise") == 1);
	check_text(db_string(&t, SQL("SELECT audience FROM lettre WHERE id = ?"), I(brouillon)),
		"public:siege");
	check(post("/lettres/nouvelle", "objet=Trois&depuis=999999") == 422);
	check(post(at("/lettres/%" PRId64 "/copier", first), "") == 303);
	as(benp);
	check(post(at("/lettres/%" PRId64 "/copier", first), "") == 403);
	check(get("/lettres/modeles") == 403);
}

TEST(lettres_a_trial_goes_to_oneself_and_to_colleagues)
{
	a_draft();
	text("Bonjour {prenom}");
	check(post(draft("/essai"), at("qui=%" PRId64, benp)) == 422);
	check(post(draft("/essai"), "") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			  " AND sujet = '[Essai] Un vote' AND texte LIKE '%Bonjour Salomé%'"
			  " AND html LIKE '%Bonjour Salomé%'"),
		      I(sal)) == 1);
	for (int i = 0; i < 25; i++)
		post(draft("/essai"), "");
	check(post(draft("/essai"), "") == 422);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'essai'")) <= 20);
}

TEST(lettres_words_change_while_it_is_held_and_not_while_it_leaves)
{
	a_draft();
	text("Bonjour");
	db_exec(&t, SQL("UPDATE lettre SET etat = 'en_cours' WHERE id = ?"), I(brouillon));
	check(get(draft("/contenu")) == 409);
	check(post(draft("/blocs"), "genre=pres") == 409);
	check(post(draft("/destinataires"), "audience=public:tous") == 409);
	db_exec(&t, SQL("UPDATE lettre SET etat = 'pause' WHERE id = ?"), I(brouillon));
	check(post(draft("/contenu"), form("/contenu", "objet=Deux&sorte=info&texte=Corrigé")) ==
		303);
	check_text(words(), "Corrigé");
	check(post(draft("/destinataires"), "audience=public:tous") == 409);
	check(post(draft("/supprimer"), "") == 409);
}

TEST(lettres_take_a_document_that_their_writer_sees)
{
	int64_t seen;

	a_draft();
	t_store();
	seen = fichier_store_bytes(&t, "bilan.txt", "Bilan", 5, paris);
	as(sal);
	check(post(draft("/blocs"), at("genre=document&piece=%" PRId64, seen)) == 303);
	check(db_int(&t,
		      SQL("SELECT f.objet_id FROM lettre_bloc b JOIN fichier f"
			  " ON f.id = b.fichier_id WHERE b.lettre_id = ?"),
		      I(brouillon)) == brouillon);
	check(post(draft("/blocs"), at("genre=image&piece=%" PRId64, seen)) == 422);
	check(post(draft("/blocs"), "genre=document&piece=999999") == 422);
}
