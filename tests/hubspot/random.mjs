// Seeded pseudo-random draws: the same seed gives the same population, faults and changes.

/** A 32-bit mix of two integers. */
export function hash(seed, n) {
	let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 0x7f4a7c15, 0xc2b2ae35);
	h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
	h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
	return (h ^ (h >>> 15)) >>> 0;
}

export class Draw {
	constructor(seed) {
		this.state = seed >>> 0;
	}

	/** A number in [0, 1). */
	next() {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	below(n) {
		return Math.floor(this.next() * n);
	}

	chance(p) {
		return this.next() < p;
	}

	pick(list) {
		return list[this.below(list.length)];
	}

	/** n different elements at most, in the order of the list. */
	some(list, n) {
		const kept = new Set();
		for (let k = 0; k < n; k++) kept.add(this.below(list.length));
		return [...kept].sort((a, b) => a - b).map((k) => list[k]);
	}

	/** The value drawn from [[value, weight], ...]. */
	weighted(pairs) {
		let total = 0;
		for (const p of pairs) total += p[1];
		let at = this.next() * total;
		for (const p of pairs) {
			at -= p[1];
			if (at < 0) return p[0];
		}
		return pairs[pairs.length - 1][0];
	}
}
