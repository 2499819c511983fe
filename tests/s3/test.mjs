// The store of the tests refuses what a real one does: else a test that passes by it would show nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { request as ask } from 'node:http';
import aws4 from 'aws4';

const server = spawn('node', ['tests/s3/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = Number(await new Promise(go => server.stdout.once('data', go)));
const good = { accessKeyId: 'essaim-essai', secretAccessKey: 'un+secret/de=test' };
const sha256 = text => createHash('sha256').update(text).digest('hex');
let passed = 0, failed = 0;

function check(name, ok)
{
	console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
	if (ok)
		passed++;
	else
		failed++;
}

// The status of a request that is signed for SIGNED and sends BODY.
function send({ method = 'PUT', path = '/essaim/ab/abc', key = good, signed = 'Bonjour', body = signed, change = x => x })
{
	const of = change(key ? aws4.sign({ service: 's3', region: 'fr-par', method, path, host: `127.0.0.1:${port}`,
		headers: { 'x-amz-content-sha256': sha256(signed) } }, key) : { method, path, headers: {} });

	return new Promise((go, fail) => {
		const sent = ask({ host: '127.0.0.1', port, method, path: of.path, headers: of.headers }, response => {
			response.resume();
			response.on('end', () => go(response.statusCode));
		});

		sent.on('error', fail);
		sent.end(body);
	});
}

check('what is signed is kept', await send({}) === 200);
check('and given back', await send({ method: 'GET', signed: '' }) === 200);
check('an anonymous request is refused', await send({ key: null }) === 403);
check('another secret is refused', await send({ key: { ...good, secretAccessKey: 'un autre' } }) === 403);
check('another key is refused', await send({ key: { ...good, accessKeyId: 'quelqu-un' } }) === 403);
check('another content than the one signed is refused', await send({ body: 'Bonsoir' }) === 400);
check('another place than the one signed is refused',
	await send({ change: of => ({ ...of, path: '/essaim/ab/abd' }) }) === 403);
check('a signature of yesterday is refused', await send({ change: of => ({ ...of,
	headers: { ...of.headers, 'X-Amz-Date': '20200101T000000Z' } }) }) === 403);
check('what is not there is not found', await send({ method: 'GET', path: '/essaim/ab/rien', signed: '' }) === 404);

check('parts are asked for by who has the secret', await send({ method: 'POST', path: '/essaim/ab/g?uploads=', signed: '', key: { ...good, secretAccessKey: 'x' } }) === 403);
check('an upload begins', await send({ method: 'POST', path: '/essaim/ab/g?uploads=', signed: '' }) === 200);
const part = '/essaim/ab/g?partNumber=1&uploadId=2~essai%2B0%2F%3D.', end = '/essaim/ab/g?uploadId=2~essai%2B0%2F%3D.';
check('takes a part', await send({ path: part, signed: 'petite' }) === 200);
check('another part number than the one signed is refused',
	await send({ path: part, signed: 'petite', change: of => ({ ...of, path: of.path.replace('=1', '=2') }) }) === 403);
const list = (...tags) => `<CompleteMultipartUpload>${tags.map((tag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>"${tag}"</ETag></Part>`).join('')}`;
check('a part that it has not is refused', await send({ method: 'POST', path: end, signed: list(sha256('autre')) }) === 400);
await send({ path: part.replace('=1', '=2'), signed: 'dernière' });
check('a small part before the last is refused', await send({ method: 'POST', path: end, signed: list(sha256('petite'), sha256('dernière')) }) === 400);
check('until then nothing is there', await send({ method: 'GET', path: '/essaim/ab/g', signed: '' }) === 404);
check('all of it is put together', await send({ method: 'POST', path: end, signed: list(sha256('petite')) }) === 200 &&
	await send({ method: 'GET', path: '/essaim/ab/g', signed: '' }) === 200);
check('an upload that has ended is none', await send({ method: 'DELETE', path: end, signed: '' }) === 404);

server.kill();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
