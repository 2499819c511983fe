/* lettres_redaction_test.c - a draft is written: its blocks, what is looked at before it leaves */

#include <inttypes.h>

#include "domain/lettres/lettre_bloc.h"
#include "domain/lettres/lettre_controle.h"
#include "people.h"

static int64_t lettre;

static const char *
draft(const char *rest)
{
	return at("/lettres/%" PRId64 "%s", lettre, rest);
}

static void
a_draft(void)
{
	people();
	as(sal);
	check(post("/lettres/nouvelle", "objet=Un+vote&audience=public:benevoles") == 303);
	lettre = last();
}

/* The texts of its blocks in their order, apart by bars. */
static const char *
words(void)
{
	return db_string(&t,
		SQL("SELECT COALESCE(GROUP_CONCAT(texte ORDER BY place SEPARATOR '|'), '')"
		    " FROM lettre_bloc WHERE lettre_id = ?"),
		I(lettre));
}

static int64_t
block(const char *texte)
{
	return db_int(&t, SQL("SELECT id FROM lettre_bloc WHERE lettre_id = ? AND texte = ?"),
		I(lettre), S(texte));
}

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
	lettre_bloc_move(&t, lettre, block("a"), 3);
	check_text(words(), "b|c|a");
	lettre_bloc_move(&t, lettre, block("a"), 2);
	check_text(words(), "b|a|c");
	lettre_bloc_move(&t, lettre, block("c"), -4);
	check_text(words(), "c|b|a");
	lettre_bloc_drop(&t, lettre, block("b"));
	check_text(words(), "c|a");
	check(db_int(&t, SQL("SELECT MAX(place) FROM lettre_bloc WHERE lettre_id = ?"),
		      I(lettre)) == 2);
}

TEST(lettres_are_looked_at_before_they_leave)
{
	a_draft();
	t.user.id = sal;
	check(lettre_controle(&t, lettre, "A") == 1);
	check_text(said(&t, "A.0.phrase"),
		"La ligne d’aperçu manque\u00A0: les messageries la"
		" montrent après l’objet.");
	check_text(said(&t, "A.1.gravite"), "bloque");
	check(post(draft("/blocs"), "genre=pres") == 303);
	check(lettre_controle(&t, lettre, "B") == 0);
	db_exec(&t, SQL("UPDATE lettre SET audience = '' WHERE id = ?"), I(lettre));
	check(lettre_controle(&t, lettre, "C") == 1);
	t.user.id = 0;
}

/* What the page says as the value of that hidden field. */
static const char *
hidden(const char *name)
{
	const char *at_ = strstr(t_reply->body, at("name=\"%s\" value=\"", name));

	check(at_ != NULL);
	at_ = at_ != NULL ? at_ + strlen(name) + 15 : "";
	return at("%.*s", (int) strcspn(at_, "\""), at_);
}

/* What the form of that page sends, with MORE. */
static const char *
form(const char *url, const char *more)
{
	check(get(draft(url)) == 200);
	return at("lu_tete=%s&bloc=%s&genre=%s&lu=%s&%s", hidden("lu_tete"), hidden("bloc"),
		hidden("genre"), hidden("lu"), more);
}

TEST(lettres_one_form_keeps_what_is_typed_whatever_is_pressed)
{
	const char *sent;

	a_draft();
	sent = form("", "objet=Deux&apercu=Un+mot&sorte=appel&texte=Bonjour&faire=ajouter:titre");
	check(post(draft("/contenu"), sent) == 303);
	check(strcmp(t_reply->location, draft("?ajouter=titre#redaction")) == 0);
	check_text(words(), "Bonjour");
	check(post(draft("/contenu"),
		      form("?ajouter=titre",
			      "objet=Deux&apercu=Un+mot&sorte=appel&texte=Titre&faire=enregistrer")) ==
		303);
	check_text(words(), "Bonjour|Titre");
	check(post(draft("/contenu"),
		      form("?ajouter=titre",
			      at("objet=Trois&sorte=appel&faire=monter:%" PRId64,
				      block("Titre")))) == 303);
	check_text(words(), "Titre|Bonjour");
	check_text(db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(lettre)), "Trois");
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
	check_text(db_string(&t, SQL("SELECT titre FROM objet WHERE id = ?"), I(lettre)),
		"Autre objet");
	hers = at("lu_tete=%s&bloc=%s&genre=texte&lu=%s&objet=Autre+objet&sorte=info&texte=mien",
		hidden("lu_tete"), hidden("bloc"), hidden("lu"));
	check(post(draft("/contenu"), hers) == 303);
	check_text(words(), "mien");
	check(post(draft("/contenu.json"), theirs) == 409);
	mine = form("", "objet=Autre+objet&sorte=info&texte=encore");
	lettre_bloc_drop(&t, lettre, block("mien"));
	check(post(draft("/contenu"), mine) == 409);
	check_says(">encore</textarea>");
	check_text(words(), "");
}
