/* store_s3.c - contents in a bucket, by libcurl, which signs each request (AWS Signature 4)
 *
 * The hash of what is sent is signed with it (x-amz-content-sha256), so the store refuses what was
 * changed on the way.  A store that says "not now", or nothing, is asked again a few times; then
 * the request that needed it ends with 503, its transaction with it: nothing is confirmed that the
 * store does not hold.  What is read comes whole before any of it is shown.
 */

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sodium.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/scratch.h"
#include "net/store_s3_ask.h"

enum { TRIES = 3, WAIT_MS = 200, HEX = crypto_hash_sha256_BYTES * 2 + 1 };

static const char *other, *other_key; /* NULL: the store's */

/* From now on this process speaks to that bucket, and not to the store's. */
void
s3_elsewhere(const char *url, const char *key_file)
{
	other = url;
	other_key = key_file;
}

bool
s3_is(void)
{
	return conf.store_url != NULL && strncmp(conf.store_url, "s3://", 5) == 0;
}

/* Elsewhere by TLS only; a store on this machine as it is. */
static const char *
address(struct arena *a, const struct asked *q)
{
	const char *bucket = (other != NULL ? other : conf.store_url) + 5,
		   *at = strchr(bucket, '@');
	bool here;

	if (at == NULL || at == bucket || at[1] == '\0' || strpbrk(bucket, "/?# ") != NULL)
		fault("%s: s3://BUCKET@HOST is wanted",
			other != NULL ? "dump.second" : "store.url");
	here = strncmp(at + 1, "127.0.0.1:", 10) == 0 || strncmp(at + 1, "localhost:", 10) == 0;
	return arena_printf(a, "http%s://%s/%.*s/%s%s%s", here ? "" : "s", at + 1,
		(int) (at - bucket), bucket, q->place, q->query != NULL ? "?" : "",
		q->query != NULL ? q->query : "");
}

static size_t
give(char *into, size_t one, size_t n, void *of)
{
	struct asked *q = of;
	off_t left = q->size - q->at;
	ssize_t k = pread(q->from, into, (off_t) (one * n) < left ? one * n : (size_t) left,
		q->first + q->at);

	if (k < 0)
		return CURL_READFUNC_ABORT;
	q->at += k;
	return (size_t) k;
}

/* What comes is kept if it is the content, not what the store says of an error. */
static size_t
take(char *bytes, size_t one, size_t n, void *of)
{
	struct asked *q = of;
	long status = 0;
	size_t left = one * n;

	curl_easy_getinfo(q->curl, CURLINFO_RESPONSE_CODE, &status);
	for (size_t i = 0; status / 100 != 2 && i < left && q->n_error < sizeof q->error - 1; i++)
		q->error[q->n_error++] = bytes[i];
	while (q->into >= 0 && status / 100 == 2 && left > 0) {
		ssize_t k = write(q->into, bytes, left);

		if (k <= 0)
			return 0;
		bytes += k;
		left -= (size_t) k;
	}
	return one * n;
}

/* What stands behind NAME, in LINE of LEN bytes ended by CR LF, goes INTO that much room. */
static void
header(const char *line, size_t len, const char *name, char *into, size_t room)
{
	size_t n = strlen(name);

	if (into != NULL && len > n + 1 && strncasecmp(line, name, n) == 0)
		snprintf(into, room, "%.*s", (int) strcspn(line + n, "\r\n"), line + n);
}

/* "Content-Range: bytes 0-99/1234": of a part, which one it is. */
static size_t
hear(char *line, size_t one, size_t n, void *of)
{
	struct asked *q = of;

	header(line, one * n, "content-range: ", q->part, S3_PART);
	header(line, one * n, "etag: ", q->etag, S3_ETAG);
	return one * n;
}

static void
release_list(void *list)
{
	curl_slist_free_all(list);
}

/* The hash of what is sent, in hexadecimal. */
static const char *
hash_of(struct arena *a, const struct asked *q)
{
	unsigned char bytes[crypto_hash_sha256_BYTES];
	char block[65536], *hex = arena_alloc(a, HEX);
	crypto_hash_sha256_state sum;
	ssize_t n;

	crypto_hash_sha256_init(&sum);
	for (off_t at = 0; q->from >= 0 && at < q->size; at += n) {
		off_t left = q->size - at;

		n = pread(q->from, block,
			left < (off_t) sizeof block ? (size_t) left : sizeof block, q->first + at);
		if (n < 0)
			fault_down("temporary file cannot be read");
		if (n == 0)
			break;
		crypto_hash_sha256_update(
			&sum, (const unsigned char *) block, (unsigned long long) n);
	}
	crypto_hash_sha256_final(&sum, bytes);
	return sodium_bin2hex(hex, HEX, bytes, sizeof bytes);
}

static void
sign(struct arena *a, struct asked *q)
{
	struct curl_slist *list =
		curl_slist_append(NULL, arena_printf(a, "x-amz-content-sha256: %s", hash_of(a, q)));
	const char *key = conf_file_text(other != NULL ? other_key : conf.store_key_file);

	if (key == NULL || strchr(key, ':') == NULL)
		fault("%s: a file with KEY:SECRET is wanted",
			other != NULL ? "dump.second_key" : "store.key_file");
	arena_own(a, list, release_list);
	curl_easy_setopt(q->curl, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(q->curl, CURLOPT_USERPWD, key);
	curl_easy_setopt(
		q->curl, CURLOPT_AWS_SIGV4, arena_printf(a, "aws:amz:%s:s3", conf.store_region));
}

static void
set_up(struct arena *a, struct asked *q)
{
	CURL *c = q->curl;

	curl_easy_reset(c); /* its connection stays */
	curl_easy_setopt(c, CURLOPT_URL, address(a, q));
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 5L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
	curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, conf.store_patience);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, q);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, hear);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, q);
	if (q->from >= 0) {
		curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
		curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, q->method);
		curl_easy_setopt(c, CURLOPT_READFUNCTION, give);
		curl_easy_setopt(c, CURLOPT_READDATA, q);
		curl_easy_setopt(c, CURLOPT_INFILESIZE_LARGE, (curl_off_t) q->size);
	} else if (strcmp(q->method, "HEAD") == 0)
		curl_easy_setopt(c, CURLOPT_NOBODY, 1L);
	else
		curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, q->method);
	if (q->range != NULL)
		curl_easy_setopt(c, CURLOPT_RANGE, q->range);
	sign(a, q);
}

/* Ask once: the status, 0 where no whole answer came; *WHY says it. */
static long
ask_once(struct arena *a, struct asked *q, const char **why)
{
	CURLcode rc;
	long status = 0;

	set_up(a, q);
	q->at = 0;
	q->n_error = 0;
	memset(q->error, 0, sizeof q->error);
	if (q->into >= 0 && (ftruncate(q->into, 0) != 0 || lseek(q->into, 0, SEEK_SET) != 0))
		fault_down("temporary file cannot be written");
	rc = curl_easy_perform(q->curl);
	if (rc == CURLE_OK)
		curl_easy_getinfo(q->curl, CURLINFO_RESPONSE_CODE, &status);
	*why = rc == CURLE_OK ? arena_printf(a, "%ld", status) : curl_easy_strerror(rc);
	return status;
}

/* Ask, again when the store is busy: its status, below 300 or 404.  All else is a store that does
 * not work. */
long
s3_ask(struct arena *a, struct asked *q)
{
	static CURL *kept;
	const char *why = "";

	if (kept == NULL && (kept = curl_easy_init()) == NULL)
		fault("out of memory");
	q->curl = kept;
	for (int i = 0; i < TRIES; i++) {
		struct timespec pause = { 0, (long) WAIT_MS * 1000000 * i };
		long status;

		nanosleep(&pause, NULL);
		status = ask_once(a, q, &why);
		if (status == 404 && strstr(q->error, "NoSuchBucket") != NULL)
			why = "there is no such bucket";
		else if (status / 100 == 2 || status == 404 || status == 416)
			return status;
		if (status / 100 == 4 && status != 408 && status != 429)
			break; /* it will say the same again */
	}
	fault_store("the store of files does not answer %s: %s", q->method, why);
}

/* Keep what FD holds; nothing to do when it is there already. */
void
s3_put(struct arena *a, const char *place, int fd)
{
	struct asked there = { "HEAD", place, .from = -1, .into = -1 };
	struct asked put = { "PUT", place, .from = fd, .into = -1 };
	struct stat st;

	if (s3_ask(a, &there) / 100 == 2)
		return;
	if (fstat(fd, &st) != 0)
		fault_down("temporary file cannot be read");
	put.size = st.st_size;
	if (put.size > s3_part_bytes)
		s3_put_parts(a, place, fd, put.size);
	else if (s3_ask(a, &put) / 100 != 2)
		fault_store("the store of files has no such bucket");
}

/* That content, or the bytes RANGE of it ("0-99", "100-", "-20"; NULL: all), in a file without a
 * name that closes with A; PART says which bytes they are, "" all.  -1: it is not there; -2: it has
 * no such bytes. */
int
s3_open(struct arena *a, const char *place, const char *range, char part[S3_PART])
{
	struct asked q = { "GET", place, NULL, range, .from = -1, .part = part };
	long status;

	*part = '\0';
	q.into = scratch_open(a, "/tmp");
	status = s3_ask(a, &q);
	if (status / 100 != 2)
		return status == 416 ? -2 : -1;
	if (lseek(q.into, 0, SEEK_SET) != 0)
		fault_down("temporary file cannot be read");
	return q.into;
}

/* It goes; that it was not there is no fault. */
void
s3_drop(struct arena *a, const char *place)
{
	struct asked q = { "DELETE", place, .from = -1, .into = -1 };

	s3_ask(a, &q);
}
