// The HTTP server: every request is counted, limited, checked, answered, and broken when a fault is due.

import { createServer } from 'node:http';
import { randomUUID, timingSafeEqual } from 'node:crypto';
import { route } from './api.mjs';
import { control } from './control.mjs';
import { count, countAnswer } from './counters.mjs';
import { html, invalid, Refusal, unauthorized } from './errors.mjs';
import { distort, refuse } from './faults.mjs';
import { send } from './send.mjs';
import { secretIn } from './signature.mjs';

const MAX_URL = 16000,
	MAX_BODY = 10 << 20,
	LOGGED = 2000;

async function bodyOf(req) {
	const parts = [];
	let size = 0;
	for await (const part of req) {
		size += part.length;
		if (size > MAX_BODY) throw invalid('Invalid input JSON: too long');
		parts.push(part);
	}
	return Buffer.concat(parts);
}

function parse(raw) {
	let body;
	try {
		body = JSON.parse(raw.toString('utf8') || '{}');
	} catch {
		throw invalid('Invalid input JSON on line 1');
	}
	if (body === null || typeof body !== 'object' || Array.isArray(body))
		throw invalid('Invalid input JSON: an object is needed');
	return body;
}

function queryOf(url) {
	const query = {};
	for (const [k, v] of url.searchParams)
		query[k] = query[k] === undefined ? v : [].concat(query[k], v);
	return query;
}

function same(a, b) {
	const x = Buffer.from(a),
		y = Buffer.from(b);
	return x.length === y.length && timingSafeEqual(x, y);
}

function checkToken(box, req) {
	const token = secretIn(box.options.tokenFile);
	const given = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
	if (!token || !same(given, token)) {
		box.counters.unauthorized++;
		throw unauthorized();
	}
}

// What the call answers: { status, headers, body }, refusals included.
async function answer(box, req, url, found, fault, asked) {
	const headers = { 'X-HubSpot-Correlation-Id': randomUUID() };
	try {
		if (req.url.length > MAX_URL)
			throw new Refusal(414, { html: html(414, 'Request-URI Too Large') });
		Object.assign(headers, box.rates.take(found.name, box.store.now()));
		refuse(fault, found.name);
		checkToken(box, req);
		const raw = await bodyOf(req);
		const query = queryOf(url);
		asked.body = found.name === 'write' || req.method === 'GET' ? {} : parse(raw);
		if (found.name === 'search' && raw.length > 3000) box.counters.search_bodies_over_3000++;
		const link = (more) =>
			`https://api.hubapi.com${url.pathname}?${new URLSearchParams({ ...query, ...more })}`;
		const got = found.run({
			store: box.store,
			query,
			body: asked.body,
			ids: found.ids,
			link,
			portal: box.portal,
			silentMerges: box.silentMerges,
		});
		const { status, body } = Number.isInteger(got.status) ? got : { status: 200, body: got };
		return {
			status: fault?.kind === 'gone' && found.name === 'batch' ? 207 : status,
			headers,
			body: distort(fault, body, query, asked.body),
		};
	} catch (e) {
		if (!(e instanceof Refusal)) throw e;
		return { status: e.status, headers: { ...headers, ...e.headers }, body: e.body };
	}
}

async function api(box, req, res, url) {
	const started = performance.now();
	const found = route(req.method, url.pathname.replace(/(.)\/$/, '$1'));
	count(box, found.name, req);
	const fault = box.faults.pick(found.name);
	const asked = {};
	const out = await answer(box, req, url, found, fault, asked);
	req.resume();
	const bytes = send(res, out, req.headers['accept-encoding'], fault);
	countAnswer(box, out.status, bytes);
	box.log.push({
		at: new Date().toISOString(),
		call: found.name,
		method: req.method,
		url: req.url.slice(0, 300),
		body: found.name === 'search' ? asked.body : undefined,
		status: out.status,
		fault: fault?.kind,
		ms: Math.round((performance.now() - started) * 100) / 100,
	});
	if (box.log.length > 2 * LOGGED) box.log.splice(0, box.log.length - LOGGED);
}

// The controls are for programs on this machine, not for pages that a browser shows.
function allowed(req) {
	return (
		!req.headers.origin &&
		/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(req.headers.host ?? '')
	);
}

async function steer(box, req, res, url) {
	if (!allowed(req)) {
		res.writeHead(403).end();
		return;
	}
	const body = req.method === 'GET' ? {} : parse(await bodyOf(req));
	await control(
		box,
		req.method,
		url.pathname.slice('/_sandbox/'.length),
		queryOf(url),
		body,
		res,
	);
}

function failed(res, e) {
	if (res.headersSent) {
		res.destroy();
		return;
	}
	const status = e instanceof Refusal ? e.status : 500;
	res.writeHead(status, { 'Content-Type': 'application/json' });
	res.end(`${JSON.stringify({ error: e.message })}\n`);
	if (status === 500) process.stderr.write(`${e.stack}\n`);
}

/** The server of a sandbox; the caller listens. */
export function serve(box) {
	const handle = (req, res) => {
		const url = new URL(req.url, 'http://127.0.0.1');
		res.setHeader('Date', new Date(box.store.now()).toUTCString());
		return url.pathname.startsWith('/_sandbox/')
			? steer(box, req, res, url)
			: api(box, req, res, url);
	};
	const server = createServer(
		{ maxHeaderSize: 65536, keepAlive: true, noDelay: true },
		(req, res) => {
			Promise.resolve()
				.then(() => handle(req, res))
				.catch((e) => failed(res, e));
		},
	);
	server.keepAliveTimeout = 60000;
	server.requestTimeout = 0;
	return server;
}
