// Faults on demand: each does what it says, and stops when it should.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { CONTACTS, Sandbox, step, test, TOKEN } from './t.mjs';

let box;
const page = () => box.get(`${CONTACTS}?limit=50&properties=email`);
const fault = (rule) => box.control('faults', rule);

// The answer byte for byte, and how the connection ended.
function raw(path) {
	return new Promise((done) => {
		const parts = [];
		const req = request(
			box.url + path,
			{ agent: false, headers: { Authorization: `Bearer ${TOKEN}` } },
			(res) => {
				res.on('data', (d) => parts.push(d));
				res.on('end', () =>
					done({
						status: res.statusCode,
						text: Buffer.concat(parts).toString(),
						ended: res.complete,
					}),
				);
				res.on('error', (e) =>
					done({ text: Buffer.concat(parts).toString(), error: e.code }),
				);
			},
		);
		req.on('error', (e) => done({ error: e.code }));
		req.end();
	});
}

test('start, for the faults', async () => {
	box = await Sandbox.start();
});

test('faults: statuses, with their bodies, for the next K calls', async () => {
	for (const status of [429, 500, 502, 503, 504, 401, 403, 423, 477, 400, 404, 524]) {
		await fault({ kind: status, next: 2 });
		for (let k = 0; k < 2; k++) {
			const got = await page();
			assert.equal(got.status, status);
			const html = [502, 503, 504, 524].includes(status);
			assert.equal(typeof got.body === 'string' && got.body.includes('<html>'), html);
			if (status === 477) assert.equal(got.headers.get('retry-after'), '3600');
		}
		assert.equal((await page()).status, 200);
	}
	await fault({ kind: '429', policy: 'daily' });
	assert.equal((await page()).body.policyName, 'DAILY');
});

test('faults: reset, cut, truncated', async () => {
	const path = `${CONTACTS}?limit=50`;
	const whole = await raw(path);
	await fault({ kind: 'reset' });
	assert.equal((await raw(path)).error, 'ECONNRESET');
	await fault({ kind: 'cut', at: 0.3 });
	const cut = await raw(path);
	assert.ok(cut.error && cut.text.length < whole.text.length, JSON.stringify(cut));
	await fault({ kind: 'truncated', at: 0.7 });
	const truncated = await raw(path);
	assert.ok(truncated.ended && truncated.text.length < whole.text.length);
	assert.throws(() => JSON.parse(truncated.text));
});

test('faults: foreign JSON, HTML with 200, slow, late, huge', async () => {
	await fault({ kind: 'foreign' });
	assert.deepEqual((await page()).body.items, [1, 2, 3]);
	await fault({ kind: 'html' });
	const html = await page();
	assert.ok(html.status === 200 && html.body.startsWith('<!DOCTYPE'));
	for (const rule of [
		{ kind: 'slow', bytes: 2000, ms: 30 },
		{ kind: 'delay', ms: 300 },
	]) {
		await fault(rule);
		const started = Date.now();
		assert.equal((await page()).body.results.length, 50);
		assert.ok(Date.now() - started > 150);
	}
	await fault({ kind: 'huge', mb: 3 });
	assert.ok((await raw(`${CONTACTS}?limit=1`)).text.length > 3 << 20);
});

test('faults: answers that lie: empty, partial, loop, twice, shuffled, stripped, gone', async () => {
	const lie = async (kind) => {
		await fault({ kind });
		return (await page()).body;
	};
	assert.deepEqual(await lie('empty'), { results: [] });
	const partial = await lie('partial');
	assert.ok(partial.results.length === 25 && !partial.paging);
	const loop = await lie('loop');
	assert.equal(loop.paging.next.after, loop.results[0].id);
	assert.equal((await lie('duplicate')).results.length, 100);
	assert.ok(Number((await lie('shuffled')).results[0].id) > 33451);
	assert.deepEqual((await lie('stripped')).results[0].properties, {});
	await fault({ kind: 'gone', match: 'batch' });
	const gone = await box.post(`${CONTACTS}/batch/read`, { inputs: [{ id: '33451' }] });
	assert.deepEqual(
		[gone.status, gone.body.results.length, gone.body.errors[0].context.ids],
		[207, 0, ['33451']],
	);
	await fault({ kind: 'empty', match: ['search'] });
	const none = await box.post(`${CONTACTS}/search`, step(0, 0));
	assert.deepEqual([none.body.total, none.body.results], [0, []]);
});

test('faults: a list that ends early is whole but for its next page', async () => {
	await box.control('faults', { kind: 'last', match: 'list', next: 1 });
	const cut = await box.get(`${CONTACTS}?limit=20`);
	assert.equal(cut.body.results.length, 20);
	assert.equal(cut.body.paging, undefined);
	assert.ok((await box.get(`${CONTACTS}?limit=20`)).body.paging.next.after);
});

test('faults: only the calls named; with a probability and a seed, the same each time; clear', async () => {
	const draw = async (seed) => {
		await fault({ kind: 500, p: 0.3, seed, match: 'list' });
		const got = [];
		for (let k = 0; k < 60; k++) got.push((await page()).status);
		assert.equal((await box.get('/account-info/v3/details')).status, 200);
		await box.control('faults/clear', {});
		return got.join();
	};
	const first = await draw(7);
	assert.match(first, /500.*200.*500/);
	assert.equal(await draw(7), first);
	assert.notEqual(await draw(8), first);
	assert.equal((await page()).status, 200);
	assert.match((await fault({ kind: 'nonsense' })).error, /unknown kind/);
	assert.ok((await box.control('faults')).given['500'] > 10);
});

test('stop, for the faults', () => box.close());
