import type { Failure } from '../../api/errors';

/** Why a request was not taken. */
export interface Refusal {
	/** Luma refused it for what was in it: one of the rows may be at fault, or that they are so many. Otherwise it has been dealt with as a whole. */
	failure?: Failure;
	/** What Luma blames, where it blames something. */
	words?: string;
}

/** What sending rows has brought to light. */
export interface Found<Row> {
	/** Rows that Luma refused alone. */
	refused: Map<Row, Failure>;
	/** Rows that were not sent, since so many others were refused alike: the fault is not in them. */
	untried: Row[];
	/** Rows of one request at most, as far as it is known by now. */
	size: number;
}

/** After so many refusals in the same words, with no row taken between them, some of the rest are tried out of turn… */
const ALIKE = 8;

/** …this many, alone, and spread evenly. When they are refused alike too, the rest is not tried. */
const PROBES = 12;

/** Some of the rows, this many at most, spread evenly; the last one is among them. */
const spread = <Row>(rows: Row[], count: number): Set<Row> => new Set(rows.length === 0 ? [] : Array.from({ length: count }, (_, probe) => rows[Math.ceil(((probe + 1) * rows.length) / count) - 1]));

/**
 * Sends rows, so many in one request, and in halves what Luma refuses, until each row that it will not take is alone; in
 * order, but for probes. With k such rows of n in a request it takes some 2 k log2(n) requests; where Luma takes none at
 * all, about 40, however many rows there are.
 * @param size rows of one request; where a part without a refused row was refused, as many as went through
 * @param attempt sends the rows in one request
 * @param stops whether to end with the request in which a row was refused
 */
export async function halve<Row>(rows: Row[], size: number, attempt: (part: Row[]) => Promise<Refusal | undefined>, stops = false): Promise<Found<Row>> {
	const refused = new Map<Row, Failure>();
	const taken = new Set<Row>();
	let rest = rows;
	/** What is left of the rows of one request, the next part last; those that were divided; and the largest that was taken. */
	let parts: Row[][] = [];
	let divided: Row[][] = [];
	let largest = 0;
	let alike = 0;
	let words: string | undefined;
	while (alike < ALIKE + PROBES) {
		if (parts.length === 0) {
			if (divided.some((part) => part.every((row) => taken.has(row)))) size = largest;
			if (rest.length === 0 || (stops && refused.size > 0)) return { refused, untried: [], size };
			[parts, rest, divided, largest] = [[rest.slice(0, size)], rest.slice(size), [], 0];
		}
		const part = parts.pop()!;
		const refusal = await attempt(part);
		if (refusal?.failure && part.length > 1) {
			const middle = Math.ceil(part.length / 2);
			parts.push(part.slice(middle), part.slice(0, middle));
			divided.push(part);
			continue;
		}
		if (refusal?.failure) refused.set(part[0], refusal.failure);
		if (!refusal) {
			for (const row of part) taken.add(row);
			largest = Math.max(largest, part.length);
		}
		alike = refusal?.words === undefined ? 0 : refusal.words === words ? alike + 1 : 1;
		words = refusal?.words;
		// Where requests fail whole, rows alone can take more requests than what is left.
		if (alike !== ALIKE || (!refusal?.failure && rest.length <= PROBES * size)) continue;
		const begun = parts.reverse().flat();
		const probes = spread([...begun, ...(stops ? [] : rest)], PROBES);
		const others = (some: Row[]) => some.filter((row) => !probes.has(row));
		parts = [others(begun), ...[...probes].reverse().map((row) => [row])].filter(({ length }) => length > 0);
		rest = others(rest);
	}
	return { refused, untried: [...parts.reverse().flat(), ...rest], size };
}
