/* bare.c - the least that a FastCGI program can do: send the bytes of a file, kept in memory */

#include <fcgi_stdio.h>
#include <stdlib.h>

int
main(int argc, char **argv)
{
	static char page[4 << 20];
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	size_t n = file != NULL ? fread(page, 1, sizeof page, file) : 0;

	while (n > 0 && FCGI_Accept() >= 0) {
		printf("Content-Type: text/html; charset=utf-8\r\n\r\n");
		fwrite(page, 1, n, stdout);
	}
	return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
