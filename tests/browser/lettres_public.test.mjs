// Leaving a kind of letter by its link, without an account or a script, and coming back by the mail
// that says so; the link of a preview leaves nothing.
import { linkOf, promises, submit } from './lib.mjs';

const text = page => page.textContent('main');
const button = words => `main button:has-text("${words}")`;
const path = url => new URL(url).pathname;

// A letter to the group of benP, sent by adm: the mail that she gets.
async function letter(t)
{
	const { email } = t.people.benP;
	const known = await t.mailCount(email);

	await t.as('adm', async page => {
		await page.goto('/lettres/nouvelle');
		await page.fill('#f-objet', `Pour partir ${Date.now()}`);
		await page.selectOption('#f-audience', await page.locator('#f-audience option', { hasText: 'Groupe local de Paris' })
			.first().getAttribute('value'));
		await submit(page, button('Commencer'));
		const url = path(page.url()).replace('/contenu', '');

		await page.fill('#f-texte', 'Bonjour {prenom}, voici la lettre.');
		await submit(page, '#redaction button[value=enregistrer]');
		await page.goto(`${url}/envoyer`);
		await submit(page, button('Envoyer'));
	}, 'desktop', { javaScriptEnabled: false });
	return t.mail(email, known);
}

export default async t => {
	await promises(t, null, '/public/lettres/apercu', { name: 'anyone, the link of a preview' });
	const mail = await letter(t);
	const link = path(/<(https?:[^>]+)>/.exec(mail.headers['list-unsubscribe'])[1]);
	const { email } = t.people.benP;
	const known = await t.mailCount(email);

	await promises(t, null, link, { name: 'anyone, leaving a letter' });
	await t.as(null, async page => {
		await page.goto(link);
		const asked = await text(page);

		t.check('leaving: the page says which letter, and names nobody', asked.includes('Lettre d’info') && !asked.includes(email) &&
			/\S…\S@\S…\./.test(asked), asked);
		await submit(page, button('Ne plus recevoir'));
		t.check('leaving: done by one button', (await text(page)).includes('C’est fait'));
	}, 'phone', { javaScriptEnabled: false });
	await t.as('benP', async page => {
		await page.goto('/lettres/recevoir');
		t.check('leaving: her choices say so', !(await page.isChecked('[name="lettre.info"]')));
	});
	const undo = path(linkOf(await t.mail(email, known)));

	await promises(t, null, undo, { name: 'anyone, coming back' });
	await t.as(null, async page => {
		await page.goto(undo);
		await submit(page, 'main form button');
		t.check('leaving: undone by the mail', /C’est|comme avant|rétabli/.test(await text(page)), await text(page));
	}, 'phone', { javaScriptEnabled: false });
	await t.as('benP', async page => {
		await page.goto('/lettres/recevoir');
		t.check('leaving: she gets it again', await page.isChecked('[name="lettre.info"]'));
	});
	await promises(t, 'benP', '/notifications/preferences');
};
