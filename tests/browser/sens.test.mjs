// Every sense: what is said aloud, seen in forced colours, on paper, on a wide screen, without a script.
async function said(t)
{
	await t.as('cooP', async page => {
		await page.goto('/?vue=groupes');
		const button = page.locator('.post .re[aria-pressed=false]').first();
		const id = await button.getAttribute('id');
		const name = await button.locator('.vh').textContent();

		t.check('a reaction says of what it is one, out of context', / à la publication (de |d’)\p{L}/u.test(name), name);
		await button.focus();
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.querySelector('#etat').textContent);
		const now = await page.locator('#etat').textContent();

		t.check('a reaction is said aloud', now.includes(' à la publication '), now);
		t.check('it stays in place, under the focus', await page.evaluate(() => document.activeElement.id) === id &&
			await page.locator('#' + id).getAttribute('aria-pressed') === 'true');
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.querySelector('#etat').textContent.endsWith(', retiré'));
		t.check('taken back, it is said too', await page.locator('#' + id).getAttribute('aria-pressed') === 'false');
	});
	const group = await t.firstLink('benP', '/', '#menu a[href^="/groupes/"]');

	await t.as('benP', async page => {
		await page.goto(`${group}/publications/nouvelle?genre=sondage`);
		await page.fill('#f-titre', 'Quel goûter ?');
		await page.fill('#f-reponses', 'Crêpes\nGaufres');
		await page.click('main button:has-text("Publier")');
		await page.waitForLoadState();
		await page.goto('/?portee=mes');
		const poll = page.locator('.poll:has(input[type=radio])').first();

		await poll.locator('input[type=radio]').first().check();
		await poll.locator('button').focus();
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.querySelector('#etat').textContent);
		t.check('a vote is said aloud, and the page stays', new URL(page.url()).pathname === '/' &&
			(await page.locator('#etat').textContent()).includes('enregistrée'));
	});
}

async function bare(t)
{
	await t.as('cooP', async page => {
		const toolbars = await (async () => {
			await page.goto('/agenda/nouveau');
			return page.locator('[role=toolbar]');
		})();

		t.check('no script: no toolbar that does nothing', await toolbars.count() > 0 && !await toolbars.first().isVisible());
	}, 'desktop', { javaScriptEnabled: false });
	await t.as('cooP', async page => {
		await page.goto('/annuaire');
		await page.emulateMedia({ media: 'print' });
		const shown = await page.locator('.btn:visible,.pager:visible,.tabs:visible,nav:visible,main input:visible,main select:visible').count();

		t.check('printed: a list is bare', shown === 0, String(shown));
		await page.setViewportSize({ width: 390, height: 800 });
		t.check('printed: its table is whole, whatever the paper', await page.locator('tbody td').first().isVisible());
	});
}

async function seen(t)
{
	await t.as('cooP', async page => {
		await page.goto('/groupes');
		const first = await page.locator('ul[aria-label=Groupes] li').first().boundingBox();

		t.check('groups: the first one is above the fold, under two strips of filters', first.y < 500, String(first.y));
		await page.emulateMedia({ forcedColors: 'active' });
		const outline = await page.locator('main .seg [aria-current]').evaluate(e => getComputedStyle(e).outlineStyle);

		t.check('forced colours: the current tab is drawn', outline === 'solid', outline);
		await page.emulateMedia({ forcedColors: 'none' });
		await page.setViewportSize({ width: 1920, height: 1000 });
		const main = await page.locator('main').boundingBox();

		t.check('1920: the sheet takes the room', main.width > 1500, String(main.width));
		await page.goto('/');
		const text = await page.locator('.post p').first().evaluate(e => e.getBoundingClientRect().width);

		t.check('1920: lines of text do not', text < 800, String(text));
	});
	await t.as('adm', async page => {
		await page.goto('/admin/droits');
		await page.locator('section.scroll').evaluate(e => { e.scrollLeft = 500; });
		const box = await page.locator('tbody th').first().boundingBox();
		const edge = await page.locator('section.scroll').boundingBox();

		t.check('rights: the first column stays', Math.abs(box.x - edge.x) < 2, `${box.x} ${edge.x}`);
	});
}

export default async function (t)
{
	await said(t);
	await bare(t);
	await seen(t);
}
