// The rules that keep a template safe: what ClearSilver does not escape, or evaluates, is refused.
//   node tests/templates.mjs [FILE...]: one line a fault; the last line is "N passed, N failed".
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

function files(dir, ending)
{
	return readdirSync(dir).flatMap(name => {
		const path = join(dir, name);

		return statSync(path).isDirectory() ? files(path, ending) : path.endsWith(ending) ? [path] : [];
	});
}

const escapes = /\b(?:html_escape|url_escape|js_escape|url_validate)\(/;

// Inside one <?cs ... ?>
const commands = [
	[/^(?:lvar|evar|linclude|name|alt|escape)\b/, 'evaluates data, or prints it unescaped'],
	[/^uvar:(?!.*Html$)/, 'prints unescaped what is not named ...Html'],
	[/\b(?:string\.slice|string\.length|text_html|html_strip)\b/, 'counts bytes, or escapes twice'],
	[/^(?:l?include)\b(?!:"[^"]+"$|!Page\.(?:template|mots)$)/, 'includes what is not a literal'],
	[/^set:\s*(?:[a-z]|_)\w*\s*=/, 'sets a name without a capital: a loop variable, an argument or the data'],
];

const typography = [
	[/\w'\w/, 'a straight apostrophe'],
	[/ [?!;»]/, 'an ordinary space before ? ! ; »'],
	[/« /, 'an ordinary space after «'],
	[/ :(?:\s|$)/, 'an ordinary space before :'],
];
// The words that a command carries: "…" with a space in it.
const carried = text => [...text.matchAll(/<\?cs (?:set|call):([^]*?) ?\?>/g)]
	.flatMap(([, all]) => all.match(/"[^"]* [^"]*"/g) ?? []);

// How a name or a number is said inside a sentence: by the one function for it (lib/base/template.c).
const sentences = [
	[/"ok",\s+"(?:Merci, c|C)’est (?:fait|noté|enregistré|réglé|clos|publié)\."/,
		'a message that does not say what was done'],
	[/\b(?:de|que)\s+<\?cs var:(?:\w+\.)+(?:prenom|nom|titre|auteur|qui|org|name|par|ville|groupe|libelle) \?>/,
		'a name that may begin with a vowel, without de() or que()'],
	[/<\?cs var:(?:\w+\.)*(?!\w*texte\b|qui\b)\w+ \?>\s+(?:<\?cs if:[^?]*\?>)?(?:personne|membre|groupe|contact|fiche|ligne|lettre|courriel|résultat)/,
		'a count that may exceed 999, without nb()'],
	[/(?<!"tel:)<\?cs var:(?:\w+\.)*tel(?:ephone)? \?>/, 'a phone that is shown without tel()'],
];

// One rule for people of whom nothing is known: a neutral word, else the hyphen ("chacun-e", "inscrit-e-s").
const inclusive = /(?<![\p{L}-])(?:(?:adhérents|engagés|militants|organisateurs|participants|prévenus|salariés|utilisateurs)(?![\p{L}-])|chacun (?=a |choisit|demande|lit|peut|trouve|voit)|é\(e\)|[·•]e\b)/u;

// What people read: a tab counts as four columns; the texts of mails are lines as they are sent.
const COLUMNS = 110;
const block = /<(?:address|article|aside|blockquote|body|caption|d[dlt]|details|dialog|div|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|html|legend|li|link|main|meta|nav|ol|optgroup|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)\b/g;
const inline = '(?:a|abbr|b|button|code|em|i|ins|del|mark|q|small|span|strong|time)';

const lines = [
	[line => line.replace(/\t/g, '    ').length > COLUMNS, `more than ${COLUMNS} columns`],
	[line => (line.match(block) || []).length > 1, 'two elements begin on one line'],
	[line => /^\t* +[^ ]|[ \t]$/.test(line), 'an indent that is not of tabs, or blank at the end'],
];

// Where the loader leaves no space (lib/base/template_join.c), and a reader of the template sees one.
const breaks = [
	[new RegExp(`[\\p{L}\\d,;:.!?)»]\\s*\\n\\s*<${inline}\\b`, 'u'), 'a break leaves no space before a tag'],
	[new RegExp(`</${inline}>\\s*\\n\\s*[\\p{L}\\d(«]`, 'u'), 'a break leaves no space after a tag'],
	[/<\w[^<>]*\0[ \t]*\n\s*[\w-]+=/, 'a break leaves no space between a command and an attribute'],
];

// The same between words and what a command says or ends: \0 is a value, \1 the end of a condition, \2 a tag.
const said = [
	[/[\p{L}\d,;:.!?)»]\s*\n\s*\0/u, 'a break leaves no space before a value'],
	[/[\0\x01][ \t]*\n\s*[\p{L}\d(«]/u, 'a break leaves no space after a command'],
];
const spoken = text => text.replace(/<\?cs\s+var:[^]*?\?>/g, '\0').replace(/<\?cs\s+\/if\s*\?>/g, '\x01')
	.replace(/<\?cs[^]*?\?>/g, '\x02').replace(/<[^>]*>/g, '\x02');

const bare = text => text.replace(/<\?cs[^]*?\?>/g, '\0');

// What stands around the commands: \0 is a command.
const places = [
	[/[\s\0][\w-]+\s*=\s*\0/, 'an attribute without quotes'],
	[/<(?:script|style)\b[^>]*>[^<]*\0/i, 'a command inside a script or a style'],
	[/\son\w+\s*=|\sstyle\s*=/i, 'an inline handler or style'],
	[/<\w+(?![^>]*\sid=)[^>]*\sdata-live=/, 'live, without the id by which it is found again'],
	[/<\/?(?:style|object|embed)\b|<iframe(?! class="letter")/i, 'an element that the policy refuses'],
];

function faultsOf(path)
{
	const text = readFileSync(path, 'utf8');
	const faults = [];
	const mail = path.includes('/courriel/');

	for (const [all, inner] of text.matchAll(/<\?cs\s+([^]*?)\s*\?>/g)) {
		if (inner.startsWith('#'))
			continue;
		for (const [rule, why] of commands)
			if (rule.test(inner))
				faults.push(`${why}: ${all}`);
		if (escapes.test(inner) && inner.includes('+'))
			faults.push(`one escape function frees the whole expression: ${all}`);
	}
	if (!path.endsWith('.txt.cs') && !text.startsWith('<!doctype html><?cs # Made by ')) {
		for (const line of text.split('\n'))
			if (lines[0][0](line))
				faults.push(`${lines[0][1]}: ${line.trim().slice(0, 60)}`);
		for (const line of bare(text).split('\n'))
			for (const [rule, why] of lines.slice(1))
				if (rule(line))
					faults.push(`${why}: ${line.trim().slice(0, 60)}`);
		for (const [rule, why] of breaks)
			if (rule.test(bare(text)))
				faults.push(`${why}: ${rule.exec(bare(text))[0].trim().slice(0, 60)}`);
		for (const [rule, why] of said)
			if (rule.test(spoken(text)))
				faults.push(`${why}: ${JSON.stringify(rule.exec(spoken(text))[0])}`);
	}
	for (const [rule, why] of sentences)
		if (rule.test(text))
			faults.push(`${why}: ${rule.exec(text)[0].slice(0, 80)}`);
	for (const [rule, why] of places)
		if (!mail && rule.test(bare(text)))
			faults.push(`${why}: ${rule.exec(bare(text))[0].slice(0, 60)}`);
	// an address made of data alone goes through url_validate; after a literal start it is safe
	for (const [all, inner] of text.matchAll(/\b(?:href|src|action|formaction)="(<\?cs[^]*?\?>)/g))
		if (!/^<\?cs var:(?:url_validate\(|Asset\.)/.test(inner))
			faults.push(`an address without url_validate: ${all}`);
	for (const part of [...bare(text).replace(/<[^>]*>/g, '\0').split('\0'), ...carried(text)])
		for (const [rule, why] of [...typography, [inclusive, 'a masculine for everybody']])
			if (rule.test(part))
				faults.push(`${why}: ${part.trim().slice(0, 60)}`);
	return faults;
}

// Codes of ?fait= that the handlers of AREA send to pages of WHERE ("": wherever the reader was).
function* codesOf(source, area)
{
	const text = source.replace(/strcmp\([^)]*\)/g, '');

	for (const [, where, code] of text.matchAll(/"(?:%s%c|\/([a-z-]*)[^"\s]*(?:"\s*PRId64\s*"[^"\s]*)*[?&])fait=([a-z-]+)/g))
		yield [where === '' ? 'accueil' : where ?? area, code];
	for (const [all, where] of text.matchAll(/"\/([a-z-]*)[^;]*[?&]fait=%s[^;]*;/g))
		for (const [, code] of all.matchAll(/"([a-z]+(?:-[a-z]+)*)"/g))
			yield [where, code];
	for (const [, code] of text.matchAll(/\bfil_back\(r, "([a-z-]+)"/g))
		yield ['', code];
	for (const [all] of text.matchAll(/\breturn back\(r,[^;]*;/g))
		for (const [, code] of all.matchAll(/"([a-z-]+)"/g))
			yield [area, code];
}

// What was done is said in the words of its own code, in the templates of the area that shows it.
function faultsOfCodes()
{
	const has = (file, code) => existsSync(file) && readFileSync(file, 'utf8').includes(`Page.fait == "${code}"`);
	const faults = [];
	let n = 0;

	for (const path of files('cgi-bin', '.c'))
		for (const [where, code] of codesOf(readFileSync(path, 'utf8'), path.split('/')[1])) {
			n++;
			if (!has('templates/fait.cs', code) &&
				!has(`templates/${where.replaceAll('-', '_')}/fait.cs`, code))
				faults.push(`${path}: no words for ?fait=${code} in templates/${where}/fait.cs`);
		}
	return n < 60 ? [`only ${n} codes of ?fait= were found`] : faults;
}

let passed = 0;
let failed = 0;
for (const path of process.argv.length > 2 ? process.argv.slice(2) : files('templates', '.cs')) {
	const faults = faultsOf(path);

	if (faults.length === 0)
		passed++;
	else
		failed++;
	for (const fault of faults)
		console.log(`${path}: ${fault}`);
}
if (process.argv.length === 2) {
	const faults = faultsOfCodes();

	if (faults.length === 0)
		passed++;
	else
		failed++;
	for (const fault of faults)
		console.log(fault);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
