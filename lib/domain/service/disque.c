/* disque.c - room on the disks that the site stands on: base, files, dumps, logs, counts */

#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/conf.h"
#include "domain/service/disque.h"

/* OURS: our programs write there themselves. */
static void
look(struct disque *d, const char *folder, bool ours)
{
	struct statvfs v;
	int used;

	if (folder == NULL || *folder == '\0')
		return;
	if (ours && access(folder, W_OK) != 0)
		d->closed = folder;
	if (statvfs(folder, &v) != 0 || v.f_blocks == 0)
		return;
	if (v.f_flag & ST_RDONLY)
		d->closed = folder;
	/* as df says it: what is kept for root is no room */
	used = (int) ((v.f_blocks - v.f_bfree) * 100 / (v.f_blocks - v.f_bfree + v.f_bavail + 1));
	if (used < d->used)
		return;
	d->used = used;
	d->free_bytes = (int64_t) (v.f_bavail * v.f_frsize);
}

/* The fullest. */
struct disque
disque_worst(struct req *r)
{
	struct disque d = { .used = -1 };
	const char *store = conf.store_url;

	if (conf.db_socket != NULL) /* else it is another machine's */
		look(&d, db_string(r, SQL("SELECT @@datadir")), false);
	if (store != NULL && strncmp(store, "file://", 7) == 0)
		look(&d, store + 7, true);
	look(&d, conf.dump_folder, true);
	look(&d, conf.log_folder, true);
	look(&d, conf.service_folder, true);
	return d;
}
