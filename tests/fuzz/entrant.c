/* entrant.c - any bytes as a mail: no more than is allowed, all text UTF-8
 * links: lib/net/mail_read.c lib/net/entrant_partie.c lib/net/entrant_fichier.c lib/base/quoted.c
 * lib/base/citation_regles.c lib/base/charset.c lib/base/flowed.c lib/base/html_plain.c
 * lib/base/html_read.c lib/base/image.c lib/base/redact.c lib/base/conf.c lib/base/text.c
 * lib/base/buffer.c
 * libs: -lutf8proc -I/usr/include/libxml2 -lxml2 -I/usr/include/gmime-3.0 -I/usr/include/glib-2.0
 * -I/usr/lib/x86_64-linux-gnu/glib-2.0/include -lgmime-3.0 -lgio-2.0 -lgobject-2.0 -lglib-2.0 */

#include "base/charset.h"
#include "base/conf.h"
#include "base/flowed.h"
#include "base/html_plain.h"
#include "base/quoted.h"
#include "base/redact.h"
#include "base/text.h"
#include "net/mail_read.h"
#include "promise.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena mem = { 0 };
	char *bytes, *text;
	struct mail_in m;

	conf.site_url = "http://essaim.example";
	conf.mail_reply = "reponse@essaim.example";
	bytes = as_text(&mem, data, size);
	promise(strlen(redact(&mem, bytes, "")) <= size);
	promise(strstr(redact(&mem, bytes, ""), "courriel/205a6f707e79a08e9c287b0858a2cef4") ==
		NULL);
	promise(strlen(quoted_cut(&mem, bytes, "")) <= size * 3);
	promise(strlen(flowed(&mem, bytes, size % 2)) <= size * 2 + 1);
	text = html_plain(&mem, bytes);
	promise(text_is_utf8(text, strlen(text)));
	text = charset_text(&mem, (const char *) data, size, NULL);
	promise(text_is_utf8(text, strlen(text)) && strlen(text) <= size * 3);
	if (mail_read(&mem, (const char *) data, size, &m)) {
		promise(m.n_to <= MAIL_IN_TO && m.n_joints <= MAIL_IN_JOINTS);
		promise(m.n_perdus <= ENTRANT_PERDUS);
		promise(text_is_utf8(m.texte, strlen(m.texte)) &&
			text_is_utf8(m.from, strlen(m.from)));
		promise(text_is_utf8(m.id, strlen(m.id)));
		for (unsigned i = 0; i < m.n_joints; i++)
			promise(strpbrk(m.joints[i].nom, "/\\") == NULL);
	}
	arena_reset(&mem);
	return 0;
}
