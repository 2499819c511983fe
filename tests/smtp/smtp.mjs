// The receiving half of SMTP (RFC 5321), as far as a program that sends mail can tell.
import { createServer } from 'node:net';

const MAX = 32 << 20;

function address(argument)
{
	return /^[^:]*:\s*<([^>]*)>/.exec(argument)?.[1] ?? null;
}

// What the faults asked for by a test say of this recipient: {code, text, drop, delay} or null.
function faultFor(faults, to)
{
	const fault = faults.find(f => new RegExp(f.to ?? '').test(to) && (f.times ?? 1) > 0);

	if (fault?.times)
		fault.times--;
	return fault ?? null;
}

// store(bytes, from, to) is called for each mail before it is acknowledged, and waited for.
// faults: [{to: regexp, code, text, at: 'rcpt' | 'data', times, drop, delay}]
export function smtpServer(store, faults)
{
	return createServer(socket => new Session(socket, store, faults));
}

class Session {
	constructor(socket, store, faults)
	{
		Object.assign(this, { socket, store, faults, left: Buffer.alloc(0), data: false, busy: false });
		this.forget();
		socket.setNoDelay(true);
		socket.setTimeout(120000, () => socket.destroy());
		socket.on('error', () => socket.destroy());
		socket.on('data', bytes => {
			this.left = Buffer.concat([this.left, bytes]);
			this.work();
		});
		this.say('220 essaim.example ESMTP');
	}

	say(line)
	{
		if (!this.socket.destroyed)
			this.socket.write(line + '\r\n');
	}

	forget()
	{
		this.from = null;
		this.to = [];
	}

	// One thing after another: pipelined commands wait for a delayed answer.
	async work()
	{
		if (this.busy)
			return;
		this.busy = true;
		while (!this.socket.destroyed && await this.step())
			;
		this.busy = false;
	}

	async step()
	{
		const mark = this.data ? '\r\n.\r\n' : '\r\n';
		// An empty message is a lone dot: look from the line end of DATA on.
		const end = this.left.indexOf(mark);

		if (end < 0) {
			if (this.left.length > MAX)
				this.socket.destroy();
			return false;
		}
		const chunk = this.left.subarray(0, end + (this.data ? 2 : 0));
		this.left = this.left.subarray(end + mark.length);
		if (this.data)
			await this.message(chunk.subarray(2));
		else
			await this.command(chunk.toString('utf8'));
		return true;
	}

	async command(line)
	{
		const [verb] = line.split(/[ \t]/, 1);
		const rest = line.slice(verb.length).trim();
		const act = commands[verb.toUpperCase()];

		if (act)
			await act(this, rest);
		else
			this.say('500 5.5.1 Unknown command');
	}

	// Answers by a fault if one is asked for at this place.
	async failed(at, to)
	{
		const fault = faultFor(this.faults.filter(f => (f.at ?? 'rcpt') === at), to);

		if (!fault)
			return false;
		// a delay ends early when the fault is taken away
		for (const end = Date.now() + (fault.delay ?? 0); Date.now() < end && this.faults.includes(fault);)
			await new Promise(go => setTimeout(go, Math.min(50, end - Date.now())));
		if (fault.drop)
			this.socket.destroy();
		else if (fault.code)
			this.say(`${fault.code} ${fault.text ?? 'refused, as asked'}`);
		return Boolean(fault.drop || fault.code);
	}

	async message(chunk)
	{
		const body = Buffer.from(chunk.toString('latin1').replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
		const lost = this.faults.find(f => f.at === 'lost' && this.to.some(to => new RegExp(f.to ?? '').test(to)));

		this.data = false;
		if (!await this.failed('data', this.to[0])) {
			const id = await this.store(body, this.from, this.to);
			// "lost": the mail is kept but its sender never learns it.
			if (lost && (lost.times ?? 1) > 0) {
				lost.times = (lost.times ?? 1) - 1;
				this.socket.destroy();
			} else {
				this.say(`250 2.0.0 Kept as ${id}`);
			}
		}
		this.forget();
	}
}

function hello(s)
{
	s.forget();
	s.say('250-essaim.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n'
		+ `250-SIZE ${MAX}\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN LOGIN`);
}

const commands = {
	EHLO: hello,
	HELO: s => (s.forget(), s.say('250 essaim.example')),
	NOOP: s => s.say('250 2.0.0 Yes'),
	RSET: s => (s.forget(), s.say('250 2.0.0 Forgotten')),
	VRFY: s => s.say('252 2.5.0 Perhaps'),
	QUIT: s => (s.say('221 2.0.0 Bye'), s.socket.end()),
	// Any name and password: what matters here is that a client can use them.
	async AUTH(s, rest)
	{
		s.say(/^PLAIN\s+\S/i.test(rest) ? '235 2.7.0 Welcome' : '504 5.5.4 Only AUTH PLAIN with its argument');
	},
	MAIL(s, rest)
	{
		s.from = address(rest);
		s.say(s.from === null ? '501 5.1.7 Bad address' : '250 2.1.0 Sender noted');
	},
	async RCPT(s, rest)
	{
		const to = address(rest);

		if (s.from === null)
			s.say('503 5.5.1 MAIL first');
		else if (!to || !to.includes('@'))
			s.say('501 5.1.3 Bad address');
		else if (!await s.failed('rcpt', to)) {
			s.to.push(to);
			s.say('250 2.1.5 Recipient noted');
		}
	},
	DATA(s)
	{
		if (s.to.length === 0)
			return s.say('503 5.5.1 RCPT first');
		s.data = true;
		s.left = Buffer.concat([Buffer.from('\r\n'), s.left]);
		s.say('354 Go on, end with a lone dot');
	},
};
