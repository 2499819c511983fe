/* reply.c - the answers that are not a page of an area: redirections, refusals, files, JSON */

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <json-c/json.h>

#include "base/conf.h"
#include "base/fault.h"
#include "net/store.h"
#include "web/reply.h"
#include "web/route.h"

static const struct refusal {
	int status;
	const char *code, *message;
} refusals[] = {
	{ 400, "bad_request", "Cette demande n’est pas lisible." },
	{ 401, "unauthorized", "Connectez-vous pour continuer." },
	{ 403, "forbidden", "Vous n’avez pas le droit de faire cela." },
	{ 404, "not_found", "Cette page n’existe pas, ou elle ne vous est pas ouverte." },
	{ 405, "method_not_allowed", "Cette adresse ne se demande pas ainsi." },
	{ 409, "conflict", "Quelqu’un d’autre a modifié cela entre-temps." },
	{ 413, "too_large", "C’est trop volumineux." },
	{ 414, "too_long",
		"Cette adresse est trop longue\u00A0: demandez moins de choses à la fois." },
	{ 415, "unsupported_type", "Ce format d’envoi n’est pas accepté." },
	{ 422, "invalid", "Certaines réponses sont à revoir." },
	{ 429, "too_many", "Trop d’essais en peu de temps. Patientez un peu." },
	{ 500, "error", "Une erreur est survenue de notre côté." },
	{ 503, "unavailable", "Le service est momentanément indisponible." },
};

static const struct refusal *
refusal_of(int status)
{
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		if (refusals[i].status == status)
			return &refusals[i];
	fault("no words for status %d", status);
}

/* One more header of the reply; a value with a line break is a fault (header injection). */
void
header(struct req *r, const char *name, const char *value)
{
	struct header *h = arena_alloc(&r->mem, sizeof *h);

	if (strpbrk(value, "\r\n") != NULL)
		fault("line break in header %s", name);
	*h = (struct header) { r->headers, name, value };
	r->headers = h;
}

/* Percent-encoded for a component of a URL (RFC 3986, 2.3). */
char *
url_escape(struct req *r, const char *s)
{
	char *out = arena_alloc(&r->mem, strlen(s) * 3 + 1), *o = out;

	for (; *s != '\0'; s++)
		if (isalnum((unsigned char) *s) || strchr("-._~/", *s) != NULL)
			*o++ = *s;
		else
			o += snprintf(o, 4, "%%%02X", (unsigned char) *s);
	return out;
}

/* URL if it is a path of this site that is safe to send somebody to, else "/". */
const char *
local_path(struct req *r, const char *url)
{
	(void) r;
	if (url[0] != '/' || url[1] == '/' || url[1] == '\\' || strlen(url) > 1000)
		return "/";
	for (const char *s = url; *s != '\0'; s++)
		if ((unsigned char) *s <= ' ' || *s == '\\' || *s == 127)
			return "/";
	return url;
}

/* 303 to an address of this site: after every successful POST. */
int
redirect(struct req *r, const char *fmt, ...)
{
	va_list ap;
	char *url;

	va_start(ap, fmt);
	url = arena_vprintf(&r->mem, fmt, ap);
	va_end(ap);
	if (strpbrk(url, "\r\n") != NULL)
		fault("line break in an address");
	if (strlen(url) > ADDRESS_MAX)
		return refuse(r, 414);
	r->location = url;
	return r->status = 303;
}

static void
say_fields(struct req *r, json_object *error)
{
	json_object *fields = json_object_new_object();
	HDF *form = hdf_get_obj(r->hdf, "Form");

	for (HDF *f = form != NULL ? hdf_obj_child(form) : NULL; f != NULL; f = hdf_obj_next(f)) {
		const char *why = hdf_get_value(f, "error", NULL);

		if (why != NULL)
			json_object_object_add(
				fields, hdf_obj_name(f), json_object_new_string(why));
	}
	json_object_object_add(error, "fields", fields);
}

static json_object *
error_json(struct req *r, int status)
{
	const struct refusal *why = refusal_of(status);
	json_object *all = json_object_new_object(), *error = json_object_new_object();
	const char *code = said(r, "Page.code"), *message = said(r, "Page.message");

	json_object_object_add(all, "error", error);
	json_object_object_add(
		error, "code", json_object_new_string(*code != '\0' ? code : why->code));
	json_object_object_add(error, "message",
		json_object_new_string(*message != '\0' ? message : why->message));
	say_fields(r, error);
	return all;
}

static bool
is_list(HDF *h)
{
	HDF *first = hdf_obj_child(h);

	return first != NULL && isdigit((unsigned char) *hdf_obj_name(first));
}

static const char *
kind_of(HDF *h)
{
	for (HDF_ATTR *a = hdf_obj_attr(h); a != NULL; a = a->next)
		if (strcmp(a->key, "t") == 0)
			return a->value;
	return "";
}

static json_object *
node_json(HDF *h)
{
	const char *kind = kind_of(h), *value = hdf_obj_value(h);

	if (*kind == 'a' || is_list(h)) {
		json_object *list = json_object_new_array();

		for (HDF *c = hdf_obj_child(h); c != NULL; c = hdf_obj_next(c))
			json_object_array_add(list, node_json(c));
		return list;
	}
	if (hdf_obj_child(h) != NULL) {
		json_object *o = json_object_new_object();

		for (HDF *c = hdf_obj_child(h); c != NULL; c = hdf_obj_next(c))
			json_object_object_add(o, hdf_obj_name(c), node_json(c));
		return o;
	}
	if (*kind == 'n' && value != NULL && *value != '\0')
		return strchr(value, '.') != NULL ? json_object_new_double_s(0, value) :
						    json_object_new_int64(strtoll(value, NULL, 10));
	return json_object_new_string(value != NULL ? value : "");
}

static void
json_release(void *o)
{
	json_object_put(o);
}

/* What was said under names that start in lower case, as one JSON object; after a refused
 * form, the error object of the contract. */
char *
json_of(struct req *r)
{
	json_object *all = r->invalid ? error_json(r, 422) : json_object_new_object();

	arena_own(&r->mem, all, json_release);
	for (HDF *h = hdf_obj_child(r->hdf); h != NULL && !r->invalid; h = hdf_obj_next(h))
		if (islower((unsigned char) *hdf_obj_name(h)))
			json_object_object_add(all, hdf_obj_name(h), node_json(h));
	return arena_strdup(
		&r->mem, json_object_to_json_string_ext(all, JSON_C_TO_STRING_NOSLASHESCAPE));
}

/* The error page of that status, which says what to do; an error object in JSON. */
int
refuse(struct req *r, int status)
{
	const struct refusal *why = refusal_of(status);

	r->invalid = false;
	if (r->format != HTML) {
		json_object *o = arena_own(&r->mem, error_json(r, status), json_release);

		return reply_text(r, status, "application/json; charset=utf-8",
			json_object_to_json_string_ext(o, JSON_C_TO_STRING_NOSLASHESCAPE));
	}
	say_int(r, "Page.status", status);
	say(r, "Page.request", r->id);
	title(r, "%s", why->message);
	page(r,
		arena_printf(&r->mem, "erreur/%d.cs",
			status == 401                        ? 403 :
				status > 413 && status < 422 ? 400 :
							       status));
	return r->status = status;
}

/* The same, with a sentence of its own: WHY, and a CODE for programs (NULL: that of the status). */
int
refuse_why(struct req *r, int status, const char *code, const char *why)
{
	say(r, "Page.message", why);
	if (code != NULL)
		say(r, "Page.code", code);
	return refuse(r, status);
}

int
not_found(struct req *r)
{
	return refuse(r, 404);
}
int
forbidden(struct req *r)
{
	return refuse(r, 403);
}

/* TEXT as it is, of that media type. */
int
reply_text(struct req *r, int status, const char *type, const char *text)
{
	r->type = type;
	r->body = arena_strdup(&r->mem, text);
	r->body_len = strlen(text);
	return r->status = status;
}

/* A file to keep, under an ASCII name; FD is read from its start and closed by its owner. */
int
reply_file(struct req *r, int fd, const char *type, const char *filename)
{
	r->type = type;
	r->file = fd;
	header(r, "Content-Disposition",
		arena_printf(&r->mem, "attachment; filename=\"%s\"", filename));
	return r->status = 200;
}

/* NAME for Content-Disposition (RFC 6266): in ASCII for old programs, and as it is. */
static const char *
disposition(struct req *r, const char *name, bool shown)
{
	char *plain = arena_strdup(&r->mem, name), *encoded = url_escape(r, name);

	for (char *s = plain; *s != '\0'; s++)
		if ((unsigned char) *s < ' ' || (unsigned char) *s > '~' || *s == '"' || *s == '\\')
			*s = '_';
	return arena_printf(&r->mem, "%s; filename=\"%s\"; filename*=UTF-8''%s",
		shown ? "inline" : "attachment", plain, encoded);
}

/* One range of bytes as a store is asked for it ("0-99"); NULL: all are. */
static const char *
range(struct req *r)
{
	const char *asked = req_env(r, "HTTP_RANGE"), *s, *to;

	if (asked == NULL || strncmp(asked, "bytes=", 6) != 0 || strlen(asked) > 50 ||
		req_env(r, "HTTP_IF_RANGE") != NULL)
		return NULL;
	s = asked + 6;
	to = s + strspn(s, "0123456789");
	return *to == '-' && (to > s || to[1] != '\0') &&
			to[1 + strspn(to + 1, "0123456789")] == '\0' ?
		s :
		NULL;
}

/* A file of a bucket, as nginx sends those of a folder: 200, a part, or what the browser has. */
static int
reply_fetched(struct req *r, const char *place)
{
	const char *had = req_env(r, "HTTP_IF_NONE_MATCH");
	const char *tag = arena_printf(&r->mem, "\"%.64s\"", strchr(place, '/') + 1);
	char part[STORE_PART];
	int fd;

	header(r, "ETag", tag);
	header(r, "Accept-Ranges", "bytes");
	if (had != NULL && strstr(had, tag) != NULL)
		return r->status = 304;
	fd = store_part(&r->mem, place, range(r), part);
	if (fd < 0)
		return fd == -2 ? (r->status = 416) : not_found(r);
	r->file = fd;
	header(r, "Content-Length",
		arena_printf(&r->mem, "%lld", (long long) lseek(fd, 0, SEEK_END)));
	if (*part != '\0')
		header(r, "Content-Range", arena_strdup(&r->mem, part));
	return r->status = *part != '\0' ? 206 : 200;
}

/* A file of the store, which nginx sends itself where it can; SHOWN: it may open in the page. */
int
reply_stored(struct req *r, const char *place, const char *type, const char *name, bool shown)
{
	if (!store_is_folder()) {
		int status = reply_fetched(r, place);

		if (status == 404)
			return status;
	} else
		header(r, "X-Accel-Redirect", arena_printf(&r->mem, "/_f/%s", place));
	r->type = type;
	header(r, "Content-Disposition", disposition(r, name, shown));
	header(r, "X-Content-Type-Options", "nosniff");
	header(r, "Content-Security-Policy",
		"default-src 'none'; style-src 'unsafe-inline'; sandbox");
	return r->status != 0 ? r->status : (r->status = 200);
}

/* Is the whole list asked for, as a table to take along? */
bool
table_asked(struct req *r)
{
	return (r->format & (CSV | XLSX)) != 0 ||
		(r->format == JSON && *param(r, "emporter") != '\0');
}

enum sheet_kind
table_kind(struct req *r)
{
	return r->format == CSV ? SHEET_CSV : r->format == JSON ? SHEET_JSON : SHEET_XLSX;
}

/* A table, whole, as it was asked for. */
int
reply_sheet(struct req *r, struct sheet *sheet, const char *name)
{
	static const struct {
		const char *type, *ending;
	} kinds[] = {
		[SHEET_CSV] = { "text/csv; charset=utf-8", "csv" },
		[SHEET_XLSX] = { "application"
				 "/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"xlsx" },
		[SHEET_JSON] = { "application/json", "json" },
	};
	enum sheet_kind kind = table_kind(r);

	return reply_file(r, sheet_close(sheet), kinds[kind].type,
		arena_printf(&r->mem, "%s.%s", name, kinds[kind].ending));
}
