/* entrant_fichier.c - the files of a mail: named, bounded, told from the logos of signatures */

#include <string.h>
#include <strings.h>

#include "base/charset.h"
#include "base/image.h"
#include "base/redact.h"
#include "base/text.h"
#include "net/entrant_partie.h"

enum {
	JOINT_MAX = 25 << 20,
	LOGO_SIDE = 160,    /* points of the shorter side */
	LOGO_BYTES = 10000, /* or as light as that */
};

/* Endings for files that have no name. */
static const struct {
	const char *type, *ending;
} endings[] = { { "image/jpeg", "jpg" }, { "image/jpg", "jpg" }, { "image/png", "png" },
	{ "image/gif", "gif" }, { "image/webp", "webp" }, { "image/heic", "heic" },
	{ "image/heif", "heic" }, { "image/svg+xml", "svg" }, { "application/pdf", "pdf" },
	{ "text/calendar", "ics" }, { "text/vcard", "vcf" }, { "text/x-vcard", "vcf" },
	{ "text/directory", "vcf" }, { "text/csv", "csv" }, { "text/html", "html" },
	{ "text/rtf", "rtf" }, { "application/rtf", "rtf" }, { "text/plain", "txt" },
	{ "application/zip", "zip" }, { "audio/mpeg", "mp3" }, { "audio/mp4", "m4a" },
	{ "audio/x-m4a", "m4a" }, { "audio/ogg", "ogg" }, { "video/mp4", "mp4" },
	{ "video/webm", "webm" }, { "video/quicktime", "mov" } };

/* What programs add to a mail for other programs: nobody sent that. */
static const char *const machine[] = { "application/pgp-signature", "application/pkcs7-signature",
	"application/x-pkcs7-signature", "application/applefile", NULL };

static const struct {
	const char *type, *why;
} unreadable[] = {
	{ "application/ms-tnef",
		"Outlook a enfermé le texte ou les fichiers dans un format que lui seul lit\u00A0:"
		" renvoyez-les au format HTML." },
	{ "application/vnd.ms-tnef",
		"Outlook a enfermé le texte ou les fichiers dans un format que lui seul lit\u00A0:"
		" renvoyez-les au format HTML." },
	{ "application/pkcs7-mime",
		"Ce contenu est chiffré ou scellé\u00A0: renvoyez-le sans chiffrement." },
	{ "application/x-pkcs7-mime",
		"Ce contenu est chiffré ou scellé\u00A0: renvoyez-le sans chiffrement." },
};

static const char *
type_of(struct walk *w, GMimePart *part)
{
	GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
	char *s = g_mime_content_type_get_mime_type(type), *copy;

	copy = arena_strdup(w->mem, s != NULL ? s : "");
	g_free(s);
	for (char *c = copy; *c != '\0'; c++)
		*c = *c >= 'A' && *c <= 'Z' ? (char) (*c + 'a' - 'A') : *c;
	return copy;
}

/* A name for a file, ending with ENDING where it has none (NULL: leave it so): without folders,
 * addresses of ours, or anything that a name cannot hold. */
const char *
partie_clean_name(struct walk *w, const char *raw, const char *ending)
{
	char *name = charset_text(w->mem, raw, strlen(raw), NULL), *dot;
	size_t dots;

	for (char *s = name; *s != '\0'; s++)
		if (*s == '/' || *s == '\\')
			name = s + 1;
	name = arena_strdup(w->mem, redact(w->mem, name, ""));
	for (char *s = name; *s != '\0'; s++)
		if ((unsigned char) *s < ' ')
			*s = ' ';
	name = text_trim(w->mem, name);
	dots = strspn(name, ".");
	if (name[dots] == '\0' || (dots > 0 && strchr(name + dots, '.') == NULL))
		name = arena_printf(w->mem, "piece-jointe-%u%s", w->mail->n_joints + 1,
			name[dots] != '\0' ? name + dots - 1 : "");
	dot = strrchr(name, '.');
	if (ending == NULL || (dot != NULL && strlen(dot) <= 5 && strchr(dot, ' ') == NULL))
		return name;
	return arena_printf(w->mem, "%s.%s", name, ending);
}

/* How that file is called; one that has no name, or no ending, gets it from its type. */
const char *
partie_name(struct walk *w, GMimePart *part)
{
	const char *raw = g_mime_part_get_filename(part), *type = type_of(w, part), *ending = NULL;

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strcmp(endings[i].type, type) == 0)
			ending = endings[i].ending;
	return partie_clean_name(w, raw != NULL ? raw : "", ending);
}

/* The content, decoded; NULL: there is none. */
char *
partie_bytes(struct walk *w, GMimePart *part, size_t *n)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *memory;
	GByteArray *bytes;
	char *copy;

	if (content == NULL)
		return NULL;
	memory = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, memory);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
	*n = bytes->len;
	copy = arena_alloc(w->mem, *n + 1);
	memcpy(copy, bytes->data != NULL ? (char *) bytes->data : "", *n);
	copy[*n] = '\0';
	g_object_unref(memory);
	return copy;
}

void
partie_joint(struct walk *w, const char *nom, char *bytes, size_t n)
{
	if (w->mail->n_joints >= MAIL_IN_JOINTS) {
		partie_lost(w, nom,
			"Vingt fichiers au plus dans un courriel\u00A0: envoyez le reste ensuite.");
		return;
	}
	if (memchr(bytes, '\0', n) == NULL) {
		bytes = redact(w->mem, bytes, RETIRE);
		n = strlen(bytes);
	}
	w->mail->joints[w->mail->n_joints++] = (struct joint) { nom, bytes, n };
}

/* Keep a file, or say why it is not. */
void
partie_file(struct walk *w, GMimePart *part)
{
	const char *type = type_of(w, part), *name;
	size_t n = 0;
	char *bytes;

	for (int i = 0; machine[i] != NULL; i++)
		if (strcmp(type, machine[i]) == 0)
			return;
	if (strcmp(type, "message/disposition-notification") == 0 ||
		strcmp(type, "message/delivery-status") == 0) {
		w->mail->automatic = w->mail->automatic || w->depth <= 2; /* not one forwarded */
		return;
	}
	name = partie_name(w, part);
	for (size_t i = 0; i < sizeof unreadable / sizeof *unreadable; i++)
		if (strcmp(type, unreadable[i].type) == 0) {
			partie_lost(w, name, unreadable[i].why);
			return;
		}
	bytes = partie_bytes(w, part, &n);
	if (bytes == NULL || n == 0)
		partie_lost(w, name, "Ce fichier est arrivé vide\u00A0: joignez-le de nouveau.");
	else if (n > JOINT_MAX)
		partie_lost(w, name, "Ce fichier est trop lourd\u00A0: 25 Mo au plus.");
	else
		partie_joint(w, name, bytes, n);
}

static bool
is_small(struct walk *w, GMimePart *part)
{
	size_t n = 0;
	char *bytes = partie_bytes(w, part, &n);
	const char *type = type_of(w, part);
	enum image_kind kind = strcmp(type, "image/png") == 0 ? IMAGE_PNG :
		strcmp(type, "image/gif") == 0                ? IMAGE_GIF :
		strcmp(type, "image/webp") == 0               ? IMAGE_WEBP :
								IMAGE_JPEG;
	struct image image = { 0 };

	if (bytes == NULL || n <= LOGO_BYTES)
		return true;
	image_clean(kind, (uint8_t *) bytes, n, arena_alloc(w->mem, n + IMAGE_ROOM), &image);
	return image.width > 0 && (image.width <= LOGO_SIDE || image.height <= LOGO_SIDE);
}

/* Is that picture of a page of HTML, whose answer is KEPT, the dressing of it (a logo), or does it
 * belong to what is quoted?  What Gmail calls ii_... was put there by who writes, and so was what
 * stands ALONE. */
bool
partie_is_logo(struct walk *w, GMimePart *part, const char *kept, bool alone)
{
	const char *id = g_mime_object_get_content_id(GMIME_OBJECT(part));

	if (id == NULL ||
		strcasestr(w->raw.n > 0 ? w->raw.s : "", arena_printf(w->mem, "cid:%s", id)) ==
			NULL)
		return false;
	if (strcasestr(kept, arena_printf(w->mem, "cid:%s", id)) == NULL)
		return true;
	return !alone && strncmp(id, "ii_", 3) != 0 && is_small(w, part);
}
