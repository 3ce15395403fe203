import { byId, byLink, failing, fromList, get, type Case } from './case';

const lookUp = get('/v1/entities/lookup', { slug: 'summer-conference' }, { entity: { type: 'event', event: { id: 'evt-1' } } });

/** What belongs to an event, by the field that names it, and where it is looked for in the event that is chosen. */
const belonging: Record<string, Case['exchanges'][number]> = {
	ticketTypeId: get('/v1/events/ticket-types/list', { event_id: 'evt-1', include_hidden: 'true' }, { entries: [{ id: 'ttype-1' }] }),
	blastId: get('/v1/events/blasts/list', { event_id: 'evt-1' }, { entries: [{ id: 'ep-1' }] }),
};

/** The plain case again, with each way of choosing an event, guest or ticket type. */
function chosen(names: string[], plain: Case): Case[] {
	const sendsEvent = JSON.stringify(plain.exchanges).includes('"event_id"');
	// Before something is changed whose request carries no event, it is looked for in the event that is chosen.
	const writes = plain.exchanges.some(({ method }) => method === 'POST');
	const looked = sendsEvent || !writes ? [] : Object.keys(belonging).filter((name) => names.includes(name)).map((name) => belonging[name]);
	const before = (link: boolean) => [...(link && (sendsEvent || looked.length > 0) ? [lookUp] : []), ...looked];
	return [
		...(names.includes('eventId')
			? [
					{ ...plain, what: 'event from the list', parameters: { ...plain.parameters, eventId: fromList('evt-1') }, exchanges: [...before(false), ...plain.exchanges] },
					{ ...plain, what: 'event by ID', parameters: { ...plain.parameters, eventId: byId(' evt-1 ') }, exchanges: [...before(false), ...plain.exchanges] },
					{ ...plain, what: 'event by link', parameters: { ...plain.parameters, eventId: byLink('https://luma.com/summer-conference') }, exchanges: [...before(true), ...plain.exchanges] },
				]
			: []),
		...(names.includes('guestId') ? [fromList('gst-1'), byId(' gst-1 ')].map((guestId) => ({ ...plain, what: `guest by ${guestId.mode}`, parameters: { ...plain.parameters, guestId } })) : []),
		...(names.includes('ticketTypeId')
			? [fromList('ttype-1'), byId(' ttype-1 ')].map((ticketTypeId) => ({ ...plain, what: `ticket type by ${ticketTypeId.mode}`, parameters: { ...plain.parameters, ticketTypeId } }))
			: []),
	];
}

/** The plain case again, with more patience than is usual. */
function patient(plain: Case): Case[] {
	const [first] = plain.exchanges;
	const refused = Array.from({ length: 5 }, () => failing(first, { fault: 'ECONNREFUSED' }));
	const limited = failing(first, { status: 429, body: { message: 'Too many requests', code: null }, headers: { 'retry-after': '400' } });
	return [
		{ ...plain, what: 'tried six times', parameters: { ...plain.parameters, options: { maxTries: 6 } }, exchanges: [...refused, ...plain.exchanges] },
		{ ...plain, what: 'waiting 400 seconds for the rate limit', parameters: { ...plain.parameters, options: { maxWait: 500 } }, exchanges: [limited, ...plain.exchanges] },
	];
}

/** The plain case again, for another calendar of an organization. */
const elsewhere = (plain: Case): Case[] =>
	[byId(' cal-2 '), fromList('cal-2')].map((forCalendarId) => ({ ...plain, what: `on a calendar by ${forCalendarId.mode}`, calendar: 'cal-2', parameters: { ...plain.parameters, options: { ...(plain.parameters.options as object), forCalendarId } } }));

/** The plain case of an operation again, with what all operations have that have such fields. @param names its fields, those of collections with the name of that */
export const ways = (names: string[], plain: Case): Case[] => [...chosen(names, plain), ...patient(plain), ...(names.includes('options.forCalendarId') ? elsewhere(plain) : [])];
