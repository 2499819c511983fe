/* machine.c - essaim-admin site NAME ...: the script etc/site, which makes users, databases, units
 * and nginx's files from what was installed beside it
 */

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commande.h"
#include "base/conf.h"

#ifndef SYSCONFDIR
#	define SYSCONFDIR "/etc"
#endif

const char *const machine_usage =
	"essaim-admin site create NAME --url URL\n\ta site of its own on this machine, as root\n"
	"essaim-admin site list | suspend NAME | start NAME | delete NAME [--yes NAME]\n"
	"\tthe sites of this machine, as root; a deleted one leaves a verified dump\n"
	"essaim-admin site hold | upgrade | rollback NAME\n"
	"\tbefore new programs come, once they are there, and back to those of before\n";

/* Becomes the script where ARGV is a command of it, which has a word more than that of one site:
 * returns otherwise. */
void
machine_command(int argc, char **argv)
{
	static const char *const ours[] = { "create", "list", "suspend", "start", "delete", "hold",
		"upgrade", "rollback" };
	char self[4096];
	ssize_t n;

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
		if (argc < 3 || strcmp(argv[1], "site") != 0 || strcmp(argv[2], ours[i]) != 0 ||
			(i == 0 && argc == 3))
			continue;
		if ((n = readlink("/proc/self/exe", self, sizeof self - 1)) < 0)
			n = 0;
		self[n] = '\0';
		setenv("ESSAIM_LIBEXEC", dirname(self), 0);
		setenv("ESSAIM_SYSCONF", SYSCONFDIR, 0);
		argv[1] = (char *) conf_data("etc/site");
		execv(argv[1], argv + 1);
		perror(argv[1]);
		exit(2);
	}
}
