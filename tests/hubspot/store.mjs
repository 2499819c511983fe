// The contacts of the sandbox: an untouched population computed on demand, and what was changed kept over it.
//
// Contacts are addressed by their order (0 is the oldest); orders and ids rise together.
// A record is never modified in place, so that the search index can go on showing an old one.

import { definitions } from './definitions.mjs';

const NEW_BASE = 58000000000,
	NEW_STEP = 11;
export const ALWAYS = ['createdate', 'hs_object_id', 'lastmodifieddate'];
const DEFAULT = [...ALWAYS, 'email', 'firstname', 'lastname'];

/** ISO 8601 in UTC, without a fraction when there is none, as HubSpot does. */
export function iso(ms) {
	const s = new Date(ms).toISOString();
	return ms % 1000 === 0 ? `${s.slice(0, 19)}Z` : s;
}

export class Store {
	constructor(population) {
		this.population = population;
		this.size = population.size;
		this.count = this.size; // orders in use
		this.changed = new Map(); // order -> record
		this.touched = new Uint8Array(this.size);
		this.modified = new Float64Array(this.size);
		for (let i = 0; i < this.size; i++) this.modified[i] = population.modified(i);
		this.definitions = new Map(definitions().map((d) => [d.name, d]));
		this.skew = 0;
		this.index = { lag: 0, jitter: 0, disorder: 0 };
		this.shadow = new Map(); // order -> versions that the index is still to show
		this.version = 0;
		this.listeners = [];
		this.orders = [];
		this.sorted = true;
		this.emails = null;
		this.columns = new Map();
	}

	/** HubSpot's clock. */
	now() {
		return Date.now() + this.skew;
	}

	id(order) {
		return order < this.size
			? this.population.id(order)
			: NEW_BASE + (order - this.size) * NEW_STEP;
	}

	/** The first order whose id is at least id. */
	atLeast(id) {
		if (!(id > NEW_BASE)) return this.population.atLeast(id);
		return Math.min(this.size + Math.ceil((id - NEW_BASE) / NEW_STEP), this.count);
	}

	/** The order of an id, -1 when nobody ever had it. */
	order(id) {
		const n =
			typeof id === 'string' && /^\d{1,15}$/.test(id)
				? Number(id)
				: typeof id === 'number'
					? id
					: -1;
		if (!Number.isSafeInteger(n) || n < 0) return -1;
		const order = this.atLeast(n);
		return order < this.count && this.id(order) === n ? order : -1;
	}

	/** The present record of an order. */
	record(order) {
		return order >= this.size || this.touched[order]
			? this.changed.get(order)
			: this.base(order);
	}

	base(order) {
		return {
			order,
			patch: null,
			created: this.population.created(order),
			modified: this.modified[order],
			state: 'live',
		};
	}

	/** The record an id leads to: the survivor for a merged one, null when there is none. */
	follow(id) {
		let order = this.order(id);
		for (let hops = 0; order >= 0 && hops < 260; hops++) {
			const rec = this.record(order);
			if (rec.state !== 'merged') return rec;
			order = this.order(rec.into);
		}
		return null;
	}

	/** Every property of a record, without the three computed ones. */
	properties(rec) {
		if (rec.order >= this.size) return rec.patch;
		return rec.patch
			? { ...this.population.contact(rec.order), ...rec.patch }
			: this.population.contact(rec.order);
	}

	/** One property of the whole untouched population, for the filters: made when first asked for. */
	column(name) {
		let values = this.columns.get(name);
		if (!values) {
			values = Array.from(
				{ length: this.size },
				(_, i) => this.population.contact(i)[name] ?? null,
			);
			this.columns.set(name, values);
		}
		return values;
	}

	/** Put a new version of a record in place; the index follows after its lag. */
	put(rec) {
		const before = rec.order < this.count ? this.record(rec.order) : null;
		if (this.index.lag > 0 || this.index.jitter > 0 || this.shadow.has(rec.order))
			this.delay(rec, before);
		if (!this.changed.has(rec.order)) {
			this.sorted =
				this.sorted && (this.orders.length === 0 || this.orders.at(-1) < rec.order);
			this.orders.push(rec.order);
		}
		if (rec.order < this.size) this.touched[rec.order] = 1;
		this.count = Math.max(this.count, rec.order + 1);
		this.changed.set(rec.order, rec);
		if (this.emails && rec.patch?.email) this.remember(rec.patch.email, rec.order);
		this.version++;
		this.journal?.record(rec);
		return rec;
	}

	delay(rec, before) {
		const at = Date.now() + this.index.lag + Math.floor(Math.random() * this.index.jitter);
		const versions = this.shadow.get(rec.order) ?? [{ at: 0, rec: before }];
		versions.push({ at: Math.max(at, versions.at(-1).at), rec });
		this.shadow.set(rec.order, versions);
	}

	/** What the search index shows of an order now: a record, or null. */
	indexed(order, now) {
		const versions = this.shadow.get(order);
		if (!versions) return this.record(order);
		if (versions.at(-1).at <= now) {
			this.shadow.delete(order);
			return this.record(order);
		}
		return versions.findLast((v) => v.at <= now).rec;
	}

	/** The orders that were ever changed or created, rising. */
	changedOrders() {
		if (!this.sorted) {
			this.orders.sort((a, b) => a - b);
			this.sorted = true;
		}
		return this.orders;
	}

	defined(name) {
		const d = this.definitions.get(name);
		return d !== undefined && !d.archived;
	}

	/** The names that an answer shows for those asked, in HubSpot's order. */
	shown(asked) {
		const names = asked && asked.length ? [...new Set([...asked, ...ALWAYS])] : DEFAULT;
		return names.filter((n) => this.defined(n) || ALWAYS.includes(n)).sort();
	}

	/** A record as the API shows it, with the names that shown() gave. */
	render(rec, names) {
		const all = this.properties(rec);
		const created = iso(rec.created),
			modified = iso(rec.modified);
		const id = String(this.id(rec.order));
		const properties = {};
		for (const n of names)
			properties[n] =
				n === 'createdate'
					? created
					: n === 'lastmodifieddate'
						? modified
						: n === 'hs_object_id'
							? id
							: (all[n] ?? null);
		const out = {
			id,
			properties,
			createdAt: created,
			updatedAt: modified,
			archived: rec.state === 'archived',
		};
		if (rec.state === 'archived') out.archivedAt = iso(rec.archivedAt);
		return out;
	}

	remember(email, order) {
		const key = email.toLowerCase();
		const known = this.emails.get(key) ?? [];
		if (!known.includes(order))
			this.emails.set(
				key,
				[...known, order].sort((a, b) => a - b),
			);
	}

	/** The live record with this address, the oldest when several share it. */
	byEmail(email) {
		if (!this.emails) this.indexEmails();
		const key = String(email).toLowerCase();
		for (const order of this.emails.get(key) ?? []) {
			const rec = this.record(order);
			const p = this.properties(rec);
			const all = [p.email, ...(p.hs_additional_emails ?? '').split(';')];
			if (rec.state === 'live' && all.some((e) => e?.toLowerCase() === key)) return rec;
		}
		return null;
	}

	indexEmails() {
		this.emails = new Map();
		for (let order = 0; order < this.count; order++) {
			const p = this.properties(this.record(order));
			for (const e of [p.email, ...(p.hs_additional_emails ?? '').split(';')])
				if (e) this.remember(e, order);
		}
	}

	emit(event) {
		for (const listen of this.listeners) listen(event);
	}
}
