// Webhooks: each change becomes events, sent signed in batches, without order, again and again when refused.

import { secretIn, signV1, signV3 } from './signature.mjs';

const IN_FLIGHT = 10,
	MAX_BATCH = 100,
	KEPT = 5000;
const STANDARD = {
	url: '',
	sign_url: '',
	on: true,
	v3: true,
	v1: false,
	spelling: 'subscriptionType',
	delay_ms: 50,
	batch: MAX_BATCH,
	duplicates: 0,
	reversed: false,
	attempts: 11,
	retry_ms: 200,
	timeout_ms: 5000,
	properties: null,
};
const SILENT = new Set([
	'lastmodifieddate',
	'hs_lastmodifieddate',
	'num_unique_conversion_events',
	'hs_object_id',
	'createdate',
]);

const later = (ms) =>
	new Promise((done) => {
		setTimeout(done, ms).unref();
	});

export class Webhooks {
	constructor(box) {
		this.box = box;
		this.config = { ...STANDARD, url: box.options.webhook ?? '' };
		this.nextEvent = 3816279480;
		this.queue = [];
		this.flying = 0;
		this.reset();
		box.store.listeners.push((event) => this.changed(event));
	}

	reset() {
		this.stats = {
			events: 0,
			requests: 0,
			delivered: 0,
			refused: 0,
			unreachable: 0,
			retries: 0,
			abandoned: 0,
		};
		this.times = [];
	}

	get state() {
		const sorted = [...this.times].sort((a, b) => a - b);
		const at = (q) =>
			sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? null;
		return {
			config: this.config,
			...this.stats,
			waiting: this.queue.length,
			in_flight: this.flying,
			ms: { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? null },
		};
	}

	/** A change of the store, as events. */
	changed({ kind, id, changes = {}, more = {} }) {
		if (!this.config.url || !this.config.on) return;
		const list = [];
		if (kind !== 'propertyChange') list.push(this.event(`contact.${kind}`, id, more));
		if (kind === 'privacyDeletion')
			list.push(this.event('contact.deletion', id, { changeFlag: 'DELETED' }));
		for (const [name, value] of Object.entries(changes))
			if (
				!SILENT.has(name) &&
				(!this.config.properties || this.config.properties.includes(name))
			)
				list.push(
					this.event('contact.propertyChange', id, {
						propertyName: name,
						propertyValue: value ?? '',
						isSensitive: false,
					}),
				);
		this.enqueue(list);
	}

	event(type, id, more) {
		const base = {
			eventId: this.nextEvent++,
			subscriptionId: 25,
			portalId: this.box.portal ?? 33,
			appId: 1160452,
			occurredAt: this.box.store.now(),
			subscriptionType: type,
			attemptNumber: 0,
			objectId: Number(id),
			changeSource: 'CRM_UI',
			sourceId: 'userId:1296619',
			...more,
		};
		if (this.config.spelling === 'eventType') {
			base.eventType = type;
			delete base.subscriptionType;
		} else if (this.config.spelling === 'object' && type !== 'contact.privacyDeletion') {
			base.subscriptionType = type.replace(/^contact/, 'object');
			base.objectTypeId = '0-1';
		}
		return base;
	}

	enqueue(events) {
		for (const e of events)
			this.queue.push(e, ...(Math.random() < this.config.duplicates ? [e] : []));
		this.stats.events += events.length;
		if (this.queue.length && !this.timer)
			this.timer = setTimeout(() => this.flush(), this.config.delay_ms);
	}

	flush() {
		this.timer = null;
		if (this.config.reversed) this.queue.reverse();
		const size = Math.max(1, Math.min(this.config.batch, MAX_BATCH));
		while (this.queue.length && this.flying < IN_FLIGHT)
			this.deliver(this.queue.splice(0, size));
		if (this.queue.length) this.timer = setTimeout(() => this.flush(), 10);
	}

	async deliver(events) {
		this.flying++;
		for (let attempt = 0; attempt < this.config.attempts; attempt++) {
			const sent = events.map((e) => ({ ...e, attemptNumber: attempt }));
			if ((await this.post(JSON.stringify(sent))) === 'ok') {
				this.flying--;
				return;
			}
			if (attempt + 1 < this.config.attempts) {
				this.stats.retries++;
				await later(this.config.retry_ms * (0.5 + Math.random()) * (attempt + 1));
			}
		}
		this.flying--;
		this.stats.abandoned += events.length;
	}

	/** The headers of a request signed now; change some to forge one. */
	headers(body, { url, secret, at } = {}) {
		const key = secret ?? secretIn(this.box.options.secretFile);
		const time = String(at ?? this.box.store.now());
		const headers = {
			'Content-Type': 'application/json',
			'User-Agent': 'HubSpot Connect 2.0 (http://dev.hubspot.com/)',
		};
		if (this.config.v3) {
			headers['X-HubSpot-Request-Timestamp'] = time;
			headers['X-HubSpot-Signature-v3'] = signV3(
				key,
				'POST',
				url ?? (this.config.sign_url || this.config.url),
				body,
				time,
			);
		}
		if (this.config.v1) {
			headers['X-HubSpot-Signature'] = signV1(key, body);
			headers['X-HubSpot-Signature-Version'] = 'v1';
		}
		return headers;
	}

	/** One request: 'ok', 'refused' or 'unreachable'. */
	async post(body, headers = this.headers(body)) {
		const answer = await this.send(body, headers);
		this.stats[
			answer.status === 0 ? 'unreachable' : answer.status < 300 ? 'delivered' : 'refused'
		]++;
		return answer.status === 0 ? 'unreachable' : answer.status < 300 ? 'ok' : 'refused';
	}

	async send(body, headers, method = 'POST', url = this.config.url) {
		const started = performance.now();
		this.stats.requests++;
		try {
			const res = await fetch(url, {
				method,
				headers,
				body,
				redirect: 'manual',
				signal: AbortSignal.timeout(this.config.timeout_ms),
			});
			const text = await res.text();
			this.times.push(Math.round((performance.now() - started) * 10) / 10);
			if (this.times.length > KEPT) this.times.shift();
			return { status: res.status, body: text.slice(0, 500) };
		} catch (e) {
			return { status: 0, body: String(e.cause?.code ?? e.name) };
		}
	}
}
