import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Work } from '../run/work';
import { yesNo } from '../values/scalar';
import { checked, flagOf } from './send';

/** Makes of one entry, as Luma answers it, the fields that people use: flat, so that each can be dragged into a field. */
type Simplifier = (entry: IDataObject) => IDataObject;

/** Takes over those of the fields that Luma has answered; which those are depends on the event and on who manages it. */
function pick(simple: IDataObject, entry: IDataObject, names: string[]): void {
	// Plain loops here: there may be 100,000 guests.
	for (const name of names) if (name in entry) simple[name] = entry[name];
}

const EVENT = ['id', 'name', 'start_at', 'end_at', 'timezone', 'url', 'visibility'];
const EVENT_DETAILS = ['meeting_url', 'description_md'];
const COUNTED = ['approved', 'pending_approval', 'waitlist', 'checked_in'];

/** An event: what, when and where it is and, from Get, what it is about and how many guests it has. */
export const simpleEvent: Simplifier = (event) => {
	const { geo_address_json: place, guest_counts: counts } = event as { geo_address_json?: { full_address?: string | null; address?: string } | null; guest_counts?: Record<string, { guests?: number }> | null };
	const simple: IDataObject = {};
	pick(simple, event, EVENT);
	if (place !== undefined) simple.location = place?.full_address ?? place?.address ?? null;
	pick(simple, event, EVENT_DETAILS);
	if (counts) for (const status of COUNTED) if (status in counts) simple[`${status}_guests`] = counts[status].guests;
	return simple;
};

/** What a guest has answered to one question, as text where it is a list or has parts (company and job title). */
function plain(value: unknown): IDataObject[string] {
	if (typeof value !== 'object' || value === null) return value as IDataObject[string];
	return Object.values(value)
		.filter((part) => part !== null && part !== '')
		.join(', ');
}

/** Answers by question; a second question of the same wording is told apart by its ID. */
function byQuestion(answers: Array<{ label: string; question_id: string; value?: unknown }>): IDataObject {
	const named: IDataObject = {};
	for (const { label, question_id, value } of answers) named[label in named ? `${label} (${question_id})` : label] = plain(value);
	return named;
}

const GUEST = ['id', 'user_email', 'user_name', 'user_first_name', 'user_last_name', 'approval_status', 'registered_at'];
const GUEST_DETAILS = ['phone_number'];

/** A guest: who, with which status and tickets, and with which answers to the registration questions. */
export const simpleGuest: Simplifier = (guest) => {
	const { event_tickets: tickets, registration_answers: answers } = guest as { event_tickets?: Array<{ name: string; checked_in_at: string | null }>; registration_answers?: Parameters<typeof byQuestion>[0] | null };
	const simple: IDataObject = {};
	pick(simple, guest, GUEST);
	if (tickets) {
		const checkIns = tickets.map(({ checked_in_at: at }) => at).filter((at) => at !== null);
		simple.checked_in_at = checkIns.sort()[0] ?? null;
		simple.ticket_names = tickets.map(({ name }) => name).join(', ');
	}
	pick(simple, guest, GUEST_DETAILS);
	if (answers !== undefined) simple.answers = byQuestion(answers ?? []);
	return simple;
};

/** The Simplify switch of an operation that reads. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	// Pages come out as Luma answers them.
	displayOptions: { hide: { '/options.output': ['pages'] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
	routing: checked('simplify', 'Simplify', yesNo),
};

/** What the Simplify switch makes of each entry. */
export const simplified =
	(simplifier: Simplifier): Work['output'] =>
	(item) => {
		const { output } = item.parameter('options', {}) as { output?: string };
		return output !== 'pages' && flagOf(item.parameter('simplify', true), true) ? simplifier : (entry) => entry;
	};
