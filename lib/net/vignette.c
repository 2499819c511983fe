/* vignette.c - small copies of pictures, and photos of telephones as JPEG
 *
 * Decoding what strangers send is for vipsthumbnail (libvips), in a process that may use little
 * memory and time, reads nothing but kinds that libvips trusts, and whose death harms nobody.
 */

#include <fcntl.h>
#include <linux/close_range.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/scratch.h"
#include "net/vignette.h"

enum { SECONDS = 30, WEIGHT = 4 << 20, PHOTO_WEIGHT = 25 << 20, NO_TOOL = 127 };
static const rlim_t MEMORY = 1 << 30;

static void
bound(int what, rlim_t most)
{
	const struct rlimit limit = { most, most };

	if (setrlimit(what, &limit) != 0)
		_exit(1);
}

/* What is to be made of a picture. */
struct made {
	const char *size, *options;
	rlim_t weight;
};

/* In the child: become the tool, reading FD, writing PATH; it gets no other file, least of all the
 * connection to the database. */
static void
become(struct arena *mem, int fd, const char *path, const struct made *made)
{
	char *const environ_[] = { "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent",
		"VIPS_BLOCK_UNTRUSTED=1", "VIPS_CONCURRENCY=1", NULL };
	char *in = arena_printf(mem, "/proc/self/fd/%d", fd);
	char *out = arena_printf(mem, "%s[%s]", path, made->options);
	char *const argv[] = { "vipsthumbnail", "--size", (char *) made->size, "-o", out, in,
		NULL };
	int null = open("/dev/null", O_RDWR);

	for (int i = 0; i < 3; i++)
		dup2(null, i);
	if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0)
		_exit(1);
	fcntl(fd, F_SETFD, 0);
	bound(RLIMIT_AS, MEMORY);
	bound(RLIMIT_CPU, SECONDS);
	bound(RLIMIT_FSIZE, made->weight);
	bound(RLIMIT_CORE, 0);
	alarm(SECONDS * 2);
	execvpe(argv[0], argv, environ_);
	_exit(NO_TOOL);
}

static int
run(struct arena *mem, int fd, const char *path, const struct made *made)
{
	int status;
	pid_t child = fork();

	if (child < 0)
		fault_down("no process for a picture");
	if (child == 0)
		become(mem, fd, path, made);
	if (waitpid(child, &status, 0) != child)
		return 1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

/* What the tool wrote, read as a picture again, in a file without a name; 0 bytes: none. */
static size_t
take(struct arena *mem, int out, struct image *image, int *into)
{
	struct stat st;
	uint8_t *bytes, *clean;
	size_t n;

	if (fstat(out, &st) != 0 || st.st_size <= 0 || st.st_size > WEIGHT)
		return 0;
	n = (size_t) st.st_size;
	bytes = arena_alloc(mem, n);
	clean = arena_alloc(mem, n + IMAGE_ROOM);
	if (pread(out, bytes, n, 0) != st.st_size)
		return 0;
	n = image_clean(IMAGE_WEBP, bytes, n, clean, image);
	if (n > 0) {
		*into = scratch_open(mem, "/tmp");
		scratch_write(*into, (const char *) clean, n);
		lseek(*into, 0, SEEK_SET);
	}
	return n;
}

/* A WebP of the picture in FD, at most 640 pixels wide and high, the right way up, without what
 * the picture tells: its size, and INTO it, a file that closes with the arena. */
enum vignette
vignette_make(struct arena *mem, int fd, struct image *image, int *into)
{
	static const struct made small = { "640x640>", "Q=75,strip", WEIGHT };
	char path[] = "/tmp/essaim-vignette-XXXXXX.webp";
	int out = mkostemps(path, 5, O_CLOEXEC), status, written;
	size_t n = 0;

	if (out < 0)
		fault_down("no room for a small copy");
	status = run(mem, fd, path, &small);
	written = open(path, O_RDONLY | O_CLOEXEC);
	if (status == 0 && written >= 0)
		n = take(mem, written, image, into);
	if (written >= 0)
		close(written);
	close(out);
	unlink(path);
	return status == NO_TOOL ? VIGNETTE_NO_TOOL : n > 0 ? VIGNETTE_MADE : VIGNETTE_NONE;
}

/* The picture in FD as a JPEG the right way up, without what it tells: a file that closes with the
 * arena, and its size.  -1: it cannot be read, or the tool is not installed. */
static int
jpeg(struct arena *mem, int fd, const struct made *photo, int64_t *size)
{
	char path[] = "/tmp/essaim-photo-XXXXXX.jpg";
	int out = mkostemps(path, 4, O_CLOEXEC), into = -1, written;
	char block[65536];
	ssize_t n;

	if (out < 0)
		fault_down("no room for a photo");
	written = run(mem, fd, path, photo) == 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	*size = 0;
	if (written >= 0) {
		into = scratch_open(mem, "/tmp");
		for (; (n = read(written, block, sizeof block)) > 0; *size += n)
			scratch_write(into, block, (size_t) n);
		lseek(into, 0, SEEK_SET);
		close(written);
	}
	close(out);
	unlink(path);
	return *size > 0 ? into : -1;
}

/* The photo in FD, of a kind that browsers do not show, as jpeg() makes it. */
int
vignette_jpeg(struct arena *mem, int fd, int64_t *size)
{
	static const struct made photo = { "12000x12000>", "Q=88,strip", PHOTO_WEIGHT };

	return jpeg(mem, fd, &photo, size);
}

/* The same, no wider than mails show pictures, twice for sharp screens. */
int
vignette_mail(struct arena *mem, int fd, int64_t *size)
{
	static const struct made small = { "1104x4000>", "Q=78,strip,background=255", WEIGHT };

	return jpeg(mem, fd, &small, size);
}
