// The page of a person: one's own, that of another, and editing what the platform holds.
import { promises } from './lib.mjs';

async function ownPage(page)
{
	await page.goto('/compte');
	return page.locator('a:has-text("Voir ma fiche")').getAttribute('href');
}

async function edit(t, more)
{
	const words = more ? 'edit, no script' : 'edit';
	const text = `J’aime les « marchés » & le <thé>, ${Date.now()}`;

	await t.as('benP', async page => {
		await page.goto(await ownPage(page));
		await page.click('a:has-text("Modifier")');
		await page.fill('[name=bio]', text);
		await page.click('button:has-text("Enregistrer")');
		t.check(`${words}: comes back to the page, which says it is done`, await page.locator('main [role=status].ok').count() === 1, page.url());
		t.check(`${words}: shows what was written, as it was`, (await page.locator('main').innerText()).includes(text));
	}, 'desktop', more);
}

export default async function (t)
{
	const mine = await t.as('benP', ownPage);

	await promises(t, 'benP', mine, { name: 'benP, own page' });
	await promises(t, 'benP', mine + '/modifier', { name: 'benP, own page edited' });
	await promises(t, 'adm', mine, { name: 'adm, a page of benP' });
	await edit(t);
	await edit(t, { javaScriptEnabled: false });
}
