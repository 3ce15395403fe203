import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { call } from '../Luma/api/call';
import { failureOf } from '../Luma/api/errors';
import { pool } from '../Luma/run/pool';
import { warn } from '../Luma/triggers/warn';
import { ofField, Problem, shownAll } from '../Luma/values/problem';
import { filtersOf } from './parameters';
import { MAX_WAIT } from './whoWaits';

/** What the node keeps in n8n's static data about the chosen events. */
export interface EventsKept {
	/** IDs of those that Luma had at a publication, or with which the workflow was published already. */
	events?: string[];
}

/** Events that are looked up at most. Luma allows 200 requests a minute, and others need some too. */
const MOST = 50;

/** Events that are looked up at once. */
const AT_ONCE = 4;

/** It is only a check: it does not hold up the publication for long. Milliseconds. */
const BRIEFLY = { tries: 2, timeout: 10_000, maxWait: MAX_WAIT };

/** How Luma answers for an event that it does not have, that the API key can't access, or whose ID can be none. */
function isMissing(error: unknown): boolean {
	const { status = 0, origin } = failureOf(error) ?? {};
	return origin === undefined && [400, 403, 404, 422].includes(status);
}

/**
 * Looks up the events of the filter when a person publishes the workflow or tries it, since with one that is not there the
 * workflow would never start. Nothing else may keep it from being published: where Luma can't be asked, n8n's log says so.
 *
 * An event that was there once and is gone since, as when it was canceled, must not take down a workflow that is published:
 * so nothing is looked up when n8n itself starts a workflow again, and such an event is no reason to refuse a change of a
 * published one (n8n 1.85 unpublishes it when that fails, whichever node was changed).
 * @throws NodeOperationError that names the events
 */
export async function lookUpEvents(context: IHookFunctions): Promise<void> {
	const mode = context.getActivationMode();
	const kept = context.getWorkflowStaticData('node') as EventsKept;
	const { eventIds } = filtersOf(context);
	if (mode === 'init' || mode === 'leadershipChange') {
		// A version of this node that looked nothing up has noted nothing.
		if (eventIds.length > 0) kept.events ??= eventIds;
		return;
	}
	const known = new Set(mode === 'update' && Array.isArray(kept.events) ? kept.events : []);
	const found = new Set<string>();
	const missing: string[] = [];
	let unasked: Error | undefined;
	await pool(eventIds.slice(0, MOST), AT_ONCE, async (event_id) => {
		if (unasked) return;
		try {
			await call(context, 'GET', '/v1/events/get', { event_id }, { operation: 'Look Up Chosen Events', ...BRIEFLY });
			found.add(event_id);
		} catch (error) {
			if (isMissing(error)) missing.push(event_id);
			else unasked ??= error as Error;
		}
	});
	const wrong = missing.filter((id) => !known.has(id));
	if (wrong.length > 0) {
		const { message } = ofField('Event Names or IDs', new Problem(`Luma has ${wrong.length === 1 ? 'no event' : 'none of the events'} ${shownAll(wrong)} that this API key can access`));
		throw new NodeOperationError(context.getNode(), message, {
			description: "Under 'Filters', remove what isn't there, and choose events from the list. If another calendar manages the event, use the API key of that calendar in the credential.",
		});
	}
	kept.events = eventIds.filter((id) => found.has(id) || known.has(id));
	if (kept.events.length === 0) delete kept.events;
	if (missing.length > 0) warn(context, `Luma no longer has the chosen event ${shownAll(missing)}, so nothing about it starts the workflow. Remove it under 'Filters'.`);
	if (unasked) warn(context, `couldn't look up all events chosen under 'Filters', and goes on without: ${unasked.message}`);
}
