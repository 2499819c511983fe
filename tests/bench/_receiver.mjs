// The receiver of the bench: takes mails, counts them, writes what a relay logs.  LOG
import { openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { smtpServer } from '../smtp/smtp.mjs';

const log = openSync(process.argv[2], 'a');
let n = 0;

const mails = smtpServer((bytes, from) => {
	const at = bytes.indexOf('essage-I') - 1, id = bytes.toString('latin1', bytes.indexOf('<', at) + 1, bytes.indexOf('>', at));

	writeSync(log, `m postfix/cleanup[1]: ${++n}: message-id=<${id}>\nm postfix/qmgr[1]: ${n}: from=<${from}>\n`);
	return n;
}, []);

const web = createServer((request, response) => response.end(String(n)));

mails.listen(0, '127.0.0.1', () =>
	web.listen(0, '127.0.0.1', () => console.log(`${mails.address().port} ${web.address().port}`)));
