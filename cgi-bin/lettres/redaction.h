/* redaction.h - a draft on its page: what the form says, and what stands */
#ifndef REDACTION_H
#define REDACTION_H

#include "domain/lettres/lettre_bloc.h"
#include "lettres/lettres.h"

/* What one writes: the subject with its line, and at most one block, which is open. */
struct saisie {
	struct lettre l;        /* as typed */
	struct lettre_bloc b;   /* as typed; id 0 and no genre: none is open */
	const char *lu_tete;    /* what they said when the page was asked (lettre_print) */
	const char *lu;         /* the same of the block; "": it is new */
	const char *faire;      /* the button */
	struct lettre_bloc ici; /* what stands instead, when somebody wrote it meanwhile */
	bool autre_tete, autre_bloc, parti; /* others wrote that, or dropped the block */
};

/* editer.c */
int redaction_show(struct req *, const struct lettre *, const struct saisie *);

/* redaction.c */
struct saisie saisie_asked(struct req *, const struct lettre *);
void redaction_say(struct req *, const struct lettre *, const struct saisie *);

#endif
