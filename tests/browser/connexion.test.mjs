// Signing in: by password, by a link received by mail, refused, signing out.
import { linkOf, promises } from './lib.mjs';

async function refused(t)
{
	await t.as(null, async page => {
		await page.goto('/connexion');
		await page.fill('[name=email]', 'personne@example.org');
		await page.fill('[name=mot_de_passe]', 'ce n’est pas le bon');
		await page.click('button:has-text("Se connecter")');
		t.check('refused: the title says so', (await page.title()).startsWith('Erreur'), await page.title());
		t.check('refused: the list of errors has the focus',
			await page.evaluate(() => document.activeElement.id) === 'erreurs');
		t.check('refused: the address is kept, the password is not',
			await page.inputValue('[name=email]') === 'personne@example.org' && await page.inputValue('[name=mot_de_passe]') === '');
	});
}

async function byPassword(t, more)
{
	const words = more ? 'password, no script' : 'password';

	await t.as(null, async page => {
		await page.goto('/annuaire?q=a');
		t.check(`${words}: a page asked before is kept`, new URL(page.url()).pathname === '/connexion', page.url());
		await page.fill('[name=email]', t.people.benL.email);
		await page.fill('[name=mot_de_passe]', t.people.benL.password);
		await page.click('button:has-text("Se connecter")');
		const url = new URL(page.url());
		t.check(`${words}: and comes after`, url.pathname + url.search === '/annuaire?q=a', page.url());
		await page.goto('/compte');
		await page.click('button:has-text("Me déconnecter")');
		await page.goto('/annuaire');
		t.check(`${words}: signed out, the directory is closed`, new URL(page.url()).pathname === '/connexion', page.url());
	}, 'desktop', more);
}

async function byLink(t)
{
	const { email } = t.people.bout;

	await t.as(null, async page => {
		const known = await t.mailCount(email);

		await page.goto('/connexion');
		await page.fill('[name=email]', email);
		await page.click('button:has-text("Recevoir un lien")');
		t.check('link: the page says to look at the mail', await page.locator('h1:has-text("courriel")').count() === 1);
		const mail = await t.mail(email, known);
		if (!t.check('link: the mail arrives', mail !== null))
			return;
		const link = linkOf(mail);
		t.check('link: text and HTML carry the same address', mail.html.includes(link.replace(/&/g, '&amp;')), link);
		await page.goto(link);
		await page.goto(link);
		t.check('link: reading it twice does not use it up', await page.locator('button:has-text("Entrer")').count() === 1);
		await page.click('button:has-text("Entrer")');
		if (new URL(page.url()).pathname === '/inscription/mot_de_passe') {
			await page.check('[name=charte]');
			await page.click('button:has-text("Continuer")');
			await page.click('button:has-text("Plus tard")');
		}
		await page.goto('/compte');
		t.check('link: it lets in', await page.locator('.side').count() === 1, page.url());
		await page.context().clearCookies();
		await page.goto(link);
		t.check('link: it serves once', await page.locator('button:has-text("Entrer")').count() === 0);
	});
}

// An unknown address gets the same words, in the same time.
async function unknown(t)
{
	const says = async email => t.as(null, async page => {
		await page.goto('/connexion');
		await page.fill('[name=email]', email);
		await page.click('button:has-text("Recevoir un lien")');
		return (await page.locator('main').innerText()).replace(email, 'X');
	});
	const [yes, no] = [await says(t.people.tw.email), await says('inconnue@example.org')];

	t.check('unknown address: the same words', yes === no);
}

export default async function (t)
{
	await promises(t, null, '/connexion');
	await refused(t);
	await byPassword(t);
	await byPassword(t, { javaScriptEnabled: false });
	await unknown(t);
	await byLink(t);
}
