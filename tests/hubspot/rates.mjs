// HubSpot's rate limits: 10 rolling seconds, searches of one second, the account's day.

import { TOO_MANY } from './errors.mjs';

const ZONE = 'Europe/Paris';
const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

export class Rates {
	constructor(on) {
		Object.assign(this, {
			on,
			burst: 190,
			span: 10000,
			search: 5,
			searchSpan: 1000,
			daily: 625000,
			used: 0,
			day: '',
			dayAt: 0,
		});
		this.calls = [];
		this.searches = [];
	}

	set(change) {
		for (const k of ['on', 'burst', 'span', 'search', 'searchSpan', 'daily', 'used'])
			if (change[k] !== undefined) this[k] = change[k];
		this.calls.length = this.searches.length = 0;
	}

	get state() {
		const { on, burst, span, search, searchSpan, daily, used } = this;
		return { on, burst, span, search, searchSpan, daily, used };
	}

	newDay(now) {
		if (Math.floor(now / 60000) === this.dayAt) return;
		this.dayAt = Math.floor(now / 60000);
		const day = dayOf.format(now);
		if (this.day && day !== this.day) this.used = 0;
		this.day = day;
	}

	/** Count a call at this time; a Refusal when it is one too many, else the headers of its answer. */
	take(endpoint, now) {
		if (!this.on) return {};
		this.newDay(now);
		const searching = endpoint === 'search';
		const [times, most, span] = searching
			? [this.searches, this.search, this.searchSpan]
			: [this.calls, this.burst, this.span];
		while (times.length && (times[0] <= now - span || times[0] > now)) times.shift();
		if (this.used >= this.daily) throw this.refuse(TOO_MANY.daily(), searching);
		if (times.length >= most)
			throw this.refuse(TOO_MANY[searching ? 'search' : 'burst'](), searching);
		times.push(now);
		this.used++;
		return searching ? {} : this.headers();
	}

	refuse(refusal, searching) {
		if (!searching) Object.assign(refusal.headers, this.headers());
		return refusal;
	}

	headers() {
		return {
			'X-HubSpot-RateLimit-Max': String(this.burst),
			'X-HubSpot-RateLimit-Remaining': String(Math.max(0, this.burst - this.calls.length)),
			'X-HubSpot-RateLimit-Interval-Milliseconds': String(this.span),
			'X-HubSpot-RateLimit-Daily': String(this.daily),
			'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(0, this.daily - this.used)),
		};
	}
}
