// Making an account, as somebody whom HubSpot knows and the platform does not yet.
import { spawnSync } from 'node:child_process';
import { linkOf, promises } from './lib.mjs';

// A volunteer alone at an address, who has no account yet.
function newcomer()
{
	const done = spawnSync('mariadb', [`--defaults-file=${process.env.INSTANCE || 'var'}/db/my.cnf`, '-N', 'essaim', '-e',
		`SELECT MIN(c.email) FROM contact c LEFT JOIN compte k ON k.contact_id = c.id WHERE c.acces = 2 AND c.email LIKE '%@%'
		GROUP BY c.email HAVING COUNT(*) = 1 AND COUNT(k.contact_id) = 0 ORDER BY MIN(c.id) DESC LIMIT 1`], { encoding: 'utf8' });

	return done.stdout.trim();
}

// From "je connais mon adresse" to the account page, then out and in again by password.
async function wholePath(t, email)
{
	const password = `trois mots au hasard ${Date.now()}`;
	const known = await t.mailCount(email);

	await t.as(null, async page => {
		await page.goto('/inscription');
		await page.fill('[name=email]', email);
		await page.click('main button.btn');
		const mail = await t.mail(email, known);
		if (!t.check('newcomer: the mail arrives', mail !== null, email))
			return;
		await page.goto(linkOf(mail));
		await page.click('button:has-text("Entrer")');
		t.check('newcomer: a password and the charter are asked for', new URL(page.url()).pathname === '/inscription/mot_de_passe', page.url());
		await page.fill('[name=mot_de_passe]', 'court');
		await page.click('button:text-is("Continuer")');
		t.check('newcomer: each refusal stands by its field', await page.locator('[aria-invalid=true]').count() === 2);
		await page.fill('[name=mot_de_passe]', password);
		await page.check('[name=charte]');
		await page.click('button:text-is("Continuer")');
		t.check('newcomer: the profile shows what is known', (await page.locator('main').innerText()).includes(email), page.url());
		await page.fill('[name=bio]', 'Je découvre.');
		await page.check('[name=competences] >> nth=0');
		await page.click('button:has-text("Enregistrer et entrer")');
		await page.goto('/compte');
		await page.click('button:has-text("Me déconnecter")');
		t.check('newcomer: signed out', new URL(page.url()).pathname === '/connexion', page.url());
		await t.signIn(page, { email, password });
		await page.goto('/compte');
		t.check('newcomer: in again by password', (await page.locator('main').innerText()).includes(email), page.url());
	});
}

export default async function (t)
{
	await promises(t, null, '/inscription');
	await t.as(null, async page => {
		await page.goto('/inscription');
		await page.click('main button.btn');
		t.check('no address: the form says so and stays', await page.locator('#erreurs').count() === 1);
	});
	// an account that exists receives a link too: the words must not tell which addresses are known
	const { email } = t.people.ca;
	const known = await t.mailCount(email);
	await t.as(null, async page => {
		await page.goto('/inscription');
		await page.fill('[name=email]', email);
		await page.click('main button.btn');
		t.check('the page says to look at the mail', await page.locator('h1:has-text("courriel")').count() === 1, page.url());
		const mail = await t.mail(email, known);
		if (t.check('the mail arrives', mail !== null)) {
			const reply = await page.goto(linkOf(mail));
			t.check('its link opens', reply.status() === 200, String(reply.status()));
		}
	});
	const fresh = newcomer();
	if (t.check('newcomer: there is one', fresh !== ''))
		await wholePath(t, fresh);
}
