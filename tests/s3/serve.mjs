// A store that speaks S3 as far as Essaim does: PUT, GET (with Range), HEAD, DELETE of /BUCKET/KEY, in memory.
// Each request is signed again by aws4, with the secret: another secret, another content, an hour ago or no
// signature at all are refused.  Buckets share what they hold; their names say how the store fails:
// essaim never; occupe: 503; occupe-N: 503 for the first N requests; coupe: answers are cut in the middle;
// muet: no answer.
// Prints its port, then a dot now and then: it ends when nobody listens any more.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import aws4 from 'aws4';

const KEY = { accessKeyId: 'essaim-essai', secretAccessKey: 'un+secret/de=test' }, REGION = 'fr-par';
const contents = new Map();
const busy = { occupe: Infinity };
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

function error(response, status, code)
{
	response.writeHead(status, { 'Content-Type': 'application/xml' });
	response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>essai</Message></Error>`);
}

// Why that request is not ours; undefined: it is.
function wrong(request, body)
{
	const { authorization = '', 'x-amz-date': date = '', 'x-amz-content-sha256': hash } = request.headers;
	const [, names] = /SignedHeaders=([^,]+)/.exec(authorization) ?? [];

	if (!names)
		return 'AccessDenied';
	const at = Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
	if (!(Math.abs(at - Date.now()) < 15 * 60000))
		return 'RequestTimeTooSkewed';
	for (const wanted of ['host', 'x-amz-content-sha256', 'x-amz-date'])
		if (!names.split(';').includes(wanted))
			return 'AccessDenied';
	if (hash !== sha256(body))
		return 'XAmzContentSHA256Mismatch';
	const headers = Object.fromEntries(names.split(';').map(name => [name, request.headers[name]]));
	const again = aws4.sign({ service: 's3', region: REGION, method: request.method, path: request.url,
		host: request.headers.host, headers }, KEY);
	const signature = text => /Signature=([0-9a-f]{64})$/.exec(text)?.[1];

	return signature(authorization) === signature(again.headers.Authorization) && authorization.includes(`Credential=${KEY.accessKeyId}/`)
		? undefined : 'SignatureDoesNotMatch';
}

function give(request, response, bytes, cut)
{
	const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
	let first = 0, last = bytes.length - 1;

	if (from === '' && to !== '')
		first = Math.max(0, bytes.length - Number(to));
	else if (from) {
		first = Number(from);
		last = to ? Math.min(last, Number(to)) : last;
	}
	if (first > last && bytes.length > 0)
		return error(response, 416, 'InvalidRange');
	const part = bytes.subarray(first, last + 1);
	response.writeHead(from !== undefined ? 206 : 200, { 'Content-Length': part.length,
		...(from !== undefined && { 'Content-Range': `bytes ${first}-${last}/${bytes.length}` }) });
	if (!cut)
		return response.end(request.method === 'HEAD' ? undefined : part);
	response.write(part.subarray(0, part.length / 2), () => response.destroy());
}

function answer(request, response, body)
{
	const [, bucket, key] = request.url.split(/^\/([^/]+)\//), kind = bucket?.split('-')[0], why = wrong(request, body);

	if (why)
		return error(response, why === 'XAmzContentSHA256Mismatch' ? 400 : 403, why);
	if (kind === 'occupe' && (busy[bucket] ??= Number(bucket.split('-')[1])) > 0) {
		busy[bucket]--;
		return error(response, 503, 'SlowDown');
	}
	if (kind === 'muet')
		return undefined;
	if (!['essaim', 'occupe', 'coupe'].includes(kind))
		return error(response, 404, 'NoSuchBucket');
	if (request.method === 'PUT') {
		contents.set(key, body);
		response.writeHead(200, { ETag: `"${sha256(body)}"` });
		return response.end();
	}
	if (request.method === 'DELETE') {
		contents.delete(key);
		response.writeHead(204);
		return response.end();
	}
	if (!contents.has(key))
		return error(response, 404, 'NoSuchKey');
	return give(request, response, contents.get(key), kind === 'coupe' && request.method === 'GET');
}

const server = createServer((request, response) => {
	const parts = [];

	request.on('data', part => parts.push(part));
	request.on('end', () => answer(request, response, Buffer.concat(parts)));
});

process.stdout.on('error', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
	console.log(server.address().port);
	setInterval(() => process.stdout.write('.'), 100);
});
