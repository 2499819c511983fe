// A small test runner, and a sandbox of its own for each group of tests.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TOKEN = 'pat-eu1-00000000-test',
	SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';
const PROGRAM = fileURLToPath(new URL('sandbox.mjs', import.meta.url));
const tests = [];

/** A test of this file; they run one after the other once all are known. */
export function test(name, run) {
	if (tests.push({ name, run }) === 1) setImmediate(runAll);
}

// The last line counts, the exit status says.
async function runAll() {
	let failed = 0;
	for (const { name, run } of tests) {
		try {
			await run();
		} catch (e) {
			failed++;
			process.stdout.write(`FAILED ${name}\n${e.stack}\n`);
		}
	}
	process.stdout.write(`${tests.length - failed} passed, ${failed} failed\n`);
	process.exit(failed ? 1 : 0);
}

function launch(dir, args, errors) {
	const child = spawn(
		process.execPath,
		[
			PROGRAM,
			'--token-file',
			join(dir, 'token'),
			'--secret-file',
			join(dir, 'secret'),
			...args,
		],
		{ stdio: ['ignore', 'pipe', errors] },
	);
	const lines = createInterface({ input: child.stdout });
	return new Promise((done, fail) => {
		lines.once('line', (line) => done({ child, port: Number(line.split(' ')[1]) }));
		child.once('exit', (code) => fail(new Error(`the sandbox ended with ${code}`)));
	});
}

export class Sandbox {
	/** Start one with these options; files and process go with close(). */
	static async start(...args) {
		const box = new Sandbox();
		box.dir = mkdtempSync(join(tmpdir(), 'essaim-sandbox-'));
		writeFileSync(join(box.dir, 'token'), `${TOKEN}\n`);
		writeFileSync(join(box.dir, 'secret'), `${SECRET}\n`);
		await box.up(...args);
		return box;
	}

	async up(...args) {
		const { child, port } = await launch(this.dir, args, this.quiet ? 'ignore' : 'inherit');
		Object.assign(this, { child, port, url: `http://127.0.0.1:${port}` });
	}

	down() {
		if (this.child.exitCode !== null || this.child.signalCode !== null)
			return Promise.resolve();
		return new Promise((done) => {
			this.child.once('exit', done);
			this.child.kill('SIGTERM');
		});
	}

	async close() {
		await this.down();
		rmSync(this.dir, { recursive: true, force: true });
	}

	/** A control: get without a body, post with one. */
	async control(path, body) {
		const res = await fetch(
			`${this.url}/_sandbox/${path}`,
			body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
		);
		return res.json();
	}

	/** A call of the API: { status, headers, body }. */
	async call(method, path, body, headers = {}) {
		const res = await fetch(this.url + path, {
			method,
			body: body === undefined ? undefined : JSON.stringify(body),
			headers: { Authorization: `Bearer ${TOKEN}`, ...headers },
		});
		const text = await res.text();
		let parsed = text;
		try {
			parsed = JSON.parse(text);
		} catch {
			// HTML, or cut: the test looks at the text
		}
		return { status: res.status, headers: res.headers, body: parsed };
	}

	get(path) {
		return this.call('GET', path);
	}

	post(path, body) {
		return this.call('POST', path, body);
	}

	async dump(query = '') {
		const res = await fetch(`${this.url}/_sandbox/dump${query}`);
		return (await res.text())
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line));
	}
}

export const CONTACTS = '/crm/objects/2026-09/contacts';
export const V3 = '/crm/v3/objects/contacts';

/** The body of a step of the walk by id. */
export const step = (since, last, more = {}) => ({
	filterGroups: [
		{
			filters: [
				{ propertyName: 'lastmodifieddate', operator: 'GTE', value: String(since) },
				{ propertyName: 'hs_object_id', operator: 'GT', value: String(last) },
			],
		},
	],
	sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
	limit: 200,
	...more,
});

/** Walk the search by id from a date: the contacts seen, in order. */
export async function walk(box, since, more) {
	const seen = [];
	for (let last = '0'; ;) {
		const { status, body } = await box.post(`${CONTACTS}/search`, step(since, last, more));
		if (status !== 200) throw new Error(`search: ${status} ${JSON.stringify(body)}`);
		if (body.results.length === 0) return seen;
		seen.push(...body.results);
		last = body.results.at(-1).id;
	}
}
