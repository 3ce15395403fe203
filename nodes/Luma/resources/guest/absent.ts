import { apiError, failureOf } from '../../api/errors';
import { severalEvents } from '../../fields/event';
import { isOfAll, isOfSeveral, type EventOfGuests } from '../../fields/guestsOf';
import type { Item } from '../../run/item';
import { shown } from '../../values/problem';

/** Refusals that may be of one event alone: it is not there, or not this API key's. */
const OF_EVENT = [403, 404];

/** Whether Luma has no such event, asked anew. */
const isGone = async (item: Item, event_id: string): Promise<boolean> =>
	await item.also('GET', '/v1/events/get', { event_id }).then(
		() => false,
		(error) => failureOf(error)?.status === 404,
	);

/**
 * Deals with a refusal of the guests of one of several events. An event that has vanished since all that are to come were listed
 * is nobody's fault: it is left out, with a hint.
 * @throws the refusal, which names the event where it may be of that event alone
 */
export async function absent(item: Item, { id, name }: EventOfGuests, error: unknown): Promise<void> {
	const failure = failureOf(error);
	if (!isOfSeveral(item) || failure?.origin !== undefined || !OF_EVENT.includes(failure?.status ?? 0)) throw error as Error;
	const { status, words, notes = [], cursor } = failure!;
	const event = `Event ${shown(id)}${name === undefined || name === null ? '' : ` (${name})`}`;
	if (isOfAll(item) && status === 404 && (await isGone(item, id))) {
		item.hint(`${event} is no longer there, so its guests are not in the output.`);
		return;
	}
	throw apiError(item.context.getNode(), {
		...failure!,
		words: words?.includes(id) ? words : `${event}: ${words ?? `Luma responded with HTTP ${status}`}`,
		notes: [...notes, ...(isOfAll(item) ? [] : [`To list the guests of the other events, remove it from '${severalEvents.displayName}'.`])],
		// From there it would be refused again.
		cursor: status === 404 ? undefined : cursor,
	});
}
