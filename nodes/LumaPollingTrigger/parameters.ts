import { NodeOperationError, type IPollFunctions } from 'n8n-workflow';
import { guestStatuses } from '../Luma/fields/guest';
import { outputs } from '../Luma/triggers/fields';
import { eventIdsIn, inCollection, one, parameter, read, several } from '../Luma/triggers/parameters';
import { given, isBlank } from '../Luma/values/blank';
import { whole, yesNo } from '../Luma/values/scalar';
import { GUESTS, triggerOn, watched } from './choices';

const DAY = 24 * 60 * 60_000;

/** What the node's fields say. */
export interface Wanted {
	/** guest.registered, … */
	type: string;
	/** The chosen events; undefined for all that are upcoming and running. */
	eventIds?: string[];
	/** How far ahead and back events may start, in milliseconds. */
	ahead: number;
	back: number;
	isSimplified: boolean;
	/** Empty lets every guest through. */
	statuses: string[];
	includeExisting: boolean;
	/** Milliseconds. */
	maxWait: number;
}

/** @throws NodeOperationError that names the field */
export function wantedBy(context: IPollFunctions): Wanted {
	const option = <T>(label: string, name: string, otherwise: unknown, reading: (value: unknown) => T): T =>
		read(context, label, () => reading(given(inCollection(context, 'options', name), otherwise)));
	const type = String(read(context, 'Trigger On', () => one(parameter(context, 'triggerOn'), triggerOn)) ?? 'guest.registered');
	const isChosen = GUESTS.includes(type) && read(context, 'Events', () => one(parameter(context, 'eventsToWatch'), watched)) === 'chosen';
	const eventIds = isChosen ? eventIdsIn(context, parameter(context, 'eventIds')) : undefined;
	if (eventIds?.length === 0) throw new NodeOperationError(context.getNode(), "Choose at least one event in 'Event Names or IDs'");
	const statuses = GUESTS.includes(type) ? read(context, 'Guest Statuses', () => several(inCollection(context, 'filters', 'guestStatuses'), guestStatuses)) : [];
	if (type === 'guest.going' && statuses.length > 0 && !statuses.includes('approved')) {
		throw new NodeOperationError(context.getNode(), "With these 'Guest Statuses', nothing would ever start the workflow", {
			description: "A guest who is going is approved. Remove 'Guest Statuses' under 'Filters'.",
		});
	}
	return {
		type,
		eventIds,
		ahead: option('Days Ahead', 'daysAhead', '', (value) => (isBlank(value) ? Infinity : whole(value, { min: 1, max: 10_000 }) * DAY)),
		back: option('Days Back', 'daysBack', 7, (value) => whole(value, { max: 10_000 }) * DAY),
		isSimplified: read(context, 'Output', () => one(parameter(context, 'output'), outputs)) !== 'data',
		statuses,
		includeExisting: option('Include Existing', 'includeExisting', false, yesNo),
		maxWait: option('Max Wait on Rate Limit', 'maxWait', 30, (value) => whole(value)) * 1000,
	};
}
