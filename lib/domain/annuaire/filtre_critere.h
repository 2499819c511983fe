/* filtre_critere.h - one condition on a person, as SQL; for filtre*.c alone */
#ifndef FILTRE_CRITERE_H
#define FILTRE_CRITERE_H

#include "base/buffer.h"
#include "domain/annuaire/filtre.h"

enum { BINDS = 240 };

/* A statement being put together: texts of this module's own, values bound. */
struct query {
	struct buffer text;
	struct value v[BINDS + 1];
	unsigned n;
};

void query_bind(struct query *, const struct value *);

struct tri {
	const char *cle, *index, *up, *down;
};

#define put(q, literal, ...) (buffer_puts(&(q)->text, literal), query_bind(q, VALUES(__VA_ARGS__)))

int64_t critere_group(const struct filtre *, const struct champ *, const char *value);
const char *critere_index(const struct champ *);
void critere_reads(struct req *, struct query *, int level);
void critere_shown(struct req *, struct query *, const struct champ *);
void critere_word(struct req *, struct query *, const struct filtre *, const char *mot);
void critere_put(struct req *, struct query *, const struct filtre *, const struct critere *);

/* filtre_condition.c */
void condition_put(struct req *, struct query *, const struct filtre *, const struct noeud *);
void condition_day(
	struct req *, const struct noeud *, const char **from, const char **to, bool utc);
void condition_values(struct query *, const struct noeud *);
const char *condition_column(const struct noeud *);
const char *condition_today(struct req *);

/* filtre_ailleurs.c */
void condition_besides(struct req *, struct query *, const struct noeud *);

/* filtre_source.c */
bool source_from(struct req *, struct query *, struct filtre *);
bool source_is_whole(const struct noeud *);

/* filtre_arbre.c */
bool filtre_trees(struct req *, struct filtre *);
bool filtre_former(const struct filtre *);
struct noeud *critere_measure(
	struct req *, const struct filtre *, const struct champ *, const char *value);

/* filtre.c */
bool filtre_from(struct req *, struct query *, struct filtre *);
void filtre_where(struct req *, struct query *, const struct filtre *);
bool filtre_by_name(const struct filtre *);

/* filtre_total.c */
int64_t filtre_total(struct req *, struct query *, struct filtre *);
bool filtre_kept(struct req *, const struct query *, int64_t *n, unsigned *which);
void filtre_keep(struct req *, const struct query *, int64_t n, unsigned which);
const char *filtre_ids_kept(struct req *, const struct query *, int64_t par);
const char *filtre_ids_keep(struct req *, const struct query *, int64_t par, const char *ids);

#endif
