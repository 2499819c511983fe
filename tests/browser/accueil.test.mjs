// Home: what each kind of reader sees first, and the shell around every page.
import { promises } from './lib.mjs';

async function menuOnPhone(t)
{
	await t.as('benP', async page => {
		await page.goto('/');
		t.check('phone: the menu is closed at first', !await page.locator('#menu').isVisible());
		await page.locator('button:has-text("Plus")').focus();
		await page.keyboard.press('Enter');
		t.check('phone: "Plus" opens the menu from the keyboard', await page.locator('#menu').isVisible());
		await page.keyboard.press('Escape');
		t.check('phone: Escape closes it', !await page.locator('#menu').isVisible());
	}, 'phone');
}

async function keyboard(t)
{
	await t.as('benP', async page => {
		await page.goto('/');
		await page.keyboard.press('Tab');
		const first = await page.evaluate(() => document.activeElement.textContent);
		t.check('keyboard: the first stop is "Aller au contenu"', first === 'Aller au contenu', first);
		t.check('keyboard: and it shows itself', await page.locator('.skip').evaluate(e => e.getBoundingClientRect().height > 20));
		await page.keyboard.press('Enter');
		t.check('keyboard: it leads to the content', new URL(page.url()).hash === '#contenu');
	});
}

async function withoutScript(t)
{
	await t.as('benP', async page => {
		await page.goto('/');
		await page.fill('.top [name=q]', 'lyon');
		await page.press('.top [name=q]', 'Enter');
		t.check('no script: the search of the banner answers', new URL(page.url()).pathname === '/recherche');
		await page.goto('/public/plan');
		t.check('no script: the site map leads everywhere', await page.locator('main a[href="/annuaire"]').count() === 1);
	}, 'desktop', { javaScriptEnabled: false });
}

// A slow phone on a slow line (RGESN 2.3): the page is whole in three seconds.
async function slowLine(t)
{
	await t.as('benP', async (page, context) => {
		const cdp = await context.newCDPSession(page);

		await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		await cdp.send('Network.enable');
		await cdp.send('Network.emulateNetworkConditions',
			{ offline: false, latency: 150, downloadThroughput: 50000, uploadThroughput: 25000 });
		await page.goto('/', { waitUntil: 'load' });
		t.check('slow line: home is whole', await page.locator('main h1, main h2').count() > 0);
	}, 'phone');
}

export default async function (t)
{
	for (const who of ['benP', 'adm', 'pro'])
		await promises(t, who, '/');
	await menuOnPhone(t);
	await keyboard(t);
	await slowLine(t);
	await withoutScript(t);
	await promises(t, 'benP', '/rien-de-tel', { status: 404 });
}
