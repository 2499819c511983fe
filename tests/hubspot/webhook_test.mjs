// Webhooks: signed, in batches, again when refused; forged ones on demand.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Signature } from '@hubspot/api-client';
import { acceptV1, acceptV3 } from './signature.mjs';
import { Sandbox, SECRET, test } from './t.mjs';

let box, url, received, answer;

// A receiver that checks signatures and keeps what it was sent.
const receiver = createServer((req, res) => {
	const parts = [];
	req.on('data', (d) => parts.push(d));
	req.on('end', () => {
		const body = Buffer.concat(parts).toString(),
			h = req.headers;
		const v3 = acceptV3({
			secret: SECRET,
			method: req.method,
			url,
			body,
			now: Date.now(),
			timestamp: h['x-hubspot-request-timestamp'],
			signature: h['x-hubspot-signature-v3'],
		});
		const v1 =
			!h['x-hubspot-signature-v3'] &&
			acceptV1({ secret: SECRET, body, signature: h['x-hubspot-signature'] });
		received.push({ method: req.method, headers: h, body, v3, v1 });
		res.writeHead(v3 || v1 ? answer() : 401).end();
	});
});

const events = () => received.flatMap((r) => JSON.parse(r.body));
const quiet = () => box.control('webhooks/quiet?ms=5000');

async function afresh(config = {}) {
	received = [];
	answer = () => 200;
	await box.control('webhooks/reset', {});
	await box.control('webhooks', {
		v3: true,
		v1: false,
		duplicates: 0,
		reversed: false,
		spelling: 'subscriptionType',
		delay_ms: 20,
		...config,
	});
}

test('start, for the webhooks', async () => {
	await new Promise((done) => receiver.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${receiver.address().port}/hubspot/webhook`;
	box = await Sandbox.start('--webhook', url);
	await afresh();
});

test('webhook: each kind of change, signed as the official client checks it', async () => {
	await afresh();
	const { id } = await box.control('contacts/create', { properties: { city: 'Brest' } });
	const b = await box.control('contacts/create', {});
	await box.control('contacts/update', { id, properties: { city: 'Lorient' } });
	await box.control('contacts/archive', { id });
	await box.control('contacts/restore', { id });
	await box.control('contacts/merge', { primary: id, others: [b.id] });
	await box.control('contacts/erase', { id });
	const { ms, delivered } = await quiet();
	const kinds = new Set(events().map((e) => e.subscriptionType));
	for (const kind of [
		'creation',
		'propertyChange',
		'deletion',
		'restore',
		'merge',
		'privacyDeletion',
	])
		assert.ok(kinds.has(`contact.${kind}`), kind);
	assert.ok(events().every((e) => typeof e.objectId === 'number'));
	assert.ok(delivered > 0 && ms.p99 >= 0);
	const { body, headers } = received[0];
	assert.ok(
		Signature.isValid({
			signatureVersion: 'v3',
			method: 'POST',
			url,
			requestBody: body,
			clientSecret: SECRET,
			timestamp: Number(headers['x-hubspot-request-timestamp']),
			signature: headers['x-hubspot-signature-v3'],
		}),
	);
});

test('webhook: batches of 100, doubles, reversed order, the other spellings', async () => {
	await afresh();
	await box.control('contacts/change', { n: 250, properties: { city: 'Ailleurs' } });
	await quiet();
	assert.deepEqual(
		received.map((r) => JSON.parse(r.body).length).sort((a, b) => b - a),
		[100, 100, 50],
	);
	await afresh({ duplicates: 1, reversed: true });
	await box.control('contacts/change', { n: 10, properties: { city: 'Encore' } });
	await quiet();
	const ids = events().map((e) => e.eventId);
	assert.ok(ids.length === 20 && new Set(ids).size === 10 && ids[0] > ids.at(-1));
	await afresh({ spelling: 'object' });
	await box.control('contacts/update', { name: 'benP', properties: { city: 'X' } });
	await quiet();
	assert.deepEqual(
		[events()[0].subscriptionType, events()[0].objectTypeId],
		['object.propertyChange', '0-1'],
	);
});

test('webhook: refused ones come again with a new attempt number, then are given up', async () => {
	await afresh({ retry_ms: 10 });
	answer = () => (received.length < 3 ? 503 : 200);
	await box.control('contacts/update', { name: 'benP', properties: { city: 'Y' } });
	const done = await quiet();
	assert.deepEqual(
		events().map((e) => e.attemptNumber),
		[0, 1, 2],
	);
	assert.deepEqual([done.retries, done.delivered, done.abandoned], [2, 1, 0]);
	await afresh({ retry_ms: 2 });
	answer = () => 404;
	await box.control('contacts/update', { name: 'benP', properties: { city: 'Z' } });
	assert.equal((await quiet()).abandoned, 1);
	assert.equal(received.length, 11);
});

test('webhook: v1 alone; v1 and v3', async () => {
	await afresh({ v3: false, v1: true });
	await box.control('contacts/update', { name: 'benP', properties: { city: 'A' } });
	await quiet();
	assert.ok(received[0].v1 && !received[0].headers['x-hubspot-signature-v3']);
	await afresh({ v3: true, v1: true });
	await box.control('contacts/update', { name: 'benP', properties: { city: 'B' } });
	await quiet();
	assert.ok(received[0].v3 && received[0].headers['x-hubspot-signature-version'] === 'v1');
});

test('webhook: forged ones are refused by a right receiver, the good one passes', async () => {
	await afresh();
	for (const kind of [
		'signature',
		'secret',
		'old',
		'future',
		'url',
		'body',
		'unsigned',
		'untimed',
		'hex',
		'wrong_v3_right_v1',
		'method',
	])
		assert.equal((await box.control('webhooks/forge', { kind })).status, 401, kind);
	assert.equal((await box.control('webhooks/forge', { kind: 'good' })).status, 200);
	assert.equal(
		(await box.control('webhooks/send', { events: [{ objectId: 1 }], times: 3 })).answers
			.length,
		3,
	);
});

test('stop, for the webhooks', async () => {
	await box.close();
	receiver.closeAllConnections();
	receiver.close();
});
