// The sync: 100,000 contacts at full speed and under HubSpot's limits, a run with nothing new, and
// webhooks at 200 a second.
import { createHmac } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Crm } from '../sync/crm.mjs';
import { instance, percentile, row } from './_lib.mjs';

const PEOPLE = process.env.PEOPLE ?? '100000', RATE = 200, SECONDS = 10;

// A run of essaim-sync: { seen, calls, ms, mb } with the most memory it held.
async function run(crm, ...args)
{
	const child = crm.begin(...args);
	let mb = 0;
	const watch = setInterval(() => {
		try {
			mb = Math.max(mb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024);
		} catch {
			// it has just ended
		}
	}, 50);
	const { status, out, err } = await child.done;

	clearInterval(watch);
	if (status !== 0)
		throw new Error(err);
	return { ...Object.fromEntries([...out.matchAll(/(\w+)=(\d+)/g)].map(([, key, value]) => [key, Number(value)])), mb };
}

async function fast()
{
	const crm = await Crm.start('--population', PEOPLE);

	try {
		const full = await run(crm, '--full');
		row(`${full.seen} contacts, no limit`, `${(full.ms / 1000).toFixed(1)} s`, `${full.mb.toFixed(0)} MB`, `${full.calls} calls`);
		const again = await run(crm, '--full');
		row('the same again, nothing new', `${(again.ms / 1000).toFixed(1)} s`, `${again.mb.toFixed(0)} MB`, `${again.calls} calls`);
		await run(crm);
		const idle = await run(crm);
		row('following changes, nothing new', `${idle.ms} ms`, '', `${idle.calls} calls`);
	} finally {
		await crm.close();
	}
}

// 190 calls in 10 seconds, 19 a second: how much of that rate is used from the first call to the last.
// More than all of it: the first window is spent at once.
async function limited()
{
	const crm = await Crm.start('--population', '120000', '--limits', 'real');

	try {
		for (const what of ['to be written', 'known already']) {
			const { calls, ms } = await run(crm, '--full');

			row(`${calls} calls under 190 in 10 s, ${what}`, `${(ms / 1000).toFixed(1)} s`, '', `${(calls / ms * 1000 / 19 * 100).toFixed(0)} % of the rate`);
			await crm.box.control('rates', { on: true });
		}
		row('refused for their rate', (await crm.box.control('counters')).refused_429);
	} finally {
		await crm.close();
	}
}

// Signed requests at a steady rate: how long each took.
async function webhooks()
{
	const secret = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy', file = join(process.env.VAR, 'bench-secret');

	writeFileSync(file, secret, { mode: 0o600 });
	const site = await instance('synchro', { ESSAIM_HUBSPOT_WEBHOOK_SECRET_FILE: file });
	const agent = new Agent({ keepAlive: true, maxSockets: 20 });
	const times = [], bad = [];
	const send = id => new Promise(done => {
		const body = JSON.stringify([{ subscriptionType: 'contact.propertyChange', objectId: id }]);
		const at = String(Date.now()), began = performance.now();
		const signature = createHmac('sha256', secret).update(`POST${site.url}/hubspot/webhook${body}${at}`).digest('base64');
		const asked = request(`${site.url}/hubspot/webhook`, { method: 'POST', agent, headers: { 'Content-Type': 'application/json',
			'Content-Length': body.length, 'X-HubSpot-Signature-v3': signature, 'X-HubSpot-Request-Timestamp': at } }, reply => {
			reply.resume();
			reply.on('end', () => {
				times.push(performance.now() - began);
				if (reply.statusCode !== 200)
					bad.push(reply.statusCode);
				done();
			});
		});
		asked.on('error', error => { bad.push(error.code); done(); });
		asked.end(body);
	});

	try {
		const all = [], began = performance.now();
		for (let i = 0; i < RATE * SECONDS; i++) {
			all.push(send(1 + i % 500));
			const ahead = began + (i + 1) * 1000 / RATE - performance.now();
			if (ahead > 0)
				await new Promise(go => setTimeout(go, ahead));
		}
		await Promise.all(all);
		row(`webhooks, ${RATE} a second: p50, p99`, `${percentile(times, 50).toFixed(1)} ms`, `${percentile(times, 99).toFixed(1)} ms`,
			`${bad.length} refused`);
	} finally {
		agent.destroy();
		site.end();
		rmSync(file);
	}
}

row('', 'time', 'memory', 'calls');
const parts = { fast, limited, webhooks };

for (const name of (process.env.PARTS ?? Object.keys(parts).join()).split(','))
	await parts[name]();
