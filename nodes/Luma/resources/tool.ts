import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from './operation';

const TIMES = 'Specify times in ISO 8601 with an offset, such as 2027-06-15T09:00:00+02:00.';

/** How a model is to fill in fields, by their names. What stands beside a field in the editor does not reach it. */
const HINTS: Record<string, string> = {
	eventId: 'Specify an event by its ID, such as evt-1a2b3c4d5e6f7g8, or by its URL, such as https://luma.com/summer-conference.',
	publicEventId: 'Specify an event by its ID, such as evt-1a2b3c4d5e6f7g8, or by its URL, such as https://luma.com/summer-conference.',
	guestId: 'Specify a guest by email address, such as guest@example.com, or by guest ID, such as gst-1a2b3c4d5e6f7g8.',
	ticketTypeId: 'Specify a ticket type by its ID, such as ttype-1a2b3c4d5e6f7g8.',
	contactId: 'Specify a contact by email address, such as guest@example.com, or by contact ID, such as usr-1a2b3c4d5e6f7g8.',
	calendarId: 'Specify a calendar by its ID, such as cal-1a2b3c4d5e6f7g8, or by its URL, such as https://luma.com/berlin-meetups.',
	membershipTierId: 'Specify a membership tier by its ID, such as memt-1a2b3c4d5e6f7g8.',
	contactsJson: 'Specify contacts as a JSON list, such as [{ "email": "guest@example.com", "name": "Guest" }].',
	contactTagIds: 'Specify tags by their names or IDs, separated by commas.',
	contactTagId: 'Specify a tag by its name, such as VIP, or by its ID, such as tag-1a2b3c4d5e6f7g8.',
	eventTagId: 'Specify a tag by its name, such as VIP, or by its ID, such as tag-1a2b3c4d5e6f7g8.',
	contactRefs: 'Specify contacts by email address, such as guest@example.com, or by contact ID, such as usr-1a2b3c4d5e6f7g8, separated by commas.',
	eventIds: 'Specify events by their IDs, such as evt-1a2b3c4d5e6f7g8, separated by commas.',
	submissionId: 'Specify a submission by its ID, such as calev-1a2b3c4d5e6f7g8, or by the ID of the event, such as evt-1a2b3c4d5e6f7g8.',
	adminEmails: 'Specify admins by email address, separated by commas.',
	couponCode: 'Specify a coupon by its code, such as SUMMER20.',
	memberId: 'Specify a member by email address, such as guest@example.com, or by user ID, such as usr-1a2b3c4d5e6f7g8.',
	hostEmail: 'Specify a host by email address, such as host@example.com.',
	pageSlug: 'Specify a page by its URL, such as https://luma.com/summer-conference, or by the last part of it.',
	webhookId: 'Specify a webhook by its ID, such as wh-1a2b3c4d5e6f7g8.',
	blastId: 'Specify a blast by its ID, such as ep-1a2b3c4d5e6f7g8.',
	startAt: TIMES,
	scheduledFor: TIMES,
	after: TIMES,
	timezone: 'Specify a time zone by its IANA name, such as Europe/Berlin.',
	guestsJson: 'Specify guests as a JSON list, such as [{ "email": "guest@example.com", "name": "Guest" }].',
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
		description: 'What the model reads about this tool. Say what the tool is for, and which values you have already set.',
	};
}
