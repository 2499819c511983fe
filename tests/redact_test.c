/* redact_test.c - no address of ours that opens something is in what comes from outside; what it
 * has changed is told and undone */

#include "base/conf.h"
#include "base/redact.h"
#include "domain/acces/acces.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/preference.h"
#include "t.h"

#define HEX "205a6f707e79a08e9c287b0858a2cef4"

static const char *
without(const char *text)
{
	return redact(&t.mem, text, "(lien retiré)");
}

TEST(redact_takes_out_what_opens_something)
{
	static const char *const secret[] = {
		"http://127.0.0.1/public/sans-courriel/" HEX,
		"http://127.0.0.1:8080/public/sans-courriel/" HEX,
		"HTTP://127.0.0.1/Public/Sans-Courriel/205A6F707E79A08E9C287B0858A2CEF4",
		"https://ailleurs.example/public/sans-courriel/" HEX,
		"http://127.0.0.1/public/avec-courriel/" HEX,
		"127.0.0.1/public/sans-courriel/" HEX,
		"/public/sans-courriel/" HEX,
		"http://127.0.0.1/connexion/entrer?jeton=" HEX HEX "&suite=/messages/3",
		"http://127.0.0.1/nouveau?cle=" HEX,
		"https://eur01.safelinks.example/?url=http%3A%2F%2F127.0.0.1%2Fpublic"
		"%2Fsans-courriel%2F" HEX "&data=05",
		"https://a.example/?u=http%253A%252F%252F127.0.0.1%252Fconnexion%252Fentrer"
		"%253Fjeton%253D" HEX,
		"http://127.0.0.1/public/sans-courriel"
		"/205a6f70\u200b7e79a08e\u00ad9c287b0858a2cef4",
		"http://127.0.0.1/public/sans-courriel/205a6f707e79\na08e9c287b0858a2cef4",
		"http://127.0.0.1/public/sans-courriel/\n> 205a6f707e79a08e9c287b0858a2cef4",
		"http://127.0.0.1/connexion/entrer?jeton=205a6f\r\n> 707e79a08e9c28\r\n"
		"> 7b0858a2cef4",
		"reponse+1866-42-9ebbbe5dad51984e0064@essaim.example",
		"mailto:reponse%2B1866-42-9ebbbe5dad51984e0064%40essaim.example",
	};

	conf.mail_reply = "reponse@essaim.example";
	for (size_t i = 0; i < sizeof secret / sizeof *secret; i++) {
		check_text(without(arena_printf(&t.mem, "Voir : %s.\nOui", secret[i])),
			"Voir : (lien retiré).\nOui");
		check_text(without(arena_printf(&t.mem, "«\u00a0%s\u00a0» !", secret[i])),
			"«\u00a0(lien retiré)\u00a0» !");
		check_text(without(arena_printf(&t.mem, "[Partir](%s)", secret[i])),
			"[Partir]((lien retiré))");
		check_text(without(arena_printf(&t.mem, "<%s>", secret[i])), "<(lien retiré)>");
		check_text(without(secret[i]), "(lien retiré)");
	}
}

TEST(redact_leaves_all_else)
{
	static const char *const plain[] = {
		"http://127.0.0.1/messages/1866",
		"http://127.0.0.1/notifications/preferences",
		"http://127.0.0.1/fichiers/12/compte-rendu-de-la-reunion-du-30-novembre.pdf",
		"https://exemple.org/doc/" HEX,
		"Le code est " HEX ".",
		"100 % d’accord, +33 6 12 34 56 78",
		"essaim@essaim.example, reponse@essaim.example",
		"http://127.0.0.1/messages/1866\nabcdef",
		"\u00a0\u00a0«\u00a0»\u202f:",
		"",
	};

	conf.mail_reply = "reponse@essaim.example";
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		check(strcmp(without(plain[i]), plain[i]) == 0);
}

static const char *
last_mail(int64_t who)
{
	return db_string(&t,
		SQL("SELECT texte FROM courriel WHERE contact_id = ?"
		    " AND genre = 'desinscription_faite' ORDER BY id DESC LIMIT 1"),
		I(who));
}

/* The path of the link that undoes, in the mail to WHO. */
static const char *
back(int64_t who)
{
	const char *text = last_mail(who),
		   *at = text != NULL ? strstr(text, "/public/avec-courriel/") : NULL;

	return at != NULL ? arena_printf(&t.mem, "%.*s", (int) strcspn(at, "\n"), at) : "/rien";
}

static int
mails(int64_t who)
{
	return (int) db_int(&t,
		SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
		    " AND genre = 'desinscription_faite'"),
		I(who));
}

TEST(redact_what_a_link_changed_is_told_and_undone_by_its_owner)
{
	int64_t bea = t_person("Béa", "Lille", "bea@exemple.org", "confirme", "benevole");
	const struct annonce *mention = annonce_find("mention"), *tache = annonce_find("tache");
	const char *leave, *undo;

	preference_set(&t, bea, tache, PAR_SITE);
	leave = arena_printf(
		&t.mem, "/public/sans-courriel/%s", desinscription_new(&t, bea, "mention,tache"));
	as(0);
	check(post_raw(leave, "List-Unsubscribe=One-Click") == 200);
	check(preference(&t, bea, mention) == PAR_SITE);
	check(mails(bea) == 1);
	check(strstr(last_mail(bea), "Une personne vous mentionne") != NULL);
	check(post_raw(leave, "List-Unsubscribe=One-Click") == 200);
	check(mails(bea) == 1); /* nothing changed: nothing to tell */
	undo = back(bea);
	check(get(undo) == 200); /* what a scanner does */
	check_says("Recevoir de nouveau ces messages");
	check(preference(&t, bea, mention) == PAR_SITE);
	check(post_raw(undo, "") == 200);
	check_says("C’est fait");
	check(preference(&t, bea, mention) == (PAR_SITE | PAR_COURRIEL));
	check(preference(&t, bea, tache) == PAR_SITE); /* she had left it herself */
	check(post_raw(leave, "List-Unsubscribe=One-Click") == 404);
	check(get(leave) == 404);
	preference_set(&t, bea, mention, PAR_SITE);
	check(post_raw(undo, "") == 200); /* twice: the page again, her choice stands */
	check(preference(&t, bea, mention) == PAR_SITE);
	check(post_raw("/public/avec-courriel/faux", "") == 404);
	check(get("/public/avec-courriel/faux") == 404);
	check(get(arena_printf(&t.mem, "/public/sans-courriel/%s", strrchr(undo, '/') + 1)) == 404);
}

TEST(redact_the_digest_and_invitations_come_back_too)
{
	int64_t bea = t_person("Béa", "Lille", "bea@exemple.org", "confirme", "benevole");
	const struct annonce *groupe = annonce_find("groupe"), *message = annonce_find("message");

	as(0);
	check(post_raw(arena_printf(&t.mem, "/public/sans-courriel/%s",
			       desinscription_new(&t, bea, "resume")),
		      "") == 200);
	check(preference(&t, bea, groupe) == PAR_SITE);
	check(get(back(bea)) == 200);
	check_says("le résumé");
	check(post_raw(back(bea), "") == 200);
	check(preference(&t, bea, groupe) == (PAR_SITE | PAR_RESUME));
	check(preference(&t, bea, message) == (PAR_SITE | PAR_COURRIEL));
	check(post_raw(arena_printf(&t.mem, "/public/sans-courriel/%s",
			       desinscription_new(&t, bea, "invitation")),
		      "") == 200);
	check(strstr(last_mail(bea), "invitation") != NULL);
	check(post_raw(back(bea), "") == 200);
	check_says("invitation");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"), I(bea)) ==
		0);
}
