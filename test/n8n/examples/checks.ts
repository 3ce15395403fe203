import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { DateTime } from 'luxon';
import { seed, YEAR } from '../../simulator';
import { act, allExecutions } from '../trigger/trigger';
import { until } from '../until';
import { example, type Surroundings } from './example';

const { conference } = seed.events;

/** From polls to CRM: nobody who was there before, and each guest who is going since then once. n8n polls at each publication. */
export async function checkSchedule(around: Surroundings): Promise<void> {
	const { n8n, simulator, standIn } = around;
	const id = await n8n.createWorkflow(example('new-guests-to-crm-on-schedule.json', around));
	const event_id = 'evt-meetup-3';
	const add = async (email: string, more = {}) => await act(simulator, '/v1/events/guests/add', { event_id, guests: [{ email, name: 'New 1' }], ...more });
	let runs = 0;
	const upserted = async (isNews: boolean) => {
		standIn.received.length = 0;
		if (isNews) runs += 1;
		// So many events are read in turns where two polls follow each other at once.
		for (let poll = 0; poll < 4; poll += 1) {
			await n8n.activate(id);
			await n8n.deactivate(id);
		}
		if (isNews) for (const run of await n8n.executions(id, runs)) run.orThrow();
		return standIn.received.map(({ method, path, body }) => [method, path, (body as { email: string }).email]);
	};
	deepStrictEqual(await upserted(false), []);
	await add('new+1@example.com');
	await add('waiting@example.com', { approval_status: 'waitlist' });
	deepStrictEqual(await upserted(true), [['PUT', 'crm/contacts/new+1@example.com', 'new+1@example.com']]);
	const [{ body }] = standIn.received;
	const { registered_at } = simulator.guests(event_id).find(({ user_email }) => user_email === 'new+1@example.com')!;
	deepStrictEqual(body, { email: 'new+1@example.com', first_name: 'New', last_name: '1', phone: null, ticket: 'Standard', registered_at });
	await act(simulator, '/v1/events/guests/update-status', { event_id, guest_id: 'waiting@example.com', status: 'approved' });
	deepStrictEqual(await upserted(true), [['PUT', 'crm/contacts/waiting@example.com', 'waiting@example.com']]);
	strictEqual((await allExecutions(n8n, id)).length, runs);
}

/** A person fills in the form in a browser. */
export async function checkForm(around: Surroundings): Promise<void> {
	const { n8n, simulator } = around;
	const workflow = example('form-to-guests.json', around);
	const id = await n8n.createWorkflow(workflow);
	await n8n.activate(id);
	try {
		const address = `${n8n.url}/form/${workflow.nodes.find(({ name }) => name === 'Registration Form')!.webhookId}`;
		match(await (await fetch(address)).text(), /Summer Conference/);
		/** What a person who sends the form sees at last: a page, or that there was a problem. */
		const send = async (email: string) => {
			const filledIn = new FormData();
			filledIn.append('field-0', 'New 1');
			filledIn.append('field-1', email);
			const { formWaitingUrl } = (await (await fetch(address, { method: 'POST', body: filledIn })).json()) as { formWaitingUrl: string };
			const [page, query = ''] = formWaitingUrl.split('?');
			const status = await until(
				async () => {
					const said = await (await fetch(`${page}/n8n-execution-status?${query}`)).text();
					return ['form-waiting', 'success', 'error', 'crashed'].includes(said) ? said : undefined;
				},
				() => new Error('The form is still being worked on'),
				30_000,
			);
			return status === 'form-waiting' ? await (await fetch(formWaitingUrl)).text() : status;
		};
		match(await send('new1@example.com'), /You are on the list/);
		match(await send('new2@blocked.example'), /We could not add you/);
		simulator.fail({ path: '/v1/events/guests/add', status: 400, message: 'Registration is closed' });
		strictEqual(await send('new3@example.com'), 'error');
		const { user_name, approval_status } = simulator.guests(conference).find(({ user_email }) => user_email === 'new1@example.com') ?? {};
		deepStrictEqual([user_name, approval_status], ['New 1', 'approved']);
	} finally {
		await n8n.deactivate(id);
	}
}

/** A guest registers at Luma, which tells the trigger. */
export async function checkWelcome(around: Surroundings): Promise<void> {
	const { n8n, simulator, standIn } = around;
	const id = await n8n.createWorkflow(example('welcome-mail-and-sheet.json', around));
	await n8n.activate(id);
	try {
		await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: 'waiting@example.com' }], approval_status: 'waitlist' });
		await act(simulator, '/v1/events/guests/add', { event_id: conference, guests: [{ email: 'new1@example.com', name: 'New 1' }], approval_status: 'pending_approval' });
		await simulator.delivered();
		await act(simulator, '/v1/events/guests/update-status', { event_id: conference, guest_id: 'new1@example.com', status: 'approved' });
		await simulator.delivered();
		const runs = await n8n.executions(id, 1);
		strictEqual(runs.length, 1);
		runs[0].orThrow();
		const { registered_at } = simulator.guests(conference).find(({ user_email }) => user_email === 'new1@example.com')!;
		const text = 'Hello New, see you on 15 June, 09:00. All about it: https://luma.com/summer-conference';
		deepStrictEqual(standIn.received, [
			{ method: 'POST', path: 'mail/send', body: { to: 'new1@example.com', subject: 'Welcome to Summer Conference', text } },
			{ method: 'POST', path: 'sheets/rows', body: { email: 'new1@example.com', name: 'New 1', event: 'Summer Conference', tag: 'welcomed', at: registered_at } },
		]);
	} finally {
		await n8n.deactivate(id);
	}
}

/** The week's events, each at its own time; a week without any sends nothing. */
export async function checkDigest(around: Surroundings): Promise<void> {
	const { n8n, simulator, standIn } = around;
	const id = await n8n.createWorkflow(example('weekly-digest.json', around));
	const at = (days: number, zone: string) => DateTime.now().plus({ days }).setZone(zone).set({ hour: 18, minute: 30, second: 0, millisecond: 0 });
	const add = (name: string, start: DateTime, slug: string, more = {}) =>
		simulator.addEvent({ name, slug, start_at: start.toUTC().toISO()!, end_at: start.plus({ hours: 2 }).toUTC().toISO()!, timezone: start.zoneName!, ...more });
	const run = async () => {
		standIn.received.length = 0;
		(await n8n.run(id, 'Every Monday')).orThrow();
		return standIn.received;
	};
	deepStrictEqual(await run(), []);

	const near = at(2, 'Europe/Berlin');
	const far = at(4, 'America/New_York');
	const address = { address: 'Example Street 1', city: null, region: null, country: null, city_state: null, full_address: 'Example Street 1, Berlin', google_maps_place_id: null, apple_maps_place_id: null, description: null };
	add('Later', at(9, 'UTC'), 'later');
	add('Far', far, 'far');
	add('Near', near, 'near', { geo_address_json: address });
	const day = (time: DateTime) => time.toFormat('cccc d LLLL', { locale: 'en' });
	const text = [
		'# This week',
		'',
		`- **[Near](https://luma.com/near)**, ${day(near)}, 18:30 (Europe/Berlin), Example Street 1, Berlin`,
		`- **[Far](https://luma.com/far)**, ${day(far)}, 18:30 (America/New_York), online`,
	].join('\n');
	deepStrictEqual(await run(), [{ method: 'POST', path: 'chat/messages', body: { text } }]);
}

/** The events of one day, with guests who are still to come and without; a day without any sends nothing. */
export async function checkBlast(around: Surroundings): Promise<void> {
	const { n8n, simulator } = around;
	const timezone = 'Europe/Berlin';
	const workflow = example('blast-before-event.json', around);
	const id = await n8n.createWorkflow({ ...workflow, settings: { ...workflow.settings, timezone } });
	const run = async () => {
		simulator.requests.length = 0;
		const { nodes } = (await n8n.run(id, 'Every Morning')).orThrow();
		return { nodes, blasts: simulator.requests.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]) };
	};
	const nobody = await run();
	deepStrictEqual([nobody.nodes, nobody.blasts], [['Every Morning', 'In Three Days'], []]);

	const day = DateTime.now().setZone(timezone).startOf('day').plus({ days: 3 });
	const add = (name: string, start: DateTime, guests: number) => simulator.addEvent({ name, start_at: start.toUTC().toISO()!, end_at: start.plus({ hours: 2 }).toUTC().toISO()!, timezone, guests });
	const isThere = ({ event_tickets }: { event_tickets: Array<{ checked_in_at: string | null }> }) => event_tickets.some(({ checked_in_at }) => checked_in_at !== null);
	const going = (event: string) => simulator.guests(event).filter(({ approval_status }) => approval_status === 'approved');
	const allThere = add('All There', day.plus({ hours: 12 }), 10);
	for (const guest of going(allThere).filter((one) => !isThere(one))) await act(simulator, '/v1/events/guests/update-status', { event_id: allThere, guest_id: guest.id, status: 'declined' });
	ok(going(allThere).length > 0 && going(allThere).every(isThere));
	add('Without Guests', day.plus({ hours: 13 }), 0);
	add('The Day Before', day.minus({ minutes: 1 }), 10);
	add('The Day After', day.plus({ days: 1 }), 10);
	const none = await run();
	deepStrictEqual([none.nodes, none.blasts], [['Every Morning', 'In Three Days', 'Still to Come'], []]);

	const event_ids = [add('First', day, 150), add('Last', day.plus({ days: 1 }).minus({ minutes: 1 }), 10)];
	deepStrictEqual((await run()).blasts, event_ids.map((event_id, n) => {
		const name = ['First', 'Last'][n];
		const count = going(event_id).filter((one) => !isThere(one)).length;
		const content_md = `**${name}** is in three days, and you are one of ${count} guests. If you can't make it, please cancel your registration, so that somebody else can come.`;
		return ['/v1/events/blasts/create', { event_id, content_md, subject: `${name} is in three days`, recipient_groups: [{ status: 'approved' }] }];
	}));
}

/** Events at the same time on the clock, before and after it is changed. */
export async function checkSeries(around: Surroundings): Promise<void> {
	const { n8n, simulator } = around;
	const id = await n8n.createWorkflow(example('event-series.json', around));
	const execution = (await n8n.run(id, 'When You Run It')).orThrow();
	const made = execution.items('What Was Made').map(({ json: { name, local, utc } }) => [name, local, utc]);
	const expected = [
		['Tuesday Run 1', '2027-03-02 18:00', '2027-03-02T23:00:00.000Z'],
		['Tuesday Run 2', '2027-03-09 18:00', '2027-03-09T23:00:00.000Z'],
		['Tuesday Run 3', '2027-03-16 18:00', '2027-03-16T22:00:00.000Z'],
		['Tuesday Run 4', '2027-03-23 18:00', '2027-03-23T22:00:00.000Z'],
	];
	deepStrictEqual(made, expected);
	const stored = simulator.events().filter(({ name }) => name.startsWith('Tuesday Run'));
	deepStrictEqual(stored.map(({ name, start_at }) => [name, start_at]), expected.map(([name, , utc]) => [name, utc]));
	for (const event of stored) {
		strictEqual(Date.parse(event.end_at) - Date.parse(event.start_at), 90 * 60_000);
		deepStrictEqual([event.timezone, event.visibility, event.geo_address_json?.address], ['America/New_York', 'private', 'Example Park, New York']);
	}
}

/** A question in the chat: the model looks up events, and the answer holds them. */
export async function checkAgent(around: Surroundings): Promise<void> {
	const { n8n, simulator, model } = around;
	const workflow = example('ask-about-events.json', around);
	workflow.pinData = { Chat: [{ json: { action: 'sendMessage', sessionId: '1', chatInput: 'What is on in April?' } }] };
	model.use({ After: `${YEAR}-04-20T00:00:00Z`, Before: '' }, 'Find_Events');
	const execution = (await n8n.run(await n8n.createWorkflow(workflow), 'Chat')).orThrow();
	deepStrictEqual(model.tools.map(({ name }) => name).sort(), ['Find_Events', 'Find_Guest', 'List_Guests']);
	const [{ query }] = simulator.requests;
	deepStrictEqual(query, { after: `${YEAR}-04-20T00:00:00Z`, pagination_limit: '20' });
	const [{ json }] = execution.items('AI Agent');
	ok(String(json.output).includes('Paid Workshop'));
}
