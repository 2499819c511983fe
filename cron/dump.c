/* dump.c - essaim-dump: the whole site as a folder of open formats, read again before it is relied
 * upon, and copied to a second place; with --verify, whether such a folder is as it was written
 *
 * Exit status: 0 done, 1 failed or wrong, 2 configuration.
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/options.h"
#include "db/lock.h"
#include "domain/crm/alarme.h"
#include "domain/sauvegarde/ailleurs.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"
#include "domain/sauvegarde/effacements.h"
#include "domain/sauvegarde/veille.h"
#include "domain/socle/identite.h"
#include "domain/socle/operation.h"

static int
verify(struct req *r, const char *path)
{
	const char *wrong = dossier_wrong(&r->mem, path);

	if (wrong != NULL)
		fprintf(stderr, "essaim-dump: %s: %s\n", path, wrong);
	else
		printf("dump: %s is as it was written\n", path);
	return wrong != NULL;
}

/* Tell who administers, and write it down; the number of what was written. */
static int64_t
end(struct req *r, const struct bilan *b, int64_t ms, const char *wrong)
{
	int64_t id;

	db_begin(false);
	if (wrong != NULL)
		alarme_sauvegarde(r, b->nom, wrong);
	id = dump_note(r, b, ms, wrong);
	db_commit();
	return id;
}

/* The dump of the night goes to the second place too; what fails there takes nothing from what is
 * here, and is told once, as is that it works again. */
static int
copy_elsewhere(struct req *r, const struct bilan *b, int64_t id)
{
	int64_t began = clock_ms();
	const char *wrong = ailleurs_copy(r, conf.dump_folder, b->nom);

	db_begin(false);
	dump_copied(r, id, wrong);
	veille_copie(r, b->nom, wrong);
	db_commit();
	printf("dump: second place %s%s ms=%" PRId64 "\n",
		wrong != NULL ? "ALARM: " : "has an encrypted copy", wrong != NULL ? wrong : "",
		clock_ms() - began);
	return wrong != NULL;
}

static int
write_one(struct req *r, const char *folder, bool nightly)
{
	int64_t began, ms, id;
	struct bilan b;
	const char *broken, *wrong;
	int status;

	operation_begin(r, "essaim-dump");
	began = clock_ms();
	effacements_write(r, folder);
	if (conf.dump_folder != NULL && strcmp(folder, conf.dump_folder) == 0)
		dump_keep(r, folder); /* what another folder holds is somebody's own */
	dump_write(r, folder, &b);
	ms = clock_ms() - began;
	broken = dossier_wrong(&r->mem, arena_printf(&r->mem, "%s/%s", folder, b.nom));
	wrong = broken != NULL ? "Relue, elle n’est pas ce qui a été écrit." : dump_alarm(r, &b);
	id = end(r, &b, ms, wrong);
	printf("dump: %s/%s tables=%" PRId64 " rows=%" PRId64 " files=%" PRId64 " missing=%" PRId64
	       " bytes=%" PRId64 " ms=%" PRId64 "%s\n",
		folder, b.nom, b.tables, b.rows, b.files, b.missing, b.bytes, ms,
		wrong != NULL ? " ALARM" : "");
	status = wrong != NULL;
	if (nightly && conf.dump_second != NULL && broken == NULL)
		status |= copy_elsewhere(r, &b, id);
	return status;
}

int
main(int argc, char **argv)
{
	static const char *out, *path;
	static const struct choice known[] = { { "out", .word = &out }, { "verify", .word = &path },
		{ 0 } };
	static struct req r;
	int status = 2;

	options_read(argc, argv, known, 0, "usage: essaim-dump [--out DIR | --verify DIR]\n");
	req_init(&r);
	if (path != NULL)
		return verify(&r, path);
	conf_load();
	if (out == NULL && (out = conf.dump_folder) == NULL) {
		fprintf(stderr, "essaim-dump: --out DIR or dump.folder is wanted\n");
		return 2;
	}
	db_patient();
	if (out == conf.dump_folder && site_muet(&r)) { /* who names a folder wants it */
		printf("dump: this is a restored copy: nothing is dumped before essaim-admin site"
		       " resume\n");
		status = 0;
	} else if (out == conf.dump_folder && !lock_take(&r, "dump", 0)) {
		printf("dump: another one is at work\n");
		status = 0;
	} else {
		status = write_one(&r, out, out == conf.dump_folder);
	}
	db_close();
	arena_reset(&r.mem);
	return status;
}
