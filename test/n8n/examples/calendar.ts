/** The examples about a calendar: its contacts, its submissions, its coupons. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import { seed } from '../../simulator';
import { example, type Surroundings } from './example';

/** 250 contacts of a CRM, of three kinds of tags. */
export async function checkContacts(around: Surroundings): Promise<void> {
	const { n8n, simulator, standIn } = around;
	const contacts = Array.from({ length: 250 }, (_, n) => ({ email: `contact${n}@crm.example`, name: `Contact ${n}`, tags: [['VIP'], ['VIP', 'Newsletter'], []][n % 3] }));
	contacts[3].email = 'contact3';
	standIn.answers['crm/contacts'] = contacts;
	const execution = (await n8n.run(await n8n.createWorkflow(example('crm-contacts-with-tags.json', around)), 'Every Night')).orThrow();
	deepStrictEqual(Object.fromEntries(execution.items('Summary').map(({ json }) => [json.status, json.count_status])), { imported: 249, error: 1 });
	const sent = simulator.requests.map(({ body }) => body as { contacts: object[]; tags?: string[] });
	// A request for each kind of tags.
	deepStrictEqual(sent.map(({ contacts: { length }, tags }) => [length, tags]), [[83, ['VIP']], [83, ['VIP', 'Newsletter']], [83, undefined]]);
}

/** Two submissions: one in Berlin, one elsewhere. */
export async function checkSubmissions(around: Surroundings): Promise<void> {
	const { n8n, simulator } = around;
	const id = await n8n.createWorkflow(example('submissions-by-rule.json', around));
	await n8n.activate(id);
	try {
		const elsewhere = simulator.addEvent({ name: 'Elsewhere', status: 'pending', timezone: 'America/New_York' });
		await simulator.deliver('calendar.event.submitted');
		await simulator.deliver('calendar.event.submitted', { ...simulator.example('calendar.event.submitted'), id: elsewhere, name: 'Elsewhere', timezone: 'America/New_York' });
		for (const run of await n8n.executions(id, 2)) run.orThrow();
		const statusOf = (event: string) => simulator.events().find((one) => one.id === event)?.status;
		deepStrictEqual([statusOf(seed.events.pending), statusOf(elsewhere)], ['approved', 'rejected']);
		const [{ body }] = simulator.requests.filter(({ path }) => path === '/v1/calendars/events/reject');
		deepStrictEqual(body, { calendar_event_id: elsewhere, message: 'Thank you! This calendar lists events in Berlin that are at least a week away.' });
	} finally {
		await n8n.deactivate(id);
	}
}

/** A code for each row, one of them too long. */
export async function checkCoupons(around: Surroundings): Promise<void> {
	const { n8n, simulator, standIn } = around;
	const codes = ['SPEAKER1', 'SPEAKER2', 'a-code-that-is-far-too-long', 'SPEAKER4'];
	standIn.answers['sheets/speakers'] = codes.map((code, n) => ({ email: `speaker${n}@example.com`, code }));
	(await n8n.run(await n8n.createWorkflow(example('coupon-codes.json', around)), 'When You Run It')).orThrow();
	const noted = standIn.received.filter(({ method }) => method === 'POST').map(({ body }) => body as { email: string; code: string; result: string });
	deepStrictEqual(noted.map(({ email, code, result }) => [email, code, result]), codes.map((code, n) => [`speaker${n}@example.com`, code, code.length > 20 ? `Code has ${code.length} characters, but Luma allows at most 20` : 'ready']));
	const made = simulator.requests.filter(({ path }) => path === '/v1/events/coupons/create').map(({ body }) => body as { code: string; remaining_count: number; discount: object });
	deepStrictEqual(made.map(({ code }) => code), codes.filter((code) => code.length <= 20));
	strictEqual(made.every(({ remaining_count }) => remaining_count === 1), true);
	deepStrictEqual(made[0].discount, { discount_type: 'percent', percent_off: 100 });
}
