// A store that speaks S3 as far as Essaim does: PUT, GET (with Range), HEAD, DELETE of /BUCKET/KEY, in memory;
// and uploads in parts, of which GET /BUCKET/?uploads= says how many are under way.
// Each request is signed again by aws4, with the secret: another secret, another content, an hour ago or no
// signature at all are refused.  Buckets share what they hold; their names say how the store fails:
// essaim never; occupe: 503; occupe-N: 503 for the first N requests; coupe: answers are cut in the middle;
// muet: no answer; partie: no second part; fin: an error in the middle of a good answer when parts are put together.
// Prints its port, then a dot now and then: it ends when nobody listens any more.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import aws4 from 'aws4';

const KEY = { accessKeyId: 'essaim-essai', secretAccessKey: 'un+secret/de=test' }, REGION = 'fr-par';
const contents = new Map(), uploads = new Map(), LEAST = 5 << 20;
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

// The parts of an upload, put together as the client lists them; undefined: it may not be.
function together(parts, text)
{
	const listed = [...text.matchAll(/<Part><PartNumber>(\d+)<\/PartNumber><ETag>"([0-9a-f]{64})"<\/ETag><\/Part>/g)];
	const found = listed.map(([, n, tag]) => (sha256(parts.get(Number(n)) ?? '') === tag ? parts.get(Number(n)) : undefined));

	return found.length > 0 && found.every((part, i) => part && Number(listed[i][1]) > Number(listed[i - 1]?.[1] ?? 0) &&
		(part.length >= LEAST || i === found.length - 1)) ? Buffer.concat(found) : undefined;
}

function inParts(request, response, body, kind, key, asked)
{
	const xml = (text, status = 200) => response.writeHead(status, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?>\n${text}`);
	const id = asked.get('uploadId'), parts = uploads.get(id), n = Number(asked.get('partNumber'));

	if (asked.has('uploads') && request.method === 'GET')
		return xml(String(uploads.size));
	if (asked.has('uploads')) {
		const fresh = `2~essai+${uploads.size}/=.`;
		uploads.set(fresh, new Map());
		return xml(`<InitiateMultipartUploadResult><Key>${key}</Key><UploadId>${fresh}</UploadId></InitiateMultipartUploadResult>`);
	}
	if (!parts)
		return error(response, 404, 'NoSuchUpload');
	if (request.method === 'PUT') {
		if (kind === 'partie' && n > 1)
			return error(response, 500, 'InternalError');
		parts.set(n, body);
		return response.writeHead(200, { ETag: `"${sha256(body)}"` }).end();
	}
	if (request.method === 'DELETE') {
		uploads.delete(id);
		return response.writeHead(204).end();
	}
	const whole = together(parts, body.toString());
	if (!whole)
		return error(response, 400, 'InvalidPart');
	if (kind === 'fin')
		return xml('<Error><Code>InternalError</Code></Error>');
	contents.set(key, whole);
	uploads.delete(id);
	return xml('<CompleteMultipartUploadResult><ETag>"essai"</ETag></CompleteMultipartUploadResult>');
}

function answer(request, response, body)
{
	const [path, query] = request.url.split('?');
	const [, bucket, key] = path.split(/^\/([^/]+)\//), kind = bucket?.split('-')[0], why = wrong(request, body);

	if (why)
		return error(response, why === 'XAmzContentSHA256Mismatch' ? 400 : 403, why);
	if (kind === 'occupe' && (busy[bucket] ??= Number(bucket.split('-')[1])) > 0) {
		busy[bucket]--;
		return error(response, 503, 'SlowDown');
	}
	if (kind === 'muet')
		return undefined;
	if (!['essaim', 'occupe', 'coupe', 'partie', 'fin'].includes(kind))
		return error(response, 404, 'NoSuchBucket');
	if (query !== undefined)
		return inParts(request, response, body, kind, key, new URLSearchParams(query));
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

server.keepAliveTimeout = 0; // a client that comes back after a minute finds its connection
process.stdout.on('error', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
	console.log(server.address().port);
	setInterval(() => process.stdout.write('.'), 100);
});
