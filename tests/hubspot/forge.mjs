// Webhook requests that a platform must refuse, each wrong in one way.

import { secretIn, signV1 } from './signature.mjs';

const V3 = 'X-HubSpot-Signature-v3';

function without(headers, name) {
	const { [name]: unused, ...rest } = headers;
	return rest;
}

const hexOf = (base64) => Buffer.from(base64 ?? '', 'base64').toString('hex');

// Each gives { body, headers, method } from what a good request would be.
const FORGED = {
	good: (f) => ({ headers: f.good }),
	signature: (f) => ({ headers: { ...f.good, [V3]: Buffer.alloc(32, 7).toString('base64') } }),
	secret: (f) => ({ headers: f.sign({ secret: 'not the secret' }) }),
	old: (f) => ({ headers: f.sign({ at: f.now - 301000 }) }),
	future: (f) => ({ headers: f.sign({ at: f.now + 600000 }) }),
	url: (f) => ({ headers: f.sign({ url: 'http://127.0.0.1:1/hubspot/webhook' }) }),
	body: (f) => ({ headers: f.good, body: `${f.body} ` }),
	unsigned: (f) => ({ headers: without(f.good, V3) }),
	untimed: (f) => ({ headers: without(f.good, 'X-HubSpot-Request-Timestamp') }),
	hex: (f) => ({ headers: { ...f.good, [V3]: hexOf(f.good[V3]) } }),
	wrong_v3_right_v1: (f) => ({
		headers: {
			...f.good,
			[V3]: 'AAAA',
			'X-HubSpot-Signature': signV1(f.secret, f.body),
			'X-HubSpot-Signature-Version': 'v1',
		},
	}),
	method: (f) => ({ headers: f.good, method: 'PUT' }),
	not_json: (f) => ({ headers: f.sign({}, '[{"objectId":'), body: '[{"objectId":' }),
	empty: (f) => ({ headers: f.sign({}, ''), body: '' }),
};

/** Send one; gives what the platform answered. */
export function forge(box, kind, events) {
	const make = FORGED[kind];
	if (!make) throw new Error(`unknown kind ${kind}: ${Object.keys(FORGED).join(' ')}`);
	const hooks = box.webhooks;
	const change = { propertyName: 'statut_contact', propertyValue: 'confirme' };
	const list = events ?? [hooks.event('contact.propertyChange', 33451, change)];
	const body = JSON.stringify(list);
	const sign = (more, text = body) => hooks.headers(text, more);
	const secret = secretIn(box.options.secretFile);
	const made = make({ body, sign, good: sign({}), now: box.store.now(), secret });
	return hooks.send(made.body ?? body, made.headers, made.method);
}
