import type { Failure } from '../../api/errors';

/** What became of one request: Luma took it, refused it for what was in it, or it failed in a way that has been dealt with. */
export type Verdict = 'taken' | 'failed' | Failure;

/** What sending a batch has brought to light. */
export interface Found<Row> {
	/** Rows that Luma refused alone. */
	refused: Map<Row, Failure>;
	/** Rows that were not sent, since those that were tried alone were all refused alike: the fault is not in them. */
	untried: Row[];
	/** The largest part that went through, where a part without a refused row was refused: it was too large. */
	fitting?: number;
}

/** After so many rows refused alone in the same words, with none taken between them, some of the rest are tried out of turn… */
const ALIKE = 8;

/** …this many, spread evenly. When they are refused alike too, the rest is not tried. */
const PROBES = 4;

/** So many rows that are refused alone in the same words tell that the fault is not in them. */
export const TELLING = ALIKE + PROBES;

/** Some of the rows, this many at most, spread evenly; the last one is among them. */
export const spread = <Row>(rows: Row[], count: number): Row[] => {
	const places = new Set(Array.from({ length: count }, (_, probe) => Math.ceil(((probe + 1) * rows.length) / count) - 1));
	return rows.filter((_, place) => places.has(place));
};

/** The same rows with some taken out to go first. The parts are a stack, the next one last. */
function probesFirst<Row>(parts: Row[][]): Row[][] {
	const rest = [...parts].reverse().flat();
	const first = new Set(spread(rest, PROBES));
	const probes = [...first].map((row) => [row]).reverse();
	const others = rest.filter((row) => !first.has(row));
	return others.length > 0 ? [others, ...probes] : probes;
}

/**
 * Sends a batch, and in halves what Luma refuses, until each row that it will not take is alone; in order, but for probes.
 * With k such rows of n it takes some 2 k log2(n) requests; where it takes none at all, about 25.
 * @param attempt sends the rows in one request
 */
export async function halve<Row>(batch: Row[], attempt: (part: Row[]) => Promise<Verdict>): Promise<Found<Row>> {
	const refused = new Map<Row, Failure>();
	const failed = new Set<Row>();
	const tooMuch: Row[][] = [];
	let largest = 0;
	let alike = 0;
	let words: string | undefined;
	let parts = [batch];
	while (parts.length > 0 && alike < ALIKE + PROBES) {
		const part = parts.pop()!;
		const verdict = await attempt(part);
		if (verdict === 'taken' || verdict === 'failed') {
			alike = 0;
			if (verdict === 'taken') largest = Math.max(largest, part.length);
			else part.forEach((row) => failed.add(row));
		} else if (part.length > 1) {
			const middle = Math.ceil(part.length / 2);
			parts.push(part.slice(middle), part.slice(0, middle));
			tooMuch.push(part);
		} else {
			refused.set(part[0], verdict);
			alike = alike > 0 && verdict.words === words ? alike + 1 : 1;
			words = verdict.words;
			if (alike === ALIKE) parts = probesFirst(parts);
		}
	}
	const untried = parts.reverse().flat();
	const blameless = (part: Row[]) => !part.some((row) => refused.has(row) || failed.has(row) || untried.includes(row));
	return { refused, untried, fitting: largest > 0 && tooMuch.some(blameless) ? largest : undefined };
}
