/* genres.c - the list of all kinds of objets */

#include "domain/socle/genre.h"

#define GENRE(nom) extern const struct genre nom##_genre;
#include "domain/vie/genres.def"
#undef GENRE

const struct genre *const genres[] = {
#define GENRE(nom) &nom##_genre,
#include "domain/vie/genres.def"
#undef GENRE
	NULL,
};
