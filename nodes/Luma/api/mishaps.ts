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

/** What a request does if it is carried out, perhaps twice. */
export interface Effect {
	/** Whether it changes something. */
	writes: boolean;
	/** Whether the same again does no harm. */
	repeatable: boolean;
}

/** Takes the API key out of a text. */
type Hide = (text: string) => string;

/** What to make of a request that got no answer. */
export function unanswered(error: unknown, { writes, repeatable }: Effect, timeout: number, hide: Hide): Mishap {
	const { words, name, notSent, passes, damaged } = faultOf(error, timeout);
	const origin = damaged ? 'damaged' : notSent && !passes ? 'notSent' : undefined;
	return { words: hide(words), name, uncertain: writes && !notSent, again: passes && (notSent || repeatable), origin };
}

/** What is wrong with an answer, if anything. */
export function refused({ statusCode: status, body }: IN8nHttpFullResponse, { writes, repeatable }: Effect, hide: Hide): Mishap | undefined {
	const name = `HTTP ${status}`;
	if (status >= 200 && status < 300) {
		const words = notAnAnswer(body);
		return words === undefined ? undefined : { status, words, name, uncertain: writes, again: repeatable, origin: 'damaged' };
	}
	return {
		status,
		words: wordsOf(body, hide),
		name,
		uncertain: writes && mayHaveActed(status),
		again: repeatable && TRANSIENT.includes(status),
		origin: isFromLuma(body) ? undefined : 'foreign',
	};
}
