/* xlsx_strings.c - the strings that the cells of a workbook share: on the disk, mapped */

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/scratch.h"
#include "base/xlsx_part.h"

enum { STRINGS_MAX = 256 << 20, STRING_MAX = 1 << 20, COUNT_MAX = 10000000 };

struct map {
	void *at;
	size_t size;
};

struct strings {
	FILE *texts, *starts; /* texts ended by NUL; where each begins */
	struct map text_map, start_map;
	uint64_t n, size;
};

static void
unmap(struct map *m)
{
	if (m->at != NULL)
		munmap(m->at, m->size);
}

static void
release(void *thing)
{
	struct strings *s = thing;

	if (s->texts != NULL)
		fclose(s->texts);
	if (s->starts != NULL)
		fclose(s->starts);
	unmap(&s->text_map);
	unmap(&s->start_map);
}

static FILE *
scratch_file(struct arena *mem, const char *tmpdir)
{
	FILE *f = fdopen(dup(scratch_open(mem, tmpdir)), "w");

	if (f == NULL)
		fault_down("xlsx: no temporary file");
	return f;
}

static void
write_all(struct strings *s, FILE *to, const void *bytes, size_t n)
{
	if (fwrite(bytes, 1, n, to) != n)
		fault_down("xlsx: the temporary file is full");
	if (to == s->texts)
		s->size += n;
}

static void
map(FILE *f, size_t size, struct map *m)
{
	if (fflush(f) != 0)
		fault_down("xlsx: the temporary file is full");
	if (size == 0)
		return;
	m->size = size;
	m->at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fileno(f), 0);
	if (m->at == MAP_FAILED) {
		m->at = NULL;
		fault_down("xlsx: no memory map");
	}
}

/* One <si>: its texts one after the other, but how they are pronounced. */
static void
one_string(struct strings *s, struct part *p)
{
	bool spoken = false, in_text = false;
	const char *text;
	size_t n = 0;

	write_all(s, s->starts, &s->size, sizeof s->size);
	s->n++;
	while (!part_ends(p, "si") && part_next(p)) {
		if (part_starts(p, "rPh"))
			spoken = true;
		if (part_ends(p, "rPh"))
			spoken = false;
		if (part_starts(p, "t"))
			in_text = true;
		if (part_ends(p, "t"))
			in_text = false;
		if (in_text && !spoken && part_text(p, &text) && n < STRING_MAX) {
			write_all(s, s->texts, text, strlen(text));
			n += strlen(text);
		}
	}
	write_all(s, s->texts, "", 1);
}

/* The shared strings of the workbook, in that part.  NULL: what is there makes no sense. */
struct strings *
strings_read(struct arena *mem, zip_t *zip, const char *name, const char *tmpdir)
{
	struct strings *s = arena_alloc(mem, sizeof *s);
	struct part *p = part_open(mem, zip, name, STRINGS_MAX);

	*s = (struct strings) { .n = 0 };
	if (p == NULL)
		return s;
	arena_own(mem, s, release);
	s->texts = scratch_file(mem, tmpdir);
	s->starts = scratch_file(mem, tmpdir);
	while (s->n < COUNT_MAX && part_next(p))
		if (part_starts(p, "si"))
			one_string(s, p);
	if (p->broken)
		return NULL;
	map(s->texts, s->size, &s->text_map);
	map(s->starts, s->n * sizeof s->size, &s->start_map);
	return s;
}

/* String number N; "" when there is none. */
const char *
strings_at(const struct strings *s, uint64_t n)
{
	const uint64_t *starts = s->start_map.at;

	return n < s->n ? (const char *) s->text_map.at + starts[n] : "";
}
