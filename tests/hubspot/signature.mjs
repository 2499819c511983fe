// Webhook signatures as HubSpot computes them, and the rule for accepting one.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const MAX_AGE = 300000;
const DECODED = {
	'3A': ':',
	'2F': '/',
	'3F': '?',
	40: '@',
	21: '!',
	24: '$',
	27: "'",
	28: '(',
	29: ')',
	'2A': '*',
	'2C': ',',
	'3B': ';',
};

/** The secret in a file, read again each time: it may be rotated. */
export function secretIn(file) {
	try {
		return file ? readFileSync(file, 'utf8').trim() : '';
	} catch {
		return '';
	}
}

/** The URL as it enters the signature: these escapes are decoded, no other. */
export const signedUrl = (url) =>
	url.replace(/%([0-9A-Fa-f]{2})/g, (all, hex) => DECODED[hex.toUpperCase()] ?? all);

export const signV3 = (secret, method, url, body, timestamp) =>
	createHmac('sha256', secret)
		.update(method + signedUrl(url))
		.update(body)
		.update(String(timestamp))
		.digest('base64');

export const signV1 = (secret, body) =>
	createHash('sha256').update(secret).update(body).digest('hex');

function equal(a, b) {
	const x = Buffer.from(a),
		y = Buffer.from(b);
	return x.length === y.length && timingSafeEqual(x, y);
}

/** Whether a v3 signature is to be accepted at this time. */
export function acceptV3({ secret, method, url, body, timestamp, signature, now }) {
	if (
		!secret ||
		!signature ||
		!/^\d+$/.test(String(timestamp)) ||
		Math.abs(now - Number(timestamp)) > MAX_AGE
	)
		return false;
	return equal(signature, signV3(secret, method, url, body, timestamp));
}

export const acceptV1 = ({ secret, body, signature }) =>
	Boolean(secret) && Boolean(signature) && equal(signature, signV1(secret, body));
