// The dashboard: the nation, a group, the tables behind; each figure leads to its list.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'adm', '/tableau-de-bord');
	await promises(t, 'cooP', '/tableau-de-bord');
	await promises(t, 'benP', '/tableau-de-bord');
	await promises(t, 'adm', '/tableau-de-bord/departements');
	await promises(t, 'adm', '/tableau-de-bord/mois');
	await promises(t, 'adm', '/tableau-de-bord/groupes');
	await promises(t, 'sal', '/tableau-de-bord/missions');
	await promises(t, 'benP', '/tableau-de-bord/moi');
	await t.as('cooP', async page => {
		const digits = text => text.replace(/\D/g, '');

		await page.goto('/tableau-de-bord');
		const group = await page.locator('#per option', { hasText: 'Paris' }).first().getAttribute('value');
		await page.selectOption('#per', group);
		await page.getByRole('button', { name: 'Voir', exact: true }).click();
		await page.waitForURL(`**/tableau-de-bord?perimetre=${group}`);
		t.check('the choice of a group shows it', await page.locator('#per').inputValue() === group);
		const tile = page.locator('.stats a').first();
		const n = digits(await tile.locator('b').textContent());
		await tile.click();
		await page.waitForURL('**/annuaire?**');
		const found = digits(await page.locator('main .row p b').first().textContent());
		t.check(`${n} volunteers on the tile, ${found} in the list`, n === found && n !== '');
	});
	await t.as('adm', async page => {
		await page.goto('/annuaire/segments/nouveau?types_benevolat=magasin');
		await page.fill('[name=nom]', 'Les magasins en chiffres');
		await page.click('button:has-text("Garder ce segment")');
		await page.waitForURL('**/annuaire?segment=*');
		await page.getByRole('link', { name: 'En chiffres', exact: true }).click();
		await page.waitForURL('**/tableau-de-bord?segment=*');
		t.check('the figures of a segment bear its name', (await page.textContent('.head p')).includes('Les magasins en chiffres'));
		await promises(t, 'adm', new URL(page.url()).pathname + new URL(page.url()).search, { name: 'figures of a segment' });
	});
	await t.as('benP', async page => {
		await page.goto('/tableau-de-bord');
		t.check('a volunteer gets no link to people', await page.locator('main a[href^="/annuaire?"]').count() === 0);
	});
	await t.as('adm', async page => {
		await page.goto('/tableau-de-bord');
		await page.emulateMedia({ media: 'print' });
		t.check('printed: no menu, no button, the figures', !await page.locator('.side').isVisible() &&
			!await page.locator('main form').first().isVisible() && await page.locator('.map').isVisible());
		t.check('printed: the whole width of the sheet, whatever the sheet',
			await page.evaluate(() => document.querySelector('main').offsetWidth > innerWidth * .9 &&
				document.documentElement.scrollWidth <= innerWidth));
	});
}
