// Imports: a file brought, its columns, what would change, applied and taken back.
import { promises } from './lib.mjs';

async function bring(page, name, buffer)
{
	await page.goto('/imports');
	await page.setInputFiles('[name=fichier]', { name, mimeType: 'text/csv', buffer });
	await page.click('main button:has-text("Envoyer")');
	await page.waitForURL(/\/imports\/\d+\/colonnes/);
}

export default async function (t)
{
	const email = t.people.benP.email;

	await promises(t, 'adm', '/imports');
	await promises(t, 'bout', '/imports', { status: 403 });
	await t.as('adm', async page => {
		// as an older Excel writes it: Windows-1252, semicolons
		await bring(page, 'bénévoles.csv', Buffer.from(
			`Adresse courriel;Présentation;Compétences;Téléphone;Remarque\r\n${email};Accentuée à l'été;Photo;;x\r\n` +
			'inconnue@exemple.org;Rien;;;\r\n', 'latin1'));
		const at = new URL(page.url()).pathname.replace('/colonnes', '');
		t.check('columns are recognised', await page.locator('main input[type=checkbox][name^=c]:checked').count() === 4);
		await promises(t, 'adm', at + '/colonnes', { name: 'adm, columns of a file' });
		await page.click('main button:has-text("Essayer")');
		await page.waitForURL(url => url.pathname === at);
		const text = await page.textContent('main');
		t.check('the dry run says what would change', text.includes('Rien n’est encore changé') && text.includes("Accentuée à l'été"));
		await promises(t, 'adm', at, { name: 'adm, a dry run' });
		await promises(t, 'adm', at + '?vue=refusees', { name: 'adm, refused lines' });
		await page.click('main button:has-text("Changer 1 fiche")');
		await page.waitForURL(/fait=import/);
		t.check('it says that it is done', (await page.textContent('main')).includes('Les fiches sont à jour'));
		await promises(t, 'adm', at, { name: 'adm, an import applied' });
		await page.goto(at);
		await page.click('main button:has-text("Annuler ces changements")');
		await page.waitForURL(/fait=import-annule/);
		await promises(t, 'adm', at, { name: 'adm, an import taken back' });

		await page.goto('/imports');
		await page.setInputFiles('[name=fichier]', { name: 'a.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04nonsense') });
		await page.click('main button:has-text("Envoyer")');
		t.check('a broken workbook is refused with a sentence',
			(await page.textContent('main')).includes('pas un classeur'));

		// ticked in the directory, a tag for all of them, then taken back
		await page.goto('/etiquettes/nouvelle');
		const tag = 'Essai ' + Date.now().toString(36);
		await page.fill('[name=nom]', tag);
		await page.selectOption('[name=famille]', { label: 'Divers' });
		await page.click('main button:has-text("Créer")');
		await page.waitForURL(/etiquettes\/\d+/);
		const tagPage = new URL(page.url()).pathname;
		await page.goto('/annuaire');
		await page.click('main a:has-text("Sélectionner")');
		await promises(t, 'adm', '/annuaire?choisir=1', { name: 'adm, choosing people' });
		await page.locator('tbody [name=p]').nth(0).check();
		await page.locator('tbody [name=p]').nth(1).check();
		await page.click('.bulk button:has-text("Étiqueter")');
		await page.waitForURL(/imports\/lot/);
		await promises(t, 'adm', new URL(page.url()).pathname + new URL(page.url()).search, { name: 'adm, a tag for many' });
		await page.fill('[name=autres]', tag);
		await page.click('main button:has-text("Voir ce qui va changer")');
		await page.waitForURL(/\/imports\/\d+/);
		await page.click('main button:has-text("Changer 2 fiches")');
		await page.waitForURL(/fait=import/);
		await page.goto(tagPage);
		t.check('both bear the tag', (await page.textContent('main')).includes('2 fiches'));
		await page.goto('/imports');
		await page.locator('tbody a.who').first().click();
		await page.click('main button:has-text("Annuler ces changements")');
		await page.waitForURL(/fait=import-annule/);
		await page.goto(tagPage);
		await page.click('main button:has-text("Supprimer")');
		await page.waitForURL(/etiquettes\?fait/);
		await promises(t, 'adm', '/imports/lot?tout=1', { name: 'adm, a field for many' });
		await promises(t, 'adm', '/imports/lot?tout=1&champ=competences', { name: 'adm, a field for many, its form' });
		await promises(t, 'adm', '/annuaire');

		// a workbook of our own comes back unread but for its columns: only help and example
		const template = await page.request.get('/imports/modele.xlsx');
		await page.goto('/imports');
		await page.setInputFiles('[name=fichier]', { name: 'modele.xlsx', mimeType: 'application/zip', buffer: await template.body() });
		await page.click('main button:has-text("Envoyer")');
		t.check('the template alone holds no line', (await page.textContent('main')).includes('pas de ligne à importer'));

		// an export of the directory comes back without a change
		const list = await page.request.get('/annuaire.xlsx');
		await bring(page, 'annuaire.xlsx', await list.body());
		await page.check('[name=mode][value="2"]');
		await page.click('main button:has-text("Essayer")');
		await page.waitForURL(/\/imports\/\d+$/);
		const counts = await page.locator('.stats b').allTextContents();
		t.check('an export comes back unchanged', counts[0] === '0' && counts[1] === '0' && counts[2] === '0', counts.join(' '));
		await promises(t, 'adm', new URL(page.url()).pathname, { name: 'adm, nothing to change' });
		await page.click('main button:has-text("Abandonner")');
		await page.waitForURL(/\/imports\?fait/);
	});
}
