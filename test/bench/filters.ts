/** Each filter of a guest list beside reading all of it: requests and time, for an event with 10,000 guests. */
import type { INodeParameters } from 'n8n-workflow';
import { Child } from './child';
import type { Measured, Task } from './client';
import { median, ms, table } from './report';

const GUESTS = 10_000;

/** Guests of the simulator register a minute apart; these are the last 60. */
const lastHour = (created: string) => new Date(Date.parse(created) + (GUESTS - 60) * 60_000).toISOString();

const jobs = (created: string): Array<[string, INodeParameters]> => [
	['all guests', {}],
	['Guest Statuses: Waitlist', { filters: { guestStatuses: ['waitlist'] } }],
	['Guest Statuses: all but Invited', { filters: { guestStatuses: ['approved', 'declined', 'pending_approval', 'session', 'waitlist'] } }],
	['Registered After: the last hour', { filters: { registeredAfter: lastHour(created) } }],
	['Check-In: Checked In', { filters: { checkIn: 'checkedIn' } }],
	['Guest Statuses: Approved, Check-In: Not Checked In', { filters: { guestStatuses: ['approved'], checkIn: 'notCheckedIn' } }],
	['Guest Statuses: Waitlist, Answers: Is', { filters: { guestStatuses: ['waitlist'], answerFilters: { answer: [{ questionId: 'question-meal', condition: 'is', value: 'Vegan' }] } } }],
];

export async function byFilters(rounds: number): Promise<string[]> {
	const server = new Child('server.ts');
	const { url, apiKey, events: [eventId], created } = await server.ask<{ url: string; apiKey: string; events: string[]; created: string }>({ start: { rateLimit: false }, guests: [GUESTS], asking: true });
	const client = new Child('client.ts');
	const rows: string[][] = [];
	for (const [what, list] of jobs(created)) {
		const walls: number[] = [];
		let [items, requests] = [0, 0];
		// The first round warms up.
		for (let round = 0; round <= rounds; round += 1) {
			const result = await client.ask<Measured>({ way: 'this node', url, apiKey, eventId, list } satisfies Task);
			if (result.error) throw new Error(`${what}: ${result.error}`);
			[{ requests }] = await server.ask<Array<{ requests: number }>>({ count: true });
			items = result.items;
			if (round > 0) walls.push(result.wall);
		}
		rows.push([what, items.toLocaleString('en'), String(requests), ms(median(walls))]);
		console.error(rows[rows.length - 1].join('  '));
	}
	for (const child of [server, client]) child.stop();
	return [table([`Return All of ${GUESTS.toLocaleString('en')} guests`, 'Items', 'Requests', 'Wall time'], rows)];
}
