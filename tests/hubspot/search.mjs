// The search call: HubSpot's filter rules and limits, over an index that may be late.

import { invalid } from './errors.mjs';
import { Draw } from './random.mjs';

const MAX = { limit: 200, groups: 5, filters: 6, all: 18, sorts: 1, window: 10000, query: 3000 };
const NUMERIC = {
	lastmodifieddate: 'modified',
	hs_lastmodifieddate: 'modified',
	createdate: 'created',
};
const SEARCHED = ['firstname', 'lastname', 'email', 'phone', 'hs_additional_emails'];

const number = (value) => (/^-?\d+$/.test(String(value)) ? Number(value) : NaN);

const COMPARE = {
	EQ: (a, f) => a === f.value,
	NEQ: (a, f) => a !== f.value,
	LT: (a, f) => a < f.value,
	LTE: (a, f) => a <= f.value,
	GT: (a, f) => a > f.value,
	GTE: (a, f) => a >= f.value,
	BETWEEN: (a, f) => a >= f.value && a <= f.high,
	IN: (a, f) => f.values.has(a),
	NOT_IN: (a, f) => !f.values.has(a),
};

// A condition on a number: date or id.
function numericTest(filter, f) {
	if (f.operator === 'HAS_PROPERTY' || f.operator === 'NOT_HAS_PROPERTY')
		return () => f.operator === 'HAS_PROPERTY';
	const compare = COMPARE[f.operator];
	const b = {
		value: number(f.value),
		high: number(f.highValue),
		values: new Set((f.values ?? []).map(number)),
	};
	const needed = f.values
		? [...b.values]
		: f.operator === 'BETWEEN'
			? [b.value, b.high]
			: [b.value];
	if (!compare || needed.some(Number.isNaN))
		throw invalid(
			`Invalid input: ${filter} of ${f.propertyName} needs a number, dates in milliseconds`,
		);
	return (a) => compare(a, b);
}

const wild = (pattern) =>
	new RegExp(
		`(^|[^\\p{L}\\p{N}])${String(pattern)
			.toLowerCase()
			.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
			.replaceAll('*', '.*')}($|[^\\p{L}\\p{N}])`,
		'u',
	);

// A condition on a text: case counts for the values of an enumeration only.
function textTest(f, exact) {
	const fold = (s) => (exact ? String(s) : String(s).toLowerCase());
	const parts = (s) => (exact ? s.split(';').filter(Boolean) : [fold(s)]);
	const values = new Set((f.values ?? [f.value]).map(String));
	const one = fold(f.value ?? ''),
		high = fold(f.highValue ?? '');
	switch (f.operator) {
		case 'HAS_PROPERTY':
			return (s) => Boolean(s);
		case 'NOT_HAS_PROPERTY':
			return (s) => !s;
		case 'EQ':
			return (s) => Boolean(s) && (fold(s) === one || parts(s).includes(one));
		case 'NEQ':
			return (s) => !s || !(fold(s) === one || parts(s).includes(one));
		case 'IN':
			return (s) => Boolean(s) && parts(s).some((v) => values.has(v));
		case 'NOT_IN':
			return (s) => !s || !parts(s).some((v) => values.has(v));
		case 'CONTAINS_TOKEN':
			return (s) => Boolean(s) && wild(f.value).test(String(s).toLowerCase());
		case 'NOT_CONTAINS_TOKEN':
			return (s) => !s || !wild(f.value).test(String(s).toLowerCase());
		case 'LT':
			return (s) => Boolean(s) && fold(s) < one;
		case 'LTE':
			return (s) => Boolean(s) && fold(s) <= one;
		case 'GT':
			return (s) => Boolean(s) && fold(s) > one;
		case 'GTE':
			return (s) => Boolean(s) && fold(s) >= one;
		case 'BETWEEN':
			return (s) => Boolean(s) && fold(s) >= one && fold(s) <= high;
		default:
			throw invalid(`Invalid input JSON: unknown operator ${f.operator}`);
	}
}

// One filter as { cost, test(view) }: cheap ones are tried first.
function condition(store, f) {
	const name = f?.propertyName;
	if (name === 'hs_object_id') {
		const test = numericTest('filter', f);
		const from =
			f.operator === 'GT' ? number(f.value) + 1 : f.operator === 'GTE' ? number(f.value) : 0;
		return { cost: 1, from, test: (v) => test(v.id) };
	}
	if (NUMERIC[name]) {
		const key = NUMERIC[name],
			test = numericTest('filter', f);
		return { cost: key === 'modified' ? 0 : 2, test: (v) => test(v[key]) };
	}
	if (!store.defined(name))
		throw invalid(`There was a problem with the request. Property ${name} does not exist`);
	const test = textTest(f, store.definitions.get(name).type === 'enumeration');
	return { cost: 3, test: (v) => test(v.value(name)) };
}

function readGroups(store, body) {
	const groups = body.filterGroups ?? (body.filters ? [{ filters: body.filters }] : []);
	if (!Array.isArray(groups) || groups.some((g) => !Array.isArray(g?.filters)))
		throw invalid('Invalid input JSON: filterGroups');
	if (groups.length > MAX.groups)
		throw invalid(
			`Invalid input JSON: too many filterGroups (count: ${groups.length}, max allowed: ${MAX.groups})`,
		);
	const most = Math.max(0, ...groups.map((g) => g.filters.length));
	const all = groups.reduce((n, g) => n + g.filters.length, 0);
	if (most > MAX.filters || all > MAX.all)
		throw invalid(
			`Invalid input JSON: too many filters (count: ${all}, max allowed: ${MAX.all})`,
		);
	return groups.map((g) =>
		g.filters.map((f) => condition(store, f)).sort((a, b) => a.cost - b.cost),
	);
}

function readSort(store, body) {
	const sorts = body.sorts ?? [];
	if (!Array.isArray(sorts) || sorts.length > MAX.sorts)
		throw invalid(`Invalid input JSON: too many sorts (max allowed: ${MAX.sorts})`);
	if (sorts.length === 0) return { by: 'hs_object_id', down: false };
	const s = sorts[0];
	const by = typeof s === 'string' ? s.replace(/^-/, '') : s.propertyName;
	if (by !== 'hs_object_id' && !NUMERIC[by] && !store.defined(by))
		throw invalid(`There was a problem with the request. Property ${by} does not exist`);
	return { by, down: s.direction === 'DESCENDING' || (typeof s === 'string' && s[0] === '-') };
}

function readWindow(body) {
	const limit = body.limit ?? 10;
	const after =
		body.after === undefined || body.after === null || body.after === ''
			? 0
			: number(body.after);
	if (!Number.isInteger(limit) || limit < 0 || limit > MAX.limit)
		throw invalid(`Invalid input JSON: limit must be between 0 and ${MAX.limit}`);
	if (!Number.isInteger(after) || after < 0)
		throw invalid('Invalid input JSON: after must be a whole number');
	if (after + limit > MAX.window)
		throw invalid(
			`The maximum number of results is ${MAX.window}: after plus limit is ${after + limit}`,
		);
	return { limit, after };
}

// What a filter sees of one contact; the properties are computed only if a filter asks for one.
class View {
	constructor(store) {
		this.store = store;
	}

	base(order) {
		this.order = order;
		this.rec = null;
		this.all = null;
		this.modified = this.store.modified[order];
		return this;
	}

	of(rec) {
		this.order = rec.order;
		this.rec = rec;
		this.all = null;
		this.modified = rec.modified;
		return this;
	}

	get id() {
		return this.store.id(this.order);
	}

	get created() {
		return (this.rec ?? this.store.base(this.order)).created;
	}

	value(name) {
		if (!this.rec) return this.store.column(name)[this.order];
		this.all ??= this.store.properties(this.rec);
		return this.all[name] ?? null;
	}
}

function matcher(groups, query) {
	const words = String(query ?? '')
		.toLowerCase()
		.split(/\s+/)
		.filter(Boolean);
	const said = (v) =>
		words.every((w) => SEARCHED.some((n) => v.value(n)?.toLowerCase().includes(w)));
	const any = (v) => groups.length === 0 || groups.some((g) => g.every((c) => c.test(v)));
	return words.length ? (v) => any(v) && said(v) : any;
}

// The lowest id that can match, so that a walk by id does not look at what it has passed.
function lowest(groups) {
	const from = groups.map((g) => Math.max(0, ...g.map((c) => c.from ?? 0)));
	return from.length ? Math.min(...from) : 0;
}

function firstAtLeast(orders, order) {
	let low = 0,
		high = orders.length;
	while (low < high) {
		const mid = (low + high) >> 1;
		if (orders[mid] < order) low = mid + 1;
		else high = mid;
	}
	return low;
}

// Calls found(view) for each contact in the index that matches, in rising order of id.
function scan(store, { match, from }, found) {
	const now = Date.now(),
		view = new View(store);
	const orders = store.changedOrders(),
		start = store.atLeast(from);
	let k = firstAtLeast(orders, start);
	const one = (order) => {
		const rec = store.indexed(order, now);
		if (rec && rec.state === 'live' && match(view.of(rec))) found(view);
	};
	for (let order = start; order < store.size; order++) {
		if (store.touched[order]) one(orders[k++]);
		else if (match(view.base(order))) found(view);
	}
	for (; k < orders.length; k++) one(orders[k]);
}

function key(view, by) {
	return by === 'hs_object_id'
		? view.id
		: NUMERIC[by]
			? view[NUMERIC[by]]
			: (view.value(by) ?? '');
}

// The page wanted, when the order is that of the ids: nothing else is kept.
function pageById(store, wanted, { after, limit }) {
	const page = [];
	let total = 0;
	scan(store, wanted, (v) => {
		if (total >= after && page.length < limit) page.push(v.rec ?? store.base(v.order));
		total++;
	});
	return { total, page };
}

function pageSorted(store, wanted, sort, { after, limit }) {
	const found = [];
	scan(store, wanted, (v) =>
		found.push({ key: key(v, sort.by), rec: v.rec ?? store.base(v.order) }),
	);
	const sign = sort.down ? -1 : 1;
	found.sort(
		(a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.rec.order - b.rec.order),
	);
	disorder(found, store.index.disorder);
	return { total: found.length, page: found.slice(after, after + limit).map((f) => f.rec) };
}

// A sort by date is not always honoured: neighbours change places.
function disorder(found, p) {
	const draw = new Draw(found.length);
	for (let k = 1; p > 0 && k < found.length; k++)
		if (draw.chance(p)) {
			const other = Math.max(0, k - 1 - draw.below(20));
			[found[k], found[other]] = [found[other], found[k]];
		}
}

/** The answer of POST search. */
export function search(store, body) {
	const window = readWindow(body);
	if (String(body.query ?? '').length > MAX.query)
		throw invalid(`Invalid input JSON: query is longer than ${MAX.query} characters`);
	const sort = readSort(store, body);
	const groups = readGroups(store, body);
	const wanted = { match: matcher(groups, body.query), from: lowest(groups) };
	const byId = sort.by === 'hs_object_id' && !sort.down;
	const { total, page } = byId
		? pageById(store, wanted, window)
		: pageSorted(store, wanted, sort, window);
	const names = store.shown(body.properties);
	const out = { total, results: page.map((rec) => store.render(rec, names)) };
	const next = window.after + page.length;
	if (page.length && next < total) out.paging = { next: { after: String(next) } };
	return out;
}
