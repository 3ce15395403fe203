/** The jobs that organizers have with guest lists, each with one Luma node or two: what comes of them, and how many requests they take. */
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { seed, YEAR } from '../../simulator';
import { act } from '../trigger/trigger';
import type { Workflow } from '../workflow';
import { example, type Surroundings } from './example';

const { conference } = seed.events;

/** Requests of each job as README has them, for the event with 1,234 guests; the one that finds an event by its URL is among them. */
export const REQUESTS: Record<string, number> = {
	'hourly-registrations-to-crm.json': 2,
	'approve-waitlist-by-answer.json': 3 + 40,
	'remind-not-checked-in.json': 8,
	'guests-of-ten-events.json': 11,
	'guests-to-csv.json': 10,
};

const START = 'When You Run It';

/** Runs an example, and sees to its number of requests. */
async function runOf(file: string, around: Surroundings, start = START, change: (workflow: Workflow) => void = () => undefined) {
	const { n8n, simulator } = around;
	const workflow = example(file, around);
	change(workflow);
	const id = await n8n.createWorkflow(workflow);
	const before = simulator.requests.length;
	const execution = (await n8n.run(id, start)).orThrow();
	strictEqual(simulator.requests.length - before, REQUESTS[file]);
	return execution;
}

export async function checkHourly(around: Surroundings): Promise<void> {
	const { simulator, standIn } = around;
	await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: 'new1@example.com', name: 'New 1' }, { email: 'new2@example.com' }] });
	await runOf('hourly-registrations-to-crm.json', around, 'Every Hour');
	deepStrictEqual(standIn.received.map(({ method, path }) => [method, path]).sort(), ['new1', 'new2'].map((name) => ['PUT', `crm/contacts/${name}@example.com`]));
	ok(standIn.received.every(({ body }) => (body as { ticket: string }).ticket === 'Standard'));
}

export async function checkApprove(around: Surroundings): Promise<void> {
	const { simulator } = around;
	const isVegan = ({ registration_answers: answers }: { registration_answers: Array<Record<string, unknown>> | null }) => (answers ?? []).some(({ label, value }) => label === 'Meal' && value === 'Vegan');
	const waiting = simulator.guests(conference).filter(({ approval_status }) => approval_status === 'waitlist');
	const chosen = waiting.filter(isVegan).map(({ id }) => id);
	const execution = await runOf('approve-waitlist-by-answer.json', around);
	deepStrictEqual(execution.items('Approve').map(({ json }) => json.guest_id).sort(), [...chosen].sort());
	const after = new Map(simulator.guests(conference).map(({ id, approval_status }) => [id, approval_status]));
	for (const { id } of waiting) strictEqual(after.get(id), chosen.includes(id) ? 'approved' : 'waitlist');
}

export async function checkRemind(around: Surroundings): Promise<void> {
	const { simulator, standIn } = around;
	const missing = simulator.guests(conference).filter(({ approval_status, event_tickets }) => approval_status === 'approved' && event_tickets.every(({ checked_in_at }) => checked_in_at === null));
	await runOf('remind-not-checked-in.json', around);
	deepStrictEqual(standIn.received.map(({ body }) => (body as { to: string }).to).sort(), missing.map(({ user_email }) => user_email).sort());
}

export async function checkTenEvents(around: Surroundings): Promise<void> {
	const { simulator } = around;
	const ids = Array.from({ length: 10 }, (_, n) => simulator.addEvent({ id: `evt-1a2b3c${String(n + 1).padStart(2, '0')}`, name: `Event ${n + 1}`, start_at: `${YEAR}-11-01T18:00:00Z`, end_at: `${YEAR}-11-01T20:00:00Z`, guests: 150 }));
	const execution = await runOf('guests-of-ten-events.json', around);
	const got = execution.items('Guests of All').map(({ json: { event_id, event_name, id } }) => [event_id, event_name, id]);
	const going = (event: string) => simulator.guests(event).filter(({ approval_status }) => approval_status === 'approved');
	deepStrictEqual(got, ids.flatMap((event, n) => going(event).map(({ id }) => [event, `Event ${n + 1}`, id])));
}

export async function checkCsv(around: Surroundings): Promise<void> {
	const { simulator } = around;
	// What is in the file is read by n8n itself.
	const reading = (workflow: Workflow) => {
		workflow.nodes.push({ id: 'read', name: 'Read It', type: 'n8n-nodes-base.extractFromFile', typeVersion: 1, position: [840, 0], parameters: { options: {} } });
		workflow.connections['CSV File'] = { main: [[{ node: 'Read It', type: 'main', index: 0 }]] };
	};
	const execution = await runOf('guests-to-csv.json', around, START, reading);
	const rows = execution.items('Read It').map(({ json }) => json);
	const going = simulator.guests(conference).filter(({ approval_status }) => approval_status === 'approved');
	strictEqual(rows.length, going.length);
	for (const [at, row] of rows.entries()) {
		// n8n reads no cells that are empty; those of answers never are.
		deepStrictEqual(Object.keys(row).filter((name) => name.startsWith('Answer: ')), ['Answer: Favourite topic', 'Answer: Meal', 'Answer: Code of conduct']);
		strictEqual(row['Answer: Meal'], going[at].registration_answers!.find(({ label }) => label === 'Meal')!.value);
	}
}
