/* acces_test.c - who sees and manages whom */

#include "domain/acces/acces.h"
#include "t.h"

static int64_t coop, benp, benl, pro, sal, adm, anc, paris;

static void
people(void)
{
	paris = t_group("groupe_local", "Groupe local de Paris");
	coop = t_person("Coline", "Paris", "coop@exemple.org", "confirme", "benevole");
	benp = t_person("Basile", "Paris", "benp@exemple.org", "confirme", "benevole");
	benl = t_person("Berthe", "Lille", "benl@exemple.org", "confirme", "benevole");
	pro = t_person("Prosper", "Paris", "pro@exemple.org", "prospect", "benevole");
	sal = t_person("Salomé", "Siège", "sal@exemple.org", "", "salarie");
	anc = t_person("Ancelin", "Ancien", "anc@exemple.org", "ancien", "benevole");
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	t_member(paris, coop, "coordination");
	t_member(paris, benp, "membre");
	t_member(paris, pro, "membre");
}

static bool
sees(int64_t who, int64_t whom)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM objet o WHERE o.id = ? AND " SEES("o")),
		I(whom), I(who), I(who));
}

static bool
manages(int64_t who, int64_t whom)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM objet o WHERE o.id = ? AND " MANAGES("o")),
		I(whom), I(who), I(who));
}

TEST(acces_volunteers_and_staff_see_each_other)
{
	people();
	check(sees(benp, benl) && sees(benl, coop) && sees(benp, sal) && sees(sal, benl));
	check(!sees(0, benp));
}

TEST(acces_prospects_are_seen_by_staff_and_their_coordination)
{
	people();
	check(sees(coop, pro) && sees(sal, pro) && sees(adm, pro) && sees(pro, pro));
	check(!sees(benp, pro) && !sees(benl, pro));
	check(!sees(pro, benp) && !sees(pro, benl));
}

TEST(acces_who_left_is_seen_by_staff_alone_and_sees_nobody)
{
	people();
	check(sees(sal, anc) && sees(adm, anc));
	check(!sees(benp, anc) && !sees(coop, anc) && !sees(anc, benp));
}

TEST(acces_coordination_manages_its_group_and_no_other)
{
	people();
	check(manages(coop, benp) && manages(coop, pro) && manages(adm, benl) &&
		manages(benp, benp));
	check(!manages(coop, benl) && !manages(benp, coop) && !manages(sal, benp));
}

TEST(acces_follows_the_status_at_once)
{
	people();
	db_exec(&t, SQL("UPDATE contact SET statut = 'ancien' WHERE id = ?"), I(coop));
	acces_contact(&t, coop);
	check(!sees(coop, pro) && !manages(coop, benp) && !sees(benp, coop));
	db_exec(&t, SQL("UPDATE contact SET statut = 'confirme' WHERE id = ?"), I(coop));
	acces_contact(&t, coop);
	check(sees(coop, pro) && manages(coop, benp) && sees(benp, coop));
}
