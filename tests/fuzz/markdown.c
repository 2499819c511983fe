/* markdown.c - any text: HTML without code or foreign pictures, in a bounded size; text that is
 * UTF-8
 * links: lib/base/markdown.c lib/base/markdown_source.c lib/base/markdown_lien.c lib/base/text.c
 * lib/base/buffer.c
 * libs: -lcmark-gfm-extensions -lcmark-gfm -lutf8proc */

#include "base/markdown.h"
#include "base/text.h"
#include "promise.h"

/* Only tags that the renderer writes, each with the attributes it writes. */
static void
check_tags(const char *html)
{
	static const char *const tags[] = { "p>", "/", "a href=\"/",
		"a rel=\"noopener nofollow ugc\" href=\"", "img loading=\"lazy\" src=\"/fichiers/",
		"em>", "strong>", "del>", "ul>", "ol>", "ol start=\"", "li>", "blockquote>", "h",
		"hr />", "br />", "code>", "code class=\"", "pre>", "table>", "thead>", "tbody>",
		"tr>", "th>", "td>" };

	for (const char *s = html; (s = strchr(s, '<')) != NULL;) {
		size_t i = 0;

		for (s++; i < sizeof tags / sizeof *tags; i++)
			if (strncmp(s, tags[i], strlen(tags[i])) == 0)
				break;
		promise(i < sizeof tags / sizeof *tags);
	}
	promise(strstr(html, "href=\"javascript:") == NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	char *source = as_text(&mem, data, size);
	int64_t ids[MARKDOWN_MENTIONS];
	char *html = markdown_html(&mem, source, 3), *text = markdown_text(&mem, source);
	unsigned n = markdown_mentions(&mem, source, ids);

	check_tags(html);
	promise(text_is_utf8(html, strlen(html)) && strlen(html) <= 40000 + 60 * size);
	promise(text_is_utf8(text, strlen(text)));
	promise(n <= MARKDOWN_MENTIONS);
	for (unsigned i = 0; i < n; i++)
		promise(ids[i] != 0);
	arena_reset(&mem);
	return 0;
}
