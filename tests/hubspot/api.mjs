// The calls of HubSpot's API that a one-way reader of contacts uses, and the refusal of all others.

import { invalid, missingScopes, notFound } from './errors.mjs';
import { search } from './search.mjs';
import { iso } from './store.mjs';

const DAY = 86400000;
const PORTAL = 33;
const VERSION = '(?:2026-0[39]|v[34])';

const many = (v) =>
	v === undefined
		? []
		: []
				.concat(v)
				.flatMap((s) => String(s).split(','))
				.filter(Boolean);

function limitOf(query, most, standard) {
	const n = query.limit === undefined ? standard : Number(query.limit);
	if (!Number.isInteger(n) || n < 1 || n > most)
		throw invalid(`limit must be between 1 and ${most}`);
	return n;
}

// The live records from an order on, up to n of them.
function live(store, order, n) {
	const found = [];
	for (; order < store.count && found.length < n; order++) {
		const rec = store.record(order);
		if (rec.state === 'live') found.push(rec);
	}
	return found;
}

function archived(store, order, n) {
	const kept = store.now() - 90 * DAY;
	return store
		.changedOrders()
		.map((o) => store.record(o))
		.filter((r) => r.order >= order && r.state === 'archived' && r.archivedAt > kept)
		.slice(0, n);
}

function companiesOf(store, order) {
	return order % 9 === 4 ? [String(9007199254 + 11 * (order % 40))] : [];
}

function associationsOf(store, order) {
	return companiesOf(store, order).map((id) => ({
		toObjectId: id,
		associationTypes: [
			{ category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
			{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
		],
	}));
}

function withAssociations(store, rec, out, query) {
	const ids = many(query.associations).includes('companies') ? companiesOf(store, rec.order) : [];
	if (ids.length)
		out.associations = {
			companies: { results: ids.map((id) => ({ id, type: 'contact_to_company' })) },
		};
	return out;
}

function list({ store, query, link }) {
	const limit = limitOf(query, 100, 10);
	if (query.after !== undefined && !/^\d+$/.test(query.after))
		throw invalid('after is not a valid id');
	const order = store.atLeast(Number(query.after ?? 0));
	const find = query.archived === 'true' ? archived : live;
	const found = find(store, order, limit + 1);
	const names = store.shown(many(query.properties));
	const out = {
		results: found
			.slice(0, limit)
			.map((rec) => withAssociations(store, rec, store.render(rec, names), query)),
	};
	if (found.length > limit) {
		const after = String(store.id(found[limit].order));
		out.paging = { next: { after, link: link({ after }) } };
	}
	return out;
}

function readOne({ store, query, ids: [id] }) {
	const rec = query.idProperty === 'email' ? store.byEmail(id) : store.follow(id);
	const wanted = query.archived === 'true' ? 'archived' : 'live';
	if (!rec || rec.state !== wanted) throw notFound();
	return withAssociations(
		store,
		rec,
		store.render(rec, store.shown(many(query.properties))),
		query,
	);
}

function inputsOf(body, most) {
	const inputs = body.inputs;
	if (
		!Array.isArray(inputs) ||
		inputs.some(
			(i) =>
				i === null ||
				typeof i !== 'object' ||
				(typeof i.id !== 'string' && typeof i.id !== 'number'),
		)
	)
		throw invalid('Invalid input JSON: inputs must be a list of {"id": "..."}');
	if (inputs.length > most)
		throw invalid(
			`Invalid input JSON: the maximum number of inputs is ${most}, got ${inputs.length}`,
		);
	return inputs.map((i) => String(i.id));
}

function several(results, errors, started, now) {
	const out = { status: 'COMPLETE', results, startedAt: started, completedAt: iso(now) };
	if (errors.length) Object.assign(out, { numErrors: errors.length, errors });
	return { status: errors.length ? 207 : 200, body: out };
}

function batchRead({ store, query, body, silentMerges }) {
	const started = iso(store.now()),
		found = new Map(),
		missing = [];
	const wanted = query.archived === 'true' ? 'archived' : 'live';
	for (const id of inputsOf(body, 100)) {
		const rec = body.idProperty === 'email' ? store.byEmail(id) : store.follow(id);
		if (!rec || rec.state !== wanted) missing.push(id);
		else if (!silentMerges || body.idProperty || store.order(id) === rec.order)
			found.set(rec.order, rec);
	}
	const names = store.shown(body.properties);
	const errors = missing.length
		? [
				{
					status: 'error',
					category: 'OBJECT_NOT_FOUND',
					message:
						'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.',
					context: { ids: missing },
				},
			]
		: [];
	return several(
		[...found.values()].map((rec) => store.render(rec, names)),
		errors,
		started,
		store.now(),
	);
}

const definitionsOf = ({ store }) => ({
	results: [...store.definitions.values()].filter((d) => !d.archived),
});

function definitionOf({ store, ids: [name] }) {
	if (!store.defined(name)) throw notFound();
	return store.definitions.get(name);
}

const account = ({ portal }) => ({
	portalId: portal ?? PORTAL,
	accountType: 'STANDARD',
	timeZone: 'Europe/Paris',
	companyCurrency: 'EUR',
	additionalCurrencies: [],
	utcOffset: '+01:00',
	utcOffsetMilliseconds: 3600000,
	uiDomain: 'app-eu1.hubspot.com',
	dataHostingLocation: 'eu1',
});

const LIST = {
	listId: '12',
	listVersion: 1,
	name: 'Personnes de la plateforme',
	objectTypeId: '0-1',
	processingType: 'DYNAMIC',
	processingStatus: 'COMPLETE',
	createdAt: '2024-05-02T09:00:00.123Z',
	updatedAt: '2026-10-01T09:00:00.123Z',
};

function listSearch({ body }) {
	const named = LIST.name.toLowerCase().includes(String(body.query ?? '').toLowerCase());
	const lists = named && !(body.offset > 0) ? [LIST] : [];
	return {
		lists,
		hasMore: false,
		offset: (body.offset ?? 0) + lists.length,
		total: named ? 1 : 0,
	};
}

function onPlatform(p) {
	return (
		p.statut_contact === 'prospect' ||
		p.statut_contact === 'confirme' ||
		p.type_contact === 'salarie'
	);
}

// The members are recomputed when something has changed, as a dynamic list is: late.
function membersOf(store) {
	if (store.members?.version !== store.version)
		store.members = {
			version: store.version,
			orders: live(store, 0, store.count)
				.filter((rec) => onPlatform(store.properties(rec)))
				.map((rec) => rec.order),
		};
	return store.members.orders;
}

function memberships({ store, query, ids: [id] }) {
	if (id !== LIST.listId) throw notFound();
	const limit = limitOf(query, 250, 100),
		orders = membersOf(store);
	const from = query.after
		? store.atLeast(Number(Buffer.from(query.after, 'base64').toString()) + 1)
		: 0;
	const start = orders.findIndex((o) => o >= from);
	const page = start < 0 ? [] : orders.slice(start, start + limit);
	const out = {
		total: orders.length,
		results: page.map((o) => ({
			recordId: String(store.id(o)),
			membershipTimestamp: iso(store.record(o).created),
		})),
	};
	if (start >= 0 && start + limit < orders.length)
		out.paging = {
			next: { after: Buffer.from(String(store.id(page.at(-1)))).toString('base64') },
		};
	return out;
}

const OWNERS = [
	['Maud', 'Ferrandis', 'maud.ferrandis'],
	['Thibault', 'Vasseur-Lemoine', 'thibault.vasseur'],
	['Bérénice', 'Quesnel', 'berenice.quesnel'],
].map(([firstName, lastName, box], i) => ({
	id: String(6166860 + i),
	email: `${box}@siege.example`,
	firstName,
	lastName,
	type: 'PERSON',
	userId: 1296619 + i,
	createdAt: '2019-10-30T03:30:17.883Z',
	updatedAt: '2019-12-07T16:50:06.678Z',
	archived: false,
}));

function owners({ query }) {
	limitOf(query, 500, 100);
	return { results: query.archived === 'true' ? [] : OWNERS };
}

function companies({ store, ids: [id] }) {
	const rec = store.follow(id);
	if (!rec || rec.state !== 'live') throw notFound();
	return { results: associationsOf(store, rec.order) };
}

function companiesBatch({ store, body }) {
	const started = iso(store.now()),
		results = [],
		errors = [];
	for (const id of inputsOf(body, 1000)) {
		const order = store.order(id),
			to = order < 0 ? [] : associationsOf(store, order);
		if (to.length) results.push({ from: { id }, to });
		else
			errors.push({
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
				message: `No company is associated with contact ${id}.`,
				context: {
					fromObjectId: [id],
					fromObjectType: ['contact'],
					toObjectType: ['company'],
				},
			});
	}
	return several(results, errors, started, store.now());
}

const call = (name, method, path, run) => ({ name, method, path: new RegExp(`^${path}$`), run });
const OBJECTS = `/crm/objects/${VERSION}/(?:contacts|0-1)|/crm/${VERSION}/objects/(?:contacts|0-1)`;
const at = (rest) => `(?:${OBJECTS})${rest}`;
const area = (name) => `(?:/crm/${name}/${VERSION}|/crm/${VERSION}/${name})`;

const CALLS = [
	call('list', 'GET', at(''), list),
	call('batch', 'POST', at('/batch/read'), batchRead),
	call('search', 'POST', at('/search'), ({ store, body }) => search(store, body)),
	call('companies', 'GET', at('/([^/]+)/associations/companies'), companies),
	call('read', 'GET', at('/([^/]+)'), readOne),
	call('properties', 'GET', `${area('properties')}/(?:contacts|0-1)`, definitionsOf),
	call('property', 'GET', `${area('properties')}/(?:contacts|0-1)/([^/]+)`, definitionOf),
	call('account', 'GET', `/account-info/${VERSION}/details`, account),
	call('lists', 'POST', `${area('lists')}/search`, listSearch),
	call('memberships', 'GET', `${area('lists')}/(\\d+)/memberships`, memberships),
	call('owners', 'GET', area('owners'), owners),
	call(
		'companies_batch',
		'POST',
		`${area('associations')}/contacts?/compan(?:ies|y)/batch/read`,
		companiesBatch,
	),
];

const refused = () => {
	throw missingScopes(['crm.objects.contacts.write']);
};
const unknown = () => {
	throw notFound();
};

/** Which call a request is: { name, run, ids }. What is not a read is a write, and is refused. */
export function route(method, path) {
	for (const c of CALLS) {
		const m = method === c.method ? c.path.exec(path) : null;
		if (m)
			return {
				name: c.name,
				run: c.run,
				ids: m
					.slice(1)
					.filter((s) => s !== undefined)
					.map(decodeURIComponent),
			};
	}
	return method === 'GET' || method === 'HEAD'
		? { name: 'unknown', run: unknown, ids: [] }
		: { name: 'write', run: refused, ids: [] };
}
