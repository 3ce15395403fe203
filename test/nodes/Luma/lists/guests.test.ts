/** The list of an event's guests. */
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { searchGuests } from '../../../../nodes/Luma/lists/guests';
import { answer, received, useLuma } from '../support/luma';
import { chosen, page, paths, serve, times } from './support';

useLuma();

const guest = (number: number, more: IDataObject = {}) => ({ id: `gst-${number}`, user_name: `Guest ${number}`, user_email: `guest${number}@example.com`, approval_status: 'approved', ...more });
const values = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);
const ways = () => [...new Set(received.map(({ path }) => path))];

/** An event with so many guests, of whom none is asked for by name. */
function guests(count: number, before?: () => void): void {
	const entries = times(count, (number) => guest(number));
	serve(paths.guests, (query) => page(entries, query), before);
	serve(paths.guest, () => 'Guest not found');
}

it('come by name, email address and status', async () => {
	const entries = [guest(1), guest(2, { user_name: null, approval_status: 'pending_approval' }), guest(3, { approval_status: null }), guest(4, { user_name: null, user_email: null }), guest(5, { approval_status: 'something_new' })];
	answer('GET', paths.guests, { body: { entries, has_more: false } });
	expect((await searchGuests.call(chosen)).results).toEqual([
		{ name: 'Guest 1 (guest1@example.com, approved)', value: 'gst-1' },
		{ name: 'guest2@example.com (pending approval)', value: 'gst-2' },
		{ name: 'Guest 3 (guest3@example.com)', value: 'gst-3' },
		{ name: 'gst-4 (approved)', value: 'gst-4' },
		{ name: 'Guest 5 (guest5@example.com, something new)', value: 'gst-5' },
	]);
	expect(received).toEqual([{ method: 'GET', path: paths.guests, query: { event_id: 'evt-1', pagination_limit: '100' } }]);
});

it('come page by page while a person scrolls', async () => {
	guests(250);
	const first = await searchGuests.call(chosen);
	const second = await searchGuests.call(chosen, undefined, first.paginationToken as string);
	const third = await searchGuests.call(chosen, undefined, second.paginationToken as string);
	expect([first, second, third].flatMap(values)).toEqual(times(250, (number) => `gst-${number}`));
	expect(third.paginationToken).toBeUndefined();
	expect(received).toHaveLength(3);
});

describe('a search', () => {
	it.each([
		['a name', 'Guest 19999', ['gst-19999']],
		['the beginning of an email address', 'GUEST19999@', ['gst-19999']],
		['an email address that Luma does not know whole', 'guest19999@example.co', ['gst-19999']],
		['what nobody has', 'nobody', []],
	])('finds one of 20,000 by %s', async (_what, filter, expected) => {
		guests(20_000);
		expect(await searchGuests.call(chosen, filter)).toEqual({ results: expected.map((value) => expect.objectContaining({ value }) as IDataObject), paginationToken: undefined });
	});

	it('finds two of the same name, however far apart', async () => {
		const entries = times(3000, (number) => guest(number, number === 5 || number === 2995 ? { user_name: 'Zoë Müller' } : {}));
		serve(paths.guests, (query) => page(entries, query));
		expect(values(await searchGuests.call(chosen, 'zoe muller'))).toEqual(['gst-5', 'gst-2995']);
	});

	it('looks at no status', async () => {
		guests(3);
		expect(values(await searchGuests.call(chosen, 'approved'))).toEqual([]);
	});

	it.each([
		['guest7@example.com', 'guest7@example.com'],
		[' guest7@example.com\u200b', 'guest7@example.com'],
		['gst-7', 'gst-7'],
		['g-7', 'g-7'],
		['https://luma.com/check-in/evt-1?pk=g-7', 'g-7'],
		['https://lu.ma/check-in/evt-1?x=1&pk=g-7#top', 'g-7'],
	])('asks for a guest directly by %j', async (filter, id) => {
		answer('GET', paths.guest, { body: guest(7) });
		expect(await searchGuests.call(chosen, filter)).toEqual({ results: [{ name: 'Guest 7 (guest7@example.com, approved)', value: 'gst-7' }] });
		expect(received).toEqual([{ method: 'GET', path: paths.guest, query: { event_id: 'evt-1', id } }]);
	});

	it.each(['guest', 'guest@', '@example.com', 'guest7@example', 'a b@example.com', `${'a@'}${'a.'.repeat(50_000)} x`])('does not take %.20s for a whole email address', async (filter) => {
		guests(1);
		await searchGuests.call(chosen, filter);
		expect(ways()).toEqual([paths.guests]);
	});

	it("gives Luma's words where a guest may not be asked for", async () => {
		answer('GET', paths.guest, { status: 403, body: { message: 'No access to this event', code: null } });
		await expect(searchGuests.call(chosen, 'guest7@example.com')).rejects.toThrow('No access to this event');
	});
});

describe('a search that takes too long', () => {
	const advice = "Enter a whole email address, or choose 'By Email, ID, or Key'.";

	it('says how far it came, and what to do, after 30 seconds', async () => {
		let now = clock.now();
		jest.spyOn(clock, 'now').mockImplementation(() => now);
		guests(20_000, () => (now += 1000));
		await expect(searchGuests.call(chosen, 'nobody')).rejects.toThrow(`Only the first 3,000 guests were loaded. ${advice}`);
	});

	it('shows what it has found, and says first that there may be more, after 5', async () => {
		let now = clock.now();
		jest.spyOn(clock, 'now').mockImplementation(() => now);
		guests(20_000, () => (now += 1000));
		expect((await searchGuests.call(chosen, 'Guest 77')).results.slice(0, 2)).toEqual([
			{ name: `Only the first 500 guests were loaded. ${advice}`, value: '' },
			{ name: 'Guest 77 (guest77@example.com, approved)', value: 'gst-77' },
		]);
	});

	it('ends after 25,000', async () => {
		guests(25_001);
		await expect(searchGuests.call(chosen, 'nobody')).rejects.toThrow(`Only the first 25,000 guests were loaded. ${advice}`);
	});

	it('does not wait for the rate limit for minutes', async () => {
		const entries = times(1000, (number) => guest(number));
		answer('GET', paths.guests, { body: page(entries, { event_id: 'evt-1', pagination_limit: '100' }) });
		answer('GET', paths.guests, { status: 429, headers: { 'retry-after': '45' } });
		await expect(searchGuests.call(chosen, 'nobody')).rejects.toThrow(/^Only the first 100 guests were loaded: Luma's rate limit .* 46 seconds/);
	});
});

it('that Luma cannot list to the end come as far as they came, with the reason', async () => {
	answer('GET', paths.guests, { body: { entries: times(3, (number) => guest(number)), has_more: true, next_cursor: 'c' } });
	answer('GET', paths.guests, { status: 400, body: { message: 'That did not work', code: null } });
	const { results } = await searchGuests.call(chosen);
	expect(results.map(({ name }) => name)).toEqual([expect.stringMatching(/^Only the first 3 guests were loaded: That did not work\./), expect.anything(), expect.anything(), expect.anything()]);
});

it.each(['c', ''])('end with a reason where a cursor (%j) leads nowhere', async (next_cursor) => {
	answer('GET', paths.guests, { body: { entries: [guest(1)], has_more: true, next_cursor } }, next_cursor === '' ? 1 : 2);
	await expect(searchGuests.call(chosen, 'nobody')).rejects.toThrow(/^Only the first \d guests were loaded: Luma /);
});
