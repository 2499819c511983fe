// A whole letter written on a phone without a script; then what the script adds.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promises, submit } from './lib.mjs';

const word = `lettre${Date.now()}`;
// the smallest picture there is
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function add(page, genre)
{
	await page.click(`button[value="ajouter:${genre}"]`);
}

const save = page => submit(page, '#redaction button[value=enregistrer]');
const blocks = page => page.locator('.blocs > li').count();

async function withoutScript(t)
{
	const picture = join(mkdtempSync(join(tmpdir(), 'essaim-lettre-')), 'stand.png');
	let url;

	writeFileSync(picture, png);
	await t.as('sal', async page => {
		await page.goto('/lettres/nouvelle');
		await page.fill('#f-objet', `${word} un vote, une soupe`);
		await page.selectOption('#f-audience', 'public:benevoles');
		await page.click('main button:has-text("Commencer")');
		url = new URL(page.url()).pathname;
		await page.fill('#f-apercu', 'Et trois rendez-vous');
		await page.fill('#f-texte', 'Bonjour {prenom},\n\n## Le Sénat a voté\n\n**Quatorze groupes** ont écrit.');
		await add(page, 'titre');
		t.check('letter: another button keeps what was typed', await blocks(page) === 1);
		await page.fill('#f-texte', 'Trois rendez-vous');
		await save(page);
		await add(page, 'image');
		await page.setInputFiles('#f-fichier', picture);
		await page.fill('#f-alt', 'Le stand du marché');
		await save(page);
		await add(page, 'bouton');
		await page.fill('#f-texte', 'Voir l’agenda');
		await page.fill('#f-lien', 'javascript:alert(1)');
		await save(page);
		t.check('letter: a refused link is said beside what was typed', await page.inputValue('#f-texte') === 'Voir l’agenda' &&
			await page.locator('#e-lien').count() === 1);
		await page.fill('#f-lien', '/agenda');
		await save(page);
		await add(page, 'evenement');
		const choice = await page.locator('#f-chose option').nth(1).getAttribute('value');

		await page.selectOption('#f-chose', choice);
		await save(page);
		await add(page, 'colonnes');
		await page.fill('#f-gauche', 'À gauche');
		await page.fill('#f-droite', 'À droite');
		await save(page);
		await add(page, 'pres');
		t.check('letter: seven blocks', await blocks(page) === 7, String(await blocks(page)));
		await page.locator('.blocs > li').nth(1).locator('button[aria-label^="Monter"]').click();
		await page.waitForLoadState('load');
		t.check('letter: a block goes up', (await page.locator('.blocs > li').first().textContent()).includes('Trois rendez-vous'));
		await page.locator('.blocs > li').nth(5).locator('button[aria-label^="Retirer"]').click();
		await page.waitForLoadState('load');
		t.check('letter: a block is taken out', await blocks(page) === 6);
		await submit(page, 'form.alert button:has-text("Annuler")');
		t.check('letter: and comes back', await blocks(page) === 7);
		t.check('letter: nothing beyond the screen', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
		await page.goto(`${url}/destinataires`);
		t.check('letter: who gets it is counted and named', await page.locator('#gens .rows li').count() > 3);
		await page.goto(`${url}/verification`);
		t.check('letter: nothing is missing but a second reading', !/Aucun destinataire|aucun bloc|aperçu manque/.test(await page.textContent('main')));
		await submit(page, 'main button:has-text("M’envoyer un essai")');
		t.check('letter: a trial leaves', (await page.textContent('main')).includes('L’essai part'));
	}, 'phone', { javaScriptEnabled: false });
	return url;
}

async function withScript(t, url)
{
	await t.as('sal', async page => {
		await page.goto(`${url}/contenu?ferme=1`);
		await page.fill('#f-objet', `${word} plus court`);
		t.check('letter: signs are counted while one types', (await page.textContent('#h-objet')).startsWith(`${word.length + 11} signes.`));
		await page.waitForFunction(() => document.querySelector('#garde').textContent.includes('enregistré'));
		await page.reload();
		t.check('letter: what was typed is kept without a button', await page.inputValue('#f-objet') === `${word} plus court`);
		t.check('letter: the preview is there', await page.locator('iframe.letter').count() === 1);
		await page.setViewportSize({ width: 1280, height: 2400 }); // nothing is scrolled under the pointer
		await page.locator('.blocs > li').last().locator('span').first().dragTo(page.locator('.blocs > li').first());
		await page.waitForURL(/ferme=1/);
		await page.waitForFunction(() => document.querySelector('.blocs > li').textContent.includes('Près de chez vous'));
		t.check('letter: a block is dragged', true);
	});
}

export default async t => {
	const url = await withoutScript(t);

	await withScript(t, url);
	for (const page of ['/contenu?ferme=1', '/contenu?ajouter=texte', '/destinataires', '/verification'])
		await promises(t, 'sal', url + page, { name: `sal, a letter ${page}` });
	await promises(t, 'sal', '/lettres/nouvelle');
	await promises(t, 'sal', '/lettres/modeles');
};
