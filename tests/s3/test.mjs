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

server.kill();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
