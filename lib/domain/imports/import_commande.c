/* import_commande.c - an import from a shell: columns by their headings, in the name of an
 * administrator */

#include <fcntl.h>
#include <unistd.h>

#include "domain/imports/import.h"
#include "domain/imports/import_commande.h"

/* Bring the people's file at PATH, try it, and unless DRY apply it; ID is its import.  NULL, or
 * why not; the caller commits. */
const char *
import_command(struct req *r, const char *path, bool dry, int64_t *id)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const char *why;
	struct import im;

	r->user.level = ADMIN;
	r->user.id = db_int(r,
		SQL("SELECT MIN(co.contact_id) FROM compte co"
		    " JOIN contact c ON c.id = co.contact_id AND c.acces = 3"
		    " WHERE co.role = 'admin'"));
	if (r->user.id == 0)
		return "no administrator yet: an import is made in somebody's name";
	if (fd < 0)
		return "the file cannot be opened";
	*id = import_new(r, "fichier", path);
	why = import_file(r, *id, fd);
	close(fd);
	if (why != NULL)
		return why;
	import_load(r, *id, &im);
	import_guess(r, modele(r), &im);
	if (!import_has_key(&im))
		return "no column says who each line is about (adresse courriel, numéro Essaim,"
		       " numéro HubSpot)";
	import_columns_kept(r, &im);
	import_try(r, &im);
	if (!dry)
		import_apply(r, &im);
	return NULL;
}
