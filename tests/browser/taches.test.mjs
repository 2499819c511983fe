// Forty things that people come for, by role, each in words of what she wants, with the presses it may take:
// from home to the answer, or to the button that does it. What is typed is no press; a search that is sent is one.
import { ALONE, TASKS } from './taches.mjs';

const WAIT = { timeout: 30000 };

// Somebody who reads names and presses what bears them.
class Reader {
	constructor(page)
	{
		this.page = page;
		this.presses = 0;
	}

	// Links, buttons and what opens, of that name; the first that shows.
	named(name)
	{
		const has = { name: new RegExp(name) };

		return this.page.getByRole('link', has).or(this.page.getByRole('button', has))
			.or(this.page.locator('summary').filter({ hasText: has.name }))
			.or(this.page.getByRole('radio', has)).filter({ visible: true }).first();
	}

	async press(...names)
	{
		for (const name of names) {
			if (await this.named(name).count() === 0 && await this.named('^Plus$').count() > 0)
				await this.click(this.named('^Plus$')); // on a phone the menu is closed
			await this.click(this.named(name));
		}
	}

	async click(what)
	{
		await what.click(WAIT);
		await this.page.waitForLoadState('load');
		this.presses++;
	}

	// The first of the list that she came to.
	first()
	{
		return this.click(this.page.locator('main ul.rows a').first());
	}

	async write(label, text, enter = false)
	{
		const field = this.page.getByLabel(new RegExp(label)).filter({ visible: true }).first();

		await field.fill(text, WAIT);
		if (enter) {
			await Promise.all([this.page.waitForEvent('load'), field.press('Enter')]);
			this.presses++;
		}
	}

	sees(text)
	{
		return this.page.locator('main').getByText(new RegExp(text)).filter({ visible: true }).first().waitFor(WAIT);
	}

	// The button that does it stands there, and is not pressed: the other tests read the same data.
	finds(name)
	{
		return this.named(name).waitFor(WAIT);
	}
}

async function one(t, page, [who, wants, most, way], table, alone)
{
	const reader = new Reader(page);
	let why = '';

	try {
		await page.goto(who === '' ? '/connexion' : '/');
		await way(reader);
	} catch (e) {
		why = String(e.message || e).split('\n')[0];
	}
	table.push(`${(who || 'sans compte').padEnd(12)}${String(why ? '-' : reader.presses).padStart(3)} /${String(most).padStart(2)}  ${wants}${alone}`);
	t.check(`${who || 'nobody'}: ${wants}${alone}, in ${most} presses`, why === '' && reader.presses <= most,
		why || `${reader.presses} presses`);
}

// One page for each role, at its own width; the tasks of a role follow one another.
async function all(t, tasks, shape, more, alone, table)
{
	const roles = [...new Set(tasks.map(task => task[0]))];

	for (const who of roles)
		await t.as(who || null, async page => {
			for (const task of tasks.filter(one => one[0] === who))
				await one(t, page, task, table, alone);
		}, shape, more);
}

export default async function (t)
{
	const table = [];

	await all(t, TASKS, 'desktop', {}, '', table);
	await all(t, TASKS.filter(task => ALONE.includes(task[1])), 'phone', { javaScriptEnabled: false },
		' (390, no script)', table);
	t.check('forty tasks, and ten of them at 390 without a script',
		TASKS.length === 40 && table.length === 50, `${TASKS.length}, ${table.length}`);
	console.log(table.map(line => '# ' + line).join('\n'));
}
