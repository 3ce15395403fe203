import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { isFromLuma, notAnAnswer, wordsOf } from './answers';
import type { Failure } from './errors';
import { faultOf } from './faults';

/** Answers after which a read is worth another try; 520 to 524 are of the network that Luma stands behind (Cloudflare). */
const TRANSIENT = [408, 500, 502, 503, 504, 520, 521, 522, 523, 524];

/** Whether Luma may have acted although it answers with this status. */
const mayHaveActed = (status: number) => status === 408 || status >= 500;

/** A request that did not get what it asked for. */
export interface Mishap extends Pick<Failure, 'status' | 'words' | 'uncertain' | 'origin'> {
	/** For the log. */
	name: string;
	/** Whether it is worth another try, and does no harm. */
	again: boolean;
}

/** Takes the API key out of a text. */
type Hide = (text: string) => string;

/** What to make of a request that got no answer. */
export function unanswered(error: unknown, writes: boolean, timeout: number, hide: Hide): Mishap {
	const { words, name, notSent, passes, damaged } = faultOf(error, timeout);
	const origin = damaged ? 'damaged' : notSent && !passes ? 'notSent' : undefined;
	return { words: hide(words), name, uncertain: writes && !notSent, again: passes && (notSent || !writes), origin };
}

/** What is wrong with an answer, if anything. */
export function refused({ statusCode: status, body }: IN8nHttpFullResponse, writes: boolean, hide: Hide): Mishap | undefined {
	const name = `HTTP ${status}`;
	if (status >= 200 && status < 300) {
		const words = notAnAnswer(body);
		return words === undefined ? undefined : { status, words, name, uncertain: writes, again: !writes, origin: 'damaged' };
	}
	return {
		status,
		words: wordsOf(body, hide),
		name,
		uncertain: writes && mayHaveActed(status),
		again: !writes && TRANSIENT.includes(status),
		origin: isFromLuma(body) ? undefined : 'foreign',
	};
}
