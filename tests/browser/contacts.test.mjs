// The page of a person: one's own, that of another, and editing what the platform holds.
import { promises, submit } from './lib.mjs';

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

// A note with its recall: written by the coordination, at its home that day, put off, never seen by whom it speaks of.
async function note(t, mine, more)
{
	const text = `Partante pour la kakemono ${Date.now()}`;
	const words = more ? 'note, no script' : 'note';

	await t.as('cooP', async page => {
		await page.goto(mine);
		await page.click('.tabs a:has-text("Notes")');
		await page.fill('[name=texte]', text);
		await page.fill('[name=rappel_le]', new Date().toLocaleDateString('sv', { timeZone: 'Europe/Paris' })); // the site's day
		await page.click('button:has-text("Enregistrer la note")');
		t.check(`${words}: it is there`, (await page.locator('main').innerText()).includes(text));
		await page.goto('/');
		t.check(`${words}: the reminder is at home that day`, (await page.locator('main').innerText()).includes(text));
		await page.goto(`${mine}/notes`);
		await page.locator('li', { hasText: text }).locator('button:has-text("Dans une semaine")').click();
		await page.goto('/');
		t.check(`${words}: put off, it is at home no more`, !(await page.locator('main').innerText()).includes(text));
	}, 'desktop', more);
	await t.as('benP', async page => {
		for (const path of [mine, `${mine}/parcours`, '/']) {
			await page.goto(path);
			t.check(`${words}: never shown to whom it speaks of, ${path.replace(/\d+/, 'ID')}`, !(await page.content()).includes('kakemono'));
		}
		const answer = await page.goto(`${mine}/notes`);
		t.check(`${words}: no page of notes about oneself`, answer.status() === 404);
	});
	await t.as('cooP', async page => {
		await page.goto(`${mine}/notes`);
		await page.locator('li', { hasText: text }).locator('button:has-text("Supprimer")').click();
		t.check(`${words}: taken away`, !(await page.locator('main').innerText()).includes(text));
	});
}

// Out of the directory by one's own choice, and back.
async function discretion(t, mine, name)
{
	const shows = () => t.as('benL', async page => {
		await page.goto(`/annuaire?q=${encodeURIComponent(name)}`);
		return await page.locator('main a[href^="/contacts/"]', { hasText: name }).count() > 0;
	});
	const choose = on => t.as('benP', async page => {
		await page.goto(mine);
		await page.click('.tabs a:has-text("Discrétion")');
		await page.setChecked('[name=discret]', on);
		await submit(page, 'button:has-text("Enregistrer mes choix")');
	});

	t.check('discretion: found at first', await shows());
	await choose(true);
	t.check('discretion: no longer found by other volunteers', !await shows());
	await choose(false);
	t.check('discretion: found again', await shows());
}

// The welcome of who asks to join: one click with its message, gone from the list.
async function welcome(t)
{
	await t.as('sal', async page => {
		await page.goto('/contacts/accueil');
		t.check('welcome: people wait', await page.locator('main .rows > li').count() > 0);
		await page.locator('main .rows a').first().click();
		t.check('welcome: the message is ready', (await page.locator('main .pre').innerText()).startsWith('Bonjour '));
		await page.click('button:has-text("J’ai pris contact")');
		t.check('welcome: said', (await page.locator('main .tag.ok').innerText()).includes('Accueillie'));
		await submit(page, 'button:has-text("À refaire")');
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
	for (const tab of ['parcours', 'qui', 'discretion'])
		await promises(t, 'benP', `${mine}/${tab}`, { name: `benP, ${tab}` });
	await promises(t, 'cooP', mine, { name: 'cooP, a page of benP' });
	await promises(t, 'cooP', `${mine}/notes`, { name: 'cooP, notes' });
	await promises(t, 'cooP', '/contacts/silence', { name: 'cooP, silence' });
	await promises(t, 'adm', `${mine}/donnees`, { name: 'adm, request of access' });
	await promises(t, 'adm', '/admin/accompagnement', { name: 'adm, welcome and care' });
	await note(t, mine);
	await note(t, mine, { javaScriptEnabled: false });
	await discretion(t, mine, await t.as('benP', async page => { await page.goto(mine); return page.locator('h1').innerText(); }));
	await welcome(t);
	await promises(t, 'sal', '/contacts/accueil', { name: 'sal, welcome' });
}
