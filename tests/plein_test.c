/* plein_test.c - a full disk: a plain answer, nothing half done */

#include <setjmp.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/fault.h"
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

/* The answer of an export when no file may have more than 100 bytes. */
static int
cramped(const char *path)
{
	struct rlimit before, small;
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);

	getrlimit(RLIMIT_FSIZE, &before);
	small = (struct rlimit) { 100, before.rlim_max };
	setrlimit(RLIMIT_FSIZE, &small);
	export(path);
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, handler);
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
