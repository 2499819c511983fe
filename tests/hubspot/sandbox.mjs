#!/usr/bin/env node
// An honest small HubSpot on loopback: README.md has the options and the controls.

import { parseArgs } from 'node:util';
import { noCounters } from './counters.mjs';
import { Faults } from './faults.mjs';
import { Journal } from './journal.mjs';
import { DEFAULT_SIZE, Population } from './population.mjs';
import { Rates } from './rates.mjs';
import { serve } from './server.mjs';
import { Store } from './store.mjs';
import { Webhooks } from './webhooks.mjs';

const MAX_SIZE = 1000000;
const OPTIONS = {
	port: { type: 'string', default: '0' },
	'token-file': { type: 'string' },
	'secret-file': { type: 'string' },
	population: { type: 'string', default: 'demo' },
	seed: { type: 'string', default: '1' },
	mix: { type: 'string', default: 'people' },
	limits: { type: 'string', default: 'none' },
	state: { type: 'string' },
	webhook: { type: 'string' },
};

function fail(message) {
	process.stderr.write(`sandbox: ${message}\n`);
	process.exit(2);
}

function sizeOf(population) {
	const n = population === 'demo' ? DEFAULT_SIZE : population === 'none' ? 0 : Number(population);
	if (!Number.isInteger(n) || n < 0 || n > MAX_SIZE)
		fail(`--population is demo, none or a number up to ${MAX_SIZE}`);
	return n;
}

function options() {
	let v;
	try {
		v = parseArgs({ options: OPTIONS }).values;
	} catch (e) {
		fail(e.message);
	}
	if (
		!/^\d+$/.test(v.seed) ||
		!/^\d+$/.test(v.port) ||
		!['real', 'none'].includes(v.limits) ||
		!['people', 'crm'].includes(v.mix)
	)
		fail('--port and --seed are numbers, --limits real or none, --mix people or crm');
	return {
		port: Number(v.port),
		tokenFile: v['token-file'],
		secretFile: v['secret-file'],
		seed: Number(v.seed),
		population: sizeOf(v.population),
		mix: v.mix,
		limits: v.limits,
		state: v.state,
		webhook: v.webhook,
	};
}

function boxOf(o) {
	const store = new Store(new Population(o.population, o.seed, o.mix));
	const box = {
		options: o,
		store,
		faults: new Faults(),
		rates: new Rates(o.limits === 'real'),
		log: [],
		counters: noCounters(),
		portal: 33,
		silentMerges: false,
	};
	if (o.state) box.journal = new Journal(o.state, store);
	box.webhooks = new Webhooks(box);
	return box;
}

function start() {
	const o = options();
	let box;
	try {
		box = boxOf(o);
	} catch (e) {
		fail(e.message);
	}
	const server = serve(box);
	const end = () => {
		box.journal?.flush();
		process.exit(0);
	};
	process.on('SIGTERM', end);
	process.on('SIGINT', end);
	server.on('error', (e) => fail(e.message));
	server.listen(o.port, '127.0.0.1', () =>
		process.stdout.write(`listening ${server.address().port}\n`),
	);
}

start();
