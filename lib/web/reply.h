/* reply.h - every handler ends by returning one of these: the status of the reply */
#ifndef REPLY_H
#define REPLY_H

#include "base/req.h"
#include "web/sheet.h"

int page(struct req *, const char *template); /* 200, or 422 after a refused form; JSON if asked */
int fragment(struct req *, const char *template); /* the template alone, for a page that is open */
/* So long an address goes through (etc/nginx.conf.in); one that is longer is refused, never cut. */
enum { ADDRESS_MAX = 27000 };

int redirect(struct req *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
int refuse(struct req *, int status); /* an error page that helps */
int refuse_why(struct req *, int status, const char *code, const char *why);
int not_found(struct req *); /* also: exists, but not for you */
int forbidden(struct req *);
int reply_text(struct req *, int status, const char *type, const char *text);
int reply_file(struct req *, int fd, const char *type, const char *filename);
int reply_stored(struct req *, const char *place, const char *type, const char *name, bool shown);
bool table_asked(struct req *); /* the whole list, to take along: .csv, .xlsx, .json?emporter=1 */
enum sheet_kind table_kind(struct req *);
int reply_sheet(struct req *, struct sheet *, const char *name);

void header(struct req *, const char *name, const char *value);
void title(struct req *, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *url_escape(struct req *, const char *);
const char *local_path(struct req *, const char *url);
char *render(struct req *, const char *template);
char *json_of(struct req *);

#endif
