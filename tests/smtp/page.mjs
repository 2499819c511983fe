// The page of received mails, in French: the list, one mail.

const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Paris' });

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1c1c1c; background: #fff }
h1 { font-size: 1.4rem } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top; overflow-wrap: anywhere }
pre { white-space: pre-wrap; background: #f4f4f1; padding: 1rem } iframe { width: 100%; height: 34rem; border: 1px solid #ccc; background: #fff }
a { color: #0b5cad } dt { font-weight: 600 } dd { margin: 0 0 .4rem }`;

function frame(title, body)
{
	return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title><style>${style}</style></head><body><main>
${body}
</main></body></html>
`;
}

export function listPage(mails, to)
{
	const rows = mails.map(m => `<tr><td>${escape(when.format(new Date(m.date)))}</td><td>${escape(m.to.join(', '))}</td>
<td><a href="/messages/${m.id}">${escape(m.subject || '(sans objet)')}</a></td></tr>`).join('\n');

	return frame('Courriels envoyés', `<h1>Courriels envoyés par Essaim</h1>
<p>Aucun ne part vers de vraies boîtes : ils arrivent tous ici.</p>
<form action="/"><label>Destinataire <input name="to" value="${escape(to)}"></label> <button>Filtrer</button></form>
${mails.length === 0 ? '<p>Aucun courriel pour l’instant.</p>' : `<p>${mails.length} courriel${mails.length > 1 ? 's' : ''}</p>
<table><thead><tr><th scope="col">Reçu le</th><th scope="col">À</th><th scope="col">Objet</th></tr></thead><tbody>
${rows}
</tbody></table>`}`);
}

export function mailPage(mail)
{
	const text = escape(mail.text).replace(/https?:\/\/[^\s<]+?(?=[.,;)]?(?:\s|$))/g, '<a href="$&">$&</a>');

	return frame(mail.subject || 'Courriel', `<p><a href="/">Tous les courriels</a></p>
<h1>${escape(mail.subject || '(sans objet)')}</h1>
<dl><dt>De</dt><dd>${escape(mail.headers.from ?? mail.from)}</dd><dt>À</dt><dd>${escape(mail.to.join(', '))}</dd>
<dt>Reçu le</dt><dd>${escape(when.format(new Date(mail.date)))}</dd></dl>
<h2>Texte</h2>
${mail.text ? `<pre>${text}</pre>` : '<p>Pas de texte.</p>'}
<h2>HTML</h2>
${mail.html ? `<iframe title="Partie HTML du courriel" src="/messages/${mail.id}/html"
 sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>` : '<p>Pas de HTML.</p>'}
<p><a href="/messages/${mail.id}.eml">Source complète</a></p>`);
}

export function notFoundPage()
{
	return frame('Introuvable', '<h1>Ce courriel n’est plus là</h1><p><a href="/">Tous les courriels</a></p>');
}
