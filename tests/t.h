/* t.h - tests are C functions; a file is a list of them */
#ifndef T_H
#define T_H

#include <string.h>

#include "db/db.h"
#include "web/route.h"

struct test {
	const char *name;
	void (*run)(void);
};

#define TEST(name_) \
	static void name_(void); \
	static struct test test_##name_ \
		__attribute__((section("tests"), used)) = { #name_, name_ }; \
	static void name_(void)

extern struct req *t_reply; /* the last answer */
extern struct req t; /* a request nobody sent, to prepare data with; emptied after each test */

void as(int64_t person); /* who asks from now on; 0: nobody */
int get(const char *path);
int post(const char *path, const char *body); /* adds the right csrf token */
int post_raw(const char *path, const char *body);
int post_parts(const char *path, const char *body); /* multipart, boundary=XyY */
int post_json(const char *path, const char *body, const char *signature, const char *at);
const char *t_header(const char *name); /* of the last answer; NULL */
void t_cookie(const char *header);      /* Cookie: of the next requests; NULL: none */
void t_bearer(const char *token);       /* Authorization: Bearer, the same way */
void t_from(
	const char *origin, const char *fetch_site); /* what a browser says of the page before */
void t_env(char **); /* what the web server tells of the next requests; NULL: nothing */
void t_nobody(void); /* a stranger, who sends none of these */
extern const struct area *const areas[]; /* all of them; ends with NULL */
const char *t_file(void);                /* the beginning of the file just answered; "": none */
int t_elements(void);                    /* of the page just got */
int64_t t_person(const char *prenom, const char *nom, const char *email, const char *statut,
	const char *type);
void t_account(int64_t who, const char *role);
int64_t t_group(const char *type, const char *titre);
void t_member(int64_t group, int64_t person, const char *role); /* as the staff gives it */
void t_settle(int64_t person); /* as after the sync: access, groups, words, path */
void t_clock(const char *utc); /* it is that moment, until the test ends */
const char *t_folder(void);
void t_store(void);
void t_apart(void (*run)(void));
struct racer {
	int64_t person;
	const char *path, *body;
	int64_t late; /* so many seconds by her clock */
};
void t_race(const struct racer *both, struct sql *hold, int64_t id, int *status);
#define JOURNAL SQL("SELECT 1 FROM journal_tete WHERE id = ? FOR UPDATE"), 1
bool t_hides(const char *
		text); /* of a page or a table; false where there is none, which hides everything */
void t_check(bool ok, const char *file, int line, const char *what);

#define check(e) t_check((e), __FILE__, __LINE__, #e)
#define check_says(text) \
	t_check(t_reply->body != NULL && strstr(t_reply->body, text) != NULL, __FILE__, __LINE__, \
		"says " text)
#define check_hides(text) t_check(t_hides(text), __FILE__, __LINE__, "hides " text)
#define check_text(got, want) \
	t_check((got) != NULL && strcmp((got), (want)) == 0, __FILE__, __LINE__, #got " is " want)

#endif
