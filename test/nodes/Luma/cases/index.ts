/** The cases of every operation. The first of each is its plainest. */
import { byId, byLink, fromList, get, type Case, failing } from '../support/case';
import { fieldsOf } from '../support/description';
import { account } from './account';
import { blast } from './blast';
import { calendar } from './calendar';
import { contact } from './contact';
import { coupon } from './coupon';
import * as event from './event';
import * as eventLists from './eventLists';
import * as submission from './submission';
import * as guest from './guest';
import { host } from './host';
import { membership } from './membership';
import { page } from './page';
import { place } from './place';
import * as tag from './tag';
import * as ticketType from './ticketType';
import { webhook } from './webhook';

const own: Record<string, Record<string, Case[]>> = {
	account,
	blast,
	calendar,
	contact,
	contactTag: tag.contactTag,
	coupon,
	host,
	membership,
	page,
	place,
	event: { addToCalendar: submission.addToCalendar, approveSubmission: submission.approve, rejectSubmission: submission.reject, cancel: event.cancel, create: event.create, get: event.getOne, getAll: eventLists.getAll, lookUp: event.lookUp, update: event.update },
	eventTag: tag.eventTag,
	guest: { add: guest.add, get: guest.getOne, getAll: guest.getAll, sendInvites: guest.sendInvites, updateStatus: guest.updateStatus, updateTickets: guest.updateTickets },
	ticketType: { create: ticketType.create, delete: ticketType.remove, get: ticketType.getOne, getAll: ticketType.getAll, update: ticketType.update },
	webhook,
};

const lookUp = get('/v1/entities/lookup', { slug: 'summer-conference' }, { entity: { type: 'event', event: { id: 'evt-1' } } });

const ticketTypes = get('/v1/events/ticket-types/list', { event_id: 'evt-1', include_hidden: 'true' }, { entries: [{ id: 'ttype-1' }] });

/** The plain case again, with each way of choosing an event, guest or ticket type. */
function chosen(resource: string, operation: string, plain: Case): Case[] {
	const names = fieldsOf(resource, operation).map(({ name }) => name);
	const sendsEvent = JSON.stringify(plain.exchanges).includes('"event_id"');
	// Before a ticket type is changed, it is looked for in the event that is chosen.
	const checks = names.includes('ticketTypeId') && plain.exchanges[0].method === 'POST';
	const before = (link: boolean) => [...(sendsEvent || checks ? (link ? [lookUp] : []) : []), ...(checks ? [ticketTypes] : [])];
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

/** All cases of an operation; none where nobody has written any. */
export function casesOf(resource: string, operation: string): Case[] {
	const cases = own[resource]?.[operation] ?? [];
	return cases.length === 0 ? [] : [...cases, ...chosen(resource, operation, cases[0]), ...patient(cases[0])];
}

/** The operations that have cases: [resource, operation], sorted. */
export const written = (): Array<[string, string]> => Object.entries(own).flatMap(([resource, all]) => Object.keys(all).map((operation): [string, string] => [resource, operation])).sort();

/** The plainest case of an operation. */
export function plainCase(resource: string, operation: string): Case {
	const [plain] = own[resource]?.[operation] ?? [];
	if (plain) return plain;
	throw new Error(`${resource} ${operation} has no cases: write them in test/nodes/Luma/cases/${resource}.ts, the plainest first, and name them in cases/index.ts`);
}
