/* preuve_commande.c - essaim-admin erasure verify: is somebody named anywhere still?  What she was
 * called comes on standard input, a line each, and is written nowhere
 */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "domain/vie/preuve.h"

static void
tell(struct req *r, const struct preuve *p)
{
	json_object *where = json_whole(&r->mem, p->ou, strlen(p->ou));

	for (size_t i = 0; where != NULL && i < json_object_array_length(where); i++) {
		json_object *one = json_object_array_get_idx(where, i);

		printf("%s rows=%" PRId64 "%s\n", json_text(one, "ou"),
			json_object_get_int64(json_member(one, "n")),
			json_object_get_int64(json_member(one, "garde")) != 0 ?
				" (the association's own word)" :
				"");
	}
	printf("erasure: tables=%" PRId64 " columns=%" PRId64 " files=%" PRId64 " found=%" PRId64
	       "\n",
		p->tables, p->colonnes, p->fichiers, p->places);
}

/* 0: nowhere; 1: somewhere. */
int
preuve_command(struct req *r, char **argv)
{
	struct buffer all = { &r->mem };
	struct traces words;
	struct preuve p;
	char line[1024];

	(void) argv;
	while (fgets(line, sizeof line, stdin) != NULL)
		buffer_puts(&all, line);
	preuve_words(r, buffer_text(&all), &words);
	preuve_scan(r, &words, &p);
	tell(r, &p);
	return p.places > 0;
}
