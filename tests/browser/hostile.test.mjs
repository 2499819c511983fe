// Values that break careless programs come from HubSpot and are shown as the text they are.
import { promises } from './lib.mjs';

async function planted(t)
{
	const sandbox = (process.env.SANDBOX || `http://127.0.0.1:${Number(new URL(t.url).port) + 1}`).replace(/\/$/, '');
	const reply = await fetch(sandbox + '/_sandbox/contacts/hostile', { method: 'POST', body: '{}' });

	return reply.ok;
}

// The directory as a member of staff finds them, once the sync has passed.
async function found(t, seconds)
{
	return t.as('adm', async page => {
		for (let i = 0; i < seconds; i += 3) {
			const reply = await page.request.get('/annuaire.json?q=hostile&par=50');
			const { items } = await reply.json();

			if (items.length >= 10)
				return items;
			await page.waitForTimeout(3000);
		}
		return [];
	});
}

export default async function (t)
{
	if (!t.check('the sandbox takes them', await planted(t)))
		return;
	const items = await found(t, 150);
	if (!t.check('the sync brings them', items.length >= 10, `${items.length}`))
		return;
	await promises(t, 'adm', '/annuaire?q=hostile', { name: 'directory of hostile values' });
	await t.as('adm', async page => {
		const said = [];

		page.on('dialog', dialog => { said.push(dialog.message()); dialog.dismiss(); });
		page.on('console', m => { if (m.type() === 'error') said.push(m.text()); });
		for (const { id } of items) {
			const reply = await page.goto('/contacts/' + id, { waitUntil: 'networkidle' });
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

			t.check(`contact ${id}: shown, within its width`, reply.status() === 200 && wide <= 0, `${reply.status()} ${wide}`);
			t.check(`contact ${id}: no element of theirs`, await page.locator('main script, main img').count() === 0);
		}
		t.check('nothing of theirs ran', said.length === 0, said.join(' | '));
		const script = items.find(i => i.nom.includes('<script>'));
		t.check('a name that looks like a script is read as it is', Boolean(script));
	});
}
