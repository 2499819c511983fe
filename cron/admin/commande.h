/* commande.h - the commands of essaim-admin that have a file of their own
 *
 * Each gets the words after its name; it returns the exit status, or USAGE when what it was given
 * makes no sense.
 */
#ifndef COMMANDE_H
#define COMMANDE_H

#include "db/db.h"

enum { USAGE = -1 };

extern struct admin_options {
	bool dry_run, password_stdin;
	const char *format, *out;
} options;

/* comptes.c */
int admin_account_create(struct req *, char **argv);
int admin_account_role(struct req *, char **argv);
int admin_account_factor(struct req *, char **argv);

/* admin.c */
int admin_migrate(struct req *, char **argv);

/* journal.c */
int admin_journal_check(struct req *);
int admin_journal_verify(struct req *, char **argv);
int admin_journal_keep(struct req *, char **argv);

/* site.c */
int admin_site_create(struct req *, char **argv);
int admin_site_resume(struct req *, char **argv);
int admin_site_join(struct req *, char **argv);

/* machine.c */
extern const char *const machine_usage;
void machine_command(int argc, char **argv);

#endif
