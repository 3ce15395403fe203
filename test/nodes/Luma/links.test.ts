/** Events named by id or by link. */
import { apiKey, logged, run } from '../../engine';
import { eventBehind, eventIn } from '../../../nodes/Luma/values/eventLink';
import { byId, byLink, fromList } from '../../operations/parts/case';
import { always, answer, received, useLuma, type Sent } from './support/luma';

useLuma();

const get = { resource: 'event', operation: 'get' };
const lookedUp = (id = 'evt-1') => ({ body: { entity: { type: 'event', event: { id, name: 'Summer Conference' } } } });

describe('what names an event', () => {
	it.each([
		['evt-1', { id: 'evt-1' }],
		[' evt-1\n', { id: 'evt-1' }],
		['https://luma.com/summer-conference', { slug: 'summer-conference' }],
		['http://www.luma.com/summer-conference/', { slug: 'summer-conference' }],
		['luma.com/summer-conference', { slug: 'summer-conference' }],
		['https://lu.ma/summer-conference', { slug: 'summer-conference' }],
		['LU.MA/Summer', { slug: 'Summer' }],
		['https://luma.com/summer-conference?tk=abc&utm_source=mail#top', { slug: 'summer-conference' }],
		['https://luma.com/summer-conference/register', { slug: 'summer-conference' }],
		['https://luma.com/caf%C3%A9', { slug: 'café' }],
		['https://luma.com/event/manage/evt-1', { id: 'evt-1' }],
		['https://luma.com/event/manage/evt-1/guests?tab=all', { id: 'evt-1' }],
		['https://luma.com/e/evt-1', { id: 'evt-1' }],
		['https://luma.com/event/evt-1#x', { id: 'evt-1' }],
	])('%p', (text, event) => expect(eventIn(text)).toEqual(event));

	it('a broken escape does not make it fail', () => expect(eventIn('https://luma.com/100%')).toEqual({ slug: '100%' }));
});

it.each([
	[{ entity: { type: 'event', event: { id: 'evt-1' } } }, 'evt-1'],
	[{ entity: { type: 'calendar', calendar: { id: 'cal-1' } } }, undefined],
	[{ entity: null }, undefined],
	[{}, undefined],
])('the event in %j is %p', (answered, id) => expect(eventBehind(answered)).toBe(id));

it.each([
	['a link', byLink('https://luma.com/summer-conference')],
	['a short link', byLink('https://lu.ma/summer-conference?utm_source=mail')],
	['a link where an ID is asked for', byId('https://luma.com/summer-conference')],
	['a link by expression in the list', fromList('={{ "https://luma.com/" + "summer-conference" }}')],
])('%s is looked up', async (_what, eventId) => {
	answer('GET', '/v1/entities/lookup', lookedUp());
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
	const { error, json } = await run({ ...get, eventId });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ id: 'evt-1' }]);
	expect(received).toEqual([
		{ method: 'GET', path: '/v1/entities/lookup', query: { slug: 'summer-conference' } },
		{ method: 'GET', path: '/v1/events/get', query: { event_id: 'evt-1' } },
	]);
});

it("a link of the manager's pages needs no look-up", async () => {
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
	await run({ ...get, eventId: byLink('https://luma.com/event/manage/evt-1/guests') });
	expect(received).toEqual([{ method: 'GET', path: '/v1/events/get', query: { event_id: 'evt-1' } }]);
});

it('each link is looked up once for all items', async () => {
	answer('GET', '/v1/entities/lookup', { body: ({ query }: Sent) => lookedUp(`evt-${query!.slug as string}`).body }, 2);
	answer('POST', '/v1/events/guests/update-status', {}, 6);
	const eventId = byLink('={{ "https://luma.com/" + ["odd", "even"][$json.n % 2] }}');
	const { error, json, linked } = await run({ resource: 'guest', operation: 'updateStatus', eventId, guestId: byId('={{ "gst-" + $json.n }}') }, { items: Array.from({ length: 6 }, () => ({})) });
	expect(error).toBeUndefined();
	expect(json.map(({ event_id }) => event_id)).toEqual(['evt-odd', 'evt-even', 'evt-odd', 'evt-even', 'evt-odd', 'evt-even']);
	expect(linked).toEqual([0, 1, 2, 3, 4, 5]);
	expect(received.filter(({ path }) => path === '/v1/entities/lookup')).toHaveLength(2);
});

it('what the list has of an event is not looked up, nor is an event that is only there for the list', async () => {
	answer('GET', '/v1/events/ticket-types/get', { body: { id: 'ttype-1' } });
	await run({ resource: 'ticketType', operation: 'get', eventId: byLink('https://luma.com/summer-conference'), ticketTypeId: byId('ttype-1') });
	expect(received).toHaveLength(1);
});

describe.each([
	['the page of a calendar', { entity: { type: 'calendar', calendar: { id: 'cal-1' } } }],
	['a page that is free', { entity: null }],
])('%s', (_what, body) => {
	const eventId = byLink('={{ $json.n === 1 ? "https://luma.com/berlin" : "evt-1" }}');
	const update = { resource: 'event', operation: 'update', eventId, updateFields: { eventName: '={{ "Name " + $json.n }}' }, options: { returnIdOnly: true } };
	const three = [{}, {}, {}];

	it('is no event: said so, and nothing is written', async () => {
		answer('GET', '/v1/entities/lookup', { body });
		const { error } = await run(update, { items: three });
		expect(error).toMatchObject({ message: 'Event: "https://luma.com/berlin" is not an event URL', context: { itemIndex: 1 } });
		expect(error!.description).toContain('Paste the event URL from luma.com');
		expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('is no event: the other items go on where they may', async () => {
		answer('GET', '/v1/entities/lookup', { body });
		answer('POST', '/v1/events/update', {}, 2);
		const { items, linked } = await run(update, { items: three, node: { onError: 'continueRegularOutput' } });
		expect(items.map(({ json }) => json.error ?? json.event_id)).toEqual(['evt-1', 'Event: "https://luma.com/berlin" is not an event URL', 'evt-1']);
		expect(linked).toEqual([0, 1, 2]);
	});
});

it('nothing is looked up where another field of one item is bad, unless the others are to go on', async () => {
	const parameters = { ...get, eventId: byLink('={{ "https://luma.com/event-" + $json.n }}'), options: { maxTries: '={{ $json.n === 2 ? 0 : 4 }}' } };
	const { error } = await run(parameters, { items: [{}, {}, {}] });
	expect(error).toMatchObject({ context: { itemIndex: 2 } });
	expect(received).toEqual([]);
	answer('GET', '/v1/entities/lookup', lookedUp(), 2);
	answer('GET', '/v1/events/get', { body: { id: 'evt-1' } }, 2);
	const { json } = await run(parameters, { items: [{}, {}, {}], node: { onError: 'continueRegularOutput' } });
	expect(json.map(({ id, status }) => id ?? status)).toEqual(['evt-1', 'evt-1', 'error']);
});

it('a look-up that fails is the error of its item', async () => {
	answer('GET', '/v1/entities/lookup', { status: 404, body: { message: `No page, ${apiKey}`, code: null } });
	const { error } = await run({ ...get, eventId: byLink('https://luma.com/berlin') });
	expect(error).toMatchObject({ message: 'No page, …', httpCode: '404', context: { itemIndex: 0 } });
	expect(error!.description).toContain('Luma has no page "berlin" that this API key can access.');
	expect(logged.join()).not.toContain(apiKey);
});

describe('a calendar of the organization by link', () => {
	const CALENDARS = '/v1/organizations/calendars/list';
	const transfer = (link: string) => ({ resource: 'organization', operation: 'transferEvent', eventId: byId('evt-1'), calendarId: byLink(link) });
	const calendars = [{ id: 'cal-1', slug: 'berlin-meetups' }, { id: 'cal-2', slug: 'bücher' }];

	it.each([
		['https://luma.com/berlin-meetups/', 'cal-1'],
		['<https://luma.com/berlin-meetups>', 'cal-1'],
		['(https://luma.com/berlin-meetups).', 'cal-1'],
		['https://lu.ma/b%C3%BCcher?k=c', 'cal-2'],
		['Bücher', 'cal-2'],
	])('%s', async (link, calendar_id) => {
		answer('GET', CALENDARS, { body: { entries: calendars, has_more: false } });
		answer('POST', '/v1/organizations/events/transfer-calendar');
		const { error } = await run(transfer(link));
		expect(error).toBeUndefined();
		expect(received.at(-1)!.body).toEqual({ event_id: 'evt-1', calendar_id });
	});

	it.each([
		['no cursor behind the second page', () => undefined, /not where to continue/],
		['the cursor of the page before', () => 'c1', /the same cursor twice/],
		['two cursors in turn', (nth: number) => `c${(nth % 2) + 1}`, /the same cursor twice/],
	])('is looked for to an end, where Luma gives %s', async (_what, next, words) => {
		always('GET', CALENDARS, (_sent, nth) => ({ body: { entries: [], has_more: true, next_cursor: nth === 0 ? 'c1' : next(nth) } }));
		const { error } = await run(transfer('https://luma.com/munich-meetups'));
		expect(error?.message).toMatch(words);
		expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
	});
});
