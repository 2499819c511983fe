/* rebonds_test.c - what comes back of letters: 71 mails of servers and people in tests/rebonds,
 * whose names say what they are
 */

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/conf.h"
#include "domain/lettres/lettre.h"
#include "domain/messages/reponse.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/notifications/rebond.h"
#include "net/dsn.h"
#include "people.h"

static const char *const classes[] = { [DSN_NONE] = "none",
	[DSN_DELAYED] = "delayed",
	[DSN_SOFT] = "soft",
	[DSN_HARD] = "hard",
	[DSN_COMPLAINT] = "complaint" };

/* That mail, of the sending ENVOI. */
static char *
came(const char *name, int64_t envoi, size_t *n)
{
	FILE *f = fopen(at("tests/rebonds/%s", name), "r");
	struct buffer all = { &t.mem };
	char line[4096];

	while (f != NULL && fgets(line, sizeof line, f) != NULL)
		for (char *s = line, *mark; *s != '\0'; s = mark + 1) {
			bool token, other;

			mark = strchr(s, '@');
			token = mark != NULL && strncmp(mark, "@TOKEN@", 7) == 0;
			other = mark != NULL && strncmp(mark, "@MESSAGE@", 9) == 0;
			buffer_add(&all, s, mark != NULL ? (size_t) (mark - s) : strlen(s));
			if (mark == NULL)
				break;
			if (token || other)
				buffer_puts(&all,
					lettre_jeton(
						&t, token ? JETON_RETOUR : JETON_MESSAGE, envoi));
			else
				buffer_char(&all, '@');
			mark += token ? 6 : other ? 8 : 0;
		}
	if (f != NULL)
		fclose(f);
	buffer_char(&all, '\n');
	*n = all.n - 1;
	return buffer_text(&all);
}

/* A letter that was sent to Bea: the sending. */
static int64_t
sent(void)
{
	struct lettre l = lettre_new();
	int64_t id, envoi;

	people();
	conf.mail_bounce = "rebonds@lettres.example.org";
	l.sujet = "Le Sénat a voté";
	t.user.id = sal;
	id = lettre_create(&t, &l);
	t.user.id = 0;
	db_exec(&t, SQL("UPDATE lettre SET etat = 'en_cours', total = 1, envoyes = 1 WHERE id = ?"),
		I(id));
	envoi = db_insert(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le)"
		    " SELECT ?, id, email, 'envoye', UTC_TIMESTAMP() FROM contact WHERE id = ?"),
		I(id), I(benp));
	return envoi;
}

#define OF(column) \
	(int) db_int(&t, \
		SQL("SELECT l." column " FROM lettre l JOIN lettre_envoi v ON v.lettre_id = l.id" \
		    " WHERE v.id = ?"), \
		I(envoi))

static bool
is_error(void)
{
	return courriel_error(&t, benp) != NULL;
}

static bool
left(void)
{
	return db_int(&t,
		       SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"
			   " AND genre = 'lettre_info'"),
		       I(benp)) > 0;
}

static bool
take(const char *name, int64_t envoi)
{
	size_t n;
	char *bytes = came(name, envoi, &n);

	return rebond_take(&t, bytes, n);
}

TEST(rebonds_are_told_apart)
{
	DIR *dir = opendir("tests/rebonds");
	struct dirent *e;
	int all = 0, right = 0;

	while ((e = readdir(dir)) != NULL) {
		struct dsn_report d;
		size_t n;
		char *bytes;

		if (strstr(e->d_name, ".eml") == NULL)
			continue;
		bytes = came(e->d_name, 7, &n);
		dsn_read(&t.mem, bytes, n, &d);
		all++;
		if (strncmp(e->d_name, classes[d.what], strlen(classes[d.what])) == 0)
			right++;
		else
			printf("# %s: %s (%s %s)\n", e->d_name, classes[d.what], d.status, d.words);
	}
	closedir(dir);
	check(all >= 50);
	check(right * 100 >= all * 98);
}

/* All of them find whose letter it was; each sending is counted once. */
TEST(rebonds_find_the_sending)
{
	int64_t envoi = sent();
	DIR *dir = opendir("tests/rebonds");
	struct dirent *e;

	while ((e = readdir(dir)) != NULL)
		if (strstr(e->d_name, ".eml") != NULL &&
			take(e->d_name, envoi) != (strncmp(e->d_name, "none", 4) != 0)) {
			printf("# %s\n", e->d_name);
			check(!"finds the sending");
		}
	closedir(dir);
	check(OF("rebonds") + OF("plaintes") == 1);
}

TEST(rebonds_hard_mark_the_address_until_another)
{
	int64_t envoi = sent();

	check(take("delayed-postfix.eml", envoi) && !is_error() && OF("rebonds") == 0);
	check(take("hard-orange.eml", envoi) && is_error() && OF("rebonds") == 1);
	check(take("hard-orange.eml", envoi) && OF("rebonds") == 1);
	check(db_int(&t,
		      SQL("SELECT etat = 'rebond' AND erreur LIKE '%OFR_416%' FROM lettre_envoi"
			  " WHERE id = ?"),
		      I(envoi)) == 1);
	db_exec(&t, SQL("UPDATE contact SET email = 'autre@exemple.org' WHERE id = ?"), I(benp));
	check(!is_error());
}

TEST(rebonds_soft_are_counted_alone)
{
	int64_t envoi = sent();

	check(take("soft-orange-pleine.eml", envoi));
	check(!is_error() && OF("rebonds") == 1);
}

TEST(rebonds_complaints_leave_the_kind_and_write_nothing)
{
	int64_t envoi = sent();

	check(take("complaint-yahoo.eml", envoi));
	check(OF("plaintes") == 1 && OF("desinscrits") == 1 && left() && !is_error());
	check(take("complaint-yahoo.eml", envoi) && OF("plaintes") == 1);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM courriel")) == 0);
	check(lettre_sorte_take(&t, benp, "info") && !left());
}

TEST(rebonds_are_no_absences)
{
	int64_t envoi = sent();

	check(!take("none-absence-gmail.eml", envoi));
	check(!take("none-absence-outlook.eml", envoi));
	check(!take("none-quelquun.eml", envoi));
	check(OF("rebonds") == 0 && !is_error() && !left());
}

TEST(rebonds_of_nobody_change_nothing)
{
	int64_t envoi = sent();
	size_t n;
	char *bytes = came("hard-orange.eml", envoi + 1000, &n);

	check(rebond_take(&t, bytes, n));
	check(!rebond_take(&t, "", 0));
	for (char *s = bytes; (s = strstr(s, "rebonds+")) != NULL; s += 8)
		s[9] = s[9] == '0' ? '1' : '0';
	for (char *s = bytes; (s = strstr(s, "lettre.")) != NULL; s += 8)
		s[9] = s[9] == '0' ? '1' : '0';
	check(!rebond_take(&t, bytes, n));
	check(OF("rebonds") == 0);
}

/* Her answers quote the Message-ID of a letter: who got one could report that nobody is there, or
 * that she complains.  The link of her copy is known to her alone. */
TEST(rebonds_of_a_message_id_alone_mark_nobody)
{
	int64_t envoi = sent();
	size_t n;
	char *bytes = came("hard-orange.eml", envoi, &n), *body;

	for (char *s = bytes; (s = strstr(s, "rebonds+")) != NULL; s += 8)
		s[9] = s[9] == '0' ? '1' : '0';
	check(!rebond_take(&t, bytes, n));
	check(OF("rebonds") == 0 && !is_error());
	bytes = came("complaint-yahoo.eml", envoi, &n);
	for (char *s = bytes; (s = strstr(s, "rebonds+")) != NULL; s += 8)
		s[9] = s[9] == '0' ? '1' : '0';
	check(!rebond_take(&t, bytes, n) && OF("plaintes") == 0 && !left());
	body = strstr(bytes, "Bonjour,");
	check(body != NULL);
	bytes = at("%.*sPour ne plus recevoir : %s\n%s", (int) (body - bytes), bytes,
		lettre_lien(&t, envoi), body);
	check(rebond_take(&t, bytes, strlen(bytes)) && OF("plaintes") == 1 && left());
}

TEST(rebonds_a_mail_to_the_address_of_leaving_leaves)
{
	int64_t envoi = sent();
	char *mail = at("From: <benp@exemple.org>\nTo: <%s>\nSubject: x\nMessage-ID: <1@x>\n\n\n",
		lettre_adieu(&t, envoi));

	check(rebond_take(&t, mail, strlen(mail)));
	check(left() && OF("desinscrits") == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre = 'desinscription_faite'"
			  " AND contact_id = ?"),
		      I(benp)) == 1);
	mail = at("From: <x@exemple.org>\nTo: <%s>\nAuto-Submitted: auto-replied\n\n\n",
		lettre_adieu(&t, envoi));
	check(!rebond_take(&t, mail, strlen(mail)));
}

/* The answer goes to the shared box of the staff, as her own demand. */
TEST(rebonds_an_answer_is_a_demand_to_the_siege)
{
	int64_t envoi = sent();
	char *mail;

	conf.mail_reply = "reponse@example.org";
	mail = at("From: <%s>\nTo: <%s>\nSubject: Re: Le S\nMessage-ID: <2@x>\n\nMerci pour"
		  " la lettre\n",
		db_string(&t, SQL("SELECT email FROM contact WHERE id = ?"), I(benp)),
		lettre_reponse(&t, envoi));
	check(!rebond_take(&t, mail, strlen(mail)));
	check(reponse_take(&t, mail, strlen(mail)) == REPONSE_PRISE);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM siege_demande d JOIN objet o"
			  " ON o.id = d.conversation_id JOIN message m ON m.conversation_id = o.id"
			  " WHERE d.demandeur_id = ? AND o.titre = 'Re\u00A0: Le Sénat a voté'"
			  " AND m.texte LIKE 'Merci%'"),
		      I(benp)) == 1);
	mail = at("From: <autre@example.org>\nTo: <%s>\nSubject: Re: x\nMessage-ID: <3@x>\n\nOui\n",
		lettre_reponse(&t, envoi));
	check(reponse_take(&t, mail, strlen(mail)) == REPONSE_REFUSEE);
	check(OF("reponses") == 1);
	conf.mail_reply = NULL;
}

/* Another program that does nothing else, where it decides, says the same of each. */
TEST(rebonds_are_told_apart_as_sisimai_does)
{
	FILE *f = popen("perl tests/rebonds/oracle.pl", "r");
	char name[100], what[20];
	int all = 0, same = 0;

	while (fscanf(f, "%99s %19s", name, what) == 2) {
		struct dsn_report d;
		size_t n;
		char *bytes = came(name, 7, &n);

		dsn_read(&t.mem, bytes, n, &d);
		all += *what != '-';
		same += strcmp(what, classes[d.what]) == 0;
		if (*what != '-' && strcmp(what, classes[d.what]) != 0)
			printf("# %s: %s, Sisimai %s\n", name, classes[d.what], what);
	}
	check(pclose(f) == 0);
	check(all >= 50 && same * 100 >= all * 98);
}

TEST(rebonds_words_of_a_session_are_read_by_the_same_table)
{
	check(dsn_nobody(550, "550 5.1.1 <a@b>: Recipient address rejected: User unknown"));
	check(dsn_nobody(550, "550 no such user"));
	check(dsn_nobody(550, "550 5.4.1 Recipient address rejected: Access denied."));
	check(!dsn_nobody(550, "550 5.7.1 blocked using zen.example"));
	check(!dsn_nobody(552, "552 5.2.2 Mailbox full"));
	check(!dsn_nobody(554, "554 refused"));
	check(!dsn_nobody(450, "450 5.1.1 user unknown"));
}
