/** Dates and time zones, from what n8n hands over to what Luma gets. */
import { Settings } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run } from '../../engine';
import { byId } from '../../operations/parts/case';
import { answer, received, useLuma } from './support/luma';

useLuma();

const create = { resource: 'event', operation: 'create', eventName: 'Summer Conference', options: { returnIdOnly: true } };
const update = { resource: 'event', operation: 'update', eventId: byId('evt-1'), options: { returnIdOnly: true } };
const getAll = { resource: 'event', operation: 'getAll' };
const ticketType = { resource: 'ticketType', operation: 'create', eventId: byId('evt-1'), ticketTypeName: 'Early Bird' };

/** What Luma gets for these fields, in a workflow in New York. */
async function sentFor(parameters: INodeParameters, item: IDataObject = {}): Promise<IDataObject> {
	const list = parameters.operation === 'getAll';
	if (list) answer('GET', '/v1/calendars/events/list', { body: { entries: [], has_more: false } });
	else answer('POST', parameters.resource === 'ticketType' ? '/v1/events/ticket-types/create' : `/v1/events/${parameters.operation as string}`, { body: { id: 'evt-1' } });
	const { error } = await run(parameters, { timezone: 'America/New_York', items: [item] });
	expect(error).toBeUndefined();
	const { body, query } = received.find(({ path }) => path !== '/v1/events/get')!;
	return (body ?? query) as IDataObject;
}

describe('a time without an offset is meant', () => {
	it("in the event's time zone on Create", async () => {
		const sent = await sentFor({ ...create, startAt: '2027-06-15T09:00:00', timezone: 'Europe/Berlin', endAt: '2027-12-15T09:00:00' });
		expect(sent).toMatchObject({ start_at: '2027-06-15T09:00:00+02:00', end_at: '2027-12-15T09:00:00+01:00', timezone: 'Europe/Berlin' });
	});
	it("in the workflow's on Create without a time zone, which then is the event's", async () => {
		expect(await sentFor({ ...create, startAt: '2027-06-15T09:00:00' })).toMatchObject({ start_at: '2027-06-15T09:00:00-04:00', timezone: 'America/New_York' });
	});
	it('in the time zone given on Update', async () => {
		const updateFields = { startAt: '2027-06-15T09:00:00', endAt: '2027-06-15T18:00:00', timezone: ' Asia/Kolkata ' };
		expect(await sentFor({ ...update, updateFields })).toEqual({ event_id: 'evt-1', start_at: '2027-06-15T09:00:00+05:30', end_at: '2027-06-15T18:00:00+05:30', timezone: 'Asia/Kolkata' });
	});
	it("in the event's own on Update without a time zone, which is read once", async () => {
		answer('GET', '/v1/events/get', { body: { id: 'evt-1', timezone: 'Asia/Singapore' } });
		expect(await sentFor({ ...update, updateFields: { startAt: '2027-06-15T09:00:00', endAt: '2027-06-15T18:00' } })).toEqual({ event_id: 'evt-1', start_at: '2027-06-15T09:00:00+08:00', end_at: '2027-06-15T18:00:00+08:00' });
	});
	it('nowhere where it has an offset: the event is not read', async () => {
		expect(await sentFor({ ...update, updateFields: { startAt: '2027-06-15T09:00:00+02:00' } })).toEqual({ event_id: 'evt-1', start_at: '2027-06-15T09:00:00+02:00' });
	});
	it("in the workflow's in filters", async () => {
		expect(await sentFor({ ...getAll, filters: { before: '2027-12-01T00:00:00', after: '2027-06-01T00:00:00' } })).toMatchObject({ after: '2027-06-01T00:00:00-04:00', before: '2027-12-01T00:00:00-05:00' });
	});
});

describe('an hour that the clocks show twice is the first of the two', () => {
	const { now } = Settings;
	afterEach(() => void (Settings.now = now));

	it.each(['2026-07-01', '2026-12-01'])('in a workflow that runs on %s', async (today) => {
		Settings.now = () => Date.parse(today);
		expect(await sentFor({ ...create, startAt: '2026-10-31T21:00:00', timezone: 'America/New_York', endAt: '2026-11-01T01:30:00' })).toMatchObject({ end_at: '2026-11-01T01:30:00-04:00' });
	});
});

describe('an expression may give', () => {
	it.each([
		['a DateTime', "={{ DateTime.fromISO('2027-06-15T09:00', { zone: 'Europe/Berlin' }) }}", '2027-06-15T09:00:00+02:00'],
		["a DateTime in the workflow's zone", "={{ $now.set({ year: 2027, month: 6, day: 15, hour: 9, minute: 0, second: 0, millisecond: 0 }) }}", '2027-06-15T09:00:00-04:00'],
		['a Date', "={{ new Date('2027-06-15T07:00:00Z') }}", '2027-06-15T09:00:00+02:00'],
		['ISO text with an offset', '={{ $json.when }}', '2027-06-15T09:00:00.500-07:00'],
		['text as databases give it', '={{ $json.fromDatabase }}', '2027-06-15T09:00:00+02:00'],
	])('%s', async (_what, startAt, start_at) => {
		const item = { when: '2027-06-15T09:00:00.500-07:00', fromDatabase: '2027-06-15 09:00:00' };
		expect(await sentFor({ ...create, startAt, timezone: 'Europe/Berlin' }, item)).toMatchObject({ start_at });
	});
	it('the time zone', async () => {
		expect(await sentFor({ ...create, startAt: '2027-06-15T09:00', timezone: '={{ $json.zone }}' }, { zone: 'Asia/Tokyo' })).toMatchObject({ start_at: '2027-06-15T09:00:00+09:00', timezone: 'Asia/Tokyo' });
	});
});

describe('the days of a ticket type are plain dates', () => {
	it.each([
		['of the picker', '2027-05-01T23:30:00', '2027-05-01'],
		["of a moment, in the workflow's zone", '2027-05-01T02:00:00Z', '2027-04-30'],
		['of a DateTime', "={{ DateTime.fromISO('2027-05-01T02:00', { zone: 'utc' }) }}", '2027-04-30'],
	])('%s', async (_what, day, sent) => {
		expect(await sentFor({ ...ticketType, additionalFields: { validStartAt: day, validEndAt: day } })).toMatchObject({ valid_start_at: sent, valid_end_at: sent });
	});
});
