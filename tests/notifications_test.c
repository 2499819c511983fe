/* notifications_test.c - who is told of what, by which way, and never against a right */

#include <inttypes.h>

#include "base/clock.h"
#include "domain/acces.h"
#include "domain/cycle.h"
#include "domain/notif.h"
#include "domain/suivi.h"
#include "t.h"

static int64_t anna, bea, chloe, groupe, closed_;

static int64_t
account(const char *prenom, const char *email)
{
	int64_t id = t_person(prenom, "Essai", email, "confirme", "benevole");

	db_exec(&t, SQL("INSERT INTO compte (contact_id, cree_le) VALUES (?, UTC_TIMESTAMP())"),
		I(id));
	return id;
}

/* A group of Anna and Béa, and something in it that its members alone see. */
static void
people(void)
{
	int64_t members;

	groupe = t_group("groupe_local", "Groupe local de Paris");
	anna = account("Anna", "anna@exemple.org");
	bea = account("Béa", "bea@exemple.org");
	chloe = account("Chloé", "chloe@exemple.org");
	t_member(groupe, anna, "coordination");
	t_member(groupe, bea, "membre");
	members = public_id(&t, "groupe", arena_printf(&t.mem, "%" PRId64, groupe), "");
	closed_ = db_insert(&t,
		SQL("INSERT INTO objet (genre, titre, cree_le, modifie_le, cadre_id, liste_id)"
		    " VALUES ('publication', 'Stand du 12', UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, ?)"),
		I(groupe), I(liste_id(&t, arena_printf(&t.mem, "1:%" PRId64, members))));
}

static int64_t
event(int64_t author, const char *genre, const char *url)
{
	t.user.id = author;
	return notif_event(&t, genre, closed_, url, "Anna Essai a écrit dans « Stand du 12 »");
}

static void
spread(void)
{
	while (notif_spread(&t))
		continue;
}

static int64_t
lines(int64_t who)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM notif WHERE contact_id = ?"), I(who));
}

static void
choose(int64_t who, const char *genre, const char *canal, bool on)
{
	db_exec(&t,
		SQL("REPLACE INTO preference (contact_id, genre, canal, actif) VALUES (?, ?, ?, ?)"),
		I(who), S(genre), S(canal), I(on));
}

TEST(notifications_reach_members_and_never_the_author)
{
	people();
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	check(lines(bea) == 0);
	spread();
	check(lines(bea) == 1);
	check(lines(anna) == 0);
	check(lines(chloe) == 0);
	check(!notif_spread(&t));
}

TEST(notifications_of_a_closed_thing_do_not_reach_who_is_named)
{
	int64_t ev;

	people();
	ev = event(anna, "mention", "/p/1");
	notif_to(&t, ev, chloe);
	notif_to(&t, ev, bea);
	suivre(&t, closed_, chloe, SUIVI);
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c2"), closed_);
	spread();
	check(lines(chloe) == 0);
	check(lines(bea) == 1);
}

TEST(notifications_are_never_two_for_one_thing)
{
	people();
	suivre(&t, closed_, bea, SUIVI);
	notif_to(&t, event(anna, "mention", "/p/1#c1"), bea);
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c1"), closed_);
	spread();
	check(lines(bea) == 1);
	check_text(db_string(&t, SQL("SELECT genre FROM notif WHERE contact_id = ?"), I(bea)),
		"mention");
	notif_to_followers(&t, event(anna, "reponse", "/p/1#c3"), closed_);
	spread();
	check(lines(bea) == 2);
}

TEST(notifications_of_muted_things_are_silent_but_for_mentions)
{
	people();
	suivre(&t, groupe, bea, MUET);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines(bea) == 0);
	notif_to(&t, event(anna, "mention", "/p/1#c1"), bea);
	spread();
	check(lines(bea) == 1);
	check(suit(&t, groupe, bea) == MUET);
	suivre_si_rien(&t, groupe, bea);
	check(suit(&t, groupe, bea) == MUET);
	suivre(&t, groupe, bea, NI_SUIVI_NI_MUET);
	check(suit(&t, groupe, bea) == NI_SUIVI_NI_MUET);
}

TEST(notifications_follow_what_each_has_chosen)
{
	people();
	choose(bea, "publication", "site", false);
	choose(bea, "publication", "courriel", true);
	choose(bea, "publication", "resume", false);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(db_int(&t,
		      SQL("SELECT courriel = 1 AND site = 0 AND resume = 0 FROM notif WHERE contact_id = ?"),
		      I(bea)) == 1);
	choose(bea, "publication", "courriel", false);
	notif_to_members(&t, event(anna, "publication", "/p/2"), groupe);
	spread();
	check(lines(bea) == 1);
}

TEST(notifications_do_not_reach_closed_accounts)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET acces = 0, statut = 'ancien' WHERE id = ?"), I(bea));
	notif_to(&t, event(anna, "mention", "/p/1"), bea);
	notif_to_members(&t, event(anna, "publication", "/p/1"), groupe);
	spread();
	check(lines(bea) == 0);
}

TEST(notifications_go_with_an_erased_person)
{
	people();
	notif_to(&t, event(bea, "mention", "/p/1"), anna);
	notif_to(&t, event(anna, "mention", "/p/2"), bea);
	suivre(&t, closed_, bea, SUIVI);
	spread();
	check(lines(anna) == 1);
	cycle_forget(&t, bea);
	check(lines(bea) == 0);
	check(lines(anna) == 0);
}
