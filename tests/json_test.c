/* json_test.c - JSON that we write is read again as it was meant */

#include <string.h>

#include "base/json.h"
#include "t.h"

static bool
same(const char *made, const char *wanted)
{
	return strcmp(made, wanted) == 0 && json_whole(&t.mem, made, strlen(made)) != NULL;
}

TEST(json_objects_are_written_with_members_in_order_and_without_what_is_null)
{
	check(same(json_made(&t.mem, JN("id", INT64_MAX), JS("nom", "Élan"), JR("si", "[1]")),
		"{\"id\":9223372036854775807,\"nom\":\"Élan\",\"si\":[1]}"));
	check(same(
		json_made(&t.mem, JS("avant", NULL), JN("n", -1), JR("si", NULL)), "{\"n\":-1}"));
	check(same(json_made(&t.mem, JS("avant", NULL)), "{}"));
	check(same(json_made(&t.mem, JS("a", "\"\\\n\t")), "{\"a\":\"\\\"\\\\\\u000a\\u0009\"}"));
}

TEST(json_arrays_grow_one_element_at_a_time)
{
	struct buffer list = { &t.mem }, ids = { &t.mem }, none = { &t.mem }, words = { &t.mem },
		      both = { &t.mem };

	json_add(&list, JN("i", 1), JS("t", "a"));
	json_add(&list, JS("t", NULL));
	check(same(json_list(&list), "[{\"i\":1,\"t\":\"a\"},{}]"));
	json_add_id(&ids, 7);
	json_add_id(&ids, 8);
	check(same(json_list(&ids), "[7,8]"));
	json_add_text(&words, "l’\"a\"");
	check(same(json_list(&words), "[\"l’\\\"a\\\"\"]"));
	check(same(json_list(&none), "[]"));
	json_add_json(&both, "[1]");
	json_add_json(&both, "null");
	check(same(json_list(&both), "[[1],null]"));
}
