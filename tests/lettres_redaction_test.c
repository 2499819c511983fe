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

/* How many findings of the draft hold these words. */
static unsigned
found(const char *wanted)
{
	static int n;
	const char *name = at("Tour%d", n++);
	unsigned count = 0;

	t.user.id = sal;
	lettre_controle(&t, lettre, name);
	for (struct row *o = row_first(&t, name); o != NULL; o = row_next(o))
		count += strstr(row_text(o, "phrase"), wanted) != NULL;
	t.user.id = 0;
	return count;
}

static void
text(const char *texte)
{
	check(post(draft("/blocs"), at("genre=texte&texte=%s", texte)) == 303);
}

TEST(lettres_links_lead_somewhere_before_they_leave)
{
	a_draft();
	text(at("[Lille](/groupes/%" PRId64 ") [rien](/agenda/999999) [haut](/agenda)", lille));
	check(found("/agenda/999999 mène à une page qui n’existe pas") == 1);
	check(found("/agenda ") == 0);
	check(found("pas vérifié") == 0);
	check(post(draft("/blocs"),
		      "genre=bouton&texte=Voir&lien=https://oxfam.example/a?b=1%26c=2") == 303);
	text("[le](https://oxfam.example/a?b=1%26c=2) [autre](https://oxfam.example/parti)"
	     " [vieux](http://oxfam.example/)");
	check(found("3 liens vers d’autres sites ne sont pas vérifiés") == 1);
	check(found("ne commence pas par https") == 1);
	check(post(draft("/liens"), "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM lettre_lien WHERE lettre_id = ?"), I(lettre)) ==
		3);
	db_exec(&t, SQL("UPDATE lettre_lien SET statut = IF(adresse LIKE '%parti', 404, 200)"));
	check(found("vérifié") == 0);
	check(found("qui n’existe plus") == 1);
	check(get(draft("/verification")) == 200);
	check_says("qui n’existe plus");
}

TEST(lettres_days_that_are_over_are_told)
{
	a_draft();
	t_clock("2026-12-02 10:00:00");
	text("Le 27 novembre, puis le 1er décembre et le 3 décembre ; le 27 novembre 2027.");
	text("Le 14 mai et 12 novembres ; 32 novembre.");
	check(found("parle du 27 novembre, qui est passé") == 1);
	check(found("parle du 1er décembre") == 1);
	check(found("qui est passé") == 2);
}

TEST(lettres_marks_that_nothing_fills_are_told)
{
	a_draft();
	text("Bonjour {prenom}, et {prénom}");
	check(found("que rien ne remplace") == 1);
}

TEST(lettres_leftovers_are_said_one_by_one)
{
	int64_t first, second;

	a_draft();
	text("Bonjour {prenom}");
	text("Le vote de la semaine");
	first = lettre;
	t.user.id = sal;
	lettre = second = lettre_copy(&t, first, "Deux", false);
	check(found("est celui de la lettre reprise") == 2);
	check(post(draft("/contenu"),
		      form(at("?bloc=%" PRId64, block("Le vote de la semaine")),
			      "objet=Deux&sorte=info&texte=Autre+chose")) == 303);
	check(found("est celui de la lettre reprise") == 1);
	t.user.id = sal;
	lettre = lettre_copy(&t, second, "Trois", false);
	/* what stands in each letter is none */
	check(found("est celui de la lettre reprise") == 1);
	check(found("«\u00A0Autre chose\u00A0»") == 1);
	t.user.id = 0;
}

TEST(lettres_are_read_by_somebody_else)
{
	int64_t other;

	a_draft();
	other = t_person("Théo", "Relit", "theo@exemple.org", "", "salarie");
	text("Bonjour");
	check(found("personne ne l’a relue") == 1);
	as(sal);
	check(post(draft("/relue"), "version=3") == 422);
	check(post(draft("/relecture"), at("relecteur=%" PRId64, benp)) == 422);
	check(post(draft("/relecture"), at("relecteur=%" PRId64, other)) == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_cible c JOIN notif_evenement e"
			  " ON e.id = c.evenement_id WHERE e.genre = 'lettre'")) == 1);
	as(other);
	check(get(draft("/verification")) == 200);
	check_says("J’ai relu");
	check(post(draft("/relue"), "version=1") == 422);
	check(post(draft("/relue"), at("version=%s", hidden("version"))) == 303);
	check(found("personne ne l’a relue") == 0);
	as(sal);
	text("Encore");
	check(found("personne ne l’a relue") == 1);
}

TEST(lettres_begin_from_a_template_or_from_another)
{
	int64_t first, model;

	a_draft();
	text("Bonjour {prenom}");
	first = lettre;
	check(post(draft("/modele"), "") == 303);
	model = last();
	check(get("/lettres/modeles") == 200);
	check_says("Un vote");
	check(get(at("/lettres/%" PRId64 "/verification", model)) == 404);
	check(get(at("/lettres/%" PRId64 "/contenu", model)) == 200);
	check_says("Commencer une lettre");
	check(post("/lettres/nouvelle", at("objet=Deux&depuis=%" PRId64, model)) == 303);
	lettre = last();
	check_text(words(), "Bonjour {prenom}");
	check(found("reprise") == 0);
	check_text(db_string(&t, SQL("SELECT audience FROM lettre WHERE id = ?"), I(lettre)),
		"public:benevoles");
	check(post("/lettres/nouvelle",
		      at("objet=Trois&audience=public:siege&depuis=%" PRId64, first)) == 303);
	lettre = last();
	check(found("est celui de la lettre reprise") == 1);
	check_text(db_string(&t, SQL("SELECT audience FROM lettre WHERE id = ?"), I(lettre)),
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
