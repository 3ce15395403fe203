/** Answers that are none although their status is 200, and connections that fail. */
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { changes } from '../../../operations/parts/case';
import { operations } from '../support/description';
import { plain } from '../run/support';
import { answer, received, useLuma, waits } from '../support/luma';

useLuma();

const maybeDone = "Luma may have made the change anyway. The node didn't send the request again. Check in Luma before you run the node again.";

describe.each(operations)('%s %s', (resource, operation) => {
	const { parameters, exchanges } = plainCase(resource, operation);
	const { method, path } = exchanges[0];
	const writes = changes({ method, path });

	it.each([
		['a web page', '<!doctype html><p>Sign in</p>', 'Luma returned a web page instead of data'],
		['JSON that is cut off', '{"entries": [{"id": "gst-', 'Luma returned incomplete or damaged data'],
		['nothing', '', 'Luma returned an empty response'],
		['a list', '[]', 'Luma returned incomplete or damaged data'],
	])('%s: tried again only where it can do no harm', async (_what, body, message) => {
		answer(method, path, { body }, writes ? 1 : 4);
		const { error, json } = await run({ resource, operation, ...parameters });
		expect(received).toHaveLength(writes ? 1 : 4);
		expect(json).toEqual([]);
		expect(error).toMatchObject({ message, httpCode: '200', context: { itemIndex: 0 } });
		expect(error!.description).toContain("Check the 'Base URL' in the credential, and any proxy in between.");
		expect(error!.description!.includes(maybeDone)).toBe(writes);
	});

	it('no connection: tried again, since nothing was sent', async () => {
		answer(method, path, { fault: 'ECONNREFUSED' }, 4);
		const { error } = await run({ resource, operation, ...parameters });
		expect(error).toMatchObject({ message: 'The connection to Luma failed (ECONNREFUSED)', context: { itemIndex: 0 } });
		expect(error!.description).toContain("Check that n8n can reach the 'Base URL' in the credential");
		expect(error!.description).toContain('The node tried 4 times.');
		expect(error!.description).not.toContain(maybeDone);
		expect(waits).toEqual([500, 1000, 2000]);
	});

	it('a connection that broke: tried again only where it can do no harm', async () => {
		answer(method, path, { fault: 'ECONNRESET' }, writes ? 1 : 4);
		const { error } = await run({ resource, operation, ...parameters });
		expect(error).toMatchObject({ message: 'The connection to Luma failed (ECONNRESET)', context: { itemIndex: 0 } });
		expect(error!.description!.includes(maybeDone)).toBe(writes);
		expect(waits).toEqual(writes ? [] : [500, 1000, 2000]);
	});

	// The codes are those of real answers: see unreadable.test.ts.
	it.each(['Z_DATA_ERROR', 'HPE_INVALID_CONSTANT', 'ERR_BAD_RESPONSE', 'ECONNABORTED'])('%s in answer to what changes something: it may have been done, and n8n does not have it sent again', async (fault) => {
		const { same, changes: isChange, path: changing, luma, asked } = plain(resource, operation);
		if (!isChange) return;
		answer('POST', changing, { fault });
		luma();
		const { error, json } = await run(same, { node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } });
		expect(json).toEqual([]);
		expect(error!.description).toContain(maybeDone);
		// The one that failed is not among those that were received.
		expect(asked()).toEqual([]);
	});
});

it.each([
	['/v1/events/guests/list', 'guest'],
	['/v1/events/ticket-types/list', 'ticketType'],
])('an object where %s should answer a list', async (path, resource) => {
	answer('GET', path, { body: { message: 'Hello' } });
	const { error, json } = await run({ ...plainCase(resource, 'getAll').parameters, resource, operation: 'getAll' });
	expect(error).toMatchObject({ message: "Luma's response has no list of entries", context: { itemIndex: 0 } });
	expect(json).toEqual([]);
});

it('a fault that passes is not seen', async () => {
	answer('GET', '/v1/events/get', { body: '<!doctype html><p>Back in a minute</p>' });
	answer('GET', '/v1/events/get', { status: 522, body: '<!doctype html><p>Connection timed out</p>' });
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
	const { error, json } = await run({ ...plainCase('event', 'get').parameters, resource: 'event', operation: 'get' });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ id: 'evt-1' }]);
	expect(waits).toEqual([500, 1000]);
});

it('a fault that passes is not seen, whatever it is', async () => {
	answer('GET', '/v1/events/get', { status: 503, body: { message: 'Try later', code: null } });
	answer('GET', '/v1/events/get', { fault: 'ECONNRESET' });
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
	const { error, json } = await run({ ...plainCase('event', 'get').parameters, resource: 'event', operation: 'get' });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ id: 'evt-1' }]);
	expect(waits).toEqual([500, 1000]);
});

it('cancelling says what was not done when its second step fails', async () => {
	answer('POST', '/v1/events/cancel/request', { body: { cancellation_token: 'token-1', is_paid: false, guest_count: 1 } });
	answer('POST', '/v1/events/cancel', { status: 400, body: { message: 'The token is no longer good', code: null } });
	const { error } = await run({ ...plainCase('event', 'cancel').parameters, resource: 'event', operation: 'cancel' });
	expect(error).toMatchObject({ message: 'The token is no longer good', httpCode: '400', context: { itemIndex: 0 } });
	expect(error!.description).toContain('(Cancel Event, item 0: POST /v1/events/cancel, HTTP 400)');
});

it('a paid event is not cancelled without a choice about refunds', async () => {
	answer('POST', '/v1/events/cancel/request', { body: { cancellation_token: 'token-1', is_paid: true, guest_count: 1 } });
	const { error } = await run({ ...plainCase('event', 'cancel').parameters, resource: 'event', operation: 'cancel' });
	expect(received.map(({ path }) => path)).toEqual(['/v1/events/cancel/request']);
	expect(error).toMatchObject({ message: "Guests have paid for this event, so 'Refund Guests' needs a Yes or No", description: "Set 'Refund Guests' to Yes or No. The event wasn't canceled." });
});

describe('an answer without what the next request needs: that one is not sent without it', () => {
	it.each<[string, string, Array<['GET' | 'POST', string]>, string]>([
		['event', 'cancel', [['POST', '/v1/events/cancel/request']], "Luma's response has no token to cancel the event with"],
		['calendar', 'update', [['GET', '/v1/calendars/get']], "Luma's response has no ID of the calendar"],
		['image', 'upload', [['POST', '/v1/images/create-upload-url']], "Luma's response has no URL to upload the image to"],
	])('%s %s', async (resource, operation, paths, message) => {
		for (const [method, path] of paths) answer(method, path, { body: { id: null } });
		const { error, json } = await run({ ...plainCase(resource, operation).parameters, resource, operation });
		expect(json).toEqual([]);
		expect(error).toMatchObject({ message, description: 'Run the node again. If this keeps happening, contact Luma.' });
		expect(received).toHaveLength(paths.length);
	});

	it.each(['create', 'duplicate'])('event %s, which may have been made', async (operation) => {
		const { parameters, exchanges } = plainCase('event', operation);
		for (const { method, path, answer: known } of exchanges.slice(0, exchanges.findIndex(({ path: one }) => one === '/v1/events/create'))) answer(method, path, known);
		answer('POST', '/v1/events/create', { body: {} });
		const { error, json } = await run({ ...parameters, resource: 'event', operation, additionalFields: { eventTags: 'Meetup' } });
		expect(json).toEqual([]);
		expect(error!.message).toBe("Luma's response can't be read (Luma's response has no ID of the new event)");
		expect(error!.description).toContain(maybeDone);
		expect(received.at(-1)!.path).toBe('/v1/events/create');
	});
});
