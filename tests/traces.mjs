// What is sent and changes something leaves a trace: the handler of each POST route reaches journal(), by the
// functions that it names, and those that they name, or stands below with its reason.  Prints what is wrong.
import { readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';

const OWN = 'her own list alone, which nobody else sees';
const GENRE = 'the function of its kind does: publication_delete(), commentaire_delete()...';
const SEAT = 'the seat says who did it and when';
const DRAFT = 'nothing is done yet: what is applied, or sent, is told';
const without = {
	agenda_confirm: SEAT, agenda_answer: SEAT, place_do: SEAT,
	agenda_confirm_creneau: SEAT, agenda_present_creneau: SEAT,
	fil_save: GENRE, fil_delete: GENRE,
	fil_react: 'the reaction stands there under her name', fil_follow: OWN, fil_read: OWN,
	messages_read_all: OWN, messages_archive: OWN, messages_mute: OWN,
	notifications_read_all: OWN, notifications_open: OWN, notifications_read: OWN,
	aide_news_seen: OWN,
	direct_open: 'a connection of a page that is open',
	groupes_keep_search: OWN,
	groupes_remind: 'a notice, at most one a day, to who has not answered',
	imports_upload: DRAFT, imports_columns_save: DRAFT, imports_many_try: DRAFT, imports_drop: DRAFT,
	reprise_upload: DRAFT, reprise_drop: DRAFT,
	choose: DRAFT, essai: 'a trial to her own address', links: 'looks at links again',
	connexion_link: 'a mail is asked for; entering by it is told', inscription_ask: 'the same',
	deconnexion_leave: 'ends her session; entering is told',
	hubspot_webhook: 'is put in a queue; what is read for it is told',
};

// The answers, and what tells a thing of another kind than the write: no way to the journal by them.
const apart = new Set(['page', 'redirect', 'refuse', 'refuse_why', 'not_found', 'forbidden', 'form_read', 'table_reply', 'journal_seldom']);

const functions = new Map(), routes = [];
for (const file of execSync("git ls-files 'lib/*.c' 'cgi-bin/*.c'", { encoding: 'utf8' }).split('\n').filter(Boolean)) {
	const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
	for (const [, type, name, , body] of text.matchAll(/^([^\n]*)\n([a-z_0-9]+)\(([^;{]*?)\)\n\{\n([^]*?)^\}/gm)) {
		const names = new Set(body.replace(/"(?:[^"\\\n]|\\.)*"/g, '').match(/\b[a-z_][a-z_0-9]+\b/g));
		functions.set(name, [...functions.get(name) ?? [], { file, own: /\bstatic\b/.test(type), names }]);
	}
	for (const [, path, handler] of text.matchAll(/\{ POST, "([^"]*)", \w+, (\w+)/g))
		routes.push({ file, path, handler });
}

const find = (name, file) => (functions.get(name) ?? []).find(f => f.file === file) ??
	(functions.get(name) ?? []).find(f => !f.own);

function tells(name, file, seen = new Set()) {
	const f = find(name, file);
	if (f === undefined || seen.has(f))
		return false;
	seen.add(f);
	return ['journal', 'journal_many', 'journal_apart'].some(one => f.names.has(one)) ||
		[...f.names].some(one => !apart.has(one) && tells(one, f.file, seen));
}

if (routes.length < 200)
	console.log(`  ${routes.length} POST routes were found`);
for (const { file, path, handler } of routes)
	if (!tells(handler, file) && without[handler] === undefined)
		console.log(`  ${file}: ${path} (${handler})`);
for (const handler of Object.keys(without)) {
	const route = routes.find(r => r.handler === handler);
	if (route === undefined || tells(handler, route.file))
		console.log(`  tests/traces.mjs: ${handler} needs no reason`);
}
