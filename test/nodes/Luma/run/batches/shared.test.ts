/** Refusals of what all batches share, such as a tag that is gone: how many requests go out until the rest is left, and that no row is left that Luma would take. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../../../nodes/Luma/resources';
import { run, type Result } from '../../../../engine';
import nock from '../../../../nock';
import { byId } from '../../../../operations/parts/case';
import fc, { runs } from '../../../../properties';
import { always, later, received, useLuma, type Answer, type Sent } from '../../support/luma';

useLuma();

const goesOn = { onError: 'continueRegularOutput' } as const;
const ofInput = (field: string, expression: string) => ({ [field]: `={{ $json.${expression} }}` });
const guests = { resource: 'guest', guestsFrom: 'inputItems', eventId: byId('evt-1') };
const contacts = { resource: 'contactTag', contactTagId: byId('VIP'), taggedFrom: 'inputItems', ...ofInput('contactRef', 'email') };
const events = { resource: 'eventTag', eventTagId: byId('VIP'), eventsFrom: 'inputItems', ...ofInput('eventRef', 'event') };

/** All operations with a list in the body, with a list from input items. */
const OPERATIONS: Array<[path: string, parameters: INodeParameters]> = [
	['/v1/events/guests/add', { ...guests, operation: 'add' }],
	['/v1/events/guests/send-invites', { ...guests, operation: 'sendInvites' }],
	['/v1/calendars/admins/add', { resource: 'calendar', operation: 'addAdmins', adminsFrom: 'inputItems' }],
	['/v1/calendars/contacts/import', { resource: 'contact', operation: 'import', contactsFrom: 'inputItems' }],
	['/v1/calendars/contact-tags/apply', { ...contacts, operation: 'apply' }],
	['/v1/calendars/contact-tags/unapply', { ...contacts, operation: 'removeFromContacts' }],
	['/v1/calendars/event-tags/apply', { ...events, operation: 'apply' }],
	['/v1/calendars/event-tags/unapply', { ...events, operation: 'removeFromEvents' }],
];
const [, [INVITE, inviting]] = OPERATIONS;

it('all of them are tried', () => expect(OPERATIONS).toHaveLength(resources.flatMap(({ works }) => Object.values(works).filter(({ batch }) => batch)).length));

/** The rows in a request, by number. */
const rowsIn = ({ body }: Sent): number[] => [...JSON.stringify(body).matchAll(/(?:row|evt-row)(\d+)/g)].map(([, n]) => Number(n));
const rows = (count: number): IDataObject[] => Array.from({ length: count }, (_, n) => ({ email: `row${n}@example.com`, event: `evt-row${n}` }));

async function sending([path, parameters]: [string, INodeParameters], count: number, batchSize: number, respond: (rows: number[], nth: number) => Answer): Promise<Result & { statuses: unknown[] }> {
	always('POST', path, (sent, nth) => respond(rowsIn(sent), nth));
	const result = await run({ ...parameters, options: { batchSize } }, { items: rows(count), node: goesOn, after: false });
	return { ...result, statuses: result.json.map(({ status }) => status) };
}

const refusing = (status: number, message = 'Not found') => ({ status, body: { message, code: null } });

describe.each(OPERATIONS)('%s', (...operation) => {
	// Each of the 100 batches went out before.
	it.each([401, 403, 404])('that Luma refuses with %i whatever the rows are: 20 requests for 100 batches', async (status) => {
		const { json, statuses } = await sending(operation, 500, 5, () => refusing(status));
		expect(new Set(statuses)).toEqual(new Set(['error']));
		expect(json).toHaveLength(500);
		expect(received).toHaveLength(20);
		expect(json[0]).toMatchObject({ reason: 'Not found', http_status: status });
		expect(json[41]).toMatchObject({ http_status: status, advice: json[0].advice, error: expect.stringMatching(/^Not sent, because Luma refused every other (guest|admin|contact|event) that was tried individually: Not found$/) as string });
	});

	// Each of the 100 batches went out nine times before.
	it('that Luma refuses with 400 also row by row: 27 requests for 100 batches', async () => {
		const { json, statuses } = await sending(operation, 500, 5, () => refusing(400));
		expect(new Set(statuses)).toEqual(new Set(['error']));
		expect(json).toHaveLength(500);
		expect(received).toHaveLength(27);
	});
});

describe.each(OPERATIONS)('%s, refused without a word', (path, parameters) => {
	it.each([{}, '', []])('as %j: each item and the error say the status', async (body) => {
		always('POST', path, () => ({ status: 400, body }));
		const { json } = await run({ ...parameters }, { items: rows(2), node: goesOn, after: false });
		expect(json).toMatchObject(Array(2).fill({ status: 'error', http_status: 400, error: 'Luma responded with HTTP 400', reason: 'Luma responded with HTTP 400' }));
		const { error } = await run({ ...parameters }, { items: rows(1), after: false });
		expect(error?.message).toBe('Luma responded with HTTP 400');
		expect(error?.description).toMatch(/Refused: item 0 \(\S+\): Luma responded with HTTP 400\./);
	});
});

it('is not taken for one of all where anything differs, or any row is taken', async () => {
	// The number of the first refused row, in words of its own.
	await sending([INVITE, inviting], 200, 5, (sent) => refusing(404, `No row ${sent[0]}`));
	expect(new Set(received.flatMap(rowsIn))).toHaveProperty('size', 200);
});

it.each<[string, Answer]>([
	['a proxy', { status: 403, body: '<html><body>Blocked</body></html>' }],
	['the rate limit or a fault', { status: 500, body: { message: 'Not now', code: null } }],
])('is not looked for where it is of %s', async (_what, answer) => {
	const { statuses } = await sending([INVITE, inviting], 200, 5, () => answer);
	expect(received).toHaveLength(40);
	expect(statuses).not.toContain('invited');
});

it('few batches go out as they are, without rows by themselves', async () => {
	await sending([INVITE, inviting], 100, 5, () => refusing(404));
	expect(received.map((sent) => rowsIn(sent).length)).toEqual(Array(20).fill(5));
});

it('for any rows that Luma refuses, and any size: each other row goes out, and is taken once', async () => {
	const setting = fc.record({
		count: fc.integer({ min: 1, max: 60 }),
		batchSize: fc.integer({ min: 1, max: 6 }),
		bad: fc.uniqueArray(fc.nat(59), { maxLength: 20 }),
		head: fc.nat(15),
		status: fc.constantFrom(400, 404),
	});
	await fc.assert(
		fc.asyncProperty(setting, async ({ count, batchSize, bad, head, status }) => {
			nock.cleanAll();
			received.length = 0;
			later();
			const isBad = (n: number) => n < head || bad.includes(n);
			// Where fewer than half of the rows are bad, some of those tried are good.
			fc.pre(rows(count).filter((_, n) => isBad(n)).length <= count / 2);
			const taken: number[] = [];
			const { json, statuses } = await sending([INVITE, inviting], count, batchSize, (sent) => {
				if (sent.some(isBad)) return refusing(status);
				taken.push(...sent);
				return { body: {} };
			});
			expect(new Set(taken).size).toBe(taken.length);
			expect(statuses.flatMap((is, n) => (is === 'invited' ? [n] : []))).toEqual(taken.sort((a, b) => a - b));
			expect(json.filter(({ reason }) => String(reason).startsWith('Not sent'))).toEqual([]);
			expect(new Set(received.flatMap(rowsIn)).size).toBe(count);
			if (status === 400) expect(statuses).toEqual(rows(count).map((_, n) => (isBad(n) ? 'error' : 'invited')));
		}),
		{ numRuns: runs(25) },
	);
});
