import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { clock } from '../../api/clock';
import { eventsBetween } from '../../fields/eventFilters';
import { optionsWith } from '../../fields/options';
import { limits, pageOptions, sort } from '../../fields/paging';
import { checked, step } from '../../fields/send';
import { simplified, simplify } from '../../fields/simplify';
import { simpleEvent } from '../../simplified/event';
import { list as pages } from '../../fields/getMany';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { choice } from '../../values/scalar';
import type { Operation } from '../operation';

const whichEvents = [
	{ name: 'Everything on the Calendar', value: 'all' },
	{ name: 'Hosted on Other Sites', value: 'external', description: 'Events on other sites that the calendar lists' },
	{ name: 'Managed by Other Calendars', value: 'listed', description: 'Events in Luma that the calendar only lists' },
	{ name: 'Managed by This Calendar', value: 'managed' },
	{ name: 'Waiting for Approval', value: 'submitted', description: 'Events that someone submitted to the calendar' },
];

const WHEREVER = { access: ['manage', 'view'], platforms: ['luma', 'external'] };

/** What Luma is asked for. Its own defaults are events in Luma that the calendar manages and that are approved. */
const ASKED: Record<string, IDataObject> = {
	all: WHEREVER,
	external: { ...WHEREVER, platforms: ['external'] },
	listed: { access: ['view'] },
	managed: {},
	submitted: { ...WHEREVER, status: 'pending' },
};

const asked = step('Which Events', ({ context, sent }) => {
	const chosen = context.getNodeParameter('whichEvents', '');
	if (!isBlank(chosen)) Object.assign(sent, ASKED[choice(whichEvents)(chosen) as string]);
});

/** From when until when events start, and in which order they come. Luma's bounds leave out an event that starts at that very instant. */
interface Span {
	after?: DateTime;
	before?: DateTime;
	direction?: 'asc' | 'desc';
}

const INSTANT = { milliseconds: 1 };

const whens = [
	{ name: 'All', value: 'all', description: 'Events at any time, as Luma sorts them' },
	{ name: 'Next 7 Days', value: 'next7Days', description: 'Events that start within 7 days from now, the next one first' },
	{ name: 'Past', value: 'past', description: 'Events that have started, the latest one first' },
	{ name: 'Today', value: 'today', description: "Events that start on this day in the workflow's time zone, the first one first" },
	{ name: 'Upcoming', value: 'upcoming', description: "Events that haven't started, the next one first" },
];

const SPANS: Record<string, (now: DateTime) => Span> = {
	all: () => ({}),
	next7Days: (now) => ({ after: now.minus(INSTANT), before: now.plus({ days: 7 }), direction: 'asc' }),
	past: (now) => ({ before: now, direction: 'desc' }),
	today: (now) => ({ after: now.startOf('day').minus(INSTANT), before: now.plus({ days: 1 }).startOf('day'), direction: 'asc' }),
	upcoming: (now) => ({ after: now.minus(INSTANT), direction: 'asc' }),
};

const known = (...times: Array<DateTime | undefined>) => times.filter((one) => one !== undefined);
const time = (value: unknown) => (value === undefined ? undefined : DateTime.fromISO(String(value), { setZone: true }));

/** Events when they were asked for; After and Before narrow that down. */
async function listEvents(item: Item): Promise<IDataObject[]> {
	const given = item.parameter('when', 'upcoming');
	const when = choice(whens)(isBlank(given) ? 'upcoming' : given) as string;
	const now = DateTime.fromMillis(clock.now(), { zone: item.context.getTimezone() });
	const { direction, ...span } = SPANS[when](now);
	if (direction === undefined) return await pages(item);
	const { after, before, sort_column, sort_direction } = item.sent;
	const from = DateTime.max(...known(span.after, time(after)));
	const to = DateTime.min(...known(span.before, time(before)));
	if (from && to && from >= to) {
		item.hint(`No event can match, because 'Filters' leave no time of '${whens.find(({ value }) => value === when)!.name}' in 'When'. To use the filters alone, set 'When' to 'All'.`);
		return [];
	}
	const isSorted = sort_column !== undefined || sort_direction !== undefined;
	return await pages(item, { ...(from && { after: from.toISO({ suppressMilliseconds: true })! }), ...(to && { before: to.toISO({ suppressMilliseconds: true })! }), ...(!isSorted && { sort_column: 'start_at', sort_direction: direction }) });
}

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many events',
		description: 'Retrieve a list of events on the calendar',
		routing: { request: { method: 'GET', url: '/v1/calendars/events/list' } },
	},
	perform: listEvents,
	output: simplified(simpleEvent),
	fields: [
		{
			displayName: 'Which Events',
			name: 'whichEvents',
			type: 'options',
			options: whichEvents,
			default: 'managed',
			description: 'Events to return',
			routing: { send: { preSend: [asked] } },
		},
		{
			displayName: 'When',
			name: 'when',
			type: 'options',
			options: whens,
			default: 'upcoming',
			description: "When the events start. 'After' and 'Before' under 'Filters' narrow this down.",
			routing: checked('when', 'When', choice(whens)),
		},
		...limits,
		simplify,
		eventsBetween,
		optionsWith(...pageOptions),
		sort('start_at', [{ name: 'Start', value: 'start_at' }]),
	],
};
