/* lieu_s3.c - a second place that is a bucket
 *
 * What is signed is known before it is sent: the sealed copy waits in a file without a name beside
 * the dumps.  The store compares what it gets with the SHA-256 that was signed.
 */

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/fault.h"
#include "domain/sauvegarde/lieu.h"
#include "net/store_s3.h"

static bool
begin(struct copie *c)
{
	if (conf.dump_second_key == NULL)
		return copie_fails(c, "dump.second_key: a file with KEY:SECRET is wanted");
	c->fd = open(conf.dump_folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	return c->fd >= 0 || copie_fails(c, strerror(errno));
}

/* NOTED are older: the newest COPIES, with this one, stay. */
static void
send(struct copie *c, long copies)
{
	s3_elsewhere(conf.dump_second, conf.dump_second_key);
	s3_put(c->mem, c->name, c->fd);
	for (long i = 0; c->noted[i] != NULL; i++)
		if (i + 1 >= copies)
			s3_drop(c->mem, c->noted[i]);
}

static bool
end(struct copie *c, const char *sha256, long copies)
{
	jmp_buf here, *outer = fault_catcher;
	volatile bool well = false;

	(void) sha256; /* what is signed is read from the same file */
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		send(c, copies);
		well = true;
	}
	fault_catcher = outer;
	s3_elsewhere(NULL, NULL);
	close(c->fd);
	c->fd = -1;
	return well || copie_fails(c, fault_message);
}

static void
give_up(struct copie *c)
{
	if (c->fd >= 0)
		close(c->fd);
}

const struct lieu lieu_s3 = { "s3://", begin, copie_put, end, give_up };
