import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pages } from '../../../../nodes/Luma/api/pages';
import type { Problem } from '../../../../nodes/Luma/values/problem';
import { asked, conference, guests, on, passTime, restoreTime, simulate, stopSimulators } from './support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

const ids = (items: Array<{ id?: unknown }>) => new Set(items.map(({ id }) => id)).size;

test('Return All reads to the end, 100 a page, with filters and sort on every page', async () => {
	const luma = await simulate();
	const { json, error } = await on(luma, guests({ returnAll: true, filters: { guestStatuses: ['approved'] }, sort: { column: 'email', direction: 'desc' } }));
	expect(error).toBeUndefined();
	const approved = luma.guests(conference).filter(({ approval_status }) => approval_status === 'approved').length;
	expect(json).toHaveLength(approved);
	expect(ids(json)).toBe(approved);
	expect(luma.requests).toHaveLength(Math.ceil(approved / 100));
	for (const { query } of luma.requests) {
		expect(query).toMatchObject({ event_id: conference, approval_status: 'approved', sort_column: 'email', sort_direction: 'desc', pagination_limit: '100' });
	}
});

test.each([1, 37, 99])('Return All and Limit follow pages of %i, smaller than asked for', async (pageCap) => {
	const luma = await simulate({ pageCap });
	const size = pageCap === 1 ? 60 : 1234;
	const eventId = { __rl: true, mode: 'id', value: pageCap === 1 ? luma.addEvent({ guests: size }) : conference };
	const all = await on(luma, guests({ eventId, returnAll: true }));
	expect(ids(all.json)).toBe(size);
	const limited = await on(luma, guests({ eventId, limit: 55 }));
	expect(limited.json).toEqual(all.json.slice(0, 55));
});

test('Limit is exact, and the last page is asked for just what is missing', async () => {
	const luma = await simulate();
	const { json } = await on(luma, guests({ limit: 250 }));
	expect(ids(json)).toBe(250);
	expect(asked(luma)).toEqual([{ limit: '100', cursor: false }, { limit: '100', cursor: true }, { limit: '50', cursor: true }]);
});

test('Limit gives fewer only when there are no more', async () => {
	const luma = await simulate();
	expect((await on(luma, guests({ limit: 5000 }))).json).toHaveLength(1234);
	expect((await on(luma, guests({ limit: 100 }))).json).toHaveLength(100);
	expect(luma.requests).toHaveLength(13 + 1);
});

test('Limit is exact also where Luma answers more than it was asked for', async () => {
	const entries = Array.from({ length: 70 }, (_, id) => ({ id }));
	const read: unknown[] = [];
	for await (const page of pages(async ({ pagination_cursor: at = '' }) => ({ entries, has_more: true, next_cursor: `${at}>` }), { limit: 100 })) read.push(...page.entries);
	expect(read).toEqual([...entries, ...entries.slice(0, 30)]);
});

test('a cursor that leads nowhere does not matter once Limit is reached', async () => {
	const luma = await simulate();
	luma.fail({ kind: 'noCursor', skip: 1 });
	const { json, error } = await on(luma, guests({ limit: 150 }));
	expect(error).toBeUndefined();
	expect(json).toHaveLength(150);
});

test('hundreds of thousands of items come out, from one input item', async () => {
	const entries = Array.from({ length: 70_000 }, (_, id) => ({ id }));
	let page = 0;
	const server = createServer((_, response) => {
		page += 1;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ entries, has_more: page < 3, ...(page < 3 && { next_cursor: `page-${page + 1}` }) }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { error, items } = await on({ url }, guests({ returnAll: true }), { after: false, contract: false });
	server.close();
	expect(error).toBeUndefined();
	expect(items).toHaveLength(210_000);
});

test.each([
	['repeatCursor', 'Luma sent the same cursor twice'],
	['noCursor', 'Luma says there are more items, but not where to continue'],
] as const)('%s is an error that says how many items were already read', async (kind, message) => {
	const luma = await simulate();
	luma.fail({ kind, skip: 2 });
	const { error, json } = await on(luma, guests({ returnAll: true }));
	expect(error?.message).toContain(message);
	expect(error?.description).toContain('300 items were already read');
	expect(json).toEqual([]);
	expect(luma.requests).toHaveLength(3);
});

test('a cursor that comes again later is noticed too', async () => {
	const luma = await simulate();
	const first = await on(luma, guests({ limit: 100, options: { output: 'pages' } }));
	const cursor = first.json[0].next_cursor as string;
	luma.fail({ kind: 'repeatCursor', skip: 1 });
	const { error } = await on(luma, guests({ returnAll: true, options: { paginationCursor: cursor } }));
	expect(error?.message).toContain('same cursor twice');
	expect(error?.description).toContain('200 items were already read');
});

test('a page that fails for good says how many items were already read, and its cursor reads the rest', async () => {
	const luma = await simulate();
	luma.fail({ status: 503, message: 'We are down', skip: 5, times: 4 });
	const { error } = await on(luma, guests({ returnAll: true }));
	expect(error).toMatchObject({ message: 'We are down', httpCode: '503' });
	expect(error?.description).toContain('500 items were already read');
	const cursor = /'Pagination Cursor' under 'Options' to (\S+)/.exec(error!.description!)![1];
	const rest = await on(luma, guests({ returnAll: true, options: { paginationCursor: cursor } }));
	expect(ids(rest.json)).toBe(734);
});

describe('a list that cannot be followed', () => {
	const walk = async (...answers: unknown[]) => {
		const read: unknown[] = [];
		const walking = async () => {
			for await (const { entries } of pages(async () => await Promise.resolve(answers.shift() as never), {})) read.push(...entries);
		};
		const problem = (await walking().catch((error: unknown) => error)) as Problem | undefined;
		return { read: read.length, message: problem?.message, description: problem?.description };
	};
	const first = { entries: [{ id: 1 }, { id: 2 }], has_more: true, next_cursor: 'c2' };
	const readBefore = (count: number) => `${count} items were already read. Run the node again. If this keeps happening, contact Luma.`;

	test.each([undefined, null, ''])('has_more with %p for next_cursor is an error', async (next_cursor) => {
		expect(await walk(first, { entries: [{ id: 3 }], has_more: true, next_cursor })).toEqual({
			read: 3,
			message: 'Luma says there are more items, but not where to continue (has_more without next_cursor)',
			description: readBefore(3),
		});
	});

	test.each([undefined, null, {}, 'none', 7])('%p for entries is an error in words', async (entries) => {
		expect(await walk(first, { entries, has_more: false })).toEqual({ read: 2, message: "Luma's response has no list of entries", description: readBefore(2) });
	});

	test.each([null, undefined, 'gst-1', 7, []])('an entry that is %p is an error in words', async (entry) => {
		expect(await walk(first, { entries: [{ id: 3 }, entry], has_more: false })).toEqual({ read: 2, message: "Luma's response has an entry that isn't an object", description: readBefore(2) });
	});

	test.each([false, undefined, null, 'true'])('the list ends where has_more is %p, whatever next_cursor is', async (has_more) => {
		expect(await walk({ ...first, has_more })).toEqual({ read: 2, message: undefined, description: undefined });
	});

	test('a page without entries has more behind it where Luma says so', async () => {
		expect(await walk({ entries: [], has_more: true, next_cursor: 'c2' }, { ...first, has_more: false })).toMatchObject({ read: 2, message: undefined });
	});
});

describe('the node', () => {
	/** Reads a list of which a server has these pages, by their cursor. */
	async function reads(list: Record<string, object>) {
		const cursors: string[] = [];
		const server = createServer(({ url }, response) => {
			const cursor = new URL(url!, 'http://localhost').searchParams.get('pagination_cursor') ?? '';
			cursors.push(cursor);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(list[cursor]));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const { error, json } = await on({ url }, guests({ returnAll: true, simplify: true }), { contract: false });
		server.close();
		return { error: error?.message, ids: json.map(({ id }) => id), cursors };
	}

	test('says so too', async () => {
		expect(await reads({ '': { entries: [null], has_more: false } })).toMatchObject({ error: "Luma's response has an entry that isn't an object" });
	});

	test('loses nothing by a page without entries in the middle, and does not follow a cursor that is left on the last page', async () => {
		const list = {
			'': { entries: [{ id: 'gst-1' }], has_more: true, next_cursor: 'c2' },
			c2: { entries: [], has_more: true, next_cursor: 'c3' },
			c3: { entries: [{ id: 'gst-2' }], has_more: false, next_cursor: 'c3' },
		};
		expect(await reads(list)).toEqual({ error: undefined, ids: ['gst-1', 'gst-2'], cursors: ['', 'c2', 'c3'] });
	});
});
