/* canari_test.c - a word of each private thing, looked for by strangers at every address there is
 *
 * One of each kind of objet that somebody writes (tests/cast/plants.h) is made in a closed or
 * hidden group through its own form, with a word found nowhere else.  Then every address, with
 * every id, is asked for as page and as data by people who are no part of it: the word must be
 * nowhere.  The tables of routes give the addresses, that of kinds the things: a new area and a new
 * kind are tried without a line here.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "adresses.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "domain/acces/acces.h"
#include "domain/demandes/limite.h"
#include "domain/groupes/arbre.h"
#include "domain/groupes/groupe.h"
#include "domain/groupes/ouverture.h"
#include "domain/objets/etiquette.h"
#include "domain/socle/modele.h"
#include "plants.h"

#define WORD "perroquetbleu"

enum { THINGS = 30, READERS_ALL = 4 };

static const char *ouverture_now;
static int64_t group, member, other, elsewhere, things[THINGS], readers[READERS_ALL];
static int n_things;
static const char *const names[READERS_ALL] = { "a prospect", "a volunteer elsewhere", "staff",
	"a coordinator elsewhere" };

static const char *
at(const char *fmt)
{
	return arena_printf(&t.mem, "/groupes/%" PRId64 "/%s", group, fmt);
}

/* What the members of the group keep among themselves: one of each kind that somebody writes. */
static void
publish(void)
{
	for (const struct genre *const *g = genres; *g != NULL && n_things < THINGS - 4; g++)
		if ((*g)->peut & (ECRIT | INTIME))
			check((things[n_things++] = plant(*g, member, group, WORD)) != 0);
	as(member);
	check(post(at("priorites"), "p1=Soigner+" WORD) == 303);
}

static void
prepare(const char *ouverture, bool published)
{
	ouverture_now = ouverture;
	elsewhere = t_group("groupe_local", "Ailleurs");

	group = t_group("groupe_travail",
		arena_printf(&t.mem, "Groupe %s", *ouverture == 'c' ? WORD : "fermé"));
	ouverture_set(&t, group, ouverture);
	member = t_person("Maud", "Membre", "m@exemple.org", "confirme", "benevole");
	other = t_person("Omar", "Membre", "o@exemple.org", "confirme", "benevole");
	t_member(group, member, "coordination");
	t_member(group, other, "membre");
	readers[0] = t_person("Prosper", "A", "a@exemple.org", "prospect", "benevole");
	readers[1] = t_person("Bérénice", "B", "b@exemple.org", "confirme", "benevole");
	readers[2] = t_person("Salomé", "C", "c@exemple.org", "", "salarie");
	readers[3] = t_person("Coline", "D", "d@exemple.org", "confirme", "benevole");
	t_member(elsewhere, readers[0], "membre");
	t_member(elsewhere, readers[1], "membre");
	t_member(elsewhere, readers[3], "coordination");
	n_things = 0;
	if (published)
		publish();
	things[n_things++] = group;
	things[n_things++] = member;
	things[n_things++] = elsewhere;
	things[n_things++] = readers[1];
}

static const char *
address(const struct area *a, const struct route *route, int64_t first, int64_t second)
{
	return route_address(a, route, arena_printf(&t.mem, "%" PRId64, first),
		arena_printf(&t.mem, "%" PRId64, second));
}

/* Does the answer hold the word, in its body or in the file that is sent? */
static bool
tells(void)
{
	if (t_reply->status != 200)
		return false;
	if (t_reply->file == 0)
		return t_reply->body != NULL && strstr(t_reply->body, WORD) != NULL;
	return strstr(t_file(), WORD) != NULL;
}

/* How many answers hold the word. */
static int
look(const char *path, unsigned formats, const char *who)
{
	static const char *const ends[] = { "", ".json", ".csv", ".json?emporter=1" };
	int found = 0;

	for (int i = 0; i < 4; i++) {
		if (i >= 2 && !(formats & CSV))
			continue;
		get(arena_printf(&t.mem, "%s%s", path, ends[i]));
		if (tells()) {
			found++;
			if (who != NULL)
				printf("  %s%s tells it to %s\n", path, ends[i], who);
		}
	}
	return found;
}

/* The word at every address, as somebody; WHO: not to be found, so say where. */
static int
crawl(int64_t reader, const char *who)
{
	int found = 0;

	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *route = NULL; (route = area_next(*a, route)) != NULL;) {
			int n = route_parts(route);

			/* the staff's table says what each group is about to do */
			if (who != NULL && reader == readers[2] &&
				strcmp(route->path, "priorites") == 0 && *ouverture_now == 'f')
				continue;
			if (route->method != GET || strcmp((*a)->name, "deconnexion") == 0)
				continue;
			for (int i = 0; i < (n > 0 ? n_things : 1); i++) {
				as(reader);
				found += look(
					address(*a, route, n == 2 ? group : things[i], things[i]),
					route->formats, who);
			}
		}
	return found;
}

TEST(canari_of_a_hidden_group_sings_nowhere_outside)
{
	prepare("cache", true);
	check(crawl(other, NULL) > 10); /* it is there */
	for (int i = 0; i < READERS_ALL; i++)
		check(crawl(readers[i], names[i]) == 0);
}

TEST(canari_of_a_closed_group_sings_nowhere_outside)
{
	prepare("ferme", true);
	check(crawl(member, NULL) > 8);
	for (int i = 0; i < READERS_ALL; i++)
		check(crawl(readers[i], names[i]) == 0);
}

TEST(canari_of_a_field_for_the_staff_sings_to_the_staff_alone)
{
	prepare("ouvert", false);
	db_exec(&t, SQL("UPDATE champ SET lecture = 4 WHERE cle = 'bio'"));
	modele_changed(&t);
	db_exec(&t, SQL("UPDATE contact SET bio = ? WHERE id IN (?, ?)"), S(WORD), I(member),
		I(other));
	t_settle(member);
	check(crawl(readers[2], NULL) > 1);
	for (int i = 0; i < READERS_ALL; i++)
		if (i != 2)
			check(crawl(readers[i], names[i]) == 0);
	db_exec(&t, SQL("UPDATE champ SET lecture = 1 WHERE cle = 'bio'"));
	modele_changed(&t);
}

/* ---- what is in a hidden group changes no answer outside ---- */

/* What is another at each answer, or each minute: keys of forms, the time of day. */
static const char *
same(const char *body)
{
	char *all = arena_strdup(&t.mem, body);

	for (char *s = all; *s != '\0'; s++) {
		size_t n = strspn(s, "0123456789abcdef");

		if (n >= 16 || (n > 0 && n <= 2 && strncmp(s + n, "\u00A0h", 3) == 0) ||
			(n == 2 && s > all + 3 && strncmp(s - 3, "h\u00A0", 3) == 0))
			memset(s, 'x', n);
		if (n > 1)
			s += n - 1;
	}
	return all;
}

static void
note_answer(struct buffer *all, const char *path)
{
	get(path);
	buffer_puts(all,
		arena_printf(&t.mem, "%s %d %s\n", path, t_reply->status,
			t_reply->body == NULL ?
				"" :
				sha256_hex(&t.mem, same(t_reply->body), strlen(t_reply->body))));
}

/* Every address and what it answers, a line each. */
static const char *
answers(int64_t reader)
{
	static const char *const more[] = { "/annuaire.json?par-groupe=",
		"/tableau-de-bord.json?groupe=", "/tableau-de-bord/missions.json?groupe=",
		"/messages/groupe.json?groupe=", "/annuaire.json?par-missions=0&x=",
		"/etiquettes.json?vue=inutiles&x=", "/tableau-de-bord/mois.json?groupe=" };
	struct buffer all = { &t.mem };

	db_exec(&t, SQL("DELETE FROM tentative")); /* none of them is slowed by the one before */
	as(reader);
	for (const struct area *const *a = areas; *a != NULL; a++)
		for (const struct route *route = NULL; (route = area_next(*a, route)) != NULL;) {
			int n = route_parts(route);

			if (route->method != GET || strcmp((*a)->name, "deconnexion") == 0 ||
				strcmp((*a)->name, "compte") == 0 ||
				strcmp(route->path, "moi") == 0)
				continue; /* what she did herself, and reading is in it */
			for (int i = 0; i < (n > 0 ? n_things : 1); i++)
				note_answer(&all,
					arena_printf(&t.mem, "%s.json",
						address(*a, route, n == 2 ? group : things[i],
							things[i])));
		}
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		note_answer(&all, arena_printf(&t.mem, "%s%" PRId64, more[i], elsewhere));
	return buffer_text(&all);
}

/* The lines that are others now. */
static int
differences(const char *before, const char *now, const char *who)
{
	int found = 0;

	while (*before != '\0' && *now != '\0') {
		size_t n = strcspn(before, "\n"), m = strcspn(now, "\n");

		if (n != m || strncmp(before, now, n) != 0) {
			printf("  another answer to %s: %.*s\n", who, (int) m, now);
			found++;
		}
		before += n + 1;
		now += m + 1;
	}
	return found;
}

TEST(canari_what_happens_in_a_hidden_group_changes_no_answer_outside)
{
	const char *before[READERS_ALL];
	int64_t tag;

	prepare("cache", true);
	check(arbre_move(&t, group, elsewhere));
	t.user.id = member;
	tag = etiquette_create(&t, 1, "Oiseaux");
	for (int i = 0; i < READERS_ALL; i++)
		before[i] = answers(readers[i]);
	t_member(group, readers[1], "membre");
	db_exec(&t,
		SQL("UPDATE membre SET fin = UTC_DATE() WHERE groupe_id = ? AND contact_id = ?"),
		I(group), I(other));
	acces_contact(&t, other);
	groupe_rename(&t, group, "Groupe parti");
	check(etiquette_put(&t, group, &tag, 1));
	as(member);
	check(post(at("publications"), "genre=message&titre=Un&texte=Autre") == 303);
	for (int i = 0; i < READERS_ALL; i++)
		if (i != 1) /* who is a member now */
			check(differences(before[i], answers(readers[i]), names[i]) == 0);
}

/* Whoever is put aside (limitation) is named to nobody, those of her own group included; what she
 * signed stays where it was read. */
TEST(canari_of_somebody_put_aside_sings_nowhere)
{
	prepare("ferme", false);
	db_exec(&t, SQL("UPDATE contact SET prenom = ?, bio = ? WHERE id = ?"), S(WORD), S(WORD),
		I(member));
	db_exec(&t, SQL("UPDATE objet SET titre = CONCAT(?, ' Membre') WHERE id = ?"), S(WORD),
		I(member));
	t_settle(member);
	check(crawl(other, NULL) > 4);
	check(limite_set(&t, member));
	check(crawl(other, "one of her group") == 0);
	for (int i = 0; i < READERS_ALL; i++)
		check(crawl(readers[i], names[i]) == 0);
}
