// Receives every mail the platform sends, keeps it, and shows it on a page.
//   node tests/smtp/sink.mjs --smtp PORT --http PORT --dir DIR
// For tests: GET /messages.json?to=ADDRESS&subject=TEXT, DELETE /messages, PUT /faults.
// Prints "listening SMTP HTTP" once both ports are open.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMail } from './mime.mjs';
import { listPage, mailPage, notFoundPage } from './page.mjs';
import { smtpServer } from './smtp.mjs';

const { values: options } = parseArgs({ options: {
	smtp: { type: 'string' }, http: { type: 'string' }, dir: { type: 'string' } } });
if (!options.smtp || !options.http || !options.dir) {
	console.error('usage: sink.mjs --smtp PORT --http PORT --dir DIR');
	process.exit(2);
}

const faults = [];
let mails = [];			// oldest first: {id, date, from, to, size, subject}
let last = 0;

function path(id)
{
	return join(options.dir, `${String(id).padStart(6, '0')}.eml`);
}

// The envelope stands in the file itself, as two headers before the others.
function remember(id, bytes, date)
{
	const { headers, subject } = readMail(bytes);

	last = Math.max(last, id);
	mails.push({ id, date, from: headers['x-envelope-from'] ?? '', subject,
		to: (headers['x-envelope-to'] ?? '').split(', ').filter(Boolean), size: bytes.length });
}

function store(body, from, to)
{
	const id = last + 1;
	const bytes = Buffer.concat([Buffer.from(`X-Envelope-From: ${from}\r\nX-Envelope-To: ${to.join(', ')}\r\n`), body]);

	writeFileSync(path(id) + '.new', bytes, { mode: 0o600 });
	renameSync(path(id) + '.new', path(id));
	remember(id, bytes, new Date().toISOString());
	return id;
}

function full(mail)
{
	return { ...mail, ...readMail(readFileSync(path(mail.id))) };
}

function chosen(query)
{
	const to = (query.get('to') ?? '').toLowerCase();
	const subject = query.get('subject') ?? '';

	return mails.filter(m => m.to.some(a => a.toLowerCase().includes(to)) && m.subject.includes(subject));
}

function forget()
{
	for (const mail of mails)
		rmSync(path(mail.id), { force: true });
	mails = [];
}

async function bodyOf(request)
{
	const chunks = [];

	for await (const chunk of request)
		chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

function send(response, status, type, body, headers = {})
{
	response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff',
		'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'",
		...headers });
	response.end(body);
}

const json = (response, value, status = 200) =>
	send(response, status, 'application/json', JSON.stringify(value, null, 1) + '\n');
const html = (response, body, status = 200) => send(response, status, 'text/html; charset=utf-8', body);

// A mail's own HTML is shown in a frame that may run nothing and reach nothing.
function htmlPart(response, mail)
{
	send(response, 200, 'text/html; charset=utf-8', full(mail).html, {
		'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-top-navigation-by-user-activation" });
}

async function answer(request, response)
{
	const url = new URL(request.url, 'http://127.0.0.1');
	const [, id, what] = /^\/messages\/(\d+)(\.json|\.eml|\/html)?$/.exec(url.pathname) ?? [];
	const mail = id && mails.find(m => m.id === Number(id));

	if (request.method === 'PUT' && url.pathname === '/faults') {
		faults.splice(0, Infinity, ...JSON.parse(await bodyOf(request)));
		return json(response, faults);
	}
	if (request.method === 'DELETE' && url.pathname === '/messages') {
		forget();
		return json(response, { total: 0 });
	}
	if (request.method !== 'GET')
		return json(response, { error: { code: 'method' } }, 405);
	if (url.pathname === '/messages.json') {
		const items = chosen(url.searchParams).map(full);
		return json(response, { total: items.length, items });
	}
	if (url.pathname === '/')
		return html(response, listPage(chosen(url.searchParams).reverse(), url.searchParams.get('to') ?? ''));
	if (!mail)
		return html(response, notFoundPage(), 404);
	if (what === '.json')
		return json(response, full(mail));
	if (what === '.eml')
		return send(response, 200, 'message/rfc822', readFileSync(path(mail.id)));
	if (what === '/html')
		return htmlPart(response, mail);
	return html(response, mailPage(full(mail)));
}

mkdirSync(options.dir, { recursive: true, mode: 0o700 });
for (const file of readdirSync(options.dir).filter(name => /^\d+\.eml$/.test(name)).sort())
	remember(parseInt(file, 10), readFileSync(join(options.dir, file)),
		statSync(join(options.dir, file)).mtime.toISOString());

const web = createServer((request, response) =>
	answer(request, response).catch(error => json(response, { error: { message: String(error) } }, 400)));
const mailServer = smtpServer(store, faults);
mailServer.listen(Number(options.smtp), '127.0.0.1', () =>
	web.listen(Number(options.http), '127.0.0.1', () =>
		console.log(`listening ${mailServer.address().port} ${web.address().port}`)));
