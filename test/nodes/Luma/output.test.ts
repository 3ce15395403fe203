/** What comes out, and from which input item. */
import type { IDataObject } from 'n8n-workflow';
import { lumaType, run } from '../../engine';
import { byId } from '../../operations/parts/case';
import { answer, received, useLuma, type Answer, type Sent } from './support/luma';

useLuma();

const items = (count: number) => Array.from({ length: count }, () => ({}));
const create = { resource: 'event', operation: 'create', simplify: false, eventName: '={{ "Event " + $json.n }}', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC' };
const created = (times = 1) => answer('POST', '/v1/events/create', { body: ({ body }: Sent) => ({ id: `evt-${(body as IDataObject).name as string}` }) }, times);

describe('an event that was created but cannot be read back', () => {
	it.each<[string, Answer, number, string]>([
		['not there yet', { status: 404, body: { message: 'Event not found', code: null } }, 1, 'Event not found'],
		['a fault at Luma', { status: 503, body: { message: 'Try later', code: null } }, 4, 'Try later'],
		['a web page', { body: '<html>Sign in</html>' }, 4, 'Luma returned a web page instead of data'],
		['no connection', { fault: 'ECONNRESET' }, 4, 'The connection to Luma failed (ECONNRESET)'],
	])('%s: its ID comes out, with a warning', async (_what, failure, times, words) => {
		created();
		answer('GET', '/v1/events/get', failure, times);
		const { error, json, linked } = await run(create);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ id: 'evt-Event 0', warning: `The event was created, but its details couldn't be retrieved: ${words}` }]);
		expect(linked).toEqual([0]);
	});

	it('does not keep the other items from being created', async () => {
		created(3);
		answer('GET', '/v1/events/get', { status: 404, body: { message: 'Event not found', code: null } }, 3);
		const { error, json, linked } = await run(create, { items: items(3) });
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual(['evt-Event 0', 'evt-Event 1', 'evt-Event 2']);
		expect(linked).toEqual([0, 1, 2]);
	});
});

it('creates one event for each item, each read back under its own ID', async () => {
	created(2);
	answer('GET', '/v1/events/get', { body: ({ query }: Sent) => ({ id: query!.event_id, calendar_id: 'cal-1' }) }, 2);
	const { json, linked } = await run(create, { items: items(2) });
	expect(json).toEqual([
		{ id: 'evt-Event 0', calendar_id: 'cal-1' },
		{ id: 'evt-Event 1', calendar_id: 'cal-1' },
	]);
	expect(linked).toEqual([0, 1]);
});

it.each([
	['add', '/v1/events/guests/add', 'added'],
	['sendInvites', '/v1/events/guests/send-invites', 'invited'],
])('%s gives an item for each guest, and says whom Luma has skipped', async (operation, path, taken) => {
	answer('POST', path, { body: { skipped: [{ email: 'guest1@example.com' }] } });
	const guest = [1, 2].map((n) => ({ email: `guest${n}@example.com` }));
	const { json, linked } = await run({ resource: 'guest', operation, eventId: byId('evt-1'), guests: { guest } });
	expect(json).toEqual([
		{ email: 'guest1@example.com', event_id: 'evt-1', status: 'skipped', reason: 'Luma skipped this guest without giving a reason' },
		{ email: 'guest2@example.com', event_id: 'evt-1', status: taken },
	]);
	expect(linked).toEqual([0, 0]);
});

describe.each([1, 2, 300])('with %d input items', (count) => {
	const each = Array.from({ length: count }, (_, index) => index);

	it('each item that is read is linked to its own', async () => {
		answer('GET', '/v1/events/guests/get', { body: ({ query }: Sent) => ({ id: query!.id }) }, count);
		const { json, linked, error } = await run({ resource: 'guest', operation: 'get', eventId: byId('evt-1'), guestId: byId('={{ "gst-" + $json.n }}') }, { items: items(count) });
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual(each.map((index) => `gst-${index}`));
		expect(linked).toEqual(each);
	});

	it('each item that is written is linked to its own, and they go in order', async () => {
		answer('POST', '/v1/events/guests/update-status', {}, count);
		const { json, linked } = await run({ resource: 'guest', operation: 'updateStatus', eventId: byId('evt-1'), guestId: byId('={{ "gst-" + $json.n }}') }, { items: items(count) });
		const guests = each.map((index) => `gst-${index}`);
		expect(received.map(({ body }) => (body as IDataObject).guest_id)).toEqual(guests);
		expect(json.map(({ guest_id }) => guest_id)).toEqual(guests);
		expect(linked).toEqual(each);
	});

	// What 300 items show is shown by the two above.
	if (count === 300) return;

	it.each([
		['guests', { resource: 'guest', operation: 'getAll', returnAll: true }, '/v1/events/guests/list'],
		['ticket types', { resource: 'ticketType', operation: 'getAll', returnAll: true }, '/v1/events/ticket-types/list'],
	])('all %s of a list are linked to the item they were asked for by', async (_what, parameters, path) => {
		const pages = path.includes('guests') ? 2 : 1;
		const entries = ({ query }: Sent) => [0, 1].map((index) => ({ id: `${query!.event_id as string}, ${(query!.pagination_cursor as string) ?? 'c1'}, ${index}` }));
		answer('GET', path, { body: (sent: Sent) => ({ entries: entries(sent), ...(pages === 2 && { has_more: !sent.query!.pagination_cursor, ...(!sent.query!.pagination_cursor && { next_cursor: 'c2' }) }) }) }, count * pages);
		const { json, linked } = await run({ ...parameters, eventId: byId('={{ "evt-" + $json.n }}') }, { items: items(count) });
		expect(json.map(({ id }) => (id as string).split(',')[0])).toEqual(each.flatMap((index) => Array<string>(2 * pages).fill(`evt-${index}`)));
		expect(linked).toEqual(each.flatMap((index) => Array<number>(2 * pages).fill(index)));
	});
});

it('gives no item where a list is empty', async () => {
	answer('GET', '/v1/events/guests/list', { body: { entries: [], has_more: false } });
	const { items: out, error } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), returnAll: true });
	expect(error).toBeUndefined();
	expect(out).toEqual([]);
});

it('gives an empty page as the item that it is', async () => {
	answer('GET', '/v1/events/guests/list', { body: { entries: [], has_more: false } });
	const { json, linked } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), options: { output: 'pages' } });
	expect(json).toEqual([{ entries: [], has_more: false }]);
	expect(linked).toEqual([0]);
});

it('marks the secret of a webhook as one that no execution is to show', () => expect(lumaType.description.sensitiveOutputFields).toEqual(['secret']));
