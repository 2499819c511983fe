// Segments: composed with plain buttons, counted while one composes, kept, used, thrown away.
import { promises } from './lib.mjs';

const name = `Essai ${Date.now().toString(36)}`;

async function compose(t, page, script)
{
	const add = async (i, what) => {
		await page.selectOption(`#n${i}`, { label: what });
		if (await page.locator(`#n${i}`).inputValue() !== '')
			await page.dblclick(`#c${i}`); // as some people press every button
	};

	await page.goto('/annuaire/segments/nouveau');
	await add(0, 'Compétences');
	await page.waitForSelector('[name=s1]', { state: 'attached' });
	if (script) {
		await page.selectOption('#v1-plus', { label: 'Photo' });
		await page.waitForFunction(() => /^(\d+|Plus|Personne)/.test(document.querySelector('#compte').textContent.trim()));
		t.check('the count follows by itself', true);
	} else {
		await page.selectOption('#v1-plus', { label: 'Photo' });
	}
	await page.click('main button:has-text("Groupe de conditions")');
	await page.waitForSelector('[name=g2]');
	await add(2, 'Ville');
	await page.waitForSelector('[name=s3]', { state: 'attached' });
	await page.fill('[name=v3]', 'a');
	await page.waitForSelector('#n2');
	await add(2, 'Code postal');
	await page.waitForSelector('[name=s4]', { state: 'attached' });
	await page.fill('[name=v4]', '75, 59');
	await page.click('main button:has-text("Compter")');
	await page.waitForFunction(() => document.querySelector('[name=v4]').value === '75, 59' &&
		/person/i.test(document.querySelector('#compte').textContent));
	if (script)
		t.check('a button pressed twice adds one condition', await page.locator('[name^=s],[name^=k]').evaluateAll(all => all.filter(e => /^[sk]\d/.test(e.name)).length) === 3);
	await page.click('main button:has-text("Photo")');
	await page.waitForSelector('[name=v1][value=photo]');
	t.check('what was chosen is kept' + (script ? '' : ' without script'), await page.isChecked('[name=v1][value=photo]'));
}

export default async function (t)
{
	await t.as('sal', page => compose(t, page, false), 'desktop', { javaScriptEnabled: false });
	await t.as('sal', async page => {
		await compose(t, page, true);
		const count = (await page.textContent('#compte')).trim();

		await page.fill('[name=nom]', name);
		await page.selectOption('[name=partage]', 'siege');
		await page.click('main button:has-text("Garder ce segment")');
		await page.waitForURL(/annuaire\?segment=\d+/);
		t.check('kept: the list of the people it finds', (await page.textContent('main')).includes(name));
		const found = (await page.locator('main .row p b').first().textContent()).trim();
		t.check('as many as were counted', /\d/.test(count) && found.replace(/\D/g, '') === count.replace(/\D/g, ''), `${count}, then ${found}`);
		const id = new URL(page.url()).searchParams.get('segment');

		await promises(t, 'sal', '/annuaire/segments');
		await promises(t, 'sal', `/annuaire/segments/${id}`, { name: 'sal, a segment' });
		await promises(t, 'sal', `/annuaire?segment=${id}`, { name: 'sal, the people of a segment' });
		await promises(t, 'adm', `/annuaire/segments/${id}`, { name: 'adm, a shared segment' });
		await promises(t, 'benP', `/annuaire/segments/${id}`, { name: 'benP, not hers', status: 404 });
		await page.goto(`/annuaire/segments/${id}`);
		await page.click('main button:has-text("Supprimer ce segment")');
		await page.click('dialog button:has-text("Supprimer le segment")');
		await page.waitForURL(/segments\?fait/);
		t.check('thrown away', await page.locator('tr', { hasText: name }).count() === 0);
		await page.goto('/annuaire?competences=photo');
		await page.click('text=Garder ce segment');
		await page.waitForURL(/segments\/nouveau/);
		t.check('the filters of the directory become conditions', (await page.textContent('main')).includes('Compétences comprend au moins un de Photo'));
	});
	const twelve = JSON.stringify({ lien: 'toutes', si: Array.from({ length: 12 }, (x, i) => ({ sujet: 'ville', op: 'sans', v: [`zz${i}`] })) });

	await promises(t, 'adm', `/annuaire/segments/nouveau?suite=1&ici=5&si=${encodeURIComponent(twelve)}`, { name: 'adm, twelve conditions' });
	await promises(t, 'sal', '/annuaire/segments/nouveau');
	await promises(t, 'benP', '/annuaire/segments/nouveau', { name: 'benP, a new segment' });
	await promises(t, 'pro', '/annuaire/segments', { status: 403 });
}
