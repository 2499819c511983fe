// Making an account, as somebody whom HubSpot knows and the platform does not yet.
import { linkOf, promises } from './lib.mjs';

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
}
