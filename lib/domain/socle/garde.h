/* garde.h - how long things are kept: the delays of conservation_regle, which administrators change
 *
 *	DELETE FROM notif WHERE cree_le < " AVANT("notifications", "UTC_TIMESTAMP()") " LIMIT 1000
 *
 * What goes by such a rule is told on /admin/conservation; NULL, before which nothing is: for ever.
 */
#ifndef GARDE_H
#define GARDE_H

/* The moment until which what began at DEPUIS is kept by rule G, an alias. */
#define GARDE_FIN(depuis, g) \
	"(CASE " g ".unite WHEN 'an' THEN " depuis " + INTERVAL " g ".duree YEAR" \
	" WHEN 'mois' THEN " depuis " + INTERVAL " g ".duree MONTH" \
	" ELSE " depuis " + INTERVAL " g ".duree DAY END)"

/* Things older than that go, by the rule CLE, at the moment NOW. */
#define AVANT(cle, now) \
	"(SELECT CASE w_.unite WHEN 'an' THEN " now " - INTERVAL w_.duree YEAR" \
	" WHEN 'mois' THEN " now " - INTERVAL w_.duree MONTH" \
	" ELSE " now " - INTERVAL w_.duree DAY END" \
	" FROM conservation_regle w_ WHERE w_.cle = '" cle "')"

#endif
