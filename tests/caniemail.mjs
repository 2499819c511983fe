// node tests/caniemail.mjs FILE: says "ok", or what of that HTML the mail programs of many people do
// not know (caniemail.com).  What only makes it prettier where it is known is listed with its reason.
import { readFileSync } from 'node:fs';
import { caniemail } from 'caniemail';

const html = readFileSync(process.argv[2], 'utf8').replace(/<!--\[if[^]*?<!\[endif\]-->/g, '');
const clients = ['gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'orange.desktop-webmail', 'laposte.desktop-webmail',
	'free-fr.desktop-webmail', 'sfr.desktop-webmail', 'yahoo.desktop-webmail', 'outlook.windows', 'outlook.outlook-com',
	'apple-mail.ios', 'thunderbird.macos'];
const harmless = [
	'@media', '<style> element', '<body> element', 'Chaining selectors', '!important keyword', // light, one column below another
	'border-radius', 'cursor', 'outline', 'word-break', 'word-spacing', // square corners
	'target attribute', // links open as that program opens them
	'lang attribute', 'aria-label attribute', 'role attribute', // what reads aloud guesses
	'opacity', 'overflow', 'height property', 'max-height property', // the hidden line is hidden by others too
	'system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace', // the next one of the list
];
const bad = new Map();
let asked = 0;

for (const client of clients) {
	let found;

	try {
		found = caniemail({ clients: [client], html });
	} catch (e) {
		if (e instanceof RangeError) // nothing is known of that one
			continue;
		throw e;
	}
	asked++;
	for (const issue of [...found.issues.errors.values()].flat())
		if (!harmless.includes(issue.title))
			bad.set(issue.title, [...bad.get(issue.title) ?? [], client]);
}
if (asked < 5)
	bad.set('programs of which something is known', [`${asked}`]);
console.log(bad.size === 0 ? 'ok' : [...bad].map(([title, all]) => `${title}: ${[...new Set(all)].length}`).join('\n'));
process.exitCode = bad.size === 0 ? 0 : 1;
