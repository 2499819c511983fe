// What people do in the CRM: create, change, archive, restore, erase, merge; in bulk, at random.

import { notFound } from './errors.mjs';
import { DEMO } from './people.mjs';
import { Draw } from './random.mjs';

const text = (v) => (v === null || v === undefined ? null : String(v));

function texts(properties) {
	return Object.fromEntries(Object.entries(properties ?? {}).map(([k, v]) => [k, text(v)]));
}

/** The record that { id } or { email } or { name: demonstration name } means. */
export function target(store, { id, email, name }) {
	const demo = name === undefined ? -1 : DEMO.findIndex((d) => d.name === name);
	const rec =
		demo >= 0 && demo < store.size
			? store.follow(store.id(demo))
			: id !== undefined
				? store.follow(String(id))
				: email !== undefined
					? store.byEmail(email)
					: null;
	if (!rec || rec.state === 'erased') throw notFound();
	return rec;
}

export function create(store, properties, at = store.now()) {
	const rec = store.put({
		order: store.count,
		patch: texts(properties),
		created: at,
		modified: at,
		state: 'live',
	});
	store.emit({
		kind: 'creation',
		id: store.id(rec.order),
		changes: rec.patch,
		more: { changeFlag: 'NEW' },
	});
	return rec;
}

/** Set properties; what is equal already is no change, unless touch asks for a new date. */
export function update(store, rec, properties, { touch = false, at = store.now() } = {}) {
	const now = store.properties(rec);
	const changes = Object.fromEntries(
		Object.entries(texts(properties)).filter(([k, v]) => (now[k] ?? null) !== v),
	);
	if (!touch && Object.keys(changes).length === 0) return rec;
	const made = store.put({ ...rec, patch: { ...rec.patch, ...changes }, modified: at });
	store.emit({ kind: 'propertyChange', id: store.id(rec.order), changes });
	return made;
}

export function archive(store, rec) {
	const made = store.put({ ...rec, state: 'archived', archivedAt: store.now() });
	store.emit({ kind: 'deletion', id: store.id(rec.order), more: { changeFlag: 'DELETED' } });
	return made;
}

export function restore(store, rec) {
	const { archivedAt, ...kept } = rec;
	const made = store.put({ ...kept, state: 'live' });
	store.emit({ kind: 'restore', id: store.id(rec.order) });
	return made;
}

/** Erased for privacy: nothing of the person is left. */
export function erase(store, rec) {
	const blank = Object.fromEntries(Object.keys(store.properties(rec)).map((k) => [k, null]));
	const made = store.put({
		order: rec.order,
		patch: blank,
		created: rec.created,
		modified: rec.modified,
		state: 'erased',
	});
	store.emit({
		kind: 'privacyDeletion',
		id: store.id(rec.order),
		more: { changeFlag: 'DELETED' },
	});
	return made;
}

const split = (v) => (v ?? '').split(';').filter(Boolean);
const joined = (list) => [...new Set(list.filter(Boolean))].join(';') || null;

// The properties of a survivor: the primary's, its gaps filled, the other addresses kept.
function blend(store, primary, others, gone, at) {
	const p = { ...store.properties(primary) };
	const all = others.map((rec) => store.properties(rec));
	for (const o of all) for (const [k, v] of Object.entries(o)) if (!p[k] && v) p[k] = v;
	p.hs_additional_emails = joined(
		[
			...split(p.hs_additional_emails),
			...all.flatMap((o) => [o.email, ...split(o.hs_additional_emails)]),
		].filter((e) => e !== p.email),
	);
	const known = [primary, ...others].flatMap((rec) =>
		split(store.properties(rec).hs_merged_object_ids),
	);
	p.hs_merged_object_ids = joined([...known, ...gone]);
	p.hs_calculated_merged_vids = joined(split(p.hs_merged_object_ids).map((id) => `${id}:${at}`));
	return p;
}

/** Merge others into primary: a third id is born, unless keep asks for the primary's to stay. */
export function merge(store, primary, others, keep = false) {
	const at = store.now();
	const dying = keep ? others : [primary, ...others];
	const gone = dying.map((rec) => String(store.id(rec.order)));
	const { hs_object_id: unused, ...p } = blend(store, primary, others, gone, at);
	const survivor = keep
		? { ...primary, patch: p, modified: at }
		: { order: store.count, patch: p, created: primary.created, modified: at, state: 'live' };
	store.put(survivor);
	const into = String(store.id(survivor.order));
	for (const rec of dying)
		store.put({
			...rec,
			state: 'merged',
			into,
			patch: rec.order < store.size ? null : rec.patch,
		});
	store.emit({
		kind: 'merge',
		id: into,
		more: {
			primaryObjectId: Number(store.id(primary.order)),
			mergedObjectIds: others.map((rec) => Number(store.id(rec.order))),
			newObjectId: Number(into),
			numberOfPropertiesMoved: 3,
		},
	});
	return survivor;
}

// A live contact by chance; the demonstration people are left alone.
function anyone(store, draw, state = 'live') {
	for (let tries = 0; tries < 200; tries++) {
		const order = DEMO.length + draw.below(Math.max(1, store.count - DEMO.length));
		const rec = order < store.count ? store.record(order) : null;
		if (rec?.state === state) return rec;
	}
	return null;
}

/** Up to n live contacts from an order on. */
export function someLive(store, n, from = DEMO.length) {
	const found = [];
	for (let order = from; order < store.count && found.length < n; order++) {
		const rec = store.record(order);
		if (rec.state === 'live') found.push(rec);
	}
	return found;
}

const MOVED = [
	'city',
	'zip',
	'phone',
	'statut_contact',
	'groupe_benevole',
	'thematiques',
	'types_mission',
	'lastname',
	'date_of_birth',
	'types_benevolat',
	'magasin',
	'editions_trail',
	'salutation',
	'type_contact',
	'email',
];

function randomChange(store, draw) {
	const name = draw.pick(MOVED);
	if (name === 'email')
		return { email: draw.chance(0.1) ? null : `adresse.${draw.below(1e9)}@example.org` };
	const like = store.size ? store.population.contact(draw.below(store.size)) : {};
	return { [name]: draw.chance(0.1) ? '' : (like[name] ?? null) };
}

function randomNew(store, draw) {
	const { hs_object_id: unused, ...like } = store.size
		? store.population.contact(draw.below(store.size))
		: {};
	return { ...like, email: `nouveau.${draw.below(1e9)}@example.org`, hs_additional_emails: null };
}

const RANDOM = {
	update: (store, draw) => {
		const rec = anyone(store, draw);
		return rec && update(store, rec, randomChange(store, draw));
	},
	create: (store, draw) => create(store, randomNew(store, draw)),
	archive: (store, draw) => {
		const rec = anyone(store, draw);
		return rec && archive(store, rec);
	},
	restore: (store, draw) => {
		const gone = store.changedOrders().filter((o) => store.record(o).state === 'archived');
		return gone.length ? restore(store, store.record(draw.pick(gone))) : null;
	},
	erase: (store, draw) => {
		const rec = anyone(store, draw);
		return rec && erase(store, rec);
	},
	merge: (store, draw) => {
		const a = anyone(store, draw),
			b = anyone(store, draw);
		return a && b && a.order !== b.order ? merge(store, a, [b], draw.chance(0.3)) : null;
	},
};
const USUAL = { update: 80, create: 10, archive: 4, restore: 3, erase: 1, merge: 2 };

/** n changes at random; gives how many of each kind. */
export function churn(store, { n = 10, seed = 1, kinds = USUAL }) {
	const draw = new Draw(seed),
		done = {};
	const weights = Array.isArray(kinds) ? kinds.map((k) => [k, 1]) : Object.entries(kinds);
	for (let k = 0; k < n; k++) {
		const kind = draw.weighted(weights);
		if (!RANDOM[kind])
			throw new Error(`unknown kind ${kind}: ${Object.keys(RANDOM).join(' ')}`);
		if (RANDOM[kind](store, draw)) done[kind] = (done[kind] ?? 0) + 1;
	}
	return done;
}

/** Set the same properties on n contacts, each at its own millisecond as HubSpot does. */
export function changeMany(store, { n = 100, from, properties, touch = false }) {
	return someLive(store, n, from).map((rec) => update(store, rec, properties, { touch })).length;
}

/** n contacts changed in one and the same millisecond. */
export function share(store, { n = 1000, from, properties = {}, ms = store.now() }) {
	const done = someLive(store, n, from).map((rec) =>
		update(store, rec, properties, { touch: true, at: ms }),
	);
	return { n: done.length, ms };
}

const HOSTILE = [
	{ lastname: '<script>alert(1)</script>', city: '"><img src=x onerror=alert(1)>' },
	{ lastname: 'O\'Brien"; DROP TABLE contact; --', firstname: "\\' OR 1=1" },
	{
		lastname: '=HYPERLINK("http://x.example","clic")',
		firstname: '@SUM(1+1)',
		city: '+33',
		phone: '-1+1',
	},
	{ lastname: '🌻🏳️‍🌈👩‍👩‍👧', firstname: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢', city: 'Z̸̡a̶l̷g̸o̵' },
	{ lastname: 'שלום', firstname: '\u202Egpj.exe', city: 'مرحبا بالعالم' },
	{ lastname: 'x'.repeat(500), firstname: 'É'.repeat(500), city: 'a '.repeat(300) },
	{
		lastname: 'long',
		thematiques: Array.from({ length: 400 }, (_, i) => `t${i}`).join(';'),
		city: 'y'.repeat(65536),
	},
	{ lastname: ' \t\u00A0\u200B', firstname: '', city: '\u0000', phone: ';;;' },
	{
		lastname: 'Invalide',
		date_of_birth: '31/02/1990',
		date_adhesion: '2026-13-45',
		zip: 'ABCDE',
	},
	{
		lastname: 'Époque',
		date_of_birth: '-86400000',
		date_adhesion: '1767225600000',
		zip: '01000',
	},
	{
		lastname: 'Listes',
		types_benevolat: ';groupe_local;;groupe_local;inconnu;',
		magasin: 'Magasin disparu',
	},
	{ lastname: 'Statut', statut_contact: 'CONFIRME', type_contact: 'Salarié' },
	{ lastname: 'Entête\r\nBcc: x@example.org', email: 'entete\r\nbcc@example.org' },
	{ lastname: '<?cs var:Page.title ?>', firstname: '{{7*7}}${7*7}', city: '%s%n%x' },
];

/** Contacts with values that break careless programs; gives their ids. */
export function hostile(store) {
	return HOSTILE.map((p, i) =>
		create(store, {
			firstname: 'Hostile',
			email: `hostile.${i}@example.org`,
			statut_contact: 'confirme',
			type_contact: 'benevole',
			types_benevolat: 'groupe_local',
			groupe_benevole: 'Groupe local de Paris',
			...p,
		}),
	).map((rec) => String(store.id(rec.order)));
}
