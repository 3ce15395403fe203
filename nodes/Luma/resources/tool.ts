import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from './operation';

const TIMES = 'Times are ISO 8601 with an offset, such as 2027-06-15T09:00:00+02:00.';

/** How a model is to fill in fields, by their names. What stands beside a field in the editor does not reach it. */
const HINTS: Record<string, string> = {
	eventId: 'An event is given by its ID, such as evt-1a2b3c4d5e6f7g8, or by the address of its page, such as https://luma.com/summer-conference.',
	guestId: 'A guest is given by email address, such as guest@example.com, or by guest ID, such as gst-1a2b3c4d5e6f7g8.',
	ticketTypeId: 'A ticket type is given by its ID, such as ttype-1a2b3c4d5e6f7g8.',
	contactId: 'A contact is given by email address, such as guest@example.com, or by contact ID, such as usr-1a2b3c4d5e6f7g8.',
	membershipTierId: 'A membership tier is given by its ID, such as memt-1a2b3c4d5e6f7g8.',
	contactsJson: 'Contacts as JSON are a list such as [{ "email": "guest@example.com", "name": "Guest" }].',
	contactTagIds: 'Tags are given by their names or IDs, with commas between.',
	contactTagId: 'A tag is given by its name, such as VIP, or by its ID, such as tag-1a2b3c4d5e6f7g8.',
	eventTagId: 'A tag is given by its name, such as VIP, or by its ID, such as tag-1a2b3c4d5e6f7g8.',
	contactRefs: 'Contacts are given by email address, such as guest@example.com, or by contact ID, such as usr-1a2b3c4d5e6f7g8, with commas between.',
	eventIds: 'Events are given by their IDs, such as evt-1a2b3c4d5e6f7g8, with commas between.',
	submissionId: 'A submission is given by the ID that the list of pending events or a webhook has, such as calev-1a2b3c4d5e6f7g8 or evt-1a2b3c4d5e6f7g8.',
	publicEventId: 'An event is given by the address of its page, such as https://luma.com/summer-conference, or by its ID, such as evt-1a2b3c4d5e6f7g8.',
	adminEmails: 'Admins are given by email address, with commas between.',
	couponCode: 'A coupon is given by its code, such as SUMMER20.',
	memberId: 'A member is given by email address, such as guest@example.com, or by user ID, such as usr-1a2b3c4d5e6f7g8.',
	startAt: TIMES,
	after: TIMES,
	timezone: 'A time zone is an IANA name, such as Europe/Berlin.',
	guestsJson: 'Guests as JSON are a list such as [{ "email": "guest@example.com", "name": "Guest" }].',
};

/** The names of all fields, deep. */
const namesIn = (fields: INodeProperties[]): string[] =>
	fields.flatMap(({ name, options = [] }) => [name, ...options.flatMap((option) => ('values' in option ? namesIn(option.values) : 'type' in option ? namesIn([option]) : []))]);

/**
 * What a model is told of an operation when the node is a tool of an agent; a person can change it there.
 * Left to itself, n8n tells it the action alone: "Add guests to an event in Luma" (`convertNodeToAiTool`).
 */
export function toolDescription({ option: { description = '' }, fields }: Operation): INodeProperties {
	const names = namesIn(fields);
	const hints = Object.keys(HINTS).filter((name) => names.includes(name)).map((name) => HINTS[name]);
	return {
		displayName: 'Tool Description',
		name: 'toolDescription',
		type: 'string',
		typeOptions: { rows: 4 },
		default: [`Luma: ${description.replace(/\.?$/, '.')}`, ...new Set(hints)].join(' '),
		required: true,
		displayOptions: { show: { '@tool': [true] } },
		description: 'What the model is told of this tool. Say what it is for, and what of it is fixed here.',
	};
}
