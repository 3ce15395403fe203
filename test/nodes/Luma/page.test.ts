/** What is not found: the page, or the calendar that the request names. */
import { run, type Options } from '../../engine';
import { byId } from '../../operations/parts/case';
import { answer, headers, received, useLuma } from './support/luma';

useLuma();

const LOOKUP = '/v1/entities/lookup';
const CALENDAR = '/v1/calendars/get';
const notFound = { status: 404, body: { message: 'Not found', code: null } };

const lookUp = async (calendar?: string, more: Options = {}) => await run({ resource: 'page', operation: 'lookUp', pageSlug: 'summer', ...(calendar !== undefined && { options: { forCalendarId: byId(calendar) } }) }, more);
const inCredential = { credentials: { calendarId: 'cal-9' } };
const paths = () => received.map(({ path }) => path);

it('a page that is not found is no error, and takes no other request', async () => {
	answer('GET', LOOKUP, notFound);
	expect((await lookUp()).json).toEqual([{ found: false }]);
	expect(paths()).toEqual([LOOKUP]);
});

describe.each<[string, () => ReturnType<typeof lookUp>, RegExp]>([
	['under Options', async () => await lookUp('cal-9'), /Luma has no calendar "cal-9" that this API key can access/],
	['in the credential', async () => await lookUp(undefined, inCredential), /check the 'Calendar ID' too/],
])('with a calendar %s', (_where, act, advice) => {
	it('it is the page that is not found where the calendar is there', async () => {
		answer('GET', LOOKUP, notFound);
		answer('GET', CALENDAR, { body: { id: 'cal-9' } });
		expect((await act()).json).toEqual([{ found: false }]);
		expect(headers.map((sent) => sent['x-luma-calendar-id'])).toEqual(['cal-9', 'cal-9']);
	});

	it.each([403, 404])('it is an error where the calendar is not: %i', async (status) => {
		answer('GET', LOOKUP, notFound);
		answer('GET', CALENDAR, { status, body: { message: 'Calendar not found', code: null } });
		const { error, items } = await act();
		expect(items).toEqual([]);
		expect(error?.message).toBe('Calendar not found');
		if (status === 404) expect(error?.description).toMatch(advice);
	});

	it('a page that Luma says is free takes no other request', async () => {
		answer('GET', LOOKUP, { body: { entity: null } });
		expect((await act()).json).toEqual([{ found: false }]);
		expect(paths()).toEqual([LOOKUP]);
	});
});

it('the calendar is asked for once by all items', async () => {
	answer('GET', LOOKUP, notFound, 3);
	answer('GET', CALENDAR, { body: { id: 'cal-9' } });
	expect((await lookUp('cal-9', { items: [{}, {}, {}] })).json).toEqual([{ found: false }, { found: false }, { found: false }]);
});
