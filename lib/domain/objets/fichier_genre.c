/* fichier_genre.c - which files are taken: the ending of the name and the content must agree */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <magic.h>

#include "base/fault.h"
#include "domain/objets/fichier_genre.h"

#define ZIP "application/zip application/octet-stream "
#define OLE "application/x-ole-storage application/CDFV2 application/octet-stream "
#define OOXML "application/vnd.openxmlformats-officedocument."
#define ODF "application/vnd.oasis.opendocument."
#define PLAIN "text/* application/json application/csv application/octet-stream "
#define NOTHING_RUNS "application/octet-stream"

/* SVG and pages of the web are kept, and never opened here: no browser runs octets. */
static const struct fichier_genre genres[] = {
	{ "jpg", "image/jpeg", "image/jpeg", "JPEG", IMAGE_JPEG },
	{ "jpeg", "image/jpeg", "image/jpeg", "JPEG", IMAGE_JPEG },
	{ "png", "image/png", "image/png", "PNG", IMAGE_PNG },
	{ "webp", "image/webp", "image/webp", "WebP", IMAGE_WEBP },
	{ "gif", "image/gif", "image/gif", "GIF", IMAGE_GIF },
	{ "svg", "image/svg+xml text/*", NOTHING_RUNS, "SVG", IMAGE_NONE },
	{ "html", "text/*", NOTHING_RUNS, "HTML", IMAGE_NONE },
	{ "htm", "text/*", NOTHING_RUNS, "HTML", IMAGE_NONE },
	{ "pdf", "application/pdf", "application/pdf", "PDF", IMAGE_NONE },
	{ "docx", ZIP OOXML "wordprocessingml.document", OOXML "wordprocessingml.document", "Word",
		IMAGE_NONE },
	{ "xlsx", ZIP OOXML "spreadsheetml.sheet", OOXML "spreadsheetml.sheet", "Excel",
		IMAGE_NONE },
	{ "pptx", ZIP OOXML "presentationml.presentation", OOXML "presentationml.presentation",
		"PowerPoint", IMAGE_NONE },
	{ "odt", ZIP ODF "text", ODF "text", "OpenDocument", IMAGE_NONE },
	{ "ods", ZIP ODF "spreadsheet", ODF "spreadsheet", "OpenDocument", IMAGE_NONE },
	{ "odp", ZIP ODF "presentation", ODF "presentation", "OpenDocument", IMAGE_NONE },
	{ "odg", ZIP ODF "graphics", ODF "graphics", "OpenDocument", IMAGE_NONE },
	{ "doc", OLE "application/msword", "application/msword", "Word", IMAGE_NONE },
	{ "xls", OLE "application/vnd.ms-excel", "application/vnd.ms-excel", "Excel", IMAGE_NONE },
	{ "ppt", OLE "application/vnd.ms-powerpoint", "application/vnd.ms-powerpoint", "PowerPoint",
		IMAGE_NONE },
	{ "rtf", "text/rtf application/rtf", "application/rtf", "RTF", IMAGE_NONE },
	{ "txt", PLAIN, "text/plain; charset=utf-8", "Texte", IMAGE_NONE },
	{ "md", PLAIN, "text/plain; charset=utf-8", "Texte", IMAGE_NONE },
	{ "csv", PLAIN, "text/csv", "CSV", IMAGE_NONE },
	{ "ics", PLAIN, "text/calendar", "Agenda", IMAGE_NONE },
	{ "vcf", PLAIN, "text/vcard", "Contact", IMAGE_NONE },
	{ "epub", ZIP "application/epub+zip", "application/epub+zip", "EPUB", IMAGE_NONE },
	{ "zip", "application/zip", "application/zip", "ZIP", IMAGE_NONE },
	{ "mp3", "audio/* application/octet-stream", "audio/mpeg", "MP3", IMAGE_NONE },
	{ "m4a", "audio/* video/mp4", "audio/mp4", "Audio", IMAGE_NONE },
	{ "ogg", "audio/* application/ogg video/ogg", "audio/ogg", "Audio", IMAGE_NONE },
	{ "mp4", "video/* audio/mp4", "video/mp4", "Vidéo", IMAGE_NONE },
	{ "webm", "video/* audio/webm", "video/webm", "Vidéo", IMAGE_NONE },
	{ "mov", "video/*", "video/quicktime", "Vidéo", IMAGE_NONE },
};

/* The kind that the ending of a name tells; NULL: not taken. */
const struct fichier_genre *
fichier_genre(const char *nom)
{
	const char *dot = strrchr(nom, '.');

	for (size_t i = 0; dot != NULL && i < sizeof genres / sizeof *genres; i++)
		if (strcasecmp(genres[i].ending, dot + 1) == 0)
			return &genres[i];
	return NULL;
}

/* How that kind is called, short. */
const char *
fichier_label(const char *nom)
{
	const struct fichier_genre *g = fichier_genre(nom);

	return g != NULL ? g->label : "Fichier";
}

/* What libmagic sees in the file, whatever its name; for the life of the process. */
const char *
fichier_seen(int fd)
{
	static magic_t book;
	const char *seen;

	if (book == NULL) {
		book = magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR);
		if (book == NULL || magic_load(book, NULL) != 0)
			fault("libmagic: %s", book != NULL ? magic_error(book) : "no memory");
	}
	lseek(fd, 0, SEEK_SET);
	seen = magic_descriptor(book, fd);
	lseek(fd, 0, SEEK_SET);
	return seen != NULL ? seen : "";
}

/* May a file of that kind look like that? */
int
fichier_seen_ok(const struct fichier_genre *g, const char *seen)
{
	size_t n;

	for (const char *s = g->seen; *s != '\0'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if (n > 0 && s[n - 1] == '*' ? strncmp(seen, s, n - 1) == 0 :
					       strlen(seen) == n && strncmp(seen, s, n) == 0)
			return 1;
	}
	return 0;
}
