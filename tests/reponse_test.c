/* reponse_test.c - answers that come by mail: taken, refused with a reason, or left alone */

#include <inttypes.h>
#include <stdlib.h>

#include "base/conf.h"
#include "domain/acces/acces.h"
#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "domain/messages/reponse.h"
#include "domain/notifications/retour.h"
#include "t.h"

static int64_t benp, benl, benm, talk;

static void
people(void)
{
	conf.mail_reply = "reponse@essaim.example";
	benp = t_person("Élodie", "Paris", "elodie@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "berthe@exemple.org", "confirme", "benevole");
	benm = t_person("Malo", "Metz", "malo@exemple.org", "confirme", "benevole");
	t.user.id = benp;
	t.user.level = MEMBER;
	t.user.prenom = "Élodie";
	t.user.nom = "Paris";
	talk = conversation_between(&t, benl);
	message_send(&t, &(struct envoi) { talk, "Bonjour", NULL });
}

static enum reponse
comes(const char *from, const char *to, const char *more, const char *body)
{
	static int n;
	const char *mail = arena_printf(&t.mem,
		"From: %s\r\nTo: %s\r\nSubject: Re: x\r\nMessage-ID: <m%d@exemple.org>\r\n"
		"%sMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s",
		from, to, ++n, more, body);

	return reponse_take(&t, mail, strlen(mail));
}

static int64_t
messages(void)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM message WHERE conversation_id = ? AND genre = 'texte'"),
		I(talk));
}

TEST(reponse_by_mail_arrives_in_the_thread_without_what_it_quotes)
{
	const char *where;

	people();
	where = retour_adresse(&t, talk, benl);
	check(where != NULL && strncmp(where, "reponse+", 8) == 0);
	check(comes("Berthe <BERTHE@exemple.org>", where, "",
		      "Oui, à samedi !\r\n\r\nLe lun. 3 mai 2027 à 10:02,"
		      " Essaim <essaim@essaim.example>\r\na écrit :\r\n> Bonjour\r\n") ==
		REPONSE_PRISE);
	as(benp);
	check(get(arena_printf(&t.mem, "/messages/%" PRId64, talk)) == 200);
	check_says("<p>Oui, à samedi !</p>");
	check_says("par courriel");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement WHERE genre = 'message'"
			  " AND auteur_id = ?"),
		      I(benl)) == 1);
}

TEST(reponse_shows_no_link_of_its_author)
{
	const char *where;

	people();
	where = retour_adresse(&t, talk, benl);
	check(comes("berthe@exemple.org", where, "",
		      arena_printf(&t.mem,
			      "Oui.\r\n\r\nBonjour Berthe,\r\n"
			      "Ne plus recevoir de courriel pour cela : "
			      "http://127.0.0.1/public/sans-courriel"
			      "/205a6f707e79a08e9c287b0858a2cef4\r\n"
			      "%s\r\n",
			      where)) == REPONSE_PRISE);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM message WHERE CONCAT(texte,"
			  " html) LIKE '%(lien retiré)%'"
			  " AND CONCAT(texte, html, mots) NOT LIKE '%205a6f%'"
			  " AND texte NOT LIKE '%reponse+%'")) == 1);
}

TEST(reponse_of_machines_and_forgers_is_left_alone)
{
	const char *where, *forged;

	people();
	where = retour_adresse(&t, talk, benl);
	forged = arena_printf(&t.mem,
		"reponse+%" PRId64 "-%" PRId64 "-00000000000000000000@essaim.example", talk, benl);
	check(comes("berthe@exemple.org", forged, "", "x") == REPONSE_IGNOREE);
	check(comes("berthe@exemple.org", "reponse@essaim.example", "", "x") == REPONSE_IGNOREE);
	check(comes("berthe@exemple.org", where, "Auto-Submitted: auto-replied\r\n", "Absente") ==
		REPONSE_IGNOREE);
	check(comes("berthe@exemple.org", where, "Precedence: bulk\r\n", "x") == REPONSE_IGNOREE);
	check(comes("berthe@exemple.org", where, "Return-Path: <>\r\n", "x") == REPONSE_IGNOREE);
	check(comes("berthe@exemple.org", where, "List-Id: <l.exemple.org>\r\n", "x") ==
		REPONSE_IGNOREE);
	check(reponse_take(&t, "", 0) == REPONSE_IGNOREE);
	check(messages() == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
}

TEST(reponse_refused_says_why_to_the_person_alone_and_not_for_ever)
{
	const char *where;

	people();
	where = retour_adresse(&t, talk, benl);
	check(comes("autre@mal.example", where, "", "x") == REPONSE_REFUSEE);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE adresse = 'berthe@exemple.org'"
			  " AND texte LIKE '%autre adresse%'")) == 1);
	check(comes("berthe@exemple.org", where, "", "> rien que des citations\r\n") ==
		REPONSE_REFUSEE);
	for (int i = 0; i < 18; i++)
		check(comes("berthe@exemple.org", where, "", "") == REPONSE_REFUSEE);
	check(comes("berthe@exemple.org", where, "", "") == REPONSE_IGNOREE);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE adresse <> 'berthe@exemple.org'")) ==
		0);
	check(messages() == 1);
}

TEST(reponse_to_an_author_who_is_gone_goes_to_nobody_else)
{
	const char *where;

	people();
	where = retour_adresse(&t, talk, benl);
	db_exec(&t,
		SQL("UPDATE conversation SET genre = 'envoi', reponses = 'auteur' WHERE id = ?"),
		I(talk));
	db_exec(&t, SQL("UPDATE contact SET acces = 0 WHERE id = ?"), I(benp));
	check(comes("berthe@exemple.org", where, "", "Oui") == REPONSE_REFUSEE);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message")) == 1);
}

TEST(reponse_comes_once_and_only_from_who_is_in)
{
	static const char mail[] =
		"From: berthe@exemple.org\nTo: %s\nMessage-ID: <meme@x>\n\nOui\n";
	const char *where, *text;

	people();
	where = retour_adresse(&t, talk, benl);
	text = arena_printf(&t.mem, mail, where);
	check(reponse_take(&t, text, strlen(text)) == REPONSE_PRISE);
	check(reponse_take(&t, text, strlen(text)) == REPONSE_IGNOREE);
	check(messages() == 2);
	check(comes("malo@exemple.org", retour_adresse(&t, talk, benm), "", "x") ==
		REPONSE_REFUSEE);
	as(benl);
	check(post(arena_printf(&t.mem, "/messages/%" PRId64 "/quitter", talk), "") == 303);
	check(comes("berthe@exemple.org", where, "", "Encore") == REPONSE_REFUSEE);
	check(messages() == 2);
}

/* A mail of several parts, from her. */
static enum reponse
brings(const char *parts)
{
	static int n;
	const char *mail = arena_printf(&t.mem,
		"From: berthe@exemple.org\r\nTo: %s\r\nMessage-ID: <p%d@exemple.org>\r\n"
		"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n%s--b--\r\n",
		retour_adresse(&t, talk, benl), ++n, parts);

	return reponse_take(&t, mail, strlen(mail));
}

static const char *
told(void)
{
	const char *s = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE contact_id = ? AND genre LIKE 'reponse%'"
		    " ORDER BY id DESC LIMIT 1"),
		I(benl));

	return s != NULL ? s : "";
}

TEST(reponse_says_which_files_did_not_come_and_why)
{
	people();
	t_store();
	check(brings("--b\r\n\r\nVoici.\r\n--b\r\nContent-Type: text/plain; name=liste.txt\r\n\r\n"
		     "A\r\n"
		     "--b\r\nContent-Type: application/octet-stream; name=jeu.exe\r\n\r\nMZ\r\n"
		     "--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx\r\n") ==
		REPONSE_PRISE);
	check(messages() == 2);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM message_fichier")) == 1);
	check(strstr(told(), "- jeu.exe. Ce type de fichier") != NULL);
	check(strstr(told(), "- winmail.dat. Outlook") != NULL);
	check(strstr(told(), "liste.txt") == NULL);
	check(brings("--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\r\n"
		     "Envoyé de mon iPhone\r\n--b\r\nContent-Type: application/octet-stream;"
		     " name=jeu.exe\r\n\r\nMZ\r\n") == REPONSE_REFUSEE);
	check(strstr(told(), "rien de ce qu’elle contenait") != NULL);
	check(strstr(told(), "- jeu.exe. Ce type de fichier") != NULL);
	check(messages() == 2);
	check(brings("--b\r\n\r\nSans fichier\r\n") == REPONSE_PRISE);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre LIKE 'reponse%'")) == 2);
}

TEST(reponse_from_an_address_that_opens_the_door)
{
	const char *where;

	people();
	where = retour_adresse(&t, talk, benl);
	db_exec(&t,
		SQL("INSERT INTO champ_valeur (contact_id, champ_id, valeur)"
		    " SELECT ?, id, 'bert@ailleurs.example'"
		    " FROM champ WHERE cle = 'autres_courriels'"),
		I(benl));
	check(comes("Berthe <Bert@ailleurs.example>", where, "", "Oui") == REPONSE_PRISE);
	check(comes("elodie@exemple.org", where, "", "Non") == REPONSE_REFUSEE);
	check(messages() == 2);
}

TEST(reponse_is_read_as_it_was_written)
{
	people();
	check(comes("berthe@exemple.org", retour_adresse(&t, talk, benl), "",
		      "Le score est bon :\r\n>100 personnes sont venues\r\nBravo") ==
		REPONSE_PRISE);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM message WHERE html LIKE '%<br />\n"
			  "&gt;100 personnes sont venues<br />%'"
			  " AND texte LIKE '%:\n>100 personnes%'")) == 1);
}
