import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run } from '../engine';
import { samples } from '../operations';
import { byId } from '../operations/parts/case';
import { keyFor } from '../operations/parts/sample';
import { seed, startSimulator } from '../simulator';

interface Run {
	needs?: 'organization';
	resource: string;
	operation: string;
	parameters: INodeParameters;
}

const { conference, paid, membersOnly, listed } = seed.events;
const full = {
	eventName: 'Full',
	startAt: '2027-09-01T19:00:00',
	timezone: 'Europe/Berlin',
	additionalFields: {
		address: { google: { placeId: 'place-1', description: 'Third floor' } },
		coordinate: { position: { latitude: 52.52, longitude: 13.4 } },
		meetingUrl: 'https://zoom.us/j/1234567890',
		maxCapacity: 80,
		feedbackEmail: { enabled: true, delay: 'PT2H' },
		registrationQuestions: [{ id: 'meal', label: 'Meal', required: true, question_type: 'dropdown', options: ['Vegan', 'Anything'] }],
		ticketTypes: [{ name: 'Seat', type: 'paid', require_approval: false, cents: 5000, currency: 'eur' }],
	},
};
const allOfTicketType = { ticketTypeDescription: 'All days', validStartAt: '2027-04-01', validEndAt: '2027-05-01', ticketCapacity: 5, cents: 5000, minCents: 500, currency: 'eur', isFlexible: true };
const blocked = { guest: [{ email: 'guest@blocked.example' }] };

const fromItems = [
	{ guestEmail: 'new1@example.com', guestName: 'New 1' },
	{ guestEmail: 'guest@blocked.example', guestName: '' },
];

/** Beside the cases of the operations: what makes fields appear that those leave out or empty, one world of the simulator a line. */
const further: Run[][] = [
	[{ resource: 'event', operation: 'create', parameters: full }],
	[{ resource: 'event', operation: 'get', parameters: { eventId: byId(listed) } }],
	[{ resource: 'event', operation: 'get', parameters: { eventId: byId(membersOnly) } }],
	[{ resource: 'event', operation: 'getAll', parameters: { returnAll: true, whichEvents: 'all', when: 'all' } }],
	[{ resource: 'guest', operation: 'add', parameters: { eventId: byId(conference), guests: blocked } }],
	...['add', 'sendInvites'].map((operation) => fromItems.map((guest) => ({ resource: 'guest', operation, parameters: { eventId: byId(conference), guestsFrom: 'inputItems', ...guest } }))),
	[{ resource: 'guest', operation: 'get', parameters: { eventId: byId(conference), guestId: byId(seed.guests.checkedIn) } }],
	[{ resource: 'guest', operation: 'getAll', parameters: { eventId: byId(conference), returnAll: true } }],
	[{ resource: 'guest', operation: 'getAll', parameters: { eventId: byId(paid), returnAll: true } }],
	[{ resource: 'guest', operation: 'sendInvites', parameters: { eventId: byId(conference), guests: blocked } }],
	[{ resource: 'ticketType', operation: 'create', parameters: { eventId: byId(conference), ticketTypeName: 'All', type: 'paid', additionalFields: allOfTicketType } }],
	[
		{ resource: 'ticketType', operation: 'update', parameters: { ticketTypeId: byId(seed.ticketTypes.paid), updateFields: allOfTicketType } },
		{ resource: 'ticketType', operation: 'get', parameters: { ticketTypeId: byId(seed.ticketTypes.paid) } },
		{ resource: 'ticketType', operation: 'getAll', parameters: { eventId: byId(paid) } },
	],
];

/** A schema stands for what an operation gives as it is set at first, thus simplified, and without columns that an event alone has. */
const plain = samples.filter(({ parameters }) => parameters.simplify !== false && parameters.answersOutput !== 'columns');
const worlds: Run[][] = [...plain.map((one) => [one]), ...further];

/** What each operation ("guest/getAll") gives out for the simulator's seed. */
export async function outputs(): Promise<Map<string, IDataObject[]>> {
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	try {
		const all = new Map<string, IDataObject[]>();
		for (const world of worlds) {
			simulator.reset();
			for (const one of world) {
				const { resource, operation, parameters } = one;
				const { json, error } = await run({ resource, operation, ...parameters }, { credentials: { apiKey: keyFor(one), baseUrl: simulator.url }, after: false });
				if (error) throw error;
				const name = `${resource}/${operation}`;
				all.set(name, [...(all.get(name) ?? []), ...json]);
			}
		}
		return all;
	} finally {
		await simulator.close();
	}
}
