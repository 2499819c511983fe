/* questions.h - what organisers ask of who registers, and what is answered
 *
 *	if (!questions_right(r, evenement_id))	the form says why
 *	questions_keep(r, inscription_id);	after the registration
 *
 * Drawn by questions() of the macros.
 */
#ifndef QUESTIONS_H
#define QUESTIONS_H

#include "base/req.h"

void questions_say(struct req *, int64_t evenement_id);
bool questions_right(struct req *, int64_t evenement_id);
void questions_keep(struct req *, int64_t inscription_id);

#endif
