/** Guests of several events and of all that are to come: which events, how many requests, and where a list that broke goes on. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { run, type Options, type Result } from '../../../engine';
import nock from '../../../nock';
import { byId } from '../../../operations/parts/case';
import { always, answer, received, useLuma, type Answer } from '../support/luma';
import { checkRefused } from '../support/refused';
import { guest, LIST, pagesAsked, serveGuests, ticket } from './support';

useLuma();

const EVENTS = '/v1/calendars/events/list';
const list = async (parameters: INodeParameters, options: Options = {}) => await run({ resource: 'guest', operation: 'getAll', returnAll: true, ...parameters }, options);
const many = (count: number, more: IDataObject = {}) => Array.from({ length: count }, (_, n) => guest(n, more));
const serveEvents = (...ids: string[]) => always('GET', EVENTS, () => ({ body: { entries: ids.map((id) => ({ id, name: `Event ${id}` })), has_more: false } }));
const hintsIn = ({ run: { data } }: Result) => (data.resultData.runData.Luma[0].hints ?? []).map(({ message }) => message);
const paths = () => received.map(({ path }) => path);

it('ten events: one request for each, and one for the names of all', async () => {
	const ids = Array.from({ length: 10 }, (_, n) => `evt-${n}`);
	serveGuests(Object.fromEntries(ids.map((id) => [id, many(3)])));
	serveEvents(...ids);
	const { json } = await list({ guestsOf: 'several', eventIds: ids });
	expect(json).toHaveLength(30);
	expect(json.map(({ event_id, event_name }) => [event_id, event_name])).toEqual(ids.flatMap((id) => Array.from({ length: 3 }, () => [id, `Event ${id}`])));
	expect(received).toHaveLength(11);
});

it('events by expression: IDs and URLs in a text, each once', async () => {
	answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-2' } } } });
	serveGuests({ 'evt-1': many(1), 'evt-2': many(1) });
	serveEvents('evt-1', 'evt-2');
	const { json, error } = await list({ guestsOf: 'several', eventIds: '={{ "evt-1, https://luma.com/summer-conference, evt-2, evt-1" }}' });
	expect(error).toBeUndefined();
	expect(json.map(({ event_id }) => event_id)).toEqual(['evt-1', 'evt-2']);
});

it.each([['={{ [] }}'], ['={{ "" }}'], ['={{ $json.missing }}']])('no events are refused: %j', async (eventIds) => await checkRefused({ resource: 'guest', operation: 'getAll', guestsOf: 'several', eventIds }, /^Event Names or IDs is required/));

it('all upcoming events: those that have not ended, the next one first, over pages; asked once for all input items', async () => {
	const soon = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString();
	const events = [...Array.from({ length: 120 }, (_, n) => ({ id: `evt-past-${n}`, name: 'Past', end_at: soon(-1) })), { id: 'evt-now', name: 'Now', end_at: soon(1) }, { id: 'evt-next', name: 'Next', end_at: soon(50) }];
	always('GET', EVENTS, ({ query }) => {
		const from = Number(query!.pagination_cursor ?? 0);
		return { body: { entries: events.slice(from, from + 100), has_more: from + 100 < events.length, ...(from === 0 && { next_cursor: '100' }) } };
	});
	serveGuests({ 'evt-now': many(2), 'evt-next': many(1) });
	const { json, linked } = await list({ guestsOf: 'upcoming', simplify: false }, { items: [{}, {}] });
	expect(json.map(({ event_name }) => event_name)).toEqual(['Now', 'Now', 'Next', 'Now', 'Now', 'Next']);
	expect(linked).toEqual([0, 0, 0, 1, 1, 1]);
	expect(paths().filter((path) => path === EVENTS)).toHaveLength(2);
	const { after, ...query } = received[0].query!;
	expect(query).toEqual({ sort_column: 'start_at', sort_direction: 'asc', pagination_limit: '100' });
	// Events that have begun may still go on.
	expect(clock.now() - Date.parse(after as string)).toBeGreaterThanOrEqual(31 * 24 * 3_600_000);
});

it('all upcoming events: a course that has gone on for a month is one of them', async () => {
	const day = (days: number) => new Date(clock.now() + days * 24 * 3_600_000).toISOString();
	const events = [{ id: 'evt-course', name: 'Course', start_at: day(-30), end_at: day(1) }, { id: 'evt-past', name: 'Past', start_at: day(-30), end_at: day(-29) }];
	always('GET', EVENTS, ({ query }) => ({ body: { entries: events.filter(({ start_at }) => start_at > String(query!.after)), has_more: false } }));
	serveGuests({ 'evt-course': many(1) });
	const { json } = await list({ guestsOf: 'upcoming', simplify: false });
	expect(json.map(({ event_name }) => event_name)).toEqual(['Course']);
});

it('Limit is exact over all events, and no event is asked after it', async () => {
	serveGuests({ 'evt-1': many(2), 'evt-2': many(2), 'evt-3': many(2) });
	serveEvents('evt-1', 'evt-2', 'evt-3');
	const { json } = await list({ guestsOf: 'several', eventIds: ['evt-1', 'evt-2', 'evt-3'], returnAll: false, limit: 3 });
	expect(json.map(({ event_id, id }) => [event_id, id])).toEqual([['evt-1', 'gst-0'], ['evt-1', 'gst-1'], ['evt-2', 'gst-0']]);
	expect(pagesAsked()).toBe(2);
});

describe('a list of several events that breaks', () => {
	const parameters = { guestsOf: 'several', eventIds: ['evt-1', 'evt-2'], filters: { guestStatuses: ['approved', 'waitlist'] } };
	const serve = (fails: boolean) => {
		let asked = 0;
		serveEvents('evt-1', 'evt-2');
		always('GET', LIST, ({ query }) => {
			asked += 1;
			if (fails && asked === 4) return { status: 400, body: { message: 'Not now', code: null } };
			const from = Number(query!.pagination_cursor ?? 0);
			const all = Array.from({ length: 150 }, (_, n) => guest(n, { id: `${query!.event_id as string} ${query!.approval_status as string} ${n}`, approval_status: query!.approval_status as string }));
			return { body: { entries: all.slice(from, from + 100), has_more: from === 0, ...(from === 0 && { next_cursor: '100' }) } };
		});
	};

	it('says where it goes on, and what was read; from there it gives the rest', async () => {
		serve(true);
		const broken = await list(parameters, { node: { onError: 'continueRegularOutput' } });
		const [{ cursor, error, advice }] = broken.json;
		expect(error).toBe('Not now');
		expect(advice).toContain('items were already read; they are not in the output.');
		nock.cleanAll();
		serve(false);
		const { json } = await list({ ...parameters, simplify: false, options: { paginationCursor: cursor as string } });
		// Of 600, 200 were given before the page that broke.
		expect(json).toHaveLength(400);
	});

	it('from a cursor on', async () => {
		serve(false);
		const { json } = await list({ ...parameters, simplify: false, options: { paginationCursor: JSON.stringify({ event: 'evt-2', at: { approved: { cursor: '100', after: 40 }, waitlist: null } }) } });
		expect(json.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, n) => `evt-2 approved ${n + 140}`));
	});

	it.each(['{"event":"evt-1","at', '\u200b{"event":'])('from a cursor that was cut off: %s', async (paginationCursor) => {
		const { error, items } = await list({ ...parameters, options: { paginationCursor } });
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: expect.stringMatching(/^Pagination Cursor is not valid JSON: line 1, /) as string, description: expect.stringContaining('next_cursor') as string });
	});

	it.each(['c7', '{"event":"evt-9","at":{}}', '{"event":"evt-1","at":{"declined":{"after":0}}}', '{"event":"evt-1"}'])('from a cursor of another list: %s', async (paginationCursor) => {
		const { error, items } = await list({ ...parameters, options: { paginationCursor } });
		expect(items).toEqual([]);
		expect(received).toEqual([]);
		expect(error?.message).toBe('Pagination Cursor: it belongs to a list with other events or filters');
	});

	it('from a cursor that was cut off', async () => {
		const { error } = await list({ ...parameters, options: { paginationCursor: '{"event":"evt-1","at":{' } });
		expect(error?.message).toMatch(/^Pagination Cursor is not valid JSON: line 1, column 24/);
		expect(received).toEqual([]);
	});
});

it('pages of several events say which event they are of, and where to go on', async () => {
	serveGuests({ 'evt-1': many(120), 'evt-2': many(1) });
	serveEvents('evt-1', 'evt-2');
	const { json } = await list({ guestsOf: 'several', eventIds: ['evt-1', 'evt-2'], options: { output: 'pages' } });
	expect(json.map(({ entries, ...page }) => ({ ...page, count: (entries as unknown[]).length }))).toMatchObject([
		{ count: 100, has_more: true, event_id: 'evt-1', event_name: 'Event evt-1' },
		{ count: 20, has_more: true, event_id: 'evt-1', next_cursor: '{"event":"evt-2","at":{}}' },
		{ count: 1, has_more: false, event_id: 'evt-2' },
	]);
	expect(json[2]).not.toHaveProperty('next_cursor');
});

it('pages are not put into another order than they are read in', async () => {
	const parameters = { resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), options: { output: 'pages' }, sort: { column: 'name' }, filters: { registeredAfter: '2027-01-01' } };
	const { error } = await run(parameters);
	expect(received).toEqual([]);
	expect(error?.message).toMatch(/^Sort: /);
});

describe('an event that is not there', () => {
	const [gone, chosen] = [{ status: 404, body: { message: 'Not found', code: null } }, { guestsOf: 'several', eventIds: ['evt-1', 'evt-2', 'evt-3'] }];
	/** Guests of all events but the second, for which Luma has this answer. */
	const serve = (refusal: Answer) => {
		serveEvents('evt-1', 'evt-2', 'evt-3');
		always('GET', LIST, ({ query }) => (query!.event_id === 'evt-2' ? refusal : { body: { entries: many(2), has_more: false } }));
	};

	it.each<[string, INodeParameters]>([
		['as items', {}],
		['as pages', { options: { output: 'pages' } }],
		['with filters', { filters: { guestStatuses: ['approved', 'waitlist'] }, sort: { column: 'name' } }],
		['by URL', { eventIds: '={{ ["evt-1", "https://luma.com/gone", "evt-3"] }}' }],
	])('is named where a person chose it, and what to do: %s', async (_how, parameters) => {
		serve(gone);
		always('GET', '/v1/entities/lookup', () => ({ body: { entity: { type: 'event', event: { id: 'evt-2' } } } }));
		const stopped = await list({ ...chosen, ...parameters });
		expect(stopped.items).toEqual([]);
		expect(stopped.error?.message).toBe('Event "evt-2": Not found');
		expect(stopped.error?.description).toMatch(/Luma has no event "evt-2" .* To list the guests of the other events, remove it from 'Event Names or IDs'\./);
		const { json } = await list({ ...chosen, ...parameters }, { items: [{ n: 7 }], node: { onError: 'continueRegularOutput' } });
		expect(json).toEqual([{ n: 7, error: 'Event "evt-2": Not found', status: 'error', http_status: 404, advice: expect.stringContaining("remove it from 'Event Names or IDs'") as string }]);
	});

	it.each([
		[404, 'No event evt-2', 'No event evt-2'],
		[403, 'No access', 'Event "evt-2": No access'],
		[401, 'You are not signed in', 'You are not signed in'],
	])('is named once, and only with what may be of it alone: %i %s', async (status, message, expected) => {
		serve({ status, body: { message, code: null } });
		expect((await list(chosen)).error?.message).toBe(expected);
	});

	it.each<[string, INodeParameters, number]>([
		['as items', {}, 4],
		['as pages', { options: { output: 'pages' } }, 2],
		['with filters', { filters: { guestStatuses: ['approved', 'waitlist'] }, sort: { column: 'name' } }, 8],
	])('is left out of all that are to come, with a word: %s', async (_how, parameters, count) => {
		serve(gone);
		answer('GET', '/v1/events/get', gone);
		const result = await list({ guestsOf: 'upcoming', ...parameters });
		expect(result.error).toBeUndefined();
		expect(result.json).toHaveLength(count);
		expect(result.json.map(({ event_id }) => event_id)).not.toContain('evt-2');
		expect(hintsIn(result)).toEqual(['Event "evt-2" (Event evt-2) is no longer there, so its guests are not in the output.']);
	});

	it('is no such event where it is there, and only its guests are refused', async () => {
		serve(gone);
		answer('GET', '/v1/events/get', { body: { id: 'evt-2' } });
		const { error, items } = await list({ guestsOf: 'upcoming' });
		expect(items).toEqual([]);
		expect(error?.message).toBe('Event "evt-2" (Event evt-2): Not found');
	});
});

describe('a question that no guest has answered', () => {
	const parameters = (questionId: string) => ({ eventId: byId('evt-1'), filters: { answerFilters: { answer: [{ questionId, condition: 'isNotAnswered' }] } } });
	const asked = [{ id: 'q1', label: 'Meal', question_type: 'text' }];

	it.each(['q1', 'meal'])('may be asked all the same: %s', async (questionId) => {
		serveGuests({ 'evt-1': many(3) });
		answer('GET', '/v1/events/get', { body: { registration_questions: asked } });
		const { json, error } = await list(parameters(questionId));
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
	});

	it('is refused where the event does not ask it, and everybody would pass', async () => {
		serveGuests({ 'evt-1': many(3) });
		answer('GET', '/v1/events/get', { body: { registration_questions: asked } });
		const { items, error } = await list(parameters('Meals'));
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Answers: there is no question "Meals"', description: 'The event asks "Meal".' });
	});

	it('costs no request where a guest has answered it', async () => {
		serveGuests({ 'evt-1': many(3, { registration_answers: [{ question_id: 'q1', label: 'Meal', question_type: 'text', value: 'Vegan' }] }) });
		const { json } = await list(parameters('q1'));
		expect(json).toEqual([]);
		expect(received).toHaveLength(1);
	});
});

it.each<[string, INodeParameters]>([
	['a question that is no longer asked', { answerFilters: { answer: [{ questionId: 'Diet', condition: 'isAnswered' }] } }],
	['a ticket type that is deleted', { ticketTypeIds: ['Early Bird'] }],
])('%s is not looked up on a later page, since a guest before it may show it', async (_what, filters) => {
	const [has, none] = [{ registration_answers: [{ question_id: 'q9', label: 'Diet', question_type: 'text', value: 'Vegan' }], event_tickets: [ticket(null, 'Early Bird')] }, {}];
	serveGuests({ 'evt-1': [...many(2, has), ...many(2, none)] }, { cap: 2 });
	const page = async (options: INodeParameters) => await list({ eventId: byId('evt-1'), filters, returnAll: false, limit: 2, options: { output: 'pages', ...options } });
	const first = await page({});
	expect(first.json).toMatchObject([{ entries: [{}, {}], has_more: true }]);
	expect((await page({ paginationCursor: first.json[0].next_cursor as string })).json).toEqual([{ entries: [], has_more: false }]);
	expect(pagesAsked()).toBe(received.length);
});

describe('an answer that no guest gave', () => {
	const meal = { id: 'q1', label: 'Meal', required: false, question_type: 'dropdown', options: ['Vegan', 'Fish'] };
	const topics = { id: 'q2', label: 'Topics', required: false, question_type: 'multi-select', options: ['Data, AI', 'Web'] };
	const rules = { id: 'q3', label: 'Rules', required: true, question_type: 'agree-check' };
	const terms = { id: 'q4', label: 'Terms', required: true, question_type: 'terms', terms: { content_type: 'link', url: 'https://example.com', collect_signature: false } };
	const signed = { ...terms, id: 'q5', label: 'Signed', terms: { ...terms.terms, collect_signature: true } };
	const diet = { id: 'q6', label: 'Diet', required: false, question_type: 'text' };
	const asked = [meal, topics, rules, terms, signed, diet];
	const filters = (questionId: string, condition: string, value: unknown): INodeParameters => ({ filters: { answerFilters: { answer: [{ questionId, condition, value: value as string }] } } });
	const says = (value: unknown) => ({ registration_answers: [{ question_id: 'q1', label: 'Meal', question_type: 'dropdown', value }] as never });
	const serve = (...questions: IDataObject[]) => always('GET', '/v1/events/get', () => ({ body: { registration_questions: questions } }));

	describe.each(['is', 'isNot'])('%s', (condition) => {
		it.each<[string, unknown, string, string]>([
			['Meal', 'Vegn', '"Vegn"', '"Vegan", "Fish"'],
			['q1', 7, '"7"', '"Vegan", "Fish"'],
			['meal', 'yes', '"yes"', '"Vegan", "Fish"'],
			['Topics', 'Data', '"Data"', '"Data, AI", "Web"'],
			['Rules', 'maybe', '"maybe"', '"true", "false"'],
			['Terms', 'maybe', '"maybe"', '"true", "false"'],
		])('is refused where the question has no such answer: %s, %j', async (question, value, shown, possible) => {
			serveGuests({ 'evt-1': many(3) });
			serve(...asked);
			const { items, error } = await list({ eventId: byId('evt-1'), ...filters(question, condition, value) });
			expect(items).toEqual([]);
			const { label } = asked.find(({ id, label: name }) => [id, name.toLowerCase()].includes(question.toLowerCase()))!;
			expect(error?.message).toBe(`Answers: ${shown} in row 1 is not an answer to "${label}"`);
			expect(error?.description).toContain(`The question has ${possible}.`);
			expect(received).toHaveLength(2);
		});

		it.each<[string, unknown]>([
			['Meal', ' VEGAN '],
			['Topics', 'data, ai'],
			['Rules', 'no'],
			['Terms', true],
			['Signed', 'Ada'],
			['Diet', 'Vegn'],
		])('may be given all the same: %s, %j', async (question, value) => {
			serveGuests({ 'evt-1': many(3) });
			serve(...asked);
			const { json, error } = await list({ eventId: byId('evt-1'), ...filters(question, condition, value) });
			expect(error).toBeUndefined();
			expect(json).toHaveLength(condition === 'is' ? 0 : 3);
		});

		it('is fine, and costs no request, where a guest gave it before the option was renamed', async () => {
			serveGuests({ 'evt-1': [guest(0, says('Plants')), guest(1, says('Vegan'))] });
			const { json, error } = await list({ eventId: byId('evt-1'), ...filters('Meal', condition, 'plants') });
			expect(error).toBeUndefined();
			expect(json).toHaveLength(1);
			expect(received).toHaveLength(1);
		});

		it('is not looked at on a later page, since a guest before it may have given it', async () => {
			serveGuests({ 'evt-1': [...many(2, says('Plants')), ...many(2, says('Vegan'))] });
			serve(meal);
			const paginationCursor = JSON.stringify({ event: 'evt-1', at: { '': { after: 2 } } });
			const { error } = await list({ eventId: byId('evt-1'), ...filters('Meal', condition, 'Plants'), options: { output: 'pages', paginationCursor } });
			expect(error).toBeUndefined();
			expect(pagesAsked()).toBe(received.length);
		});

		it('is enough as an option at one of several events, and the others are not asked', async () => {
			serveGuests({ 'evt-1': many(1), 'evt-2': many(1), 'evt-3': many(1) });
			const questions: Record<string, IDataObject[]> = { 'evt-1': [meal], 'evt-2': [{ ...meal, id: 'q9', options: ['Raw'] }], 'evt-3': [] };
			always('GET', EVENTS, () => ({ body: { entries: Object.entries(questions).map(([id, registration_questions]) => ({ id, name: id, registration_questions })), has_more: false } }));
			const chosen = { guestsOf: 'several', eventIds: ['evt-1', 'evt-2', 'evt-3'] };
			expect((await list({ ...chosen, ...filters('Meal', condition, 'Raw') })).error).toBeUndefined();
			for (const events of [chosen, { guestsOf: 'upcoming' }]) {
				const { items, error } = await list({ ...events, ...filters('Meal', condition, 'Rawr') });
				expect(items).toEqual([]);
				expect(error?.message).toBe('Answers: "Rawr" in row 1 is not an answer to "Meal"');
				expect(error?.description).toContain('The question has "Vegan", "Fish", "Raw".');
			}
			expect(paths()).not.toContain('/v1/events/get');
		});
	});

	it.each(['contains', 'doesNotContain'])('is part of one: %s', async (condition) => {
		serveGuests({ 'evt-1': many(3) });
		serve(...asked);
		expect((await list({ eventId: byId('evt-1'), ...filters('Meal', condition, 'Veg') })).error).toBeUndefined();
	});

	it('is asked for once by all items of an event', async () => {
		serveGuests({ 'evt-1': many(3) });
		serve(...asked);
		await list({ eventId: byId('evt-1'), ...filters('Meal', 'is', '={{ $json.meal }}') }, { items: [{ meal: 'Fish' }, { meal: 'Vegan' }, { meal: 'Vegn' }], node: { onError: 'continueRegularOutput' } });
		expect(paths().filter((path) => path === '/v1/events/get')).toHaveLength(1);
	});
});

it.each([
	['is', 'yes', ['gst-0']],
	['is', 'TRUE', ['gst-0']],
	['is', '0', ['gst-1']],
	['isNot', 'yes', ['gst-1', 'gst-2']],
])('a tick %s %j, in any words for one', async (condition, value, ids) => {
	const tick = (n: number, ...given: IDataObject[]) => guest(n, { id: `gst-${n}`, registration_answers: given.map((one) => ({ question_id: 'rules', label: 'Rules', question_type: 'agree-check', ...one })) });
	serveGuests({ 'evt-1': [tick(0, { value: true }), tick(1, { value: null }), tick(2)] });
	const { json } = await list({ eventId: byId('evt-1'), simplify: false, filters: { answerFilters: { answer: [{ questionId: 'Rules', condition, value }] } } });
	expect(json.map(({ id }) => id)).toEqual(ids);
});

describe('a ticket type that no guest has', () => {
	const TYPES = '/v1/events/ticket-types/list';
	const filters = (name: string) => ({ filters: { ticketTypeIds: [name] } });
	const types = { entries: [{ id: 'ttype-1', name: 'Standard' }, { id: 'ttype-2', name: 'VIP' }] };

	it.each(['ttype-2', 'vip'])('may be there all the same: %s', async (name) => {
		serveGuests({ 'evt-1': many(3) });
		answer('GET', TYPES, { body: types });
		const { json, error } = await list({ eventId: byId('evt-1'), ...filters(name) });
		expect([json, error]).toEqual([[], undefined]);
	});

	it('is refused where the event has none of the kind, and nobody would pass', async () => {
		serveGuests({ 'evt-1': many(3) });
		answer('GET', TYPES, { body: types });
		const { items, error } = await list({ eventId: byId('evt-1'), ...filters('V.I.P.') });
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Ticket Type Names or IDs: there is no ticket type "V.I.P."', description: 'The event has "Standard", "VIP".' });
	});

	it('is enough at one of several events', async () => {
		serveGuests({ 'evt-1': many(1), 'evt-2': many(1) });
		serveEvents('evt-1', 'evt-2');
		always('GET', TYPES, ({ query }) => ({ body: { entries: query!.event_id === 'evt-2' ? types.entries : [] } }));
		const { json, error } = await list({ guestsOf: 'several', eventIds: ['evt-1', 'evt-2'], ...filters('VIP') });
		expect([json, error]).toEqual([[], undefined]);
	});

	it('costs no request where a guest has it, nor for all events that are to come', async () => {
		serveGuests({ 'evt-1': many(2, { event_tickets: [{ event_ticket_type_id: 'ttype-2', name: 'VIP' }] }) });
		serveEvents('evt-1');
		expect((await list({ eventId: byId('evt-1'), ...filters('vip') })).json).toHaveLength(2);
		const upcoming = await list({ guestsOf: 'upcoming', ...filters('Gold') });
		expect(upcoming.json).toEqual([]);
		expect(hintsIn(upcoming)).toEqual(['No guest was found with a ticket of the type "Gold". Check the name if there should be one.']);
		expect(paths()).not.toContain(TYPES);
	});
});

describe('filters that cannot be', () => {
	it.each<[INodeParameters, RegExp]>([
		[{ registeredAfter: '2027-02-01', registeredBefore: '2027-01-01' }, /^Registered Before is .* not after 'Registered After'/],
		[{ checkedInAfter: '2027-02-01', checkedInBefore: '2027-02-01' }, /^Checked In Before is .* not after 'Checked In After'/],
		[{ registeredAfter: 'soon' }, /^Registered After: "soon" is not a date/],
		[{ checkIn: '={{ "perhaps" }}' }, /^Check-In: "perhaps" is not one of any, checkedIn, notCheckedIn/],
		[{ checkIn: 'notCheckedIn', checkedInAfter: '2027-02-01' }, /^Check-In: no guest is 'Not Checked In' and has a check-in in 'Checked In After'/],
		[{ checkIn: '={{ "Not checked in" }}', checkedInBefore: '2027-02-01' }, /^Check-In: no guest is 'Not Checked In' and has a check-in in 'Checked In Before'/],
		[{ answerFilters: { answer: [{ questionId: '', condition: 'is', value: '' }] } }, /^Answers has no Question in row 1/],
		[{ answerFilters: { answer: [{ questionId: 'q1', condition: 'is', value: '' }] } }, /^Answers has no Answer in row 1/],
	])('%j', async (filters, message) => await checkRefused({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), filters }, message));
});
