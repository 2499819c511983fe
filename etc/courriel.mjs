// node courriel.mjs FILE: the template of letters, made by MJML out of courriel.mjml, with the parts
// that MJML cannot say: which block comes, a picture of any size, the line of the inbox.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

globalThis.File ??= class File {}; // Node 18 has none, and what reads the HTML asks for it
const { default: mjml } = await import('mjml');
const source = readFileSync(new URL('courriel.mjml', import.meta.url), 'utf8');
const { html, errors } = await mjml(source, {
	fonts: {}, keepComments: true, minify: false, beautify: false, validationLevel: 'strict' });

if (errors.length > 0)
	throw new Error(errors.map(e => e.formattedMessage).join('\n'));

// What people read has no lines of its own; conditions of Outlook keep theirs whole.
const text = html.replace(/\s*\n\s*/g, ' ').replace(/> </g, '><').replace(/\s+(<!--|\/?>)/g, '$1').replace(/"\s+>/g, '">')
	.replace(/<(\w+)\s+/g, '<$1 ').replace(/ !important/g, '!important');

function between(from, to)
{
	const begin = text.indexOf(`<!--${from}-->`), end = text.indexOf(`<!--${to}-->`);

	if (begin < 0 || end < begin)
		throw new Error(`courriel.mjml: no ${from} before ${to}`);
	return text.slice(begin + from.length + 7, end);
}

// A section with a column is closed before two columns stand side by side, and opened after them.
const close = between('blocs', 'colonnes');
const open = between('suite', 'debut');
const row = (inner, more = '') => `<tr><td align="left" style="padding:0 24px 16px;word-break:break-word"${more}>${inner}</td></tr>`;
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const image = '<img src="<?cs var:url_validate(b.src) ?>" alt="<?cs var:b.alt ?>" width="<?cs var:b.largeur ?>"' +
	' height="<?cs var:b.hauteur ?>" style="display:block;width:100%;max-width:<?cs var:b.largeur ?>px;height:auto;' +
	'border:0;border-radius:8px">';
const card = `<table role="presentation" class="k" width="100%" cellpadding="0" cellspacing="0"
	style="background:#f8f5ee;border:1px solid #e8e3d8;border-radius:8px;border-collapse:separate"><tr>
	<?cs if:b.numero ?><td valign="top" width="68" style="padding:16px 0 16px 16px">
	<table role="presentation" class="j" width="52" cellpadding="0" cellspacing="0"
	style="background:#e9f2df;border-radius:8px;color:#35690f"><tr>
	<td class="j" align="center" style="padding:8px 0;border-radius:8px;font:600 22px/1.1 Georgia,serif;color:#35690f">
	<span style="font:600 11px/1.3 system-ui,sans-serif"><?cs var:b.mois ?></span><br><?cs var:b.numero ?></td></tr></table>
	</td><?cs /if ?><td style="padding:16px;${font};font-size:16px;line-height:1.4;color:#22261e">
	<b><?cs var:b.titre ?></b><?cs if:b.quand ?><br><?cs var:b.quand ?><?cs /if ?><?cs if:b.lieu ?><br><?cs var:b.lieu ?>
	<?cs /if ?><?cs if:b.lien ?><br><a class="l" href="<?cs var:url_validate(b.lien) ?>"
	style="color:#35690f;font-weight:600"><?cs var:b.action ?></a><?cs /if ?></td></tr></table>`
	.replace(/\s*\n\s*/g, ' ').replace(/> </g, '><');
const blocks = `<?cs each:b = Rendu.blocs ?>
<?cs if:b.genre == "colonnes" ?>${close}${between('colonnes', 'suite')}${open}
<?cs elif:b.genre == "titre" ?><?cs if:b.premier ?>${between('debut', 'titre 2')}<?cs else ?>${between('titre 2', 'texte')}<?cs /if ?>
<?cs elif:b.genre == "texte" ?>${between('texte', 'bouton')}
<?cs elif:b.genre == "bouton" ?>${between('bouton', 'fin')}
<?cs elif:b.genre == "image" ?>${row(`<?cs if:b.lien ?><a href="<?cs var:url_validate(b.lien) ?>">${image}</a><?cs else ?>${image}<?cs /if ?>`)}
<?cs elif:b.genre == "pres" ?>${row('<?cs uvar:b.presHtml ?>')}
<?cs else ?>${row(card)}<?cs /if ?><?cs /each ?>`;
const hidden = '<?cs if:Rendu.apercu ?><div style="display:none;font-size:1px;color:#f2efe7;line-height:1px;max-height:0;' +
	'max-width:0;opacity:0;overflow:hidden"><?cs var:Rendu.apercu ?>' + '&#847;&zwnj;&nbsp;'.repeat(60) + '</div><?cs /if ?>';
const whole = text.slice(0, text.indexOf('<!--blocs-->')) + blocks + close + text.slice(text.indexOf('<!--pied-->'));
const made = whole.replace('<!--apercu-->', hidden).replace('<!--pied-->', '')
	.replace('<html ', '<?cs # Made by etc/courriel.mjs out of etc/courriel.mjml: change these. ?><html ');

if (/https?:\/\/(?!www\.w3\.org)/.test(made) || /<!--(?:blocs|suite|debut|titre|fin)/.test(made))
	throw new Error('courriel.mjml: a foreign address, or a mark that stayed');
writeFileSync(process.argv[2] + '.new', made + '\n');
renameSync(process.argv[2] + '.new', process.argv[2]);
