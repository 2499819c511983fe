/* plein_test.c - a full disk: a plain answer, nothing half done */

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "net/store.h"
#include "t.h"

/* Does F fault as "down for now" (503)? */
static bool
is_down(void (*f)(void))
{
	jmp_buf here, *catcher = fault_catcher;
	volatile bool faulted = true;

	fault_catcher = &here;
	if (setjmp(here) == 0) {
		f();
		faulted = false;
	}
	fault_catcher = catcher;
	return faulted && fault_kind == FAULT_DOWN;
}

static void
table_is_full(void)
{
	db_exec(&t,
		SQL("CREATE TEMPORARY TABLE plein ENGINE = MEMORY MAX_ROWS = 10"
		    " SELECT REPEAT('x', 200) AS t FROM seq_1_to_1000000"));
}

TEST(plein_the_database_has_no_room)
{
	check(is_down(table_is_full));
}

static void export(const char *path)
{
	fault_kind = FAULT_BUG;
	get(path);
	if (t_reply->status == 500)
		t_reply->status = fault_kind == FAULT_DOWN ? 503 : 500;
}

/* No file may have more than 100 bytes from now on, or as many as before. */
static void
cramp(bool now)
{
	static struct rlimit before;
	static void (*handler)(int);

	if (now) {
		handler = signal(SIGXFSZ, SIG_IGN);
		getrlimit(RLIMIT_FSIZE, &before);
		setrlimit(RLIMIT_FSIZE, &(struct rlimit) { 100, before.rlim_max });
	} else {
		setrlimit(RLIMIT_FSIZE, &before);
		signal(SIGXFSZ, handler);
	}
}

static int
cramped(const char *path)
{
	cramp(true);
	export(path);
	cramp(false);
	return t_reply->status;
}

TEST(plein_an_export_has_no_room)
{
	int64_t adm = t_person("Adèle", "Zola", "adele@exemple.org", "", "salarie");

	for (int i = 0; i < 50; i++)
		t_person("Un", arena_printf(&t.mem, "Nom %d", i),
			arena_printf(&t.mem, "n%d@exemple.org", i), "confirme", "benevole");
	as(adm);
	check(cramped("/annuaire.csv") == 503);
	check(cramped("/annuaire.xlsx") == 503);
	check(get("/annuaire.csv") == 200);
}

static int
entries(const char *folder)
{
	DIR *dir = opendir(folder);
	int n = -2; /* itself and the one above */

	while (dir != NULL && readdir(dir) != NULL)
		n++;
	if (dir != NULL)
		closedir(dir);
	return n;
}

static const char *content;

static void
is_kept(void)
{
	int fd = scratch_open(&t.mem, "/tmp");

	scratch_write(fd, content, strlen(content));
	cramp(true);
	store_put(&t.mem, sha256_hex(&t.mem, content, strlen(content)), fd);
}

/* What did not fit leaves nothing in the store: each that tries again would fill it further. */
TEST(plein_a_file_that_has_no_room_leaves_none)
{
	t_store();
	content = arena_printf(&t.mem, "%05000d", 7);
	check(is_down(is_kept));
	cramp(false);
	check(entries(arena_printf(&t.mem, "%s/%.2s", conf.store_url + 7,
		      sha256_hex(&t.mem, content, strlen(content)))) == 0);
}
