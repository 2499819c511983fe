/* vues.h - what the list, the month and the week share: what they are asked by, and their WHERE */
#ifndef AGENDA_VUES_H
#define AGENDA_VUES_H

#include "agenda/agenda.h"
#include "domain/acces/appartenance.h"
#include "web/list.h"

enum { VUE_NAMES = 5 };

/* From the first date there can be to the last. */
#define LONG_AGO "1000-01-01 00:00:00"
#define NEVER "9999-12-31 00:00:00"

/* What is asked; dates as SQL has them, UTC. */
struct vue {
	const char *words[VUE_NAMES];   /* of type, departement, groupe, tag, campagne */
	const char *qui;                /* moi, groupes, autres, siege, alentours; "": all */
	const char *type, *departement; /* "": any */
	int64_t groupe, tag, campagne;  /* 0: any */
	const char *dessous, *miens;    /* "3,7": of groupe, those below too; her own, when asked */
	const char *parmi; /* "[3,7]": few groups, whose events alone are asked, or NULL */
	int64_t km;        /* qui alentours: from département to département */
	const char *since; /* dates begin after; before FROM by what the longest event lasts */
	const char *from, *until; /* they end after FROM and begin before UNTIL */
	const char *ended;        /* and have ended by then */
	bool passes;              /* what is over, the latest first */
	struct wall first;        /* of a month or a week: its first day, */
	int days;                 /* and how many it has */
	int before, counted; /* of these, days shown before those that count, and how many do */
	bool nothing;        /* a filter is unknown: no row, and the page says which */
};

/* Who organises comes from the employees, or from what holds groups together. */
#define SIEGE \
	"(IF(e.groupe_id IS NULL, (SELECT c_.acces = 3 FROM contact c_" \
	" WHERE c_.id = e.organisateur_id), g.type IN ('ensemble', 'instance')) IS TRUE)"
/* Binds the same "3,7" twice: statements stay flat, however many groups are below one. */
#define OF_GROUPS \
	"(FIND_IN_SET(e.groupe_id, ?) OR EXISTS (SELECT 1 FROM evenement_groupe eg_" \
	" WHERE eg_.evenement_id = e.id AND FIND_IN_SET(eg_.groupe_id, ?)))"
#define I_ORGANISE \
	"(e.organisateur_id = ? OR EXISTS (SELECT 1 FROM evenement_organisateur eo_" \
	" WHERE eo_.evenement_id = e.id AND eo_.contact_id = ?))"
#define I_COME \
	"EXISTS (SELECT 1 FROM inscription i_ JOIN place p_ ON p_.inscription_id = i_.id" \
	" AND p_.date_id = d.id AND p_.etat IN ('inscrit', 'attente', 'demande')" \
	" WHERE i_.evenement_id = e.id AND i_.contact_id = ?)"
/* Its département is that of the reader, or its centre is so near. */
#define AROUND_ME \
	"e.departement IN (SELECT la_.code FROM contact moi_" \
	" JOIN departement ici_ ON ici_.code = moi_.departement" \
	" JOIN departement la_ ON la_.code = ici_.code" \
	" OR 111.2 * SQRT(POW(la_.nord - ici_.nord, 2)" \
	" + POW((la_.est - ici_.est) * COS(RADIANS(ici_.nord)), 2)) <= ?" \
	" WHERE moi_.id = ?)"
#define TAGGED \
	"EXISTS (SELECT 1 FROM objet_etiquette t_ WHERE t_.objet_id = e.id AND t_.etiquette_id = ?)"

/* Dates D of events E (objet O, group G) that the reader sees and asks for.  The right is that of
 * the date (evenement_follow_dates), so that a calendar of many thousands reads one index alone; a
 * draft is nobody's here. */
#define VUE_DATES \
	" d.debut > ? AND d.fin > ? AND d.debut < ? AND d.fin <= ?" \
	" AND d.liste_id IN " LISTS_WITH("1")
#define VUE_JOINS \
	" LEFT JOIN evenement e ON e.id = d.evenement_id" \
	" LEFT JOIN objet o ON o.id = d.evenement_id LEFT JOIN groupe g ON g.id = e.groupe_id"
#define GROUPS_ASKED "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) s_"
/* The statement that reads them: by their dates; or of few groups, by their events. */
#define VUE_SQL(v, select, order) \
	((v)->parmi == NULL ? SQL(select " FROM evenement_date d" VUE_JOINS \
					 " WHERE ? IS NULL AND ? IS NULL AND" VUE_WHERE order) : \
			      SQL(select " FROM (SELECT e_.id FROM " GROUPS_ASKED \
					 " STRAIGHT_JOIN evenement e_ ON e_.groupe_id = s_.id" \
					 " UNION SELECT eg_.evenement_id FROM " GROUPS_ASKED \
					 " STRAIGHT_JOIN evenement_groupe eg_" \
					 " ON eg_.groupe_id = s_.id) un_ STRAIGHT_JOIN" \
					 " evenement_date d ON d.evenement_id = un_.id" VUE_JOINS \
					 " WHERE" VUE_WHERE order))
#define VUE_WHERE \
	VUE_DATES " AND NOT ?" \
		  " AND (? OR " I_ORGANISE " OR " I_COME ") AND (? OR " OF_GROUPS ")" \
		  " AND (? OR (e.groupe_id IS NOT NULL AND NOT " SIEGE " AND NOT " OF_GROUPS "))" \
		  " AND (? OR " SIEGE ") AND (? OR " AROUND_ME ")" \
		  " AND (? OR e.departement = ?)" \
		  " AND (? OR IF(e.type <> '', e.type, g.type) = ?)" \
		  " AND (? OR " OF_GROUPS ")" \
		  " AND (? OR " TAGGED ") AND (? OR " TAGGED ")"
#define VUE_NOT(v, word) I(strcmp((v)->qui, word) != 0)
#define VUE_DATES_BINDS(r, v) \
	S((v)->since), S((v)->from), S((v)->until), S((v)->ended), I((r)->user.id)
#define VUE_BINDS(r, v) \
	S((v)->parmi), S((v)->parmi), VUE_DATES_BINDS(r, v), I((v)->nothing), VUE_NOT(v, "moi"), \
		ME(r), I((r)->user.id), VUE_NOT(v, "groupes"), S((v)->miens), S((v)->miens), \
		VUE_NOT(v, "autres"), S((v)->miens), S((v)->miens), VUE_NOT(v, "siege"), \
		VUE_NOT(v, "alentours"), I((v)->km), I((r)->user.id), \
		I(*(v)->departement == '\0'), S((v)->departement), I(*(v)->type == '\0'), \
		S((v)->type), I((v)->groupe == 0), S((v)->dessous), S((v)->dessous), \
		I((v)->tag == 0), I((v)->tag), I((v)->campagne == 0), I((v)->campagne)

/* vues.c */
extern const char *const vue_names[VUE_NAMES][2], *const vue_scopes[][2];
void vue_unknown(struct req *, struct vue *, const char *name, const char *libelle);
struct vue vue_read(struct req *);
bool vue_read_day(struct req *, struct vue *, const char *name, const char *libelle, struct wall *);
void vue_between(struct req *, struct vue *, struct wall from, int days);
bool vue_plain(const struct vue *);
struct wall vue_monday(struct wall);
const char *vue_month(struct req *, struct wall);

/* filtres.c */
void vue_say_filters(struct req *, const struct vue *, const struct list *);
const char *vue_day_link(struct req *, struct wall);
void vue_say_near(struct req *, const struct vue *);

/* resultats.c */
extern const struct list agenda_list;
void vue_say_items(struct req *, const struct vue *, int64_t first, int64_t n);

/* jours.c: days of a calendar */
struct jour {
	int64_t total;
	struct row *row; /* where it is said */
};
int64_t vue_say_days(struct req *, const struct vue *, struct jour *, unsigned most);

/* mois.c, semaine.c */
void vue_read_month(struct req *, struct vue *);
void vue_read_week(struct req *, struct vue *);
int vue_show_month(struct req *, struct vue *);
int vue_show_week(struct req *, struct vue *);

#endif
