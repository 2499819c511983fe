// The directory: finding people, in all the ways a volunteer may try.
import { promises, submit } from './lib.mjs';

const names = page => page.locator('tbody th .who').allInnerTexts();

async function search(t)
{
	await t.as('adm', async page => {
		const count = async q => {
			await page.goto('/annuaire?q=' + encodeURIComponent(q));
			return page.locator('tbody tr').count();
		};
		t.check('search: accents and case do not count', await count('AGATHE') > 0 && await count('agathé') > 0);
		t.check('search: by address', await count(t.people.benP.email) === 1);
		t.check('search: what finds nobody explains itself', await count('zzzzqx') === 0 &&
			await page.locator('.empty h2').count() === 1);
	});
}

async function sortAndPages(t)
{
	await t.as('adm', async page => {
		await page.goto('/annuaire');
		const first = await names(page);
		await page.click('nav.pager a[rel=next]');
		const second = await names(page);
		t.check('pages: the next one shows others', second.length > 0 && first[0] !== second[0]);
		await page.goto('/annuaire');
		await page.locator('thead th a').first().click();
		const back = await names(page);
		t.check('sort: a second press turns the list round', back[0] !== first[0]);
		t.check('sort: the header says which way', await page.locator('thead th[aria-sort=descending]').count() === 1);
	}, 'desktop', { javaScriptEnabled: false });
}

async function facets(t)
{
	await t.as('adm', async page => {
		await page.goto('/annuaire');
		const select = page.locator('#filtres select').first();
		const value = await select.locator('option').nth(1).getAttribute('value');
		await select.selectOption(value);
		await page.click('form[role=search] button:has-text("Chercher") >> visible=true');
		t.check('facet: a chip tells what is filtered', await page.locator('.chip').count() === 1, page.url());
		await page.click('.chip');
		t.check('facet: pressing it takes the filter away', await page.locator('.chip').count() === 0);
	});
}

// Beside the button of the filters, which large screens do without, there would be little room.
async function onAPhone(t)
{
	await t.as('adm', async page => {
		await page.goto('/annuaire');
		const box = what => page.locator(`form[action="/annuaire"] ${what}`).first().boundingBox();
		const [field, filters, button, form] = [await box('input[type=search]'), await box('button.narrow'),
			await box('button:has-text("Chercher")'), await box('.row')];
		t.check('phone: the search has a line to itself', field.width === form.width &&
			filters.y >= field.y + field.height && button.y === filters.y, JSON.stringify({ field, filters, button }));
		t.check('phone: how many people stands on one line',
			(await page.locator('p.grow').boundingBox()).height < 40);
	}, 'phone');
}

async function exports(t)
{
	await t.as('adm', async page => {
		await page.goto('/annuaire?q=a');
		for (const kind of ['csv', 'xlsx']) {
			const href = await page.locator(`a[href*=".${kind}"]`).getAttribute('href');
			const reply = await page.request.get(href);
			t.check(`export: ${kind} is sent as a file`, reply.ok() &&
				/attachment/.test(reply.headers()['content-disposition'] || ''), String(reply.status()));
		}
	});
}

export default async function (t)
{
	await promises(t, 'adm', '/annuaire');
	await promises(t, 'benP', '/annuaire?q=a');
	await promises(t, 'adm', '/annuaire/filtres');
	await promises(t, 'adm', '/annuaire/colonnes');
	await t.as('adm', async page => {
		await page.goto('/annuaire?q=agathe');
		await submit(page, 'a[href^="/annuaire/colonnes"]');
		await page.check('input[name=col][value=ville]');
		await submit(page, 'main form .btn');
		t.check('columns: the one ticked is shown, the search is kept',
			await page.locator('thead th', { hasText: 'Ville' }).count() === 1 &&
			await page.inputValue('#aq') === 'agathe');
	});
	await promises(t, 'adm', '/annuaire?q=zzzzqx', { name: 'adm /annuaire, nobody found' });
	await search(t);
	await sortAndPages(t);
	await facets(t);
	await onAPhone(t);
	await exports(t);
}
