// Reads a mail as a reader would: headers, the text part, the HTML part.

function latin(bytes)
{
	return bytes.toString('latin1');
}

// Bytes in a charset that a mail may name, to text.
function decode(bytes, charset)
{
	try {
		return new TextDecoder(charset || 'utf-8').decode(bytes);
	} catch {
		return latin(bytes);
	}
}

function quotedPrintable(text)
{
	const plain = text.replace(/[ \t]*\r?\n/g, '\n').replace(/=\n/g, '');

	return Buffer.from(plain.replace(/=([0-9A-Fa-f]{2})/g,
		(_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}

// RFC 2047: =?utf-8?Q?...?= and =?utf-8?B?...?=
function encodedWords(text)
{
	return text.replace(/(=\?[^?]+\?[bqBQ]\?[^?]*\?=)\s+(?==\?)/g, '$1')
		.replace(/=\?([^?*]+)[^?]*\?([bqBQ])\?([^?]*)\?=/g, (_, charset, how, data) =>
			decode(how.toLowerCase() === 'b' ? Buffer.from(data, 'base64')
				: quotedPrintable(data.replace(/_/g, ' ').replace(/ $/, '=20')), charset));
}

function splitHeaders(text)
{
	const end = /\r?\n\r?\n/.exec(text);
	const head = end ? text.slice(0, end.index) : text;
	const headers = {};

	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const colon = line.indexOf(':');
		if (colon > 0) {
			const name = line.slice(0, colon).trim().toLowerCase();
			const value = encodedWords(decode(Buffer.from(line.slice(colon + 1).trim(), 'latin1')));
			headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
		}
	}
	return { headers, body: end ? text.slice(end.index + end[0].length) : '' };
}

function parameter(header, name)
{
	const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(header ?? '');

	return found ? found[1] ?? found[2] : '';
}

function* parts(text, boundary)
{
	const marks = text.split(new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[^\w]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`));

	// split() keeps the captured "--": text, mark, text, mark ...
	for (let i = 2; i < marks.length && marks[i - 1] !== '--'; i += 2)
		yield marks[i].replace(/^\r?\n/, '');
}

// The leaves of a mail: type, name, bytes.
function* leaves(text, depth = 0)
{
	const { headers, body } = splitHeaders(text);
	const type = (headers['content-type'] ?? 'text/plain').split(';')[0].trim().toLowerCase();
	const boundary = parameter(headers['content-type'], 'boundary');

	if (type.startsWith('multipart/') && boundary && depth < 8) {
		for (const part of parts(body, boundary))
			yield* leaves(part, depth + 1);
		return;
	}
	const how = (headers['content-transfer-encoding'] ?? '').toLowerCase();
	const bytes = how === 'base64' ? Buffer.from(body, 'base64')
		: how === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
	yield { type, bytes, charset: parameter(headers['content-type'], 'charset'),
		name: parameter(headers['content-disposition'], 'filename') };
}

// raw: the bytes of the mail.
export function readMail(raw)
{
	const text = latin(raw);
	const { headers } = splitHeaders(text);
	const mail = { headers, subject: headers.subject ?? '', text: '', html: '', files: [] };

	for (const leaf of leaves(text)) {
		if (leaf.name)
			mail.files.push({ name: leaf.name, type: leaf.type, bytes: leaf.bytes.length });
		else if (leaf.type === 'text/plain' && !mail.text)
			mail.text = decode(leaf.bytes, leaf.charset).replace(/\r\n/g, '\n');
		else if (leaf.type === 'text/html' && !mail.html)
			mail.html = decode(leaf.bytes, leaf.charset);
	}
	mail.links = [...new Set(`${mail.text}\n${mail.html.replace(/&amp;/g, '&')}`.match(/https?:\/\/[^\s"'<>]+/g) ?? [])];
	return mail;
}
