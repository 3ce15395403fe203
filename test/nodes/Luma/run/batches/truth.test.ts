/** Whatever comes in and whatever goes wrong: what the node says of each item is what Luma holds, and nobody is sent twice. */
import type { INode } from 'n8n-workflow';
import fc, { runs } from '../../../../properties';
import { seed, type Exchange, type Fault } from '../../../../simulator';
import { add, addPath, byLink, emailsOf, invite, invitePath, meetup, refusedEmail, simulator, useSimulator, writes } from './support';

interface Input extends Record<string, string> {
	email: string;
	event: string;
	message: string;
	name: string;
}

interface Setting {
	operation: 'add' | 'sendInvites';
	rows: Input[];
	faults: Fault[];
	batchSize: number;
	onError: INode['onError'];
	retryOnFail: boolean;
}

/** Events of a few guests. */
const evening = seed.events.membersOnly;
const link = 'https://luma.com/members-evening';
const eventOf = ({ event }: Input) => (event === link ? evening : event);
const keyOf = (event: string, email: string) => `${event} ${email.trim().toLowerCase()}`;
const isBad = ({ email }: Input) => !email.includes('@');

const person = fc.nat(14);
const email = fc.oneof(
	{ weight: 6, arbitrary: person.map((n) => `new${n}@example.com`) },
	{ weight: 1, arbitrary: person.map((n) => ` NEW${n}@example.com `) },
	{ weight: 1, arbitrary: person.map((n) => `guest${n + 1}@example.com`) },
	{ weight: 1, arbitrary: person.map((n) => `guest${n}@blocked.example`) },
	{ weight: 2, arbitrary: person.map(refusedEmail) },
);
const row = (address: fc.Arbitrary<string>): fc.Arbitrary<Input> =>
	fc.record({
		email: address,
		event: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(evening, link, meetup) }, { weight: 1, arbitrary: fc.constant('evt-unknown') }),
		message: fc.constantFrom('', 'Hello'),
		name: fc.constantFrom('', 'New'),
	});
const rows = fc.oneof({ weight: 3, arbitrary: fc.array(row(email), { minLength: 1, maxLength: 40 }) }, { weight: 1, arbitrary: fc.array(row(fc.oneof({ weight: 9, arbitrary: email }, { weight: 1, arbitrary: fc.constantFrom('', 'nobody') })), { minLength: 1, maxLength: 40 }) });

const spoilt: fc.Arbitrary<Fault> = fc.oneof(
	fc.record({ status: fc.constantFrom(400, 401, 404, 413, 422, 429), message: fc.constant('No') }),
	fc.record({ status: fc.constantFrom(500, 503), handled: fc.boolean() }),
	// A timeout is to the node what a reset connection is, and takes its time.
	fc.record({ kind: fc.constantFrom('reset', 'resetAfterHandling', 'cutOff', 'empty', 'html') }),
);
const faults = fc.array(
	fc.tuple(spoilt, fc.nat(6)).map(([fault, skip]) => ({ ...fault, skip, path: /guests\/(add|send-invites)$/ })),
	{ maxLength: 3 },
);

const setting: fc.Arbitrary<Setting> = fc.record({
	operation: fc.constantFrom('add' as const, 'sendInvites' as const),
	rows,
	faults,
	batchSize: fc.integer({ min: 1, max: 12 }),
	onError: fc.constantFrom('stopWorkflow' as const, 'continueRegularOutput' as const, 'continueErrorOutput' as const),
	retryOnFail: fc.boolean(),
});

/** What Luma knows of each person: taken or skipped where it has said so, unknown where its answer was lost. */
function lumaSays(exchanges: Exchange[], taken: string): Map<string, string> {
	const says = new Map<string, string>();
	const answers = exchanges.filter(({ path }) => [addPath, invitePath].includes(path));
	for (const request of writes()) {
		const event = (request.body as { event_id: string }).event_id;
		const answer = answers.find(({ requestBody }) => requestBody === request.body);
		for (const address of emailsOf(request)) {
			const key = keyOf(event, address);
			// Nobody goes again after a request that was taken, or of which nobody knows.
			expect(says.get(key)).toBeUndefined();
			if (!answer || answer.status >= 500) says.set(key, 'unknown');
			else if (answer.status === 200) says.set(key, (answer.responseBody as { skipped: Array<{ email: string }> }).skipped.some((one) => keyOf(event, one.email) === key) ? 'skipped' : taken);
		}
	}
	return says;
}

/** What the node must say of each row, given that. */
function expected(given: Input[], says: Map<string, string>): string[] {
	const placed = new Set<string>();
	return given.map((one) => {
		const key = keyOf(eventOf(one), one.email);
		if (isBad(one)) return 'error';
		if (placed.has(key)) return 'duplicate';
		placed.add(key);
		return says.get(key) ?? 'error';
	});
}

const held = () => new Map([evening, meetup].flatMap((event) => simulator.guests(event).map((guest) => [keyOf(event, guest.user_email), guest] as const)));

async function check({ operation, rows: given, faults: wrong, batchSize, onError, retryOnFail }: Setting): Promise<void> {
	simulator.reset();
	const before = held();
	const exchanges: Exchange[] = [];
	simulator.onExchange = (exchange) => exchanges.push(exchange);
	for (const fault of wrong) simulator.fail(fault);
	const [act, taken] = operation === 'add' ? [add, 'added'] : [invite, 'invited'];
	const parameters = {
		eventId: byLink('={{ $json.event }}'),
		additionalFields: operation === 'add' ? { guestStatus: '={{ $json.message ? "waitlist" : "approved" }}' } : { message: '={{ $json.message }}' },
		options: { batchSize },
	};
	const { json, items, errors, error } = await act(given, parameters, { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 }, { after: false });
	const says = lumaSays(exchanges, taken);
	const statuses = expected(given, says);
	const after = held();

	// Luma's side: who is new there was taken or is unknown, and was mailed once.
	for (const [key, guest] of after) {
		if (before.has(key)) continue;
		expect([taken, 'unknown']).toContain(says.get(key));
		expect(guest.mails).toBe(1);
	}
	for (const [key, status] of says) if (status === taken) expect(after.has(key)).toBe(true);

	// The node's side.
	if (error) {
		expect(onError).toBe('stopWorkflow');
		expect(items).toEqual([]);
		if (given.some(isBad)) return expect(writes()).toEqual([]);
		const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
		const said = (status: string) => Number(new RegExp(`(\\d+) ${status}[,.;]`).exec(error.description ?? '')?.[1] ?? 0);
		expect(error.description).toContain(`Of ${given.length} items: `);
		for (const status of [taken, 'skipped', 'duplicate', 'unknown']) expect([status, said(status)]).toEqual([status, count(status)]);
		expect(said('error') + said('not sent')).toBe(count('error'));
		return;
	}
	const told = new Map<number, unknown>();
	items.forEach(({ pairedItem }, place) => told.set((pairedItem as { item: number }).item, json[place].status));
	errors.forEach(({ pairedItem, json: { message } }) => told.set((pairedItem as { item: number }).item, (message as { status: string }).status));
	expect(items.length + errors.length).toBe(given.length);
	expect(given.filter(isBad).map((one) => told.get(given.indexOf(one)))).toEqual(given.filter(isBad).map(() => 'error'));
	// Of those that are about one person: refused until one is taken, left out or lost; what follows that is a double of it.
	for (const key of new Set(given.filter((one) => !isBad(one)).map((one) => keyOf(eventOf(one), one.email)))) {
		const all = given.flatMap((one, item) => (!isBad(one) && keyOf(eventOf(one), one.email) === key ? [told.get(item)] : []));
		const decided = all.findIndex((status) => status !== 'error');
		expect(all[decided]).toBe(says.get(key));
		const double = says.get(key) === 'unknown' ? 'unknown' : 'duplicate';
		if (decided >= 0) expect(all.slice(decided + 1)).toEqual(all.slice(decided + 1).map(() => double));
	}
	if (onError === 'stopWorkflow') expect(statuses.filter((status) => ['error', 'unknown'].includes(status))).toEqual([]);
}

describe.each([
	['any number of guests', undefined],
	['five guests at most', 5],
])('with a Luma that takes %s in a request', (_what, maxGuestsPerCall) => {
	useSimulator({ maxGuestsPerCall });

	it('tells the truth', async () => {
		await fc.assert(fc.asyncProperty(setting, check), { numRuns: runs(60) });
	});
});

