/** Guest > Get Many for any guests, filters, and pages: the same as filtering the whole list by hand, with the fewest requests. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import nock from '../../../nock';
import { byId } from '../../../operations/parts/case';
import fc, { runs } from '../../../properties';
import { always, later, received, useLuma } from '../support/luma';
import { guest, inOrder, keyOf, pagesAsked, serveGuests, ticket, type Ways } from './support';

useLuma();

const STATUSES = ['approved', 'declined', 'invited', 'pending_approval', 'session', 'waitlist'];
const at = (minute: number) => new Date(Date.UTC(2027, 5, 1) + minute * 60_000).toISOString();

interface Answer {
	questionId: string;
	condition: string;
	value: string;
}

interface Filters {
	answerFilters?: { answer: Answer[] };
	guestStatuses?: string[];
	checkIn?: string;
	checkedInAfter?: string;
	checkedInBefore?: string;
	registeredAfter?: string;
	registeredBefore?: string;
	ticketTypeIds?: string[];
}

const moment = fc.integer({ min: 0, max: 30 }).map(at);
const order = (after: string | undefined, before: string | undefined) => after === undefined || before === undefined || after < before;

const anyGuest = fc.record({
	approval_status: fc.constantFrom(...STATUSES),
	registered_at: fc.option(moment),
	user_name: fc.option(fc.constantFrom('Ada', 'Bo', 'Cy')),
	registration_answers: fc.uniqueArray(fc.tuple(fc.constantFrom('meal', 'topics'), fc.subarray(['Vegan', 'Vegetarian', 'Fish'])), { selector: ([id]) => id }).map((all) => all.map(([id, value]) => ({ question_id: id, label: id.toUpperCase(), question_type: 'multi-select', value }))),
	event_tickets: fc.array(fc.tuple(fc.option(moment), fc.constantFrom('standard', 'workshop')).map(([when, type]) => ticket(when, type)), { maxLength: 3 }),
});
const guestsOf = fc.array(anyGuest, { maxLength: 40 }).map((all) => all.map((one, n) => guest(n, one)));

const CONDITIONS: Record<string, (texts: string[], value: string) => boolean> = {
	contains: (texts, value) => texts.some((text) => text.includes(value)),
	doesNotContain: (texts, value) => texts.every((text) => !text.includes(value)),
	is: (texts, value) => texts.includes(value),
	isNot: (texts, value) => !texts.includes(value),
	isAnswered: (texts) => texts.length > 0,
	isNotAnswered: (texts) => texts.length === 0,
};
const answerOf = fc.record({ questionId: fc.constantFrom('meal', 'Topics'), condition: fc.constantFrom(...Object.keys(CONDITIONS)), value: fc.constantFrom('vegan', 'FISH', 'veg') });

const all = {
	answerFilters: fc.array(answerOf, { minLength: 1, maxLength: 2 }).map((answer) => ({ answer })),
	guestStatuses: fc.subarray(STATUSES),
	checkIn: fc.constantFrom('any', 'checkedIn', 'notCheckedIn'),
	checkedInAfter: moment,
	checkedInBefore: moment,
	registeredAfter: moment,
	registeredBefore: moment,
	ticketTypeIds: fc.subarray(['ttype-standard', 'ttype-workshop'], { minLength: 1 }),
};
/** Few at a time, so that there are guests who pass. */
const filtersOf: fc.Arbitrary<Filters> = fc
	.subarray(Object.keys(all) as Array<keyof typeof all>, { maxLength: 2 })
	.chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, all[name]]))) as fc.Arbitrary<Filters>)
	.filter(({ checkIn, checkedInAfter, checkedInBefore, registeredAfter, registeredBefore }) => order(checkedInAfter, checkedInBefore) && order(registeredAfter, registeredBefore) && !(checkIn === 'notCheckedIn' && (checkedInAfter ?? checkedInBefore) !== undefined));

const sortOf = fc.record({ column: fc.constantFrom('checked_in_at', 'created_at', 'email', 'name', 'registered_at'), direction: fc.constantFrom('asc', 'asc nulls last', 'desc', 'desc nulls last') }, { requiredKeys: [] });
const waysOf = fc.record({ cap: fc.constantFrom(1, 3, 7, 100), checkIn: fc.constantFrom('first' as const, 'last' as const, 'any' as const), nullsLast: fc.boolean() });

/** By hand. */
function wanted(filters: Filters): (one: IDataObject) => boolean {
	return (one) => {
		const tickets = one.event_tickets as IDataObject[];
		const checkIns = tickets.map(({ checked_in_at: when }) => when as string | null).filter((when) => when !== null);
		const { guestStatuses = [], checkIn = 'any', checkedInAfter, checkedInBefore, registeredAfter, registeredBefore, ticketTypeIds = [], answerFilters } = filters;
		const said = (question: string) => (one.registration_answers as Array<{ label: string; value: string[] }>).filter(({ label }) => label === question.toUpperCase()).flatMap(({ value }) => value.map((text) => text.toLowerCase()));
		const registered = one.registered_at as string | null;
		return (
			(guestStatuses.length === 0 || guestStatuses.includes(one.approval_status as string)) &&
			(checkIn === 'any' || (checkIn === 'checkedIn') === checkIns.length > 0) &&
			(checkedInAfter === undefined || (checkIns.length > 0 && checkIns.every((when) => when >= checkedInAfter))) &&
			(checkedInBefore === undefined || (checkIns.length > 0 && checkIns.every((when) => when < checkedInBefore))) &&
			(registeredAfter === undefined || (registered !== null && registered >= registeredAfter)) &&
			(registeredBefore === undefined || (registered !== null && registered < registeredBefore)) &&
			(answerFilters?.answer ?? []).every(({ questionId, condition, value }) => CONDITIONS[condition](said(questionId), value.toLowerCase())) &&
			(ticketTypeIds.length === 0 || tickets.some(({ event_ticket_type_id: type }) => ticketTypeIds.includes(type as string)))
		);
	};
}

/** The order in which a filter by time or check-in has the list read. */
function readFor({ checkIn, checkedInAfter, checkedInBefore, registeredAfter, registeredBefore }: Filters): { column: string; direction: string } | undefined {
	if (checkedInAfter !== undefined) return { column: 'checked_in_at', direction: 'desc nulls last' };
	if (checkedInBefore !== undefined) return { column: 'checked_in_at', direction: 'asc nulls last' };
	if (registeredAfter !== undefined) return { column: 'registered_at', direction: 'desc nulls last' };
	if (registeredBefore !== undefined) return { column: 'registered_at', direction: 'asc nulls last' };
	if (checkIn === 'checkedIn') return { column: 'checked_in_at', direction: 'desc nulls last' };
	if (checkIn === 'notCheckedIn') return { column: 'checked_in_at', direction: 'desc' };
	return undefined;
}

/** What is meant by the order: the one that is chosen, else that of a filter, else that of several statuses. */
function meant(filters: Filters, sort: { column?: string; direction?: string }): { column?: string; direction?: string } {
	if (sort.column !== undefined || sort.direction !== undefined) {
		const several = (filters.guestStatuses?.length ?? 0) > 1 && filters.guestStatuses!.length < STATUSES.length;
		// Without a column Luma sorts as it does, where it sorts alone.
		if (sort.column === undefined && !several && !readFor(filters)) return sort;
		return { column: 'registered_at', direction: 'asc', ...sort };
	}
	const { guestStatuses = [] } = filters;
	return readFor(filters) ?? (guestStatuses.length > 1 && guestStatuses.length < STATUSES.length ? { column: 'registered_at', direction: 'asc' } : {});
}

/** Asked for where no guest has answered, or has such a ticket. */
const serveQuestions = () => {
	always('GET', '/v1/events/ticket-types/list', () => ({ body: { entries: ['standard', 'workshop'].map((name) => ({ id: `ttype-${name}`, name })) } }));
	always('GET', '/v1/events/get', () => ({ body: { registration_questions: ['meal', 'topics'].map((id) => ({ id, label: id.toUpperCase(), required: false, question_type: 'multi-select', options: [] })) } }));
};

async function listed(guests: IDataObject[], filters: Filters, more: INodeParameters, ways: Ways): Promise<{ ids: string[]; pages: number }> {
	nock.cleanAll();
	received.length = 0;
	later();
	serveGuests({ 'evt-1': guests }, ways);
	serveQuestions();
	const { error, json } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), simplify: false, filters: filters as INodeParameters, ...more }, { after: false });
	if (error) throw error;
	return { ids: json.map(({ id }) => id as string), pages: pagesAsked() };
}

it('for any guests, filters, sort, limit, and pages: what filtering the whole list by hand gives', async () => {
	await fc.assert(
		fc.asyncProperty(guestsOf, filtersOf, sortOf, waysOf, fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }), async (guests, filters, sort, ways, limit) => {
			const { ids } = await listed(guests, filters, { sort, ...(limit === undefined ? { returnAll: true } : { limit }) }, ways);
			const { column, direction } = meant(filters, sort);
			const expected = inOrder(guests, column, direction, column === 'checked_in_at' ? { ...ways, nullsLast: false } : {}).filter(wanted(filters));
			expect(ids).toHaveLength(Math.min(limit ?? Infinity, expected.length));
			expect(new Set(ids).size).toBe(ids.length);
			const passing = new Map(expected.map((one) => [one.id as string, one]));
			expect(ids.filter((id) => !passing.has(id))).toEqual([]);
			// Which check-in counts, and where those without one stand, is Luma's to say.
			if (column === 'checked_in_at' && (ways.checkIn !== 'first' || ways.nullsLast)) return;
			if (column === undefined || column === 'created_at') expect(ids).toEqual(expected.slice(0, limit).map(({ id }) => id));
			else expect(ids.map((id) => keyOf(passing.get(id)!, column))).toEqual(expected.slice(0, limit).map((one) => keyOf(one, column)));
		}),
		{ numRuns: runs(300) },
	);
});

it('Return All asks for the pages up to the first guest that ends a list, for each status, and no more', async () => {
	await fc.assert(
		fc.asyncProperty(guestsOf, filtersOf, fc.constantFrom(1, 3, 7, 100), async (guests, filters, cap) => {
			const { pages } = await listed(guests, filters, { returnAll: true }, { cap });
			const { guestStatuses = [] } = filters;
			const statuses = guestStatuses.length === STATUSES.length || guestStatuses.length === 0 ? [undefined] : guestStatuses;
			const read = readFor(filters);
			const fewest = statuses.map((status) => {
				const list = inOrder(status === undefined ? guests : guests.filter(({ approval_status }) => approval_status === status), read?.column, read?.direction);
				const { checkIn, checkedInAfter, checkedInBefore, registeredAfter, registeredBefore } = filters;
				const key = (one: IDataObject) => keyOf(one, read!.column);
				const times = (one: IDataObject) => (one.event_tickets as IDataObject[]).map(({ checked_in_at: when }) => when as string | null).filter((when) => when !== null).sort();
				const isWithin = (one: IDataObject): boolean => {
					if (checkedInAfter !== undefined) return times(one).length > 0 && times(one).at(-1)! >= checkedInAfter;
					if (checkedInBefore !== undefined) return times(one).length > 0 && times(one)[0] < checkedInBefore;
					if (registeredAfter !== undefined) return key(one) !== null && key(one)! >= registeredAfter;
					if (registeredBefore !== undefined) return key(one) !== null && key(one)! < registeredBefore;
					if (checkIn === 'checkedIn') return key(one) !== null;
					return key(one) === null;
				};
				const end = read && list.findIndex((one) => !isWithin(one));
				// Where nobody is without a check-in, that shows only at the end.
				const whole = end === undefined || end < 0 || (read!.direction === 'desc' && end === 0);
				return Math.max(1, Math.ceil((whole ? list.length : end + 1) / cap));
			});
			expect(pages).toBe(fewest.reduce((sum, count) => sum + count, 0));
		}),
		{ numRuns: runs(200) },
	);
});

it('pages of a list that is more than one of Luma’s: one after the other, by cursor, they give all of it', async () => {
	await fc.assert(
		fc.asyncProperty(guestsOf, filtersOf, fc.constantFrom(1, 3, 7, 100), fc.integer({ min: 1, max: 9 }), async (guests, filters, cap, size) => {
			const { ids: whole } = await listed(guests, filters, { returnAll: true }, { cap });
			const paged: string[] = [];
			let cursor: string | undefined = '';
			for (let turns = 0; cursor !== undefined; turns += 1) {
				expect(turns).toBeLessThan(100);
				nock.cleanAll();
				later();
				serveGuests({ 'evt-1': guests }, { cap });
				serveQuestions();
				const { json, error } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), filters: filters as INodeParameters, limit: size, options: { output: 'pages', paginationCursor: cursor } }, { after: false });
				expect(error).toBeUndefined();
				paged.push(...json.flatMap(({ entries }) => (entries as IDataObject[]).map(({ id }) => id as string)));
				cursor = json.at(-1)!.next_cursor as string | undefined;
			}
			expect(paged).toEqual(whole);
		}),
		{ numRuns: runs(60) },
	);
});

describe('an order that is that of a filter but for those without a value', () => {
	const guests = Array.from({ length: 300 }, (_, n) => guest(n, { registered_at: at(n), event_tickets: [ticket(at(n))] }));
	const asked = async (filters: Filters, sort: INodeParameters, more: INodeParameters) => await listed(guests, filters, { sort, limit: 10, ...more }, {});

	it.each<[Filters, INodeParameters]>([
		[{ registeredAfter: at(0) }, { column: 'registered_at', direction: 'desc' }],
		[{ registeredBefore: at(300) }, { column: 'registered_at', direction: 'asc' }],
		[{ checkedInAfter: at(0) }, { column: 'checked_in_at', direction: 'desc' }],
		[{ checkIn: 'checkedIn' }, { column: 'checked_in_at', direction: 'desc' }],
	])('%j, %j: the first ten are on the first page', async (filters, sort) => {
		const { ids, pages } = await asked(filters, sort, {});
		expect([ids[0], ids.length, pages]).toEqual([sort.direction === 'desc' ? guests[299].id : guests[0].id, 10, 1]);
		expect((await asked(filters, sort, { options: { output: 'pages' } })).pages).toBe(1);
	});
});

/** Gives all guests in pages of five, one a run. @param meanwhile what becomes of the guests between a run and the next */
async function givenInPages(guests: IDataObject[], meanwhile: (guests: IDataObject[], turn: number) => IDataObject[]): Promise<unknown[]> {
	const given: unknown[] = [];
	let cursor: string | undefined = '';
	for (let turn = 0; cursor !== undefined; turn += 1) {
		nock.cleanAll();
		later();
		serveGuests({ 'evt-1': guests });
		const { json, error } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), filters: { guestStatuses: ['approved', 'waitlist'] }, limit: 5, options: { output: 'pages', paginationCursor: cursor } }, { after: false });
		expect(error).toBeUndefined();
		given.push(...(json[0].entries as IDataObject[]).map(({ id }) => id));
		cursor = json[0].next_cursor as string | undefined;
		guests = meanwhile(guests, turn);
	}
	return given;
}

describe('pages, one a run', () => {
	const twelve = Array.from({ length: 12 }, (_, n) => guest(n, { approval_status: n % 2 ? 'waitlist' : 'approved', registered_at: at(n) }));
	const ids = twelve.map(({ id }) => id);

	it('while guests leave and join: the next one goes on behind the last guest of the one before', async () => {
		const joined = [20, 21, 22].map((n) => guest(n, { approval_status: 'waitlist', registered_at: at(-n) }));
		// The first two, who were given, leave; later some join who stand before those who were given.
		expect(await givenInPages(twelve, (guests, turn) => (turn === 0 ? guests.slice(2) : turn === 1 ? joined.concat(guests) : guests))).toEqual(ids);
	});

	it('while the last guest of a page leaves: nobody behind is lost', async () => {
		expect(await givenInPages(twelve, (guests, turn) => (turn === 0 ? guests.filter(({ id }) => id !== ids[4]) : guests))).toEqual(ids);
	});
});

it('a status that is named twice is that status, and Luma is asked for it alone', async () => {
	const guests = STATUSES.map((approval_status, n) => guest(n, { approval_status }));
	for (const guestStatuses of ['approved, approved', 'approved, Approved (Going)', '={{ ["Approved", "approved"] }}'] as const) {
		const { ids } = await listed(guests, { guestStatuses: guestStatuses as never }, {}, {});
		expect(ids).toEqual(['gst-0']);
		expect(received.map(({ query }) => query!.approval_status)).toEqual(['approved']);
	}
});
