/** What a fresh look found: rows alike of which one fails, lists that break, values that are no text, times that no timer has. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { breaches } from '../../../contract/document';
import { run } from '../../../engine';
import nock from '../../../nock';
import { plainCase } from '../../../operations';
import { byId } from '../../../operations/parts/case';
import { operations } from '../support/description';
import { always, answer, received, useLuma, type Sent } from '../support/luma';
import { plain } from './support';

useLuma();

const event = { eventId: byId('evt-1') };
const fromItems = { resource: 'guest', operation: 'add', ...event, guestsFrom: 'inputItems', guestEmail: '={{ $json.mail }}', guestName: '={{ $json.called }}' };
const names = ({ body }: Sent) => (body as { guests: Array<{ name?: string }> }).guests.map(({ name }) => name);

describe('a guest that comes twice', () => {
	const refusing = (bad: string) => always('POST', '/v1/events/guests/add', (sent) => (names(sent).includes(bad) ? { status: 400, body: { message: 'No' } } : { body: { skipped: [] } }));

	it('is added by the second row where Luma refuses the first', async () => {
		refusing('Bad');
		const items = [{ mail: 'a@example.com', called: 'Bad' }, { mail: 'A@example.com', called: 'Good' }, { mail: 'a@example.com', called: 'Later' }];
		const { json, errors } = await run(fromItems, { items, node: { onError: 'continueErrorOutput' } });
		expect(json.map(({ status }) => status)).toEqual(['added', 'duplicate']);
		expect(errors).toHaveLength(1);
		expect(received.flatMap(names).filter((name) => name === 'Good')).toHaveLength(1);
	});

	it('shares the fate of the first where it says the same', async () => {
		refusing('Bad');
		const items = [0, 1].map(() => ({ mail: 'a@example.com', called: 'Bad' }));
		const { json } = await run(fromItems, { items, node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ status }) => status)).toEqual(['error', 'error']);
		expect(received).toHaveLength(1);
	});

	it('may have been added where the answer to the first got lost', async () => {
		answer('POST', '/v1/events/guests/add', { status: 500 });
		const items = ['One', 'Two'].map((called) => ({ mail: 'a@example.com', called }));
		const { json } = await run(fromItems, { items, node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
	});
});

it.each(['continueRegularOutput', 'continueErrorOutput'] as const)('a list that breaks says how much had been read, %s', async (onError) => {
	answer('GET', '/v1/events/guests/list', { body: { entries: [{ id: 'gst-1' }, { id: 'gst-2' }], has_more: true, next_cursor: 'c2' } });
	answer('GET', '/v1/events/guests/list', { status: 400, body: { message: 'No' } });
	const { json, errors } = await run({ resource: 'guest', operation: 'getAll', ...event, returnAll: true }, { node: { onError } });
	expect(JSON.stringify([json, errors])).toContain('2 items were already read');
	expect(JSON.stringify([json, errors])).toContain('"cursor":"c2"');
});

it.each([
	['Event', { resource: 'event', operation: 'get', eventId: byId('={{ $json.thing }}') }],
	['Event', { resource: 'event', operation: 'cancel', eventId: byId('={{ $json.thing }}'), confirm: true }],
	['Guest', { resource: 'guest', operation: 'get', ...event, guestId: byId('={{ $json.thing }}') }],
	['Ticket Type', { resource: 'ticketType', operation: 'delete', ticketTypeId: byId('={{ $json.thing }}') }],
	['Name', { resource: 'event', operation: 'create', eventName: '={{ $json.thing }}', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC' }],
])('%s that is an object or a list is refused', async (label, parameters) => {
	for (const thing of [{ id: 'evt-1' }, ['evt-1', 'evt-2']]) {
		const { error } = await run(parameters, { items: [{ thing }] });
		expect(error?.message).toContain(`${label} has to be text, not `);
	}
	expect(received).toEqual([]);
});

it('a number is a name like any other', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	await run({ resource: 'event', operation: 'create', eventName: '={{ $json.year }}', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', options: { returnIdOnly: true } }, { items: [{ year: 2027 }] });
	expect(received[0].body).toMatchObject({ name: '2027' });
});

it.each([-1, 2 ** 31, 'abc'])('a Timeout of %p is refused before anything is sent', async (timeout) => {
	const { error } = await run({ resource: 'event', operation: 'get', ...event, requestOptions: { timeout } });
	expect(error?.message).toMatch(/^Timeout: /);
	expect(received).toEqual([]);
});

describe.each([
	[null, 'the event has none'],
	['Nowhere/Else', 'n8n doesn\'t recognize "Nowhere/Else", that of the event'],
])('a time for an event with %j for a time zone asks for an offset, which every operation takes', (timezone, why) => {
	const time = '2027-06-15T09:00:00';
	it.each<[string, string, string, INodeParameters]>([
		['event', 'update', 'Start', { updateFields: { startAt: time } }],
		['event', 'duplicate', 'Start', { startAt: time }],
		['blast', 'create', 'Send At', { contentMd: 'x', scheduledFor: time }],
	])('%s %s', async (resource, operation, label, parameters) => {
		answer('GET', '/v1/events/get', { body: { id: 'evt-1', timezone } });
		const { error } = await run({ resource, operation, ...event, ...parameters });
		expect(error).toMatchObject({ message: `${label} needs a time zone, because ${why}`, description: 'To set it, enter the time with its offset, such as 2027-06-12T09:00:00+02:00.' });
		expect(received).toHaveLength(1);
	});
});

describe.each(operations)('%s %s: an answer with other fields than it should have', (resource, operation) => {
	const { varied, writes, path, luma, asked } = plain(resource, operation);
	const { exchanges } = plainCase(resource, operation);
	if (!writes || operation === 'upload') return;
	const { body = {} } = exchanges.find((one) => one.method === 'POST' && one.path === path)!.answer;
	const known = typeof body === 'object' ? (body as IDataObject) : {};
	// And fields that answers to other operations have.
	const names = [...Object.keys(known), 'skipped', 'skipped_count', 'entries', 'id'];

	it.each([null, 7, [null], {}])('such as %j: nothing is sent twice with Retry On Fail, and what is said is for people', async (odd) => {
		for (const spoiled of [{}, ...names.map((name) => ({ ...known, [name]: odd }))]) {
			received.length = 0;
			nock.cleanAll();
			always('POST', path, () => ({ body: spoiled }));
			luma();
			const { error } = await run(varied, { items: [{}, {}], node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }, contract: false });
			expect([spoiled, asked()]).toEqual([spoiled, [...new Set(asked())]]);
			if (error) expect(`${error.message} ${error.description}`).toMatch(/^Luma's response can't be read .*Luma may have made the change anyway/);
		}
		breaches.length = 0;
	});
});

it('a field that is named twice in Clear Fields, by its value and its name, is cleared', async () => {
	answer('POST', '/v1/events/ticket-types/update', { body: { id: 'ttype-1' } });
	const { error } = await run({ resource: 'ticketType', operation: 'update', ticketTypeId: byId('ttype-1'), clearFields: '={{ "Price, cents" }}' });
	expect(error).toBeUndefined();
	expect(received[0].body).toEqual({ event_ticket_type_id: 'ttype-1', cents: null });
});
