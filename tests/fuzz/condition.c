/* condition.c - the text of a segment: read or refused, and the same when it is written again
 * links: lib/domain/annuaire/condition.c lib/base/json.c lib/base/buffer.c lib/base/text.c
 * lib/base/fold.c lib/base/scratch.c
 * libs: -ljson-c -lutf8proc */

#include "domain/annuaire/condition.h"
#include "promise.h"

static void
bounded(const struct noeud *n, int depth)
{
	promise(depth <= PROFONDEUR && n->n <= VALEURS_MAX);
	promise(n->groupe || (n->sujet != NULL && n->op < OPS && n->enfants == NULL));
	for (const struct noeud *c = n->enfants; c != NULL; c = c->next)
		bounded(c, depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	struct noeud *tree = condition_parse(&mem, as_text(&mem, data, size));

	if (tree != NULL) {
		const char *once = condition_text(&mem, tree), *twice;
		struct noeud *again = condition_parse(&mem, once);

		bounded(tree, 0);
		promise(condition_count(tree) <= NOEUDS);
		promise(again != NULL || strlen(once) > CONDITIONS_MAX);
		twice = again != NULL ? condition_text(&mem, again) : once;
		promise(strcmp(once, twice) == 0);
	}
	arena_reset(&mem);
	return 0;
}
