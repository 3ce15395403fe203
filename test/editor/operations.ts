import type { Locator } from 'playwright-core';
import type { NodeView } from './nodeView';
import { clockChange, YEAR } from '../simulator';

/** What a person meets who opens an operation. */
export interface Expected {
	resource: string;
	operation: string;
	/** The text of the yellow box, where the operation has one. */
	notice?: RegExp;
	/** The fields under Resource and Operation, those of a first row too. */
	fields: string[];
	/** Fills a field in from a list, and says which field that is and what it then shows. */
	fillIn(view: NodeView): Promise<{ field: Locator; shows: string }>;
}

/** Events of the simulator, as lists show them: in the event's own time zone. */
const events = [`Summer Conference (15 Jun ${YEAR}, 09:00)`, `Members Evening (6 May ${YEAR}, 18:30)`, `Night Run (${clockChange.toFormat('d LLL yyyy, HH:mm')})`];

/** Chooses in resource locators, one after the other. */
const from =
	(...choices: Array<[name: string, search: string, entry: string]>): Expected['fillIn'] =>
	async (view) => {
		for (const [name, search] of choices) await view.chooseFromList(name, search);
		const [name, , shows] = choices[choices.length - 1];
		return { field: view.locator(name).getByTestId('rlc-input'), shows };
	};

/** Chooses one of the events, so that operations one after the other choose another one each. */
const anEvent = (number: number) => from(['eventId', events[number].split(' (')[0], events[number]]);

const conference: [string, string, string] = ['eventId', 'Summer', events[0]];

export const expected: Expected[] = [
	{
		resource: 'Event',
		operation: 'Cancel',
		notice: /^This cannot be undone/,
		fields: ['Event', 'Refund Guests', 'Yes, Cancel the Event', 'Options'],
		fillIn: anEvent(0),
	},
	{
		resource: 'Event',
		operation: 'Create',
		notice: /^The event is public/,
		fields: ['Name', 'Start', 'End', 'Time Zone Name or ID', 'Visibility', 'Additional Fields', 'Simplify', 'Options'],
		async fillIn(view) {
			await view.find('timezone', 'Europe/Berlin');
			return { field: view.field('timezone').locator('input'), shows: 'Europe/Berlin' };
		},
	},
	{
		resource: 'Event',
		operation: 'Get',
		fields: ['Event', 'Simplify', 'Options'],
		fillIn: anEvent(1),
	},
	{
		resource: 'Event',
		operation: 'Get Many',
		fields: ['Which Events', 'When', 'Return All', 'Limit', 'Simplify', 'Filters', 'Options', 'Sort'],
		async fillIn(view) {
			await view.choose('whichEvents', 'Waiting for Approval');
			return { field: view.field('whichEvents').locator('input'), shows: 'Waiting for Approval' };
		},
	},
	{
		resource: 'Event',
		operation: 'Look Up',
		fields: ['Event On', 'Event', 'Options'],
		async fillIn(view) {
			await view.choose('platform', 'Another Site');
			return { field: view.field('platform').locator('input'), shows: 'Another Site' };
		},
	},
	{
		resource: 'Event',
		operation: 'Update',
		notice: /^Luma notifies guests/,
		fields: ['Event', 'Update Fields', 'Clear Fields', 'Options'],
		fillIn: anEvent(0),
	},
	{
		resource: 'Guest',
		operation: 'Add',
		notice: /^Luma emails each guest/,
		fields: ['Event', 'Guests From', 'Guests', 'Email', 'Name', 'Registration Answers (JSON)', 'Registration Answers', 'Additional Fields', 'Options'],
		fillIn: anEvent(1),
	},
	{
		resource: 'Guest',
		operation: 'Get',
		fields: ['Event', 'Guest', 'Simplify', 'Answers', 'Options'],
		fillIn: from(conference, ['guestId', 'guest17@', 'Guest 17 (guest17@example.com, approved)']),
	},
	{
		resource: 'Guest',
		operation: 'Get Many',
		fields: ['Guests Of', 'Event', 'Return All', 'Limit', 'Simplify', 'Answers', 'Filters', 'Options', 'Sort'],
		fillIn: anEvent(2),
	},
	{
		resource: 'Guest',
		operation: 'Send Invites',
		notice: /^Luma emails everyone you invite/,
		fields: ['Event', 'Guests From', 'Guests', 'Email', 'Name', 'Additional Fields', 'Options'],
		fillIn: anEvent(0),
	},
	{
		resource: 'Guest',
		operation: 'Update Status',
		notice: /^Luma emails the guest/,
		fields: ['Event', 'Guest', 'Status', 'Additional Fields', 'Options'],
		fillIn: from(conference, ['guestId', 'guest4@', 'Guest 4 (guest4@example.com, pending approval)']),
	},
	{
		resource: 'Guest',
		operation: 'Update Tickets',
		notice: /^Luma emails the guest/,
		fields: ['Event', 'Guest', 'Tickets to Add', 'Tickets to Remove Names or IDs', 'Additional Fields', 'Options'],
		fillIn: from(conference, ['guestId', 'guest1@', 'Guest 1 (guest1@example.com, approved)']),
	},
	{
		resource: 'Ticket Type',
		operation: 'Create',
		fields: ['Event', 'Name', 'Type', 'Additional Fields', 'Simplify', 'Options'],
		fillIn: anEvent(1),
	},
	{
		resource: 'Ticket Type',
		operation: 'Delete',
		notice: /^This cannot be undone/,
		fields: ['Event', 'Ticket Type', 'Options'],
		fillIn: from(conference, ['ticketTypeId', 'Workshop', 'Workshop (free)']),
	},
	{
		resource: 'Ticket Type',
		operation: 'Get',
		fields: ['Event', 'Ticket Type', 'Simplify', 'Options'],
		fillIn: from(conference, ['ticketTypeId', 'Speaker', 'Speaker (free, hidden)']),
	},
	{
		resource: 'Ticket Type',
		operation: 'Get Many',
		fields: ['Event', 'Return All', 'Limit', 'Simplify', 'Options'],
		fillIn: anEvent(2),
	},
	{
		resource: 'Ticket Type',
		operation: 'Update',
		fields: ['Event', 'Ticket Type', 'Update Fields', 'Clear Fields', 'Simplify', 'Options'],
		fillIn: from(conference, ['ticketTypeId', 'Standard', 'Standard (free)']),
	},
];
