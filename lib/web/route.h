/* route.h - which function answers which address */
#ifndef ROUTE_H
#define ROUTE_H

#include "base/req.h"

struct route {
	enum method method;
	const char *path; /* below the area; ":x" catches one part */
	enum access who;  /* the lowest level let in */
	int (*handler)(struct req *);
	unsigned formats;    /* besides HTML and JSON: CSV | XLSX ... */
	const char *domaine; /* whoever may that everywhere comes in too; DELEGUE */
	bool prive;          /* never shown to an administrator who reads as somebody */
	int (*again)(
		struct req *); /* a form of before signing in, sent by who is in: writes nothing */
	bool secret;           /* what its ':' caught opens something: no log says it */
	bool unsigned_post;    /* a POST of a machine: no session, the handler checks a signature */
	/* a form that strangers send without a cookie: it does nothing in the name of who sends */
	bool open_post;
};

enum {
	NO_SHELL = 1,
	EVEN_HELD = 2,
	PRIVE = 4 /* all its routes are private */
}; /* area flags: the sign-in look; open to who owes a second factor */

#define DELEGUE "*" /* as .domaine: open to whoever is given any part of the administration */

/* The tables of an area's files: each ends with a zero entry, their order says nothing. */
#define ROUTES(...) ((const struct route *const[]) { __VA_ARGS__, NULL })

struct area {
	const char *name; /* first part of the address, and the folder of templates */
	const struct route *const *tables;
	int flags;
	void (*dress)(struct req *); /* says what all its pages show; NULL: nothing */
};

/* A line of areas.def: what the menu shows. */
enum place { NONE, BAR, MORE };
struct entry {
	const char *name, *title, *icon;
	enum access who;
	enum place place;
};

extern const struct entry menu[]; /* all areas, in menu order; ends with a zero entry */

const struct route *area_next(const struct area *, const struct route *);
int dispatch(const struct area *const *, struct req *);
const char *area_url(struct req *, const char *name);

/* The page that tells whose access was closed, once it was proved who asks: 403. */
int route_closed(struct req *);

#endif
