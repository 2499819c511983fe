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

// HubSpot's script, as far as this page uses it.
const fake = `addEventListener('load', () => {
	window.filled = {};
	window.HubSpotFormsV4 = { getFormFromEvent: () => ({ setFieldValue: (name, value) => { window.filled[name] = value; } }) };
	dispatchEvent(new CustomEvent('hs-form-event:on-ready'));
});`;

// The CRM's form: set up by the administration, loaded on a click, filled, and said when blocked.
async function correct(t, mine)
{
	await t.as('adm', async page => {
		await page.goto('/admin/synchro');
		await page.fill('[name=portail]', '33');
		await page.fill('[name=guid]', 'pas un identifiant');
		await page.click('button:has-text("Enregistrer")');
		t.check('form of the CRM: a wrong identifier is refused', await page.locator('#e-guid').count() === 1);
		await page.fill('[name=guid]', '0f2c1f9e-1b9d-4b6c-9a53-7a2d0c2b1e11');
		await page.click('button:has-text("Enregistrer")');
		t.check('form of the CRM: set up', await page.locator('main [role=status].ok').count() === 1);
	});
	await t.as('benP', async (page, context) => {
		const outside = [];

		await context.route(/hsforms/, route => {
			outside.push(route.request().url());
			return route.fulfill({ contentType: 'text/javascript', body: fake });
		});
		await page.goto(mine);
		await page.click('a:has-text("Corriger ces informations")');
		t.check('form of the CRM: nothing comes from elsewhere before it is asked for', outside.length === 0);
		await page.click('a:has-text("Charger le formulaire")');
		await page.waitForFunction(() => window.filled && window.filled['0-1/essaim_preuve']);
		const filled = await page.evaluate(() => window.filled);
		t.check('form of the CRM: filled with what is known', filled['0-1/email'] === t.people.benP.email, JSON.stringify(filled));
		t.check('form of the CRM: with a proof', /^1\.\d+\.\d+\.[\w-]{43}$/.test(filled['0-1/essaim_preuve']));
		t.check('form of the CRM: one script, from one place', outside.length === 1 && outside[0].startsWith('https://js-eu1.hsforms.net/forms/embed/33.js'), outside.join(' '));
		await page.evaluate(() => dispatchEvent(new CustomEvent('hs-form-event:on-submission:success')));
		t.check('form of the CRM: says when the change will show', (await page.locator('#form-envoye').innerText()).includes('dans une minute'));
	});
	await t.as('benP', async (page, context) => {
		await context.route(/hsforms/, route => route.abort());
		await page.goto(`${mine}/corriger?charger=1`);
		await page.locator('#form-bloque').waitFor({ state: 'visible' });
		t.check('form of the CRM: says when it is blocked', (await page.locator('#form-bloque').innerText()).includes('bloque'));
	});
}

export default async function (t)
{
	const mine = await t.as('benP', ownPage);

	await promises(t, 'benP', mine, { name: 'benP, own page' });
	await promises(t, 'benP', mine + '/modifier', { name: 'benP, own page edited' });
	await promises(t, 'adm', mine, { name: 'adm, a page of benP' });
	await promises(t, 'benP', mine + '/corriger', { name: 'benP, corrections' });
	await correct(t, mine);
	await edit(t);
	await edit(t, { javaScriptEnabled: false });
}
