/* req.h - the request: first argument of everything, owner of everything
 *
 * A cron job is a request nobody sent: the same struct, without parameters.
 */
#ifndef REQ_H
#define REQ_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include <ClearSilver/ClearSilver.h>

#include "base/arena.h"
#include "base/row.h"

enum method { GET = 1, POST };
enum access { PUBLIC, PROSPECT, MEMBER, STAFF, ADMIN };
enum format { HTML = 1, JSON = 2, CSV = 4, XLSX = 8, ICS = 16, ATOM = 32 };

struct header {
	struct header *next;
	const char *name, *value;
};

/* Read with the session: a list of groups as JSON, what was not read (100 at most of each). */
struct shell {
	const char *groupes;
	int cloche, messages;
};

struct req {
	struct arena mem; /* everything below lives here */
	HDF *hdf;         /* the data of the page (house: lower case) and its dressing (Capitals) */
	enum method method;
	enum format format;   /* asked by the address: .json, .csv ... */
	const char *path;     /* without the leading slash and the format */
	const char *query;    /* as received, for links back */
	struct param *params; /* query string, then body */
	struct upload *uploads;
	const char *raw; /* a body of JSON, as it came; NULL: another kind */
	size_t raw_len;
	const char *caught[4]; /* the ':' parts of the route */
	char **env;            /* what the web server tells, for req_env(); NULL: nothing */
	const char *id;        /* request id, for the log */
	const char *host, *address, *agent, *cookies, *origin, *fetch_site, *bearer;
	struct {
		int64_t id; /* 0: nobody is signed in */
		enum access level;
		const char *csrf;    /* NULL: no form can be sent */
		const char *session; /* hash of the session, hex */
		const char *prenom, *nom;
		/* 0 reads nobody's, 1 of who shares a group, 2 of everybody seen */
		int coordonnees;
		bool delegue; /* a part of the administration is hers */
		/* what the grid gives to person droits_de, for droit(): ",export:2,journal:2+,";
		 * NULL: not read */
		const char *droits;
		int64_t droits_de;
		/* what the shell of her page shows; NULL: not read.  A GET never changes it */
		const struct shell *shell;
		int64_t by;  /* the administrator who reads as this person; 0: oneself */
		bool charte; /* she has not acknowledged the charter of today */
		bool held;   /* an administrator who must first set up a second factor */
		/* areas that a program's token opens, ",annuaire,contacts,"; NULL, "": all */
		const char *espaces;
		bool lit;    /* that token only reads */
		bool closed; /* a session whose owner may no longer enter */
	} user;
	const struct area *area;
	bool secret;    /* its path opens something: no log says it */
	bool read_only; /* a GET never writes */
	bool invalid;   /* a form was refused */
	bool keep;      /* commit although the answer is a refusal (counters) */
	int status;
	const char *location, *type; /* of the reply */
	const char
		*after; /* where the same sent again leads, when the reply is a page (web/once.h) */
	const char *cache; /* its Cache-Control; NULL: no-store */
	struct header *headers;
	struct queued *live; /* channels to tell after the commit (net/live.h) */
	struct kept *kept;   /* what modules remember until the end, for req_kept() */
	const char *body;
	size_t body_len;
	int file; /* the body when it is a file (an export); 0: none */
};

/* What SEES() and MAY() bind, in this order (domain/acces.h). */
#define ME(r) I((r)->user.id), I((r)->user.id)

const char *param(struct req *, const char *name);
const char *param_nth(struct req *, const char *name, unsigned n);
int64_t caught_id(struct req *, int i);
const char *req_env(struct req *, const char *name);
void **req_kept(struct req *, const void *owner);
void req_init(struct req *);

#endif
