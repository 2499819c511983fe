/* genre.h - what a kind of objet is: its words, its address, what can be done with it, and what it
 * does in its turn
 *
 * A kind is one struct genre, at the end of the file that owns it, and one line of
 * lib/domain/vie/genres.def.  Whatever knows kinds reads that table: address, search, tags, feed
 * cards, comments, reports, timeline, mergers, erasure, exports, periodic work.
 */
#ifndef GENRE_H
#define GENRE_H

#include "base/req.h"

/* What can be done with a kind. */
enum {
	CHERCHE = 1 << 0, /* found by the search: ecrit_index() knows it */
	ECRIT = 1 << 1,   /* what somebody wrote in a group: found there, hers when she is merged */
	DISCUTE = 1 << 2, /* shows its comments */
	SIGNALE = 1 << 3, /* reported to who moderates, who may take it away (.retire) */
	ETIQUETE = 1 << 4,  /* bears tags */
	TITRE = 1 << 6,     /* changed with a title of its own */
	INTIME = 1 << 5,    /* between people: not even for who reads as somebody */
	COLLECTIF = 1 << 7, /* of a group it is the association's: its author's erasure leaves it */
};

struct annonce;
struct nomme;
struct personne;
struct etapes;
struct mail_in;
struct rows;

struct genre {
	const char *nom, *titre, *pluriel, *icone;
	const char *adresse; /* what its number follows; NULL: /fil/ID leads to it */
	const char *milieu;  /* not NULL: "/groupes/GROUP/milieu/ID", below its group */
	unsigned peut;       /* CHERCHE | ... */
	/* in a sentence, with its article: of kinds that are changed at /fil/ID/modifier */
	const char *le;

	const struct annonce
		*annonces; /* notifications of its own; NULL, or ends with a zero entry */

	/* Each or NULL: */
	void (*indexe)(struct req *, int64_t id); /* lists and the search follow its words */
	void (*mots)(
		struct req *, int64_t id); /* say objet.titre, .texte as written, .supprime: gone */
	void (*change)(
		struct req *, int64_t id, const char *titre, const char *texte); /* at /fil */
	void (*retire)(struct req *, int64_t id); /* taken away by its author, or who moderates */
	bool (*reagit)(struct req *, int64_t id); /* may who sees it react? NULL: always */
	void (*fusionne)(struct req *, int64_t from, int64_t into); /* two people become one */
	void (*efface)(struct req *, int64_t contact_id);           /* what is hers goes */
	void (*nomme)(struct req *, const struct nomme *); /* what others wrote names her no more */
	void (*donnees)(struct req *, int64_t contact_id); /* say what is hers, for herself */
	void (*afaire)(struct req *); /* what waits for the reader, by afaire() */
	void (*tour)(struct req *);   /* what is due, at each turn of essaim-mail */
	void (*etapes)(struct req *, const struct personne *, struct etapes *); /* of her path */
	/* the reader's mail to the signed address of that objet (retour.h); false: not taken */
	bool (*repond)(struct req *, int64_t id, const struct mail_in *);
	struct rows *(*lignes)(struct req *); /* all of them, for an operator's export */
};

extern const struct genre
	*const genres[]; /* in the order in which they are shown; ends with NULL */

const struct genre *genre_find(const char *nom);
bool genre_peut(const char *nom, unsigned what);
const char *genres_that(struct req *, unsigned what);

/* As SQL: what the kind of the objet O is called.  Binds GENRES(r). */
#define GENRE_TITRE(o) \
	"SUBSTRING_INDEX(SUBSTRING_INDEX(?, ',', FIND_IN_SET(" o ".genre, ?)), ',', -1)"
#define GENRES(r) S(genres_titres(r)), S(genres_that(r, 0))
const char *genres_titres(struct req *);

#endif
