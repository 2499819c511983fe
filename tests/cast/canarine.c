/* canarine.c - somebody whose words are in every column of text of the schema */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "apportes.h"
#include "base/clock.h"
#include "base/text.h"
#include "canarine.h"
#include "domain/acces/acces.h"
#include "domain/crm/contact_store.h"
#include "domain/notifications/notif.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/journal.h"
#include "domain/vie/effacement.h"

#define TEXT \
	"Merci+%%40%%5BCanarine+Canaribus%%5D%%28%%2Fcontacts%%2F%" PRId64 \
	"%%29+et+CANARIBUS+Canarine,+Canari%%40exemple.org,+06.98.76.54.32"

int64_t her, post_of_benp;

/* Every column of text of the schema. */
static struct rows *
columns(void)
{
	return db_rows(&t,
		SQL("SELECT c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c"
		    " JOIN information_schema.TABLES b"
		    " ON b.TABLE_SCHEMA = c.TABLE_SCHEMA AND b.TABLE_NAME = c.TABLE_NAME"
		    " AND b.TABLE_TYPE = 'BASE TABLE'"
		    " WHERE c.TABLE_SCHEMA = DATABASE() AND c.CHARACTER_MAXIMUM_LENGTH IS NOT NULL"
		    " ORDER BY 1, 2"));
}

/* How often she is named in that column, by her names or her numbers. */
static int64_t
tells(const char *table, const char *column)
{
	return db_int(&t,
		db_composed(&t,
			arena_printf(&t.mem,
				"SELECT COUNT(*) FROM `%s` WHERE CONVERT(`%s` USING utf8mb4) REGEXP"
				" '(?i)canari|98[^0-9a-z]?76[^0-9a-z]?54[^0-9a-z]?32'",
				table, column)));
}

int
scan(bool say_)
{
	struct rows *rows = columns();
	int found = 0;

	while (db_next(rows, &t.mem)) {
		const char *table = db_text(rows, 0), *column = db_text(rows, 1);

		if (tells(table, column) == 0)
			continue;
		found++;
		if (say_)
			printf("  %s.%s names her: %s\n", table, column,
				db_string(&t,
					db_composed(&t,
						arena_printf(&t.mem,
							"SELECT `%s` FROM `%s`"
							" WHERE `%s` REGEXP"
							" '(?i)canari|98.?76.?54.?32' LIMIT 1",
							column, table, column))));
	}
	return found;
}

/* ---- what there is to be found ---- */

/* Rows that name nobody, and are hers. */
static void
rows_without_words(void)
{
	db_exec(&t, SQL("INSERT INTO invitation (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(her));
	db_exec(&t, SQL("INSERT INTO refus_courriel VALUES (?, 'resume', UTC_TIMESTAMP())"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO coordonnees_choix VALUES (?, 'groupe_local', FALSE,"
		    " UTC_TIMESTAMP())"),
		I(her));
	db_exec(&t, SQL("INSERT INTO charte_accord VALUES (?, 0, UTC_TIMESTAMP())"), I(her));
	db_exec(&t,
		SQL("INSERT INTO preference (contact_id, genre, canal, actif)"
		    " VALUES (?, 'mention', 'courriel', FALSE)"),
		I(her));
	db_exec(&t, SQL("INSERT INTO notif_reglage (contact_id) VALUES (?)"), I(her));
	db_exec(&t, SQL("INSERT INTO code_secours VALUES (?, REPEAT('c', 32))"), I(her));
	db_exec(&t,
		SQL("INSERT INTO relais (contact_id, groupe_id, cree_le, echeance, maj_le)"
		    " VALUES (?, ?, UTC_TIMESTAMP(), UTC_DATE(), UTC_TIMESTAMP())"),
		I(her), I(paris));
}

void
a_canary(void)
{
	talkers();
	her = t_person("Canarine", "Canaribus", MAIL, "confirme", "benevole");
	db_exec(&t,
		SQL("UPDATE contact SET telephone = '+33698765432', bio = 'Canari',"
		    " ville = 'Canariville' WHERE id = ?"),
		I(her));
	db_exec(&t,
		SQL("UPDATE contact SET civilite = 'Mme', code_postal = '75011',"
		    " date_naissance = '1980-05-01', pause_jusqu_a = '2100-01-01',"
		    " cache = ',1,' WHERE id = ?"),
		I(her));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur) SELECT ?, id, 'photo'"
		    " FROM champ WHERE cle = 'competences'"),
		I(her));
	t.user.id = adm;
	db_exec(&t, SQL("INSERT INTO objet_etiquette (objet_id, etiquette_id) VALUES (?, ?)"),
		I(her), I(etiquette_create(&t, 1, "Fiable")));
	t.user.id = 0;
	t_member(paris, her, "membre");
	t_member(lille, her, "membre");
	t_account(her, "");
	rows_without_words();
	t_settle(her);
	acces_contact(&t, adm);
}

void
left_lille(void)
{
	t.user.id = 0;
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE contact_id = ? AND groupe_id = ?"),
		I(her), I(lille));
	acces_contact(&t, her);
}

static void
her_own(void)
{
	int64_t id;

	as(her);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "titre=Mon+canari&texte=Mot+de+canari") == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp), "texte=Canari+dit") == 303);
	check(post(at("/fil/%" PRId64 "/signaler", post_of_benp), "motif=Un+mot+de+canari") == 303);
	as(benp);
	check(post(at("/fil/%" PRId64 "/signaler", id), "motif=Ce+canari+est+vif") == 303);
	as(her);
	check(post(at("/groupes/%" PRId64 "/recherche", paris), "q=canari+perdu&faire=garder") ==
		303);
	check(post("/compte/effacement", "message=Canari+s+en+va&certain=1") == 303);
	check(post("/messages/siege", "sujet=2&titre=Canari&texte=Canari+demande&cle=k9") == 303);
	id = led_to();
	as(sal);
	check(post(talk_at(id, "/note"), "note=Ce+canari+insiste") == 303);
	check(post(talk_at(id, ""), "texte=Cher+canari&cle=k10") == 303);
	as(benp);
	write_to(her, "Bonjour+Canarine+Canaribus", "k11");
	as(coop);
	check(post(at("/contacts/%" PRId64 "/notes", her),
		      "texte=Canari+note&niveau=coordination&rappel_le=") == 303);
}

/* What colleagues wrote of her among themselves. */
static void
of_others(void)
{
	as(benp);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      at("titre=Avec+" NAME "&texte=" TEXT
			 "&lien=https%%3A%%2F%%2Fx.org%%2FCanarine-Canaribus&lien_titre=" NAME,
			      her)) == 303);
	post_of_benp = db_int(&t, SQL("SELECT MAX(id) FROM publication"));
	db_exec(&t,
		SQL("INSERT INTO ecrit_version (objet_id, ecrit_le, titre, texte)"
		    " SELECT id, UTC_TIMESTAMP(), titre, texte FROM publication WHERE id = ?"),
		I(post_of_benp));
	check(post(at("/fil/%" PRId64 "/commentaires", post_of_benp), at("texte=" TEXT, her)) ==
		303);
	as(coop);
	check(post(at("/groupes/%" PRId64 "/publications", paris),
		      "genre=quiz&texte=Qui&q1=Qui+est+" NAME "&e1=C+est+" NAME "&r1-1=" NAME
		      "&r1-2=Non&juste1=1") == 303);
	check(post(at("/groupes/%" PRId64 "/actions", paris),
		      at("titre=Appeler+" NAME "&texte=" TEXT, her)) == 303);
	check(post(at("/groupes/%" PRId64 "/priorites", paris), "p1=Remercier+" NAME) == 303);
	check(post(at("/contacts/%" PRId64 "/notes", benp),
		      at("niveau=siege&rappel_le=&texte=" TEXT, her)) == 303);
	check(post("/messages/groupe",
		      at("groupe=%" PRId64 "&titre=Merci+" NAME "&texte=" TEXT "&cle=k", paris,
			      her)) == 303);
	as(adm);
	check(post("/annuaire/segments/nouveau",
		      "g0=toutes&s1=nom&p1=0&o1=est&v1=Canaribus&faire=garder&nom=Sans+" NAME
		      "&partage=siege&description=" NAME) == 303);
	check(post("/groupes/nouveau",
		      "titre=Amis"
		      "&type=groupe_travail&ouverture=ouvert&description=Pour+" NAME) == 303);
	check(post(at("/groupes/%" PRId64 "/recherche", paris), "q=canaribus&faire=garder") / 100 <
		5);
	t.user.id = benp;
	journal(&t, "import.applique", 0, NULL, "{\"nom\":\"Canarine Canaribus.csv\"}");
	t.user.id = 0;
}

static void
brought(void)
{
	bring(adm,
		"Courriel;Bio\n" MAIL ";canari\nelodie@exemple.org;Amie de Canarine Canaribus\n"
		"inconnue@exemple.org;parle a Canari@exemple.org\n",
		"c0=email&c1=bio");
}

/* An event that names her, where she comes, with hours of hers. */
static void
planned(void)
{
	const char *event;

	as(coop);
	check(post("/agenda/nouveau",
		      at("titre=Merci+" NAME "&description=" TEXT "&lieu=Chez+" NAME
			 "&debut=2099-12-10T19:00&fin=2099-12-10T21:00&organisateur=%" PRId64
			 "&visibilite=groupes&groupes=%" PRId64 "&places=20&publier=1",
			      her, paris, paris)) == 303);
	event = at("/agenda/%" PRId64, last());
	as(her);
	check(post(at("%s/inscription", event), "mot=" NAME) == 303);
	check(post("/heures",
		      at("quoi=" NAME "&mission=%" PRId64 "&jour=%s&duree=2", paris,
			      text_iso_at(&t.mem, clock_now()))) == 303);
	as(benp);
	check(post(at("%s/inscription", event), "mot=Avec+" NAME) == 303);
	check(post("/heures",
		      at("quoi=Avec+" NAME "&mission=%" PRId64 "&jour=%s&duree=2", paris,
			      text_iso_at(&t.mem, clock_now()))) == 303);
}

/* Straight into each column that no write above reached. */
static void
plant_the_rest(void)
{
	for (const struct effacement_ligne *l = effacement_lignes; l->table != NULL; l++) {
		if ((l->sort != E_NAMED && l->sort != E_DROPPED) ||
			tells(l->table, l->colonnes) > 0)
			continue;
		db_exec(&t,
			db_composed(&t,
				arena_printf(&t.mem,
					"UPDATE IGNORE `%s` SET `%s` = 'Canarine Canaribus'"
					" WHERE %s LIMIT 1",
					l->table, l->colonnes,
					strcmp(l->table, "objet") == 0 ? "genre <> 'contact'" :
									 "TRUE")));
		if (tells(l->table, l->colonnes) == 0)
			printf("  not planted: %s.%s\n", l->table, l->colonnes);
		check(tells(l->table, l->colonnes) > 0);
	}
}

static void
asked_and_noted(void)
{
	db_exec(&t,
		SQL("INSERT INTO requete (contact_id, genre, message, voie, recue_le, echeance,"
		    " identite, refus, nom, adresse, cree_le) VALUES (?, 'acces', 'x', 'lettre',"
		    " UTC_DATE(), UTC_DATE(), 'x', 'x', 'x', 'x', UTC_TIMESTAMP())"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO violation (debut, fin, connue_le, personnes, nature, consequences,"
		    " mesures, cree_le) VALUES (UTC_TIMESTAMP(), UTC_TIMESTAMP(), UTC_TIMESTAMP(),"
		    " 1, 'x', 'x', 'x', UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO requete_etape (requete_id, le, genre, texte)"
		    " SELECT MAX(id), UTC_TIMESTAMP(), 'ecrit', 'x' FROM requete"));
}

static void
rows_for_the_rest(void)
{
	db_exec(&t,
		SQL("INSERT INTO demande_lien (adresse, cree_le)"
		    " VALUES ('canari@exemple.org', UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO courriel (contact_id, adresse, genre, sujet, texte, html, cree_le,"
		    " du_le)"
		    " VALUES (?, 'a@exemple.org', 'notification', 'Canarine Canaribus vous écrit',"
		    " 'De Canarine Canaribus',"
		    " '<p>De <a href=\"http://x/contacts/1\">Canarine Canaribus</a></p>',"
		    " UTC_TIMESTAMP(), UTC_TIMESTAMP())"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO effacement (contact_id, cree_le, message)"
		    " VALUES (?, UTC_TIMESTAMP(), '')"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO fichier_contenu (empreinte, taille, cree_le)"
		    " VALUES (REPEAT('a', 64), 1, UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO fichier (empreinte, nom, type, objet_id, cree_le)"
		    " VALUES (REPEAT('a', 64), 'x', 'text/plain', ?, UTC_TIMESTAMP())"),
		I(paris));
	db_exec(&t,
		SQL("INSERT INTO groupe_demande (groupe_id, contact_id, genre, mot, reponse,"
		    " cree_le) VALUES (?, ?, 'demande', 'x', 'y', UTC_TIMESTAMP())"),
		I(lille), I(benp));
	db_exec(&t,
		SQL("INSERT INTO jeton_api (empreinte, contact_id, nom, cree_le)"
		    " VALUES (REPEAT('b', 32), ?, 'x', UTC_TIMESTAMP())"),
		I(adm));
	db_exec(&t,
		SQL("INSERT INTO page_texte (nom, texte, ecrit_le)"
		    " VALUES ('charte', 'x', UTC_TIMESTAMP())"));
	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, message)"
		    " VALUES ('suite', UTC_TIMESTAMP(), 'x')"));
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur, texte)"
		    " SELECT ?, id, 'Amie de Canarine Canaribus', 'Amie de Canarine Canaribus'"
		    " FROM champ WHERE cle = 'bio'"),
		I(benl));
	db_exec(&t,
		SQL("INSERT INTO parcours (contact_id, champ_id, valeur, debut, origine)"
		    " SELECT ?, id, 'Canarine Canaribus', UTC_TIMESTAMP(), 'hubspot' FROM champ"
		    " WHERE cle = 'bio'"),
		I(benl));
	db_exec(&t, SQL("INSERT INTO recherche_gardee VALUES (?, ?, 'canaribus')"), I(benl),
		I(paris));
	db_exec(&t, SQL("INSERT INTO import_colonne VALUES (?, 'x', 'bio')"), I(sal));
	asked_and_noted();
}

void
canarine_plant(void)
{
	of_others();
	her_own();
	brought();
	planned();
	rows_for_the_rest();
	plant_the_rest();
	while (notif_spread(&t))
		;
	notif_mail(&t);
	t_settle(benl);
	check(scan(false) > 60);
}
