// The controls under /_sandbox/: how a test makes the CRM change, be late, fail, and tell the truth.

import * as changes from './changes.mjs';
import { definition, option } from './definitions.mjs';
import { invalid } from './errors.mjs';
import { forge } from './forge.mjs';
import { DEMO } from './people.mjs';
import { noCounters } from './counters.mjs';
import { drain } from './send.mjs';
import { iso } from './store.mjs';

const truth = (store, rec) => {
	const out = { id: String(store.id(rec.order)), state: rec.state };
	if (rec.state === 'merged') return { ...out, into: rec.into };
	if (rec.state === 'erased') return out;
	const p = store.properties(rec);
	return {
		...out,
		createdAt: iso(rec.created),
		updatedAt: iso(rec.modified),
		...(rec.archivedAt ? { archivedAt: iso(rec.archivedAt) } : {}),
		properties: p,
	};
};

async function dump(box, query, res) {
	const { store } = box,
		states = query.state ? new Set(query.state.split(',')) : null;
	const names = query.properties ? query.properties.split(',') : null;
	res.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
	for (let order = 0, part = ''; order <= store.count && !res.destroyed; order++) {
		const rec = order < store.count ? store.record(order) : null;
		if (rec && (!states || states.has(rec.state))) {
			const line = truth(store, rec);
			if (names && line.properties)
				line.properties = Object.fromEntries(
					names.map((n) => [n, line.properties[n] ?? null]),
				);
			part += `${JSON.stringify(line)}\n`;
		}
		if (part.length > 65536 || !rec) {
			await drain(res, part);
			await new Promise((done) => setImmediate(done));
			part = '';
		}
	}
	res.end();
}

function states(store) {
	const n = { live: store.count, archived: 0, merged: 0, erased: 0 };
	for (const order of store.changedOrders()) {
		const { state } = store.record(order);
		if (state !== 'live') {
			n.live--;
			n[state]++;
		}
	}
	return n;
}

function status(box) {
	const { store } = box;
	return {
		now: iso(store.now()),
		skew: store.skew,
		population: box.options.population,
		seed: box.options.seed,
		contacts: states(store),
		changed: store.changedOrders().length,
		index: { ...store.index, late: store.shadow.size },
		rates: box.rates.state,
		faults: box.faults.state,
		counters: box.counters,
		portal: box.portal,
		memory_mb: Math.round(process.memoryUsage().rss / 1048576),
	};
}

const shown = (box, rec) => truth(box.store, box.store.record(rec.order));

function each(box, body, act) {
	if (body.n !== undefined)
		return {
			ids: changes
				.someLive(box.store, body.n, body.from)
				.map((rec) => String(box.store.id(act(box.store, rec).order))),
		};
	const wanted = body.ids ? body.ids.map((id) => ({ id })) : [body];
	const done = wanted.map((w) => shown(box, act(box.store, changes.target(box.store, w))));
	return body.ids ? { results: done } : done[0];
}

function make(box, body) {
	const n = body.n ?? 1;
	const made = Array.from({ length: n }, () => changes.create(box.store, body.properties));
	return n === 1
		? shown(box, made[0])
		: { ids: made.map((rec) => String(box.store.id(rec.order))) };
}

function mergeThem(box, { primary, others, keep }) {
	const find = (w) => changes.target(box.store, typeof w === 'object' ? w : { id: w });
	const all = [primary, ...[].concat(others)].map(find);
	if (new Set(all.map((rec) => rec.order)).size !== all.length || all.length < 2)
		throw invalid('merge: primary and others must be different contacts');
	return shown(box, changes.merge(box.store, all[0], all.slice(1), keep));
}

function setProperty(box, body) {
	const { store } = box,
		known = store.definitions.get(body.name);
	if (!/^[a-z0-9_]+$/.test(body.name ?? '')) throw invalid('name: small letters, digits, _');
	const base =
		known ??
		definition(
			body.name,
			body.label ?? body.name,
			body.type ?? 'string',
			body.fieldType ?? 'text',
		);
	const made = { ...base, archived: false, ...body, updatedAt: iso(store.now()) };
	if (body.options)
		made.options = body.options.map((o, i) =>
			typeof o === 'string' ? option(o, o, i) : { ...option(o.value, o.label, i), ...o },
		);
	return define(box, made);
}

function define(box, d) {
	box.store.definitions.set(d.name, d);
	box.store.version++;
	box.store.journal?.definition(d);
	return d;
}

function known(box, name) {
	const d = box.store.definitions.get(name);
	if (!d) throw invalid(`no property ${name}`);
	return d;
}

// Everyone who has a value gets the new one.
function replaceValue(store, name, from, to) {
	for (let order = 0; order < store.count; order++) {
		const rec = store.record(order);
		const parts = (store.properties(rec)[name] ?? '').split(';');
		if (rec.state === 'live' && parts.includes(from))
			changes.update(store, rec, {
				[name]: parts.map((v) => (v === from ? to : v)).join(';'),
			});
	}
}

function setOption(box, { name, value, label, hidden, remove, new_value: renamed }) {
	const d = known(box, name);
	const old = d.options.find((o) => o.value === value) ?? option(value, label, d.options.length);
	const made = {
		...old,
		...(label === undefined ? {} : { label }),
		...(hidden === undefined ? {} : { hidden }),
		...(renamed === undefined ? {} : { value: renamed }),
	};
	const at = d.options.findIndex((o) => o.value === value);
	const options = [...d.options];
	options.splice(at < 0 ? options.length : at, at < 0 ? 0 : 1, ...(remove ? [] : [made]));
	const out = define(box, { ...d, options, updatedAt: iso(box.store.now()) });
	if (renamed !== undefined) replaceValue(box.store, name, value, renamed);
	return out;
}

function setIndex(box, body) {
	for (const k of ['lag', 'jitter', 'disorder'])
		if (body[k] !== undefined) box.store.index[k] = Number(body[k]);
	return { ...box.store.index, late: box.store.shadow.size };
}

function addFaults(box, body) {
	for (const rule of body.rules ?? [body]) box.faults.add(rule);
	return box.faults.state;
}

async function quiet(box, query) {
	const until = Date.now() + Number(query.ms ?? 5000);
	const busy = () => box.webhooks.queue.length || box.webhooks.flying || box.webhooks.timer;
	while (busy() && Date.now() < until) await new Promise((done) => setTimeout(done, 10));
	return { quiet: !busy(), ...box.webhooks.state };
}

async function sendRaw(box, { events, times = 1 }) {
	const done = [];
	for (let k = 0; k < times; k++)
		done.push(
			await box.webhooks.send(
				JSON.stringify(events),
				box.webhooks.headers(JSON.stringify(events)),
			),
		);
	return { answers: done };
}

const ROUTES = {
	'GET status': status,
	'GET counters': (box) => box.counters,
	'POST counters/reset': (box) => (box.counters = noCounters()),
	'GET log': (box, query) => box.log.slice(-Number(query.n ?? 100)),
	'GET demo': (box) =>
		DEMO.slice(0, box.store.size).map((d, i) => ({
			name: d.name,
			email: d.email,
			id: String(box.store.id(i)),
		})),
	'GET contact': (box, query) => shown(box, changes.target(box.store, query)),
	'POST contacts/create': (box, query, body) => make(box, body),
	'POST contacts/update': (box, query, body) =>
		each(box, body, (store, rec) =>
			changes.update(store, rec, body.properties, { touch: body.touch, at: body.at }),
		),
	'POST contacts/archive': (box, query, body) => each(box, body, changes.archive),
	'POST contacts/restore': (box, query, body) => each(box, body, changes.restore),
	'POST contacts/erase': (box, query, body) => each(box, body, changes.erase),
	'POST contacts/merge': (box, query, body) => mergeThem(box, body),
	'POST contacts/change': (box, query, body) => ({ n: changes.changeMany(box.store, body) }),
	'POST contacts/share': (box, query, body) => changes.share(box.store, body),
	'POST contacts/churn': (box, query, body) => changes.churn(box.store, body),
	'POST contacts/hostile': (box) => ({ ids: changes.hostile(box.store) }),
	'POST properties/set': (box, query, body) => setProperty(box, body),
	'POST properties/remove': (box, query, body) =>
		define(box, { ...known(box, body.name), archived: true }),
	'POST properties/option': (box, query, body) => setOption(box, body),
	'POST index': (box, query, body) => setIndex(box, body),
	'POST index/flush': (box) => {
		box.store.shadow.clear();
		return setIndex(box, {});
	},
	'POST clock': (box, query, body) => {
		box.store.skew = Number(body.skew ?? 0);
		return { now: iso(box.store.now()), skew: box.store.skew };
	},
	'POST account': (box, query, body) => ({ portal: (box.portal = body.portal ?? 33) }),
	'POST merges': (box, query, body) => ({ silent: (box.silentMerges = Boolean(body.silent)) }),
	'POST rates': (box, query, body) => {
		box.rates.set(body);
		return box.rates.state;
	},
	'GET faults': (box) => box.faults.state,
	'POST faults': (box, query, body) => addFaults(box, body),
	'POST faults/clear': (box) => {
		box.faults.clear();
		return box.faults.state;
	},
	'GET webhooks': (box) => box.webhooks.state,
	'GET webhooks/quiet': quiet,
	'POST webhooks': (box, query, body) => {
		Object.assign(box.webhooks.config, body);
		return box.webhooks.state;
	},
	'POST webhooks/reset': (box) => {
		box.webhooks.reset();
		return box.webhooks.state;
	},
	'POST webhooks/send': (box, query, body) => sendRaw(box, body),
	'POST webhooks/forge': (box, query, body) => forge(box, body.kind, body.events),
};

function reply(res, code, body) {
	res.writeHead(code, { 'Content-Type': 'application/json;charset=utf-8' });
	res.end(`${JSON.stringify(body)}\n`);
}

/** Answer a control request. */
export async function control(box, method, path, query, body, res) {
	if (method === 'GET' && path === 'dump') return dump(box, query, res);
	const run = ROUTES[`${method} ${path}`];
	if (!run)
		return reply(res, 404, {
			error: 'no such control',
			controls: ['GET dump', ...Object.keys(ROUTES)],
		});
	try {
		return reply(res, 200, await run(box, query, body));
	} catch (e) {
		if (e.status === undefined && e.constructor !== Error) throw e;
		return reply(res, e.status ?? 400, { error: e.message });
	}
}
