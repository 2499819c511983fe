/* compte_vie_test.c - invited, merged, erased, idle: an account over time */

#include <libgen.h>

#include "domain/compte/compte.h"
#include "domain/notifications/desinscription.h"
#include "domain/vie/cycle.h"
#include "domain/vie/donnees.h"
#include "titulaires.h"

TEST(compte_erasure_is_asked_once_and_told_to_the_administration)
{
	titulaires();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	compte_create(&t, adm);
	db_exec(&t, SQL("UPDATE compte SET role = 'admin' WHERE contact_id = ?"), I(adm));
	check(get("/compte/effacement") == 200);
	check(submit("/compte/effacement", "message=Au+revoir") == 422);
	check_says("Cochez la case");
	check(submit("/compte/effacement", "message=Au+revoir&certain=1") == 303);
	check(submit("/compte/effacement", "message=Encore&certain=1") == 303);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			  " AND genre = 'effacement_demande'"),
		      I(adm)) == 1);
	check(get("/compte/effacement") == 200);
	check_says("est enregistrée");
}

static int64_t zoe;

/* Basile coordinates a group of three: himself, Berthe who has an account, Zoé who has not. */
static void
group(void)
{
	titulaires();
	paris = t_group("groupe_local", "Groupe local de Paris");
	zoe = t_person("Zoé", "N’Dour", "zoe@exemple.org", "prospect", "benevole");
	t_member(paris, basile, "coordination");
	t_member(paris, berthe, "membre");
	t_member(paris, zoe, "membre");
	t_member(paris, t_person("Ancelin", "Ancien", "anc@exemple.org", "ancien", "benevole"),
		"membre");
}

TEST(compte_invites_those_of_my_group_who_have_none)
{
	const char *page;

	group();
	page = arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris);
	check(get("/compte/invitations") == 200);
	check_says("2 sur 3 ont un compte");
	check(get(page) == 200);
	check(submit(page, "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation'")) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation'"
			  " AND contact_id = ? AND desinscription IS NOT NULL AND texte LIKE"
			  " CONCAT('%/public/sans-courriel/', desinscription, '%')"),
		      I(zoe)) == 1);
	check(submit(page, "") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre LIKE 'invitation%'")) == 1);
	for (int i = 0; i < 4; i++) {
		db_exec(&t,
			SQL("UPDATE invitation SET cree_le = cree_le -"
			    " INTERVAL 8 DAY, relance_le = relance_le - INTERVAL 8 DAY"));
		submit(page, "");
	}
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'invitation_rappel'")) ==
		2);
	check(get("/compte") == 200);
	check_says("href=\"/compte/invitations\"");
	db_exec(&t, SQL("UPDATE objet SET archive_le = UTC_TIMESTAMP() WHERE id = ?"), I(paris));
	check(get("/compte") == 200);
	check_hides("href=\"/compte/invitations\""); /* it would lead nowhere */
}

TEST(compte_invitations_can_be_left_by_their_link)
{
	const char *path, *jeton;

	titulaires();
	jeton = desinscription_new(&t, basile, "invitation");
	path = arena_printf(&t.mem, "/public/sans-courriel/%s", jeton);
	as(0);
	check(get(path) == 200);
	check_says("Ne plus m’inviter");
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel")) == 0);
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check_says("Vous ne recevrez plus");
	check(post_raw(path, "List-Unsubscribe=One-Click") == 200);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"),
		      I(basile)) == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact c WHERE c.id = ? AND " STILL_WANTS(
			      "c", "invitation")),
		      I(basile)) == 0);
	check(post_raw("/public/sans-courriel/faux", "x=1") == 404);
	check(get("/public/sans-courriel/faux") == 404);
}

TEST(compte_invites_no_group_of_others)
{
	group();
	t_cookie(session_of(berthe));
	check(get("/compte/invitations") == 404);
	check(get(arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris)) == 404);
	check(submit(arena_printf(&t.mem, "/compte/invitations/%lld", (long long) paris), "") ==
		404);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
}

TEST(compte_follows_a_merge_with_its_sessions)
{
	int64_t survivor;

	titulaires();
	survivor = t_person("Basile", "Paris", "basile.paris@exemple.org", "confirme", "benevole");
	donnees_ask_erasure(&t, basile, "Merci");
	cycle_merge(&t, basile, survivor);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM effacement WHERE contact_id = ?"),
		      I(survivor)) == 1);
	check(get("/compte") == 200);
	check_says("basile.paris@exemple.org");
	check(compte_check(&t, "basile.paris@exemple.org", "une phrase de trois mots",
		      &(bool) { false }) == survivor);
	cycle_merge(&t, survivor, berthe);
	check(compte_check(&t, "berthe@exemple.org", "une phrase de trois mots",
		      &(bool) { false }) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte")) == 1);
}

TEST(compte_erased_leaves_nothing)
{
	titulaires();
	new_token();
	lien_connexion_ask(&t, "basile@exemple.org", "");
	lien_connexion_answer(&t);
	cycle_erase(&t, basile);
	check(get("/compte") == 303);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM compte WHERE contact_id = ?"), I(basile)) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) +
			db_int(&t, SQL("SELECT COUNT(*) FROM lien")) ==
		0);
}

TEST(compte_sessions_end_when_idle_and_after_half_a_year)
{
	titulaires();
	check(get("/compte") == 200);
	db_exec(&t, SQL("UPDATE session SET expire_le = UTC_TIMESTAMP() - INTERVAL 1 SECOND"));
	check(get("/compte") == 303);
	db_exec(&t,
		SQL("UPDATE session SET expire_le = UTC_TIMESTAMP() +"
		    " INTERVAL 30 DAY, cree_le = UTC_TIMESTAMP() - INTERVAL 181 DAY"));
	check(get("/compte") == 303);
	cycle_clean(&t);
}

TEST(compte_devices_by_the_dozen_leave_the_page_light)
{
	int64_t one =
		t_person("Agathe", "Multiple", "multiple@exemple.org", "confirme", "benevole");

	t_account(one, "");
	db_exec(&t,
		SQL("INSERT INTO session (empreinte, contact_id, csrf, cree_le, vu_le, expire_le,"
		    " appareil, adresse) SELECT UNHEX(SHA2(seq, 256)), ?, '',"
		    " UTC_TIMESTAMP(), UTC_TIMESTAMP() - INTERVAL seq MINUTE, UTC_TIMESTAMP() +"
		    " INTERVAL 1 DAY, 'Mozilla/5.0', ''"
		    " FROM seq_1_to_40"),
		I(one));
	as(one);
	check(get("/compte") == 200);
	check_says("Et 25 autres");
}
