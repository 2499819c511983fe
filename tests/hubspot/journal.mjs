// The changes kept on disk, so that a sandbox started again tells the same truth.

import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const lineOf = (rec) => JSON.stringify({ r: rec });

export class Journal {
	constructor(dir, store) {
		mkdirSync(dir, { recursive: true });
		this.file = join(dir, 'changes.ndjson');
		this.store = store;
		this.waiting = [];
		const { size, seed, mix } = store.population;
		this.head = JSON.stringify({ population: { size, seed, mix } });
		const lines = existsSync(this.file)
			? readFileSync(this.file, 'utf8').split('\n').filter(Boolean)
			: [];
		if (lines.length && lines[0] !== this.head)
			throw new Error(`${this.file} belongs to another population: ${lines[0]}`);
		for (const line of lines.slice(1)) this.replay(line);
		this.compact();
		store.journal = this;
	}

	// A line cut by a kill is the last one: it is left out.
	replay(line) {
		let entry;
		try {
			entry = JSON.parse(line);
		} catch {
			return;
		}
		if (entry.r) this.store.put(entry.r);
		else if (entry.d) this.store.definitions.set(entry.d.name, entry.d);
	}

	compact() {
		const { store } = this;
		const lines = [
			this.head,
			...[...store.definitions.values()].map((d) => JSON.stringify({ d })),
			...store.changedOrders().map((order) => lineOf(store.record(order))),
		];
		writeFileSync(`${this.file}.new`, `${lines.join('\n')}\n`);
		renameSync(`${this.file}.new`, this.file);
	}

	record(rec) {
		this.later(lineOf(rec));
	}

	definition(d) {
		this.later(JSON.stringify({ d }));
	}

	later(line) {
		this.waiting.push(line);
		this.timer ??= setTimeout(() => this.flush(), 20);
	}

	flush() {
		clearTimeout(this.timer);
		this.timer = undefined;
		if (this.waiting.length) appendFileSync(this.file, `${this.waiting.join('\n')}\n`);
		this.waiting = [];
	}
}
