// What each page promises whatever it shows: valid, accessible, light, whole on a phone, alone.
import { HtmlValidate } from 'html-validate';
import { axeSource, shapes } from './lib.mjs';
import { ecoindex } from './ecoindex.mjs';
import rules from './htmlvalidate.mjs';

const validator = new HtmlValidate(rules);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const budget = { nodes: 400, requests: 6, bytes: 40 * 1024, score: 80, againRequests: 3, againBytes: 15 * 1024 };

// A page of a reader that stays open for all her pages, and what it asks of the network.
async function reader(t, who, shape)
{
	const key = `${who} ${shape}`;

	if (!t.readers.has(key)) {
		const context = await t.context(who, shape), page = await context.newPage();

		t.readers.set(key, { page, seen: await listen(context, page) });
	}
	return t.readers.get(key);
}

// Every request of a page that reached the network.
async function listen(context, page)
{
	const cdp = await context.newCDPSession(page);
	const seen = { requests: [], bytes: 0, console: [], live: false,
		reset() { this.requests = []; this.bytes = 0; this.live = false; } };
	const aside = new Set(); // or a photo, which is on demand: the budget does not count it

	await cdp.send('Network.enable');
	cdp.on('Network.requestServedFromCache', e => aside.add(e.requestId));
	cdp.on('Network.responseReceived', e => {
		if (e.response.fromDiskCache || e.response.url.startsWith('data:'))
			aside.add(e.requestId);
	});
	cdp.on('Network.requestWillBeSent', e => {
		seen.requests.push(e);
		seen.live ||= e.type === 'EventSource'; // from then on what others do is asked for too: no part of a view
		if (seen.live || e.request.url.endsWith('/vignette'))
			aside.add(e.requestId);
	});
	cdp.on('Network.loadingFinished', e => { seen.bytes += aside.has(e.requestId) ? 0 : e.encodedDataLength; });
	page.on('console', m => { if (m.type() === 'error') seen.console.push(m.text().slice(0, 200)); });
	page.on('pageerror', e => seen.console.push(String(e).slice(0, 200)));
	seen.urls = () => seen.requests.filter(e => !aside.has(e.requestId)).map(e => e.request.url);
	// as if nothing had been seen yet
	seen.forget = async () => {
		await cdp.send('Network.clearBrowserCache');
		seen.reset();
		seen.console = [];
	};
	return seen;
}

// What axe finds against those tags or rules, in words.
async function axe(page, wanted)
{
	if (!await page.evaluate(() => 'axe' in window))
		await page.evaluate(axeSource);
	return page.evaluate(async runOnly => {
		const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });

		return violations.map(v => `${v.id} ${v.nodes.slice(0, 2).map(n => n.target.join(' ')).join(', ')}`).join(' | ');
	}, wanted);
}

const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Controls under 44 px on a touch screen; a link in a sentence is excepted.
function smallTargets()
{
	const box = e => {
		const label = e.closest('label');
		const after = getComputedStyle(e, '::after');
		const hit = after.content !== 'none' && after.position === 'absolute' && e.closest('.hit');

		return (label || hit || e).getBoundingClientRect();
	};
	const inSentence = e => getComputedStyle(e).display === 'inline' &&
		e.parentElement.textContent.trim() !== e.textContent.trim();

	return [...document.querySelectorAll('a,button,select,summary,input:not([type=hidden]),textarea')]
		.filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.vh') && !inSentence(e))
		.map(e => ({ name: (e.textContent || e.name || '').trim().slice(0, 30), box: box(e) }))
		.filter(({ box: b }) => b.height > 0 && (b.height < 43.5 || b.width < 24))
		.map(({ name, box: b }) => `${name} ${Math.round(b.width)}×${Math.round(b.height)}`)
		.join(', ');
}

// The spacing of WCAG 1.4.12, as a reader's own style sheet would set it, and the widest serif that a
// machine may have for headings.
function spaceText()
{
	const sheet = new CSSStyleSheet();

	sheet.replaceSync(':root{--serif:"DejaVu Serif"!important} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}');
	document.adoptedStyleSheets = [sheet];
}

function countNodes()
{
	return document.querySelectorAll('*').length;
}

async function onDesktop(t, path, name, status, { page, seen })
{
	await page.emulateMedia({ colorScheme: 'light' });
	await seen.forget();
	const reply = await page.goto(t.url + path);
	const html = await reply.text();
	const nodes = await page.evaluate(countNodes);
	const urls = seen.urls();
	const score = ecoindex(nodes, urls.length, seen.bytes / 1024);
	const away = urls.filter(u => !u.startsWith(t.url + '/'));
	const report = validator.validateStringSync(html);
	const faults = report.results.flatMap(r => r.messages).map(m => `${m.line}:${m.column} ${m.ruleId} ${m.message}`);

	t.check(`${name}: status ${status}`, reply.status() === status, String(reply.status()));
	const title = await page.title();
	const iso = await page.evaluate(() => document.body.innerText.match(/\b\d{4}-\d\d-\d\d\b/)?.[0] ?? '');
	t.check(`${name}: dates as one says them`, iso === '', iso);
	t.check(`${name}: the title names the page and the place`, /^.+ – Essaim$/.test(title), title);
	t.check(`${name}: no third party`, away.length === 0, away.join(' '));
	t.check(`${name}: first view ${nodes} nodes, ${urls.length} requests, ${(seen.bytes / 1024).toFixed(1)} KB, EcoIndex ${score.toFixed(1)}`,
		nodes <= budget.nodes && urls.length <= budget.requests && seen.bytes <= budget.bytes && score > budget.score, urls.join(' '));
	t.check(`${name}: valid HTML`, faults.length === 0, faults.slice(0, 5).join(' | '));
	seen.reset();
	await page.goto(t.url + path);
	const again = seen.urls();
	t.check(`${name}: second view ${again.length} requests, ${(seen.bytes / 1024).toFixed(1)} KB`,
		again.length <= budget.againRequests && seen.bytes <= budget.againBytes, again.join(' '));
	const light = await axe(page, tags);
	t.check(`${name}: axe, desktop`, light === '', light);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await axe(page, ['color-contrast']);
	t.check(`${name}: axe, contrasts in the dark`, dark === '', dark);
	const wide = await overflow(page);
	t.check(`${name}: no sideways scroll at 1280`, wide <= 0, `${wide} px`);
	// a refused page answers 4xx or 5xx, which the console tells: that one line is expected
	const errors = seen.console.filter(line => status < 400 || !line.includes(String(status)));
	t.check(`${name}: silent console`, errors.length === 0, errors.join(' | '));
}

async function onPhone(t, path, name, { page })
{
	await page.setViewportSize(shapes.phone.viewport);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(t.url + path);
	const light = await axe(page, tags);
	t.check(`${name}: axe, phone`, light === '', light);
	const small = await page.evaluate(smallTargets);
	t.check(`${name}: targets of 44 px`, small === '', small);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await axe(page, ['color-contrast']);
	t.check(`${name}: axe, phone in the dark`, dark === '', dark);
	// 640: a screen of 1280 enlarged to 200 %
	for (const width of [640, 390, 320]) {
		await page.setViewportSize({ width, height: 700 });
		const over = await overflow(page);
		t.check(`${name}: no sideways scroll at ${width}`, over <= 0, `${over} px`);
	}
	await page.evaluate(spaceText);
	const spaced = await overflow(page);
	t.check(`${name}: no sideways scroll with text spaced by the reader`, spaced <= 0, `${spaced} px`);
}

// All the promises of one page, read by who (a demo account, or null).
export async function promises(t, who, path, { name = `${who || 'anyone'} ${path}`, status = 200 } = {})
{
	if (who)
		await t.session(who); // opened once, before the two that use it
	await Promise.all([
		reader(t, who, 'desktop').then(who => onDesktop(t, path, name, status, who)),
		reader(t, who, 'phone').then(who => onPhone(t, path, name, who)),
	]);
}
