// How an answer leaves: whole and compressed, or broken as a fault asks.

import { gzipSync } from 'node:zlib';

const drop = (res) => (res.socket?.resetAndDestroy ? res.socket.resetAndDestroy() : res.destroy());

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Write, and wait for room when the reader is slow. */
export async function drain(res, chunk) {
	if (res.write(chunk) || res.destroyed) return;
	await new Promise((done) => {
		const over = () => {
			res.off('drain', over).off('close', over);
			done();
		};
		res.on('drain', over).on('close', over);
	});
}

async function slowly(res, buffer, fault) {
	for (let at = 0; at < buffer.length && !res.destroyed; at += fault.bytes) {
		res.write(buffer.subarray(at, at + fault.bytes));
		await later(Math.min(fault.ms, 1000));
	}
	res.end();
}

// A body that begins like an answer and goes on for so many megabytes.
async function hugely(res, mb) {
	const row = JSON.stringify({
		id: '1',
		properties: { email: null, lastname: 'x'.repeat(60000) },
	});
	await drain(res, '{"results":[');
	for (let sent = 0; sent < mb * 1048576 && !res.destroyed; sent += row.length + 1)
		await drain(res, `${row},`);
	res.end(`${row}]}`);
}

function truncate(buffer, at) {
	return buffer.subarray(0, Math.max(1, Math.floor(buffer.length * at)));
}

async function cut(res, status, headers, buffer, at) {
	res.writeHead(status, { ...headers, 'Content-Length': Math.max(2, buffer.length) });
	await drain(res, truncate(buffer, at));
	await later(20);
	res.socket?.destroy(); // closed, not reset: the reader gets what was sent
}

const WAYS = {
	reset: (res) => drop(res),
	hang: () => {},
	html: (res, status, headers) => {
		res.writeHead(200, { ...headers, 'Content-Type': 'text/html;charset=utf-8' });
		res.end(
			'<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Back soon.</body></html>',
		);
	},
	cut: (res, status, headers, buffer, fault) => cut(res, status, headers, buffer, fault.at),
	truncated: (res, status, headers, buffer, fault) => {
		const part = truncate(buffer, fault.at);
		res.writeHead(status, { ...headers, 'Content-Length': part.length });
		res.end(part);
	},
	slow: (res, status, headers, buffer, fault) => {
		res.writeHead(status, { ...headers, 'Content-Length': buffer.length });
		return slowly(res, buffer, fault);
	},
	huge: (res, status, headers, buffer, fault) => {
		res.writeHead(status, headers);
		return hugely(res, fault.mb);
	},
	delay: async (res, status, headers, buffer, fault) => {
		await later(fault.ms);
		whole(res, status, headers, buffer);
	},
};

function whole(res, status, headers, buffer) {
	res.writeHead(status, { ...headers, 'Content-Length': buffer.length });
	res.end(buffer);
}

/** Send an answer; accept is the Accept-Encoding of the request. Gives the number of bytes. */
export function send(res, { status, headers, body }, accept, fault) {
	const asHtml = body !== null && typeof body === 'object' && typeof body.html === 'string';
	const all = {
		'Content-Type': asHtml ? 'text/html' : 'application/json;charset=utf-8',
		...headers,
	};
	let buffer = Buffer.from(asHtml ? body.html : JSON.stringify(body));
	const way = fault && WAYS[fault.kind];
	const plain = way && fault.kind !== 'delay' && fault.kind !== 'cut';
	if (!plain && buffer.length > 1024 && /\bgzip\b/.test(accept ?? '')) {
		buffer = gzipSync(buffer, { level: 1 });
		all['Content-Encoding'] = 'gzip';
		all.Vary = 'Accept-Encoding';
	}
	res.on('error', () => {}); // the reader left
	if (way) Promise.resolve(way(res, status, all, buffer, fault)).catch(() => drop(res));
	else whole(res, status, all, buffer);
	return buffer.length;
}
