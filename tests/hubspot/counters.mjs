// What was asked of the sandbox, counted.

/** Counters at their beginning. */
export const noCounters = () => ({
	calls: {},
	total: 0,
	writes: 0,
	writes_seen: [],
	status: {},
	refused_429: 0,
	unauthorized: 0,
	bytes: 0,
	search_bodies_over_3000: 0,
	since: new Date().toISOString(),
});

/** Count a call before it is answered. */
export function count(box, name, req) {
	const c = box.counters;
	c.calls[name] = (c.calls[name] ?? 0) + 1;
	c.total++;
	if (name === 'write') {
		c.writes++;
		c.writes_seen = [...c.writes_seen, `${req.method} ${req.url.slice(0, 200)}`].slice(-20);
	}
}

/** Count what was answered. */
export function countAnswer(box, status, bytes) {
	const c = box.counters;
	c.status[status] = (c.status[status] ?? 0) + 1;
	c.bytes += bytes;
	if (status === 429) c.refused_429++;
}
