import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../run/item';
import { entriesOf } from '../simplified/pick';
import { cameAt, checkIns, lastCheckIn } from '../simplified/times';
import { assertOrder, instant } from '../values/dateTime';
import { isBlank } from '../values/blank';
import { Problem } from '../values/problem';
import { choice, choices, list } from '../values/scalar';
import { isCalled } from '../values/text';
import { answerFilters, answerFilterOf, type AnswerFilter } from './answerFilter';
import { byName } from './byName';
import { moment } from './dates';
import { guestStatuses } from './guest';
import { registeredAt, type Order } from './guestOrder';
import { checked, query, type Change } from './send';

const presences = [
	{ name: 'Any', value: 'any' },
	{ name: 'Checked In', value: 'checkedIn', description: 'Guests with at least one ticket that was checked in' },
	{ name: 'Not Checked In', value: 'notCheckedIn', description: 'Guests without a ticket that was checked in' },
];

/** Luma filters by one status; for several it is asked for each. */
const oneAtLuma: Change = (value) => ((value as unknown[]).length === 1 ? (value as unknown[])[0] : undefined);

/** Fails unless this time is after the one in another filter, where that is given. */
const afterFilter =
	(name: string, label: string): Change =>
	(value, { context, zone }) => {
		const start = context.getNodeParameter(`filters.${name}`, '');
		if (!isBlank(start)) assertOrder(start, value, zone, { start: label });
		return value;
	};

/** Fails where a guest without a check-in is to have one within some time. */
const withoutTimes: Change = (value, { context }) => {
	const given = Object.entries({ checkedInAfter: 'Checked In After', checkedInBefore: 'Checked In Before' }).find(([name]) => !isBlank(context.getNodeParameter(`filters.${name}`, '')));
	if (value === 'notCheckedIn' && given) throw new Problem(`no guest is 'Not Checked In' and has a check-in in '${given[1]}'`, 'Remove one of the two filters.');
	return value;
};

const time = (displayName: string, name: string, wanted: string, ...further: Change[]): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description: `Return only guests ${wanted}. The node reads no further than it has to. A time without an offset uses the workflow's time zone.`,
	routing: checked(`filters.${name}`, displayName, moment, ...further),
});

/** The Filters of a list of guests. Luma itself knows one status; the rest is told apart while the pages are read. */
export const guestFilters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: byName([
		answerFilters,
		{
			displayName: 'Check-In',
			name: 'checkIn',
			type: 'options',
			options: presences,
			default: 'any',
			description: "Return only guests who have checked in, or only those who haven't",
			routing: checked('filters.checkIn', 'Check-In', choice(presences), withoutTimes),
		},
		time('Checked In After', 'checkedInAfter', 'who were first checked in at or after this time'),
		time('Checked In Before', 'checkedInBefore', 'whose check-ins were all before this time', afterFilter('checkedInAfter', 'Checked In After')),
		{
			displayName: 'Guest Statuses',
			name: 'guestStatuses',
			type: 'multiOptions',
			options: guestStatuses,
			default: ['approved'],
			description: 'Return only guests with one of these statuses. The node asks Luma for each of them.',
			routing: query('approval_status', 'Guest Statuses', choices(guestStatuses), oneAtLuma),
		},
		time('Registered After', 'registeredAfter', 'who registered at or after this time'),
		time('Registered Before', 'registeredBefore', 'who registered before this time', afterFilter('registeredAfter', 'Registered After')),
		{
			displayName: 'Ticket Type Names or IDs',
			name: 'ticketTypeIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getTicketTypes', loadOptionsDependsOn: ['eventId.value', 'eventIds'] },
			default: [],
			description: 'Return only guests with at least one ticket of these types. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			routing: checked('filters.ticketTypeIds', 'Ticket Type Names or IDs', list),
		},
	]),
};

type Test = (guest: IDataObject) => boolean;

/** A filter by which a list can be sorted, so that it need not be read to its end. */
export interface Bound {
	/** The order that gives the wanted guests first. */
	order: Order;
	test: Test;
	/** Makes what tells, guest by guest in that order, that neither this one nor one after it is wanted. */
	ends: () => Test;
	/** Whether all that come before the end are wanted. */
	exact: boolean;
}

/** What is asked of the guests of a list. */
export interface GuestFilters {
	/** More than one, and not all that there are; else Luma is asked at once. */
	statuses: string[];
	/** The one that says most first. */
	bounds: Bound[];
	tests: Test[];
	answers: AnswerFilter[];
	/** Ticket types by name or ID. */
	ticketTypes: string[];
}

/** Whether a guest has a ticket of this type, by name or ID. */
export const hasTicket = (wanted: string): Test => {
	const isIt = isCalled(wanted);
	return ({ event_tickets: tickets }) => entriesOf(tickets).some(({ event_ticket_type_id: id, name }) => isIt({ id, name }));
};

const ofTicketTypes = (wanted: string[]): Test => {
	const all = wanted.map(hasTicket);
	return (guest) => all.some((has) => has(guest));
};

const descending = (column: string): Order => ({ column, direction: 'desc nulls last' });
const ascending = (column: string): Order => ({ column, direction: 'asc nulls last' });

const isMissing: Test = (guest) => checkIns(guest).length === 0;

/**
 * What makes a bound of each filter, those that say most first.
 *
 * A guest with several tickets has several check-ins, and which of them Luma sorts by is not documented: so a list is read
 * until, whichever that is, none of those that follow can be wanted.
 */
const BOUNDS: Record<string, (time: number) => Bound> = {
	checkedInAfter: (time) => ({ order: descending('checked_in_at'), test: (guest) => cameAt(guest) >= time, ends: () => (guest) => !(lastCheckIn(guest) >= time), exact: false }),
	checkedInBefore: (time) => ({ order: ascending('checked_in_at'), test: (guest) => lastCheckIn(guest) < time, ends: () => (guest) => !(cameAt(guest) < time), exact: false }),
	registeredAfter: (time) => ({ order: descending('registered_at'), test: (guest) => registeredAt(guest) >= time, ends: () => (guest) => !(registeredAt(guest) >= time), exact: true }),
	registeredBefore: (time) => ({ order: ascending('registered_at'), test: (guest) => registeredAt(guest) < time, ends: () => (guest) => !(registeredAt(guest) < time), exact: true }),
};

const PRESENCE: Record<string, Bound | undefined> = {
	checkedIn: { order: descending('checked_in_at'), test: (guest) => !isMissing(guest), ends: () => isMissing, exact: true },
	// Those without a check-in come first, as PostgreSQL has it; where they do not, the list is read whole.
	notCheckedIn: { order: { column: 'checked_in_at', direction: 'desc' }, test: isMissing, ends: afterTheMissing, exact: false },
};

function afterTheMissing(): Test {
	let seen = false;
	return (guest) => {
		const missing = isMissing(guest);
		seen ||= missing;
		return seen && !missing;
	};
}

/** Reads the filters of an item; their steps have checked what is in them. */
export function guestFiltersOf(item: Item): GuestFilters {
	const of = (name: string) => item.parameter(`filters.${name}`, '');
	const timed = Object.entries(BOUNDS).filter(([name]) => !isBlank(of(name)));
	const presence = isBlank(of('checkIn')) ? undefined : PRESENCE[choice(presences)(of('checkIn')) as string];
	const bounds = [...timed.map(([name, bound]) => bound(Date.parse(instant(of(name), item.context.getTimezone())))), ...(presence ? [presence] : [])];
	const ticketTypes = list(of('ticketTypeIds'));
	const answers = answerFilterOf(of('answerFilters'));
	const chosen = isBlank(of('guestStatuses')) ? [] : (choices(guestStatuses)(of('guestStatuses')) as string[]);
	return {
		statuses: chosen.length > 1 && chosen.length < guestStatuses.length ? chosen : [],
		bounds,
		tests: [...(ticketTypes.length > 0 ? [ofTicketTypes(ticketTypes)] : []), ...answers.map(({ test }) => test)],
		answers,
		ticketTypes,
	};
}
