/* agenda_abus_groupe_test.c - an event of a group that one made oneself gives no voice to many and
 * no say over people's hours; what moderation takes away is told to who would come */

#include <inttypes.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/local.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/evenement_avis.h"
#include "pris.h"
#include "venues.h"

/* What Boutros's own group organises, in three days, and shows to Paris too. */
static int64_t
his_event(void)
{
	struct wall w = wall_add_days(wall_at(clock_now()), 3);
	const char *day = wall_ymd(&t.mem, w);

	as(bout);
	check(post("/agenda/nouveau",
		      at("titre=Fanfare&debut=%sT19:00&fin=%sT21:00&organisateur=%" PRId64
			 "&visibilite=groupes&groupes=%" PRId64 "&groupes=%" PRId64 "&publier=1",
			      day, day, mine, mine, paris)) == 303);
	return db_int(&t, SQL("SELECT MAX(id) FROM evenement"));
}

static int64_t
group_told(int64_t group)
{
	return db_int(&t,
		SQL("SELECT COUNT(*) FROM notif_cible c JOIN notif_evenement e"
		    " ON e.id = c.evenement_id WHERE e.genre = 'evenement_nouveau'"
		    " AND c.cible_id = ?"),
		I(group));
}

TEST(agenda_abus_a_group_of_ones_own_has_no_voice_in_others)
{
	struct buffer many = { &t.mem };
	int64_t id;

	taken();
	id = his_event();
	check(group_told(mine) == 1 && group_told(paris) == 0);
	check(post(at("/agenda/%" PRId64 "/inviter", id), at("contact=%" PRId64, coop)) == 303);
	for (int i = 0; i <= 100; i++)
		buffer_puts(&many, at("%scontact=%" PRId64, i > 0 ? "&" : "", benp));
	check(post(at("/agenda/%" PRId64 "/inviter", id), buffer_text(&many)) == 403);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM evenement_invite")) == 1);
	as(coop);
	id = an_event("Réunion", 7, -1);
	as(coop);
	check(post(at("/agenda/%" PRId64 "/inviter", id), buffer_text(&many)) == 303);
}

TEST(agenda_abus_a_group_of_ones_own_gives_no_say_over_hours)
{
	int64_t id;

	taken();
	t_member(mine, benl, "membre");
	as(benl);
	check(post("/heures",
		      at("quoi=Tracts&mission=%" PRId64 "&jour=%s&duree=2+h", mine,
			      wall_ymd(&t.mem, wall_add_days(wall_at(clock_now()), -1)))) == 303);
	id = db_int(&t, SQL("SELECT MAX(id) FROM heures"));
	as(bout);
	check(get("/heures/a-valider") == 200);
	check_hides("Tracts");
	check(get(at("/heures/%" PRId64, id)) == 404);
	check(post(at("/heures/%" PRId64, id), "faire=refuser&raison=Non") == 404);
	post("/heures/a-valider", at("h=%" PRId64, id));
	check_text(db_string(&t, SQL("SELECT etat FROM heures WHERE id = ?"), I(id)), "a_valider");
}

/* Its words are gone, and who would have come knows that it does not take place. */
TEST(agenda_abus_an_event_that_is_taken_away_is_told_to_who_comes)
{
	int64_t id;
	const char *mail;

	crowd();
	id = an_event("Mauvaise blague", 7, -1);
	check(comes(lea, id, "") == 303);
	db_exec(&t, SQL("DELETE FROM evenement_avis"));
	t.user.id = coop;
	evenement_delete(&t, id);
	t.user.id = 0;
	while (evenement_mail(&t) > 0)
		continue;
	mail = db_string(&t,
		SQL("SELECT texte FROM courriel WHERE adresse = 'lea@exemple.org'"
		    " AND genre = 'evenement' ORDER BY id DESC LIMIT 1"));
	check(mail != NULL && strstr(mail, "n’aura pas lieu") != NULL);
	check(mail != NULL && strstr(mail, "blague") == NULL &&
		strstr(mail, at("/%" PRId64, id)) == NULL);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM notif_evenement e JOIN notif_cible c"
			  " ON c.evenement_id = e.id WHERE c.cible_id = ? AND e.url = '/agenda'"
			  " AND e.phrase LIKE '%retiré du site%' AND e.phrase NOT LIKE '%blague%'"),
		      I(lea)) == 1);
}
