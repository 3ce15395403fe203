import type { Failure } from '../../../../../nodes/Luma/api/errors';
import { halve, type Found, type Verdict } from '../../../../../nodes/Luma/run/batches/halve';
import fc from '../../../../properties';

const refusal = (words: string): Failure => ({ method: 'POST', path: '/', parameters: {}, status: 400, words });

/** Sends rows 0 to `size` - 1 to a Luma that refuses some of them, or too many at once. */
async function sending({ size, bad = [], max = Infinity, words = (row) => `row ${row}` }: { size: number; bad?: number[]; max?: number; words?: (row: number) => string }) {
	const requests: number[][] = [];
	const taken: number[] = [];
	const found: Found<number> = await halve(
		Array.from({ length: size }, (_, row) => row),
		async (part): Promise<Verdict> => {
			requests.push(part);
			const first = part.find((row) => bad.includes(row));
			if (part.length > max) return refusal('too many');
			if (first !== undefined) return refusal(words(first));
			taken.push(...part);
			return 'taken';
		},
	);
	return { ...found, requests, taken, refused: [...found.refused.keys()] };
}

const sorted = (rows: number[]) => [...rows].sort((a, b) => a - b);

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

it('sends a good batch once', async () => {
	expect(await sending({ size: 100 })).toMatchObject({ refused: [], untried: [], fitting: undefined, requests: [range(0, 100)] });
});

it.each([
	['first', [0]],
	['in the middle', [50]],
	['last', [99]],
	['first, in the middle and last', [0, 50, 99]],
	['in a row at the start', range(0, 12)],
	['in a row at the end', range(88, 100)],
])('finds bad rows %s, and the others go through', async (_where, bad) => {
	const { refused, untried, fitting, taken, requests } = await sending({ size: 100, bad, words: () => 'not an address' });
	expect({ refused: sorted(refused), untried, fitting }).toEqual({ refused: bad, untried: [], fitting: undefined });
	expect(sorted(taken)).toEqual(range(0, 100).filter((row) => !bad.includes(row)));
	expect(requests.length).toBeLessThanOrEqual(2 * bad.length * Math.ceil(Math.log2(100)) + 1);
});

it('finds any bad rows, and sends each good one exactly once, in order', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 130 }), fc.uniqueArray(fc.nat(129)), fc.option(fc.integer({ min: 1, max: 60 }), { nil: Infinity }), async (size, places, max) => {
			const bad = places.filter((row) => row < size);
			const { refused, untried, taken, requests } = await sending({ size, bad, max });
			expect(untried).toEqual([]);
			expect(sorted(refused)).toEqual(sorted(bad));
			expect(taken).toEqual(range(0, size).filter((row) => !bad.includes(row)));
			expect(requests.filter((part) => part.length === 1)).toHaveLength(new Set(requests.filter((part) => part.length === 1).flat()).size);
		}),
	);
});

describe('a maximum of Luma', () => {
	it.each([
		[1, 1],
		[30, 25],
		[50, 50],
		[99, 50],
	])('of %i is found by halving: %i fit', async (max, fitting) => {
		expect(await sending({ size: 100, max })).toMatchObject({ refused: [], fitting, taken: range(0, 100) });
	});

	it('is found beside bad rows', async () => {
		expect(await sending({ size: 100, max: 60, bad: [3] })).toMatchObject({ refused: [3], fitting: undefined });
		expect(await sending({ size: 100, max: 30, bad: [3] })).toMatchObject({ refused: [3], fitting: 25 });
	});

	it('is not concluded from a part that failed', async () => {
		const found = await halve([1, 2], async (part): Promise<Verdict> => (part.length > 1 ? refusal('no') : part[0] === 1 ? 'failed' : 'taken'));
		expect(found).toEqual({ refused: new Map(), untried: [], fitting: undefined });
	});
});

describe('a fault that is not in the rows', () => {
	it.each([100, 1000])('is seen long before each of %i rows was tried', async (size) => {
		const { refused, untried, requests, taken } = await sending({ size, bad: range(0, size), words: () => 'The event is over' });
		expect(requests.length).toBeLessThan(32);
		expect(taken).toEqual([]);
		expect(refused).toHaveLength(12);
		expect(sorted([...refused, ...untried])).toEqual(range(0, size));
	});

	it('is not concluded while the words differ', async () => {
		expect(await sending({ size: 20, bad: range(0, 20) })).toMatchObject({ untried: [] });
	});

	it.each([25, 50, 75])('is not concluded from bad rows in a row when row %i is good', async (good) => {
		const bad = range(0, 100).filter((row) => row !== good && row < 80);
		const { refused, untried, taken } = await sending({ size: 100, bad, words: () => 'not an address' });
		expect(untried).toEqual([]);
		expect(sorted(refused)).toEqual(bad);
		expect(sorted(taken)).toEqual([good, ...range(80, 100)]);
	});
});
