// Faults on demand: which call fails, and how.

import { refusal } from './errors.mjs';
import { Draw } from './random.mjs';

/** Failures that a reader can see: nothing false is said. */
export const TRANSPORT = [
	'429',
	'500',
	'502',
	'503',
	'504',
	'423',
	'reset',
	'cut',
	'truncated',
	'foreign',
	'html',
	'slow',
	'delay',
];
/** Whole, well-formed answers that are wrong. */
export const LIES = ['empty', 'partial', 'last', 'loop', 'duplicate', 'shuffled', 'stripped', 'gone', 'hiding'];
const OTHERS = [
	'status',
	'400',
	'401',
	'403',
	'404',
	'414',
	'477',
	'521',
	'523',
	'524',
	'hang',
	'huge',
	'any',
	'any_with_lies',
];
export const KINDS = [...TRANSPORT, ...LIES, ...OTHERS];

const mean = {
	next: undefined,
	p: undefined,
	seed: 1,
	match: undefined,
	at: 0.5,
	ms: 3000,
	bytes: 64,
	mb: 64,
};

export class Faults {
	constructor() {
		this.rules = [];
		this.given = {};
	}

	/** Add a rule: { kind, next: K | p, seed, match: [endpoints], at, ms, bytes, mb, status, policy }. */
	add(rule) {
		const kind = String(rule.kind ?? rule.status ?? 'any');
		if (!KINDS.includes(kind) && !/^[45]\d\d$/.test(kind))
			throw new Error(`unknown kind ${kind}: ${KINDS.join(' ')}`);
		const made = { ...mean, ...rule, kind, hits: 0 };
		if (made.next === undefined && made.p === undefined) made.next = 1;
		made.match = rule.match === undefined ? null : [].concat(rule.match);
		made.draw = new Draw(made.seed);
		this.rules.push(made);
	}

	clear() {
		this.rules = [];
	}

	get state() {
		return { given: this.given, rules: this.rules.map(({ draw, ...rule }) => rule) };
	}

	due(rule, endpoint) {
		if (rule.match && !rule.match.includes(endpoint)) return false;
		if (rule.next !== undefined && rule.next-- <= 0) return false;
		return rule.p === undefined || rule.draw.chance(rule.p);
	}

	/** The fault of this call, or null. */
	pick(endpoint) {
		const rule = this.rules.find((r) => this.due(r, endpoint));
		this.rules = this.rules.filter((r) => r.next === undefined || r.next > 0);
		if (!rule) return null;
		rule.hits++;
		const fault = { ...rule, kind: this.kindOf(rule) };
		this.given[fault.kind] = (this.given[fault.kind] ?? 0) + 1;
		return fault;
	}

	kindOf(rule) {
		if (rule.kind === 'any') return String(rule.draw.pick(rule.kinds ?? TRANSPORT));
		if (rule.kind === 'any_with_lies') return rule.draw.pick([...TRANSPORT, ...LIES]);
		return rule.kind === 'status' ? String(rule.status) : rule.kind;
	}
}

/** Throws the refusal of a fault that is a status. */
export function refuse(fault, endpoint) {
	if (fault && /^\d{3}$/.test(fault.kind))
		throw refusal(Number(fault.kind), endpoint, fault.policy);
}

const twice = (list) => list.flatMap((x) => [x, x]);

function loop(body, query, asked) {
	const first = body.results[0]?.id;
	const after = query.after ?? asked?.after ?? first;
	return after === undefined ? body : { ...body, paging: { next: { after: String(after) } } };
}

function gone(body, asked) {
	const ids = (asked?.inputs ?? []).map((i) => String(i.id));
	return {
		...body,
		results: [],
		numErrors: 1,
		errors: [
			{
				status: 'error',
				category: 'OBJECT_NOT_FOUND',
				message:
					'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.',
				context: { ids },
			},
		],
	};
}

const CHANGE = {
	foreign: () => ({ hello: 'world', items: [1, 2, 3] }),
	empty: ({ paging, ...body }) => ({
		...body,
		...('total' in body ? { total: 0 } : {}),
		results: [],
	}),
	partial: ({ paging, ...body }) => ({
		...body,
		results: body.results.slice(0, body.results.length >> 1),
	}),
	last: ({ paging, ...body }) => body,
	loop: (body, query, asked) => loop(body, query, asked),
	duplicate: (body) => ({ ...body, results: twice(body.results) }),
	shuffled: (body) => ({ ...body, results: [...body.results].reverse() }),
	stripped: (body) => ({ ...body, results: body.results.map((r) => ({ ...r, properties: {} })) }),
	gone: (body, query, asked) => gone(body, asked),
	hiding: (body) => ({ ...body, results: body.results.slice(1) }),
};

/** The body of an answer after a fault that changes what it says. */
export function distort(fault, body, query, asked) {
	const change = fault && CHANGE[fault.kind];
	if (!change || (fault.kind !== 'foreign' && !Array.isArray(body.results))) return body;
	return change(body, query, asked);
}
