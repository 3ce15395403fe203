/** The API key appears in no error, log or output, even where Luma's answer or a fault repeats it. */
import { inspect } from 'node:util';
import { redacted } from '../../../../nodes/Luma/api/errors';
import { apiKey, logged, run, type Result } from '../../../engine';
import { plainCase } from '../../../operations';
import { operations } from '../support/description';
import { answer, useLuma, type Answer } from '../support/luma';

useLuma();

/** All that n8n keeps of a run, or shows of it. */
const everything = (result: Result) => inspect([result, result.error?.stack, logged], { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null });

const echo = `Your key ${apiKey} is not welcome`;

const failures: Array<[string, Answer, number]> = [
	...[400, 401, 403, 404, 409, 422, 500, 503].map((status): [string, Answer, number] => [String(status), { status, body: { message: echo, code: apiKey } }, status >= 500 ? 4 : 1]),
	['429', { status: 429, body: { message: echo }, headers: { 'retry-after': '1000' } }, 1],
	['a redirect', { status: 302, body: echo, headers: { location: `https://example.com/?key=${apiKey}` } }, 1],
	['a status without JSON', { status: 502, body: `<p>${echo}` }, 4],
	['a web page', { body: `<html>${echo}` }, 4],
	['JSON that is cut off', { body: `{"message": "${echo}` }, 4],
	['a refusal as a web page', { status: 403, body: `<html><title>${echo}</title><p>${echo} &lt;${apiKey}&gt;` }, 1],
	['a refusal as text', { status: 403, body: `${echo} ${echo}` }, 1],
	['a refusal as a list', { status: 400, body: [echo, { error: echo }] }, 1],
	['a refusal without a message', { status: 422, body: { errors: { [apiKey]: [echo] } } }, 1],
	['a refusal that says it again and again', { status: 400, body: { message: `${echo}, ${apiKey}, ${apiKey}` } }, 1],
	['a refusal that is cut off in the middle of it', { status: 403, body: `${'x'.repeat(290)} ${apiKey}` }, 1],
	['a connection that broke', { fault: 'ECONNRESET' }, 4],
	['no connection', { fault: 'ECONNREFUSED' }, 4],
	['a time-out', { fault: 'ETIMEDOUT' }, 4],
	['a fault that names the key', { fault: `E ${apiKey}, ${apiKey}` }, 4],
];

it('would be found if it were there', async () => {
	answer('GET', '/v1/events/ticket-types/get', { body: { deep: [{ words: echo }] } });
	expect(everything(await run({ ...plainCase('ticketType', 'get').parameters, resource: 'ticketType', operation: 'get', simplify: false }))).toContain(apiKey);
});

describe.each(failures)('%s', (_what, failure, tries) => {
	it.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)('On Error: %p', async (onError) => {
		answer('GET', '/v1/events/guests/get', failure, tries);
		const result = await run({ ...plainCase('guest', 'get').parameters, resource: 'guest', operation: 'get' }, { node: { onError } });
		const failed = onError === undefined ? [result.error!.message] : [...result.items, ...result.errors].map(({ json }) => json.error);
		expect(failed).toEqual([expect.stringMatching(/./)]);
		expect(everything(result)).not.toContain(apiKey.slice(0, 8));
	});
});

it.each(operations)('%s %s, refused and in debt of a wait', async (resource, operation) => {
	const { parameters, exchanges } = plainCase(resource, operation);
	answer(exchanges[0].method, exchanges[0].path, { status: 429, body: { message: echo }, headers: { 'retry-after': '5' } });
	answer(exchanges[0].method, exchanges[0].path, { status: 400, body: { message: echo } });
	const result = await run({ resource, operation, ...parameters });
	expect(result.error?.message).toBe('Your key … is not welcome');
	expect(logged.join('\n')).toContain('for the rate limit');
	expect(everything(result)).not.toContain(apiKey.slice(0, 8));
});

it('is not there when it was pasted with blanks around it', async () => {
	answer('GET', '/v1/events/guests/get', { status: 400, body: { message: echo } });
	const result = await run({ ...plainCase('guest', 'get').parameters, resource: 'guest', operation: 'get' }, { credentials: { apiKey: ` ${apiKey}\n` } });
	expect(result.error?.message).toBe('Your key … is not welcome');
	expect(everything(result)).not.toContain(apiKey.slice(0, 8));
});

it('is not in the warning of an event that cannot be read back', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	answer('GET', '/v1/events/get', { status: 403, body: { message: echo } });
	const result = await run({ ...plainCase('event', 'create').parameters, resource: 'event', operation: 'create' });
	expect(result.json).toEqual([{ id: 'evt-1', warning: "The event was created, but its details couldn't be retrieved: Your key … is not welcome" }]);
	expect(everything(result)).not.toContain(apiKey.slice(0, 8));
});

describe('redacted', () => {
	it.each([
		['luma-1', 'luma-1 is not luma-1luma-1', '… is not ……'],
		['a b+c/ä"', 'a b+c/ä" a%20b%2Bc%2F%C3%A4%22 a+b%2bc%2f%c3%a4%22 a%20b+c/ä"', '… … … …'],
		['k.y(1)', 'k.y(1) kxy(1) k.y1', '… kxy(1) k.y1'],
		['', 'all of it stays', 'all of it stays'],
	])('takes %p out wherever it stands', (secret, text, without) => {
		expect(redacted(text, secret)).toBe(without);
	});
});
