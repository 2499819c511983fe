// The state of the service: the page, what closes an access, and figures for this machine alone.
import { request } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promises } from './lib.mjs';

// The status of /metrics, asked from that address of the machine, as it is written.
function metrics(url, from, token, path = '/metrics')
{
	return new Promise((done, fail) => {
		const ask = request(url, { path, localAddress: from, headers: token ? { authorization: `Bearer ${token}` } : {} }, reply => {
			let text = '';

			reply.on('data', piece => { text += piece; });
			reply.on('end', () => done({ status: reply.statusCode, text }));
		});

		ask.on('error', fail);
		ask.end();
	});
}

export default async function (t)
{
	const token = readFileSync(join(process.env.INSTANCE || 'var', 'secret', 'metrics'), 'utf8');

	await promises(t, 'adm', '/admin/service');
	await promises(t, 'adm', '/admin/service/fermer?q=a');
	await promises(t, 'benP', '/admin/service', { status: 403 });
	t.check('figures are refused without the token', (await metrics(t.url, '127.0.0.1')).status === 404);
	t.check('and from elsewhere, whatever is shown', (await metrics(t.url, '127.0.0.2', token)).status === 403);
	for (const path of ['/metrics/', '/metrics.json', '//metrics', '/%6detrics', '/aide/../metrics', '/METRICS', '/metrics?a=1', '/aide/metrics',
		'/metrics;x', '/metrics%00', '/metrics%2f', `${t.url}/metrics`]) {
		const reply = await metrics(t.url, '127.0.0.2', token, path);

		t.check(`nor as ${path}`, reply.status !== 200 && !/essaim_up/.test(reply.text), reply.status);
	}
	const seen = await metrics(t.url, '127.0.0.1', token);

	t.check('and told to who shows it here', seen.status === 200 && /^essaim_up 1$/m.test(seen.text) &&
		/^essaim_requests_total\{area="admin",status="2xx"\} [1-9]/m.test(seen.text), seen.text.slice(0, 300));
}
