import type { Failure } from '../../../../../nodes/Luma/api/errors';
import { halve, type Found, type Refusal } from '../../../../../nodes/Luma/run/batches/halve';
import fc from '../../../../properties';

const refusal = (words: string): Refusal => {
	const failure: Failure = { method: 'POST', path: '/', parameters: {}, status: 400, words };
	return { failure, words };
};

/** Sends rows 0 to `count` - 1, `size` in a request, to a Luma that refuses some of them, or too many at once. */
async function sending({ count, size = count, bad = [], max = Infinity, words = (row) => `row ${row}`, stops }: { count: number; size?: number; bad?: number[]; max?: number; words?: (row: number) => string; stops?: boolean }) {
	const requests: number[][] = [];
	const taken: number[] = [];
	const found: Found<number> = await halve(
		range(0, count),
		size,
		async (part): Promise<Refusal | undefined> => {
			requests.push(part);
			const first = part.find((row) => bad.includes(row));
			if (part.length > max) return refusal('too many');
			if (first !== undefined) return refusal(words(first));
			taken.push(...part);
			return undefined;
		},
		stops,
	);
	return { ...found, requests, taken, refused: [...found.refused.keys()] };
}

const sorted = (rows: number[]) => [...rows].sort((a, b) => a - b);

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

it('sends good rows once, so many in a request', async () => {
	expect(await sending({ count: 100 })).toMatchObject({ refused: [], untried: [], size: 100, requests: [range(0, 100)] });
	expect(await sending({ count: 250, size: 100 })).toMatchObject({ refused: [], untried: [], size: 100, requests: [range(0, 100), range(100, 200), range(200, 250)] });
});

it.each([
	['first', [0]],
	['in the middle', [50]],
	['last', [99]],
	['first, in the middle and last', [0, 50, 99]],
	['in a row at the start', range(0, 12)],
	['in a row at the end', range(88, 100)],
])('finds bad rows %s, and the others go through', async (_where, bad) => {
	const { refused, untried, size, taken, requests } = await sending({ count: 100, bad, words: () => 'not an address' });
	expect({ refused: sorted(refused), untried, size }).toEqual({ refused: bad, untried: [], size: 100 });
	expect(sorted(taken)).toEqual(range(0, 100).filter((row) => !bad.includes(row)));
	expect(requests.length).toBeLessThanOrEqual(2 * bad.length * Math.ceil(Math.log2(100)) + 1);
});

const setting = fc.record({
	count: fc.integer({ min: 1, max: 300 }),
	size: fc.integer({ min: 1, max: 130 }),
	places: fc.uniqueArray(fc.nat(299)),
	max: fc.option(fc.integer({ min: 1, max: 60 }), { nil: Infinity }),
});

it('finds any bad rows, and sends each good one exactly once, in order', async () => {
	await fc.assert(
		fc.asyncProperty(setting, async ({ places, ...more }) => {
			const bad = places.filter((row) => row < more.count);
			const { refused, untried, taken, requests } = await sending({ ...more, bad });
			expect(untried).toEqual([]);
			expect(sorted(refused)).toEqual(sorted(bad));
			expect(taken).toEqual(range(0, more.count).filter((row) => !bad.includes(row)));
			expect(requests.filter((part) => part.length === 1)).toHaveLength(new Set(requests.filter((part) => part.length === 1).flat()).size);
			expect(requests.every((part) => part.length <= more.size)).toBe(true);
		}),
	);
});

it('sends none twice and leaves none without a word, whatever Luma says of them', async () => {
	await fc.assert(
		fc.asyncProperty(setting, fc.nat(40), fc.boolean(), async ({ places, ...more }, head, stops) => {
			const bad = range(0, more.count).filter((row) => row < head || places.includes(row));
			const { refused, untried, taken } = await sending({ ...more, bad, words: () => 'no', stops });
			const known = sorted([...refused, ...untried, ...taken]);
			expect(known).toEqual(range(0, known.length));
			if (!stops) expect(known).toHaveLength(more.count);
			if (!stops && untried.length > 0) expect(refused.length).toBeGreaterThanOrEqual(20);
		}),
	);
});

describe('where the node is to stop', () => {
	it('a request with a refused row is the last one', async () => {
		const { refused, taken } = await sending({ count: 300, size: 100, bad: [103, 150, 250], stops: true });
		expect(sorted(refused)).toEqual([103, 150]);
		expect(sorted(taken)).toEqual(range(0, 200).filter((row) => ![103, 150].includes(row)));
	});

	it('none of later requests is tried out of turn', async () => {
		const { requests } = await sending({ count: 300, size: 100, bad: range(0, 300), words: () => 'The event is over', stops: true });
		expect(requests.flat().every((row) => row < 100)).toBe(true);
	});
});

describe('a maximum of Luma', () => {
	it.each([
		[1, 1],
		[30, 25],
		[50, 50],
		[99, 50],
	])('of %i is found by halving: %i fit', async (max, size) => {
		expect(await sending({ count: 100, max })).toMatchObject({ refused: [], size, taken: range(0, 100) });
	});

	it('counts for all requests after it', async () => {
		const { requests, size } = await sending({ count: 300, size: 100, max: 60 });
		expect({ size, sent: requests.map(({ length }) => length) }).toEqual({ size: 50, sent: [100, 50, 50, 50, 50, 50, 50] });
	});

	it('is found where it comes later, by what went through since', async () => {
		const sent: number[] = [];
		const { size } = await halve(range(0, 300), 100, async (part): Promise<Refusal | undefined> => (sent.push(part.length), part[0] >= 100 && part.length > 60 ? refusal('too many') : undefined));
		expect({ size, sent }).toEqual({ size: 50, sent: [100, 100, 50, 50, 50, 50] });
	});

	it('is found beside bad rows', async () => {
		expect(await sending({ count: 100, max: 60, bad: [3] })).toMatchObject({ refused: [3], size: 100 });
		expect(await sending({ count: 100, max: 30, bad: [3] })).toMatchObject({ refused: [3], size: 25 });
	});

	it('is not concluded from a part that failed', async () => {
		const found = await halve([1, 2], 2, async (part): Promise<Refusal | undefined> => (part.length > 1 ? refusal('no') : part[0] === 1 ? {} : undefined));
		expect(found).toEqual({ refused: new Map(), untried: [], size: 2 });
	});
});

describe('a fault that is not in the rows', () => {
	it.each([
		[100, 100],
		[1000, 1000],
		[10_000, 100],
		[10_000, 1],
	])('is seen long before each of %i rows was tried, %i in a request', async (count, size) => {
		const { refused, untried, requests, taken } = await sending({ count, size, bad: range(0, count), words: () => 'The event is over' });
		expect(requests.length).toBeLessThan(40);
		expect(taken).toEqual([]);
		expect(refused).toHaveLength(20);
		expect(sorted([...refused, ...untried])).toEqual(range(0, count));
	});

	it('is seen by requests that fail whole: 8 of them, and 12 rows alone', async () => {
		const sent: number[] = [];
		const { refused, untried } = await halve(range(0, 10_000), 100, async (part): Promise<Refusal> => ({ words: `Not found${void sent.push(part.length)}` }));
		expect(sent).toEqual([...Array<number>(8).fill(100), ...Array<number>(12).fill(1)]);
		expect([refused.size, untried.length]).toEqual([0, 10_000 - 812]);
	});

	it('is not concluded while the words differ', async () => {
		expect(await sending({ count: 60, bad: range(0, 60) })).toMatchObject({ untried: [] });
	});

	it('is not concluded from the rows of one request: those of others are tried', async () => {
		const { refused, untried, taken } = await sending({ count: 1000, size: 100, bad: range(0, 100), words: () => 'not an address' });
		expect(untried).toEqual([]);
		expect(sorted(refused)).toEqual(range(0, 100));
		expect(sorted(taken)).toEqual(range(100, 1000));
	});

	it.each([25, 50, 75])('is not concluded from bad rows in a row when row %i is good', async (good) => {
		const bad = range(0, 100).filter((row) => row !== good && row < 80);
		const { refused, untried, taken } = await sending({ count: 100, bad, words: () => 'not an address' });
		expect(untried).toEqual([]);
		expect(sorted(refused)).toEqual(bad);
		expect(sorted(taken)).toEqual([good, ...range(80, 100)]);
	});
});
