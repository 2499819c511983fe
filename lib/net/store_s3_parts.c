/* store_s3_parts.c - a large content, sent to a bucket in parts (multipart upload)
 *
 * The store puts them together once all are there.  When anything fails it is told to forget those
 * that it has: nothing stays under the name, and nothing is paid for.
 */

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "net/store_s3_ask.h"

enum { PARTS = 10000 /* at most */, SAID = 4096 };

off_t s3_part_bytes = (off_t) 100 << 20;

/* What the store says to METHOD of PLACE with QUERY, sent what TEXT is; its beginning. */
static const char *
say(struct arena *a, const char *method, const char *place, const char *query, const char *text)
{
	struct asked q = { method, place, query, .from = scratch_open(a, "/tmp"),
		.size = (off_t) strlen(text), .into = scratch_open(a, "/tmp") };
	char *said = arena_alloc(a, SAID);
	ssize_t n;

	scratch_write(q.from, text, strlen(text));
	if (s3_ask(a, &q) / 100 != 2)
		fault_store("the store of files does not take a content in parts");
	n = pread(q.into, said, SAID - 1, 0);
	said[n > 0 ? n : 0] = '\0';
	return said;
}

/* The number of a new upload, as an address wants it. */
static const char *
upload_id(struct arena *a, const char *place)
{
	const char *said = say(a, "POST", place, "uploads=", "");
	const char *at = strstr(said, "<UploadId>"), *end = at != NULL ? strchr(at + 1, '<') : NULL;
	struct buffer b = { a };

	if (end == NULL)
		fault_store("the store of files does not say the number of an upload");
	for (at += strlen("<UploadId>"); at < end; at++)
		buffer_puts(&b,
			arena_printf(a,
				strchr("-._~", *at) != NULL || (*at >= '0' && *at <= '9') ||
						(*at >= 'A' && *at <= 'Z') ||
						(*at >= 'a' && *at <= 'z') ?
					"%c" :
					"%%%02X",
				(unsigned char) *at));
	return buffer_text(&b);
}

/* All of FD, part after part; what the store is told at the end, in A. */
static const char *
send_all(struct arena *a, const char *place, const char *id, int fd, off_t size)
{
	off_t each = size / PARTS + 1 > s3_part_bytes ? size / PARTS + 1 : s3_part_bytes;
	struct buffer all = { a };
	int n = 0;

	buffer_puts(&all, "<CompleteMultipartUpload>");
	for (off_t first = 0; first < size; first += each) {
		char etag[S3_ETAG] = "";
		struct asked q = { "PUT", place, .from = fd, .first = first, .into = -1,
			.etag = etag };

		q.size = size - first < each ? size - first : each;
		q.query = arena_printf(a, "partNumber=%d&uploadId=%s", ++n, id);
		if (s3_ask(a, &q) / 100 != 2 || *etag == '\0')
			fault_store("the store of files does not take part %d", n);
		buffer_puts(&all,
			arena_printf(a, "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>",
				n, etag));
	}
	buffer_puts(&all, "</CompleteMultipartUpload>");
	return buffer_text(&all);
}

/* The store forgets the parts that it has.  That it does not is no worse than what failed. */
static void
give_up(struct arena *a, const char *place, const char *query)
{
	jmp_buf here, *outer = fault_catcher;

	fault_catcher = &here;
	if (setjmp(here) == 0)
		s3_ask(a, &(struct asked) { "DELETE", place, query, .from = -1, .into = -1 });
	fault_catcher = outer;
}

/* Keep the SIZE bytes of FD under that name: there whole, or not at all. */
void
s3_put_parts(struct arena *a, const char *place, int fd, off_t size)
{
	const char *id = upload_id(a, place), *query = arena_printf(a, "uploadId=%s", id), *said;
	jmp_buf here, *outer = fault_catcher;
	char why[sizeof fault_message];

	fault_catcher = &here;
	if (setjmp(here) == 0) {
		said = say(a, "POST", place, query, send_all(a, place, id, fd, size));
		if (strstr(said, "CompleteMultipartUploadResult") == NULL)
			fault_store("the store of files does not put the parts together");
		fault_catcher = outer;
		return;
	}
	fault_catcher = outer;
	memcpy(why, fault_message, sizeof why);
	give_up(a, place, query);
	fault_store("%s", why);
}
