// A browser, a reader signed in, and the promises that every page keeps.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export { promises } from './promises.mjs';

const require = createRequire(import.meta.url);
export const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const shapes = {
	desktop: { viewport: { width: 1280, height: 900 } },
	phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

// One browser for a whole run; each reader gets a context of her own, with an empty cache.
export async function launch()
{
	const home = mkdtempSync(join(tmpdir(), 'essaim-chromium-'));
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium-headless-shell',
		headless: true,
		args: flags,
		env: { ...process.env, HOME: home, LANGUAGE: 'fr_FR', LANG: 'fr_FR.UTF-8' },
	});

	return {
		browser,
		async close() {
			await browser.close();
			rmSync(home, { recursive: true, force: true });
		},
	};
}

// A click waits until the page it leads to has begun; here, until that page is whole: a slow machine
// would show a part of it.
function whole(page)
{
	const click = page.click.bind(page);

	page.click = async (...what) => {
		await click(...what);
		await page.waitForLoadState('load');
	};
}

// A click that leads to another page, and that page loaded.
export const submit = (page, button) => Promise.all([page.waitForEvent('load'), page.click(button)]);

// var/demo-accounts.txt: name, address, password, tabs between
export function accounts(varDir)
{
	const lines = readFileSync(join(varDir, 'demo-accounts.txt'), 'utf8').split('\n');
	const rows = lines.map(line => line.split('\t')).filter(row => row.length >= 3);

	return Object.fromEntries(rows.map(([name, email, password]) => [name, { name, email, password }]));
}

export class Tester {
	constructor(browser, url, varDir, mails)
	{
		this.browser = browser;
		this.url = url.replace(/\/$/, '');
		// ./dev gives the page of mails the third port after the site's
		this.mails = mails || `http://127.0.0.1:${Number(new URL(url).port) + 3}`;
		this.people = accounts(varDir);
		this.sessions = new Map();
		this.readers = new Map(); // whose pages stay open: promises()
		this.passed = 0;
		this.failed = 0;
	}

	check(what, ok, detail = '')
	{
		if (ok)
			this.passed++;
		else
			this.failed++;
		console.log((ok ? 'ok   ' : 'FAIL ') + what + (ok || detail === '' ? '' : ': ' + detail));
		return Boolean(ok);
	}

	// A context; who: the name of a demo account, or nobody. The session is opened once a run.
	async context(who, shape = 'desktop', more = {})
	{
		const storageState = who ? await this.session(who) : undefined;

		const context = await this.browser.newContext({ baseURL: this.url, locale: 'fr-FR', timezoneId: 'Europe/Paris',
			...shapes[shape], ...more, storageState });

		return context.on('page', whole);
	}

	// Runs f(page, context) as somebody, and closes all after it.
	async as(who, f, shape, more)
	{
		const context = await this.context(who, shape, more);

		try {
			return await f(await context.newPage(), context);
		} finally {
			await this.close(context);
		}
	}

	// Chromium may never end closing a context whose page is on its way elsewhere.
	async close(context)
	{
		let timer;
		const late = new Promise((_, fail) => {
			timer = setTimeout(() => fail(new Error('a context that does not close: is a click not waited for?')), 20000);
		});

		await Promise.race([context.close(), late]).finally(() => clearTimeout(timer));
	}

	// Where the first link of that selector leads, on that page as somebody reads it.
	firstLink(who, path, selector)
	{
		return this.as(who, async page => {
			await page.goto(path);
			return page.locator(selector).first().getAttribute('href');
		});
	}

	async session(who)
	{
		if (!this.sessions.has(who))
			this.sessions.set(who, await this.as(null, async (page, context) => {
				await this.signIn(page, this.people[who]);
				return context.storageState();
			}));
		return this.sessions.get(who);
	}

	async signIn(page, { email, password })
	{
		await page.goto(this.url + '/connexion');
		await page.fill('[name=email]', email);
		await page.fill('[name=mot_de_passe]', password);
		await page.click('button:has-text("Se connecter")');
		await page.waitForURL(url => !url.pathname.startsWith('/connexion'), { timeout: 10000 });
	}

	// How many mails an address has received: the mark to give to mail().
	async mailCount(to)
	{
		return (await this.mailsTo(to)).length;
	}

	async mailsTo(to)
	{
		const reply = await fetch(`${this.mails.replace(/\/$/, '')}/messages.json?to=${encodeURIComponent(to)}`);

		return (await reply.json()).items;
	}

	// The newest mail to an address after the first `known` ones, waited for:
	// { subject, text, html, headers }, or null.
	async mail(to, known = 0, seconds = 90)
	{
		for (let i = 0; i < seconds * 2; i++) {
			const items = await this.mailsTo(to);

			if (items.length > known)
				return items[items.length - 1];
			await new Promise(done => setTimeout(done, 500));
		}
		return null;
	}
}

// The first address of our site in a mail's text.
export function linkOf(mail)
{
	return /https?:\/\/\S+/.exec(mail ? mail.text : '')?.[0] || '';
}
