// The journal: who did what, as it is read, filtered, gone on with and taken along.
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'adm', '/admin/journal');
	await promises(t, 'adm', '/admin/journal?quoi=sensibles&qui=Maud', { name: 'adm, the journal filtered' });
	await promises(t, 'adm', '/admin/journal?qui=personnedutout', { name: 'adm, a journal of nothing' });
	await promises(t, 'benP', '/admin/journal', { status: 403 });
	await promises(t, 'cooP', '/admin/journal', { status: 403 });
	await t.as('adm', async page => {
		await page.goto('/admin/journal');
		const line = (await page.innerText('main ol.line li >> nth=0')).replace(/\s+/g, ' ');

		t.check('a line reads as a sentence', /^\d+ h \d\d .+ (a|s’est) .+ (Lecture|Connexion|Droits|Export)( |$)/.test(line), line);
		t.check('what is taken along is counted in words',
			/Exporter ces( [\d\s]+)? lignes/.test(await page.innerText('main summary')), await page.innerText('main summary'));
		await page.selectOption('[name=quoi]', 'connexions');
		await submit(page, 'main button:has-text("Chercher")');
		t.check('a kind is asked for', (await page.locator('main ol.line .tag').allInnerTexts()).every(one => one === 'Connexion'));
		await submit(page, 'a.chip:has-text("Connexions")');
		await submit(page, 'a[rel=next]');
		t.check('it goes on', new URL(page.url()).searchParams.has('avant'));
		const keys = (await page.locator('main ol.line p.s').allInnerTexts()).filter(one => /(^|\s)[a-z]+[_.=][a-z]+\s*:/.test(one));

		t.check('nobody reads a raw key', keys.length === 0, keys.join(' | '));
	}, 'desktop', { javaScriptEnabled: false });
}
