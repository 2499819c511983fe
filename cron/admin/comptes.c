/* comptes.c - essaim-admin account: who may enter by a password, who administers */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "commande.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/compte/compte.h"
#include "domain/compte/facteur.h"
#include "domain/socle/journal.h"

static int64_t
the_person(struct req *r, const char *email)
{
	struct compte_personne people[PERSONNES];
	int n = compte_people(r, email, people);

	if (n == 0)
		fprintf(stderr,
			"account: nobody with that address may enter; access comes from the CRM\n");
	if (n > 1)
		fprintf(stderr,
			"account: %d people share that address: let them use /inscription\n", n);
	return n == 1 ? people[0].id : 0;
}

/* The password on the first line of standard input; NULL, with a sentence, when it is refused. */
static const char *
password_line(struct req *r, int64_t contact_id)
{
	char line[1024] = "";
	const char *why;

	if (fgets(line, sizeof line, stdin) != NULL)
		line[strcspn(line, "\r\n")] = '\0';
	if ((why = compte_refused(r, contact_id, line)) != NULL) {
		fprintf(stderr, "account: %s\n", why);
		return NULL;
	}
	return arena_strdup(&r->mem, line);
}

int
admin_account_create(struct req *r, char **argv)
{
	const char *password = NULL;
	int64_t id;
	bool made;

	if ((id = the_person(r, argv[0])) == 0 ||
		(options.password_stdin && (password = password_line(r, id)) == NULL))
		return 1;
	db_begin(false);
	made = compte_create(r, id);
	if (made)
		journal(r, "compte.cree", id, NULL, NULL);
	if (password != NULL) {
		compte_password(r, id, password);
		journal(r, "compte.mot_de_passe", id, NULL, NULL);
	}
	db_commit();
	printf("account: contact=%" PRId64 " %s%s\n", id, made ? "created" : "already there",
		password != NULL ? ", password set" : "");
	return 0;
}

int
admin_account_role(struct req *r, char **argv)
{
	bool admin = strcmp(argv[1], "admin") == 0;
	int64_t id;

	if (!admin && strcmp(argv[1], "none") != 0)
		return USAGE;
	if ((id = the_person(r, argv[0])) == 0)
		return 1;
	db_begin(false);
	compte_create(r, id);
	if (db_exec(r,
		    SQL("UPDATE compte SET role = ?, role_le = UTC_TIMESTAMP()"
			" WHERE contact_id = ?"),
		    S(admin ? "admin" : ""), I(id)) > 0) {
		acces_contact(r, id);
		journal(r, "compte.role", id, json_made(&r->mem, JS("role", admin ? "" : "admin")),
			json_made(&r->mem, JS("role", admin ? "admin" : "")));
	}
	db_commit();
	if (admin && db_int(r, SQL("SELECT acces FROM contact WHERE id = ?"), I(id)) != 3)
		fprintf(stderr,
			"account: the role takes effect once the CRM says that this person is"
			" staff\n");
	printf("account: contact=%" PRId64 " role=%s\n", id, argv[1]);
	return 0;
}

/* For who lost both the telephone and the recovery codes. */
int
admin_account_factor(struct req *r, char **argv)
{
	int64_t id;

	if (strcmp(argv[1], "none") != 0)
		return USAGE;
	if ((id = the_person(r, argv[0])) == 0)
		return 1;
	db_begin(false);
	facteur_drop(r, id);
	journal(r, "compte.second_facteur_retire", id, NULL, NULL);
	db_commit();
	printf("account: contact=%" PRId64 " without second factor\n", id);
	return 0;
}
