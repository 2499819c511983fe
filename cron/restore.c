/* restore.c - essaim-restore DIR: a site from a dump, into an empty base; it writes to nobody
 * before an operator says that it is the site
 */

#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/db.h"
#include "domain/sauvegarde/dump.h"
#include "domain/sauvegarde/effacements.h"

int
main(int argc, char **argv)
{
	static const char usage[] = "usage: essaim-restore DIR\n";
	static const struct choice known[] = { { 0 } };
	static struct req r;
	int at = options_read(argc, argv, known, 1, usage);
	int64_t began = clock_ms();
	struct bilan b;
	const char *wrong;
	int64_t again = -1;

	if (at >= argc) {
		fputs(usage, stderr);
		return 2;
	}
	conf_load();
	req_init(&r);
	db_patient();
	wrong = dump_restore(&r, argv[at], &b);
	if (wrong == NULL)
		again = effacements_beside(&r, argv[at]);
	if (wrong != NULL)
		fprintf(stderr, "essaim-restore: %s: %s\n", argv[at], wrong);
	else
		printf("restore: tables=%" PRId64 " rows=%" PRId64 " files=%" PRId64 " ms=%" PRId64
		       "\nThis copy writes to nobody: no mail, no sync, no dump. When it is to be"
		       " the site: essaim-admin site resume\n",
			b.tables, b.rows, b.files, clock_ms() - began);
	if (again < 0 && wrong == NULL)
		printf("Nothing says who was erased since: when the site that was dumped still has"
		       " dump.folder/effacements, essaim-admin erasure replay FILE\n");
	else if (wrong == NULL)
		printf("restore: erased again=%" PRId64 "\n", again);
	db_close();
	arena_reset(&r.mem);
	return wrong != NULL;
}
