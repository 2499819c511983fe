// The same letters by nodemailer's pooled transport.  PORT LETTERS CONNECTIONS, {html, text} on stdin.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

const [port, n, connections] = process.argv.slice(2).map(Number);
const { html, text } = JSON.parse(readFileSync(0, 'utf8'));
const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, pool: true,
	maxConnections: connections, maxMessages: Infinity });

const one = i => transport.sendMail({ from: 'Lettre d’info <essaim@essaim.example>', to: `p${i}@mesure.example`,
	envelope: { from: `retour+${i}@essaim.example`, to: `p${i}@mesure.example` }, subject: 'Été à venir',
	messageId: `<lettre.${i}@essaim.example>`, html: html.replaceAll('{prenom}', `Nour ${i}`), text: text.replaceAll('{prenom}', `Nour ${i}`),
	list: { unsubscribe: `https://essaim.example/public/sans-courriel/${i}` } });

let next = 0;
await one(next++); // it is there, and compiled
const began = performance.now(), before = process.cpuUsage();

await Promise.all(Array.from({ length: connections * 2 }, async () => {
	while (next < n)
		await one(next++);
}));
const seconds = (performance.now() - began) / 1000, { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ rate: (n - 1) / seconds, cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 }));
transport.close();
