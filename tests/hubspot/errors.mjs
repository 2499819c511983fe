// The error bodies of the API.

import { randomUUID } from 'node:crypto';

/** An answer that a handler throws instead of returning. */
export class Refusal extends Error {
	constructor(status, body, headers = {}) {
		super(body.message ?? String(status));
		this.status = status;
		this.body = body;
		this.headers = headers;
	}
}

const error = (message, more) => ({
	status: 'error',
	message,
	correlationId: randomUUID(),
	...more,
});

export const invalid = (message) =>
	new Refusal(400, error(message, { category: 'VALIDATION_ERROR' }));

export const notFound = () => new Refusal(404, error('resource not found'));

export const unauthorized = () =>
	new Refusal(
		401,
		error(
			'Authentication credentials not found. This API supports ' +
				'OAuth 2.0 authentication and you can find more details at ' +
				'https://developers.hubspot.com/docs/methods/auth/oauth-overview',
			{ category: 'INVALID_AUTHENTICATION' },
		),
	);

export const missingScopes = (scopes) =>
	new Refusal(
		403,
		error(
			"This app hasn't been granted all required scopes " +
				'to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.',
			{
				errors: [
					{
						message: 'One or more of the following scopes are required.',
						context: { requiredGranularScopes: scopes },
					},
				],
				links: { scopes: 'https://developers.hubspot.com/scopes' },
				category: 'MISSING_SCOPES',
			},
		),
	);

const rate = (message, more = {}) =>
	new Refusal(429, error(message, { errorType: 'RATE_LIMIT', ...more }));

export const TOO_MANY = {
	burst: () =>
		rate('You have reached your ten_secondly_rolling limit.', {
			policyName: 'TEN_SECONDLY_ROLLING',
			groupName: 'publicapi:private_app-api-calls-ten-secondly:1512050:26892217',
		}),
	search: () => rate('You have reached your secondly limit.'),
	daily: () => rate('You have reached your daily limit.', { policyName: 'DAILY' }),
};

/** A page of HTML, as a proxy in front of the API sends one. */
export const html = (status, title) =>
	`<html>\r\n<head><title>${status} ${title}</title></head>\r\n` +
	`<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n<hr><center>cloudflare</center>\r\n</body>\r\n</html>\r\n`;

const TITLES = {
	414: 'Request-URI Too Large',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Time-out',
	521: 'Web server is down',
	523: 'Origin is unreachable',
	524: 'A timeout occurred',
};

/** The refusal for a status asked for: endpoint decides which 429 and which scope. */
export function refusal(status, endpoint, policy) {
	if (status === 400) return invalid('Invalid input JSON');
	if (status === 401) return unauthorized();
	if (status === 403) return missingScopes(['crm.objects.contacts.read']);
	if (status === 404) return notFound();
	if (status === 423) return new Refusal(423, error('Resource is locked'));
	if (status === 429) return TOO_MANY[policy ?? (endpoint === 'search' ? 'search' : 'burst')]();
	if (status === 477)
		return new Refusal(477, error('Migration in progress'), { 'Retry-After': '3600' });
	if (TITLES[status]) return new Refusal(status, { html: html(status, TITLES[status]) });
	return new Refusal(status, error('internal error'));
}
