/** What is the same in several input items: sent once where Luma mails people, and said. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../../nodes/Luma/resources';
import type { Work } from '../../../../nodes/Luma/run/work';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { operations } from '../support/description';
import { always, received, useLuma, waits } from '../support/luma';
import { from, plain } from './support';

useLuma();

const workOf = (resource: string, operation: string): Work => resources.find(({ name }) => name === resource)!.works[operation];
const three = [{}, {}, {}];
const bodies = () => received.map(({ body }) => body as IDataObject);

describe.each(operations)('%s %s', (resource, operation) => {
	const { same, varied, differs, writes, perItem, luma, asked, askedFor } = plain(resource, operation);
	const { mails = false, batch } = workOf(resource, operation);
	// What says the same in a list goes out once, whether Luma mails or not.
	const once = mails || batch !== undefined;

	it(once ? 'goes out once' : 'is done for each item', async () => {
		luma();
		const { error, items, linked } = await run(same, { items: three });
		expect(error).toBeUndefined();
		expect(asked()).toHaveLength(once ? 1 : 3);
		const all = [0, 1, 2].flatMap((n) => Array<number>(perItem).fill(n));
		expect(from(items)).toEqual(all);
		expect(linked).toEqual(all);
		const said = items.map(({ json }) => (batch ? json.status === 'duplicate' : json.duplicate_of_item));
		if (once && perItem === 1) expect(said).toEqual(batch ? [false, true, true] : [undefined, 0, 0]);
		if (!once) expect(items.filter(({ json }) => 'duplicate_of_item' in json || json.status === 'duplicate')).toEqual([]);
	});

	if (!mails || batch || !differs) return;

	it('goes out again after something else for the same thing, and for each thing by itself', async () => {
		luma();
		const { error, json } = await run(varied, { items: [0, 1, 0, 1].map((n) => ({ n })) });
		expect(error).toBeUndefined();
		// What differs is what it is about, so the third is as the first, and the fourth as the second.
		expect(askedFor()).toEqual(['0', '1']);
		expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, undefined, 0, 1]);
	});

	it('that was refused says so for each, and is sent once', async () => {
		luma(() => ({ status: 400, body: { message: 'No', code: null } }));
		const { json } = await run(same, { items: three, node: { onError: 'continueRegularOutput' } });
		expect(asked()).toHaveLength(1);
		expect(json.map(({ n, status, error, http_status, duplicate_of_item }) => [n, status, error, http_status, duplicate_of_item])).toEqual([0, 1, 2].map((n) => [n, 'error', 'No', 400, undefined]));
	});

	it('a bad item before it does not count', async () => {
		luma();
		const { json } = await run({ ...same, options: { maxTries: '={{ $json.n === 0 ? 0 : 4 }}' } }, { items: three, node: { onError: 'continueRegularOutput' } });
		expect(asked()).toHaveLength(1);
		expect(json.map(({ status, duplicate_of_item }) => [status === 'error', duplicate_of_item])).toEqual([[true, undefined], [false, undefined], [false, 1]]);
	});

	it('is sent once with Retry On Fail too, where an item after it fails', async () => {
		let refused = 0;
		luma((_nth, sent) => (/~1[@"]/.test(JSON.stringify(sent)) && refused++ === 0 ? { status: 403, body: { message: 'Not now', code: null } } : undefined));
		const { error, json } = await run(varied, { items: [0, 0, 1].map((n) => ({ n })), node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } });
		expect(error).toBeUndefined();
		expect(askedFor()).toEqual(writes ? ['0', '1', '1'] : []);
		expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, 0, undefined]);
	});
});

describe('what is told by a link, and looked up for that', () => {
	const byLinks = operations.filter(([resource, operation]) => workOf(resource, operation).mails && !workOf(resource, operation).batch && 'eventId' in plain(resource, operation).same);

	it('is tried for every write that mails the people of an event', () => expect(byLinks.map((one) => one.join(' '))).toEqual(expect.arrayContaining(['event cancel', 'event update', 'guest updateStatus', 'guest updateTickets', 'blast create'])));

	describe.each(byLinks)('%s %s', (resource, operation) => {
		const { same, luma, askedFor } = plain(resource, operation);
		const parameters = { ...same, eventId: byLink('=https://luma.com/summer~{{ $json.n }}') };
		const items = [0, 1, 0].map((n) => ({ n }));
		const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const isOf = (n: number, sent: unknown) => new RegExp(`~${n}"`).test(JSON.stringify(sent));
		const looksUp = () => {
			always('GET', '/v1/entities/lookup', ({ query }) => ({ body: { entity: { type: 'event', event: { id: `evt-${String(query!.slug)}` } } } }));
			always('GET', '/v1/events/ticket-types/list', () => ({ body: { entries: [{ id: 'ttype-1' }] } }));
		};

		it('is sent once with Retry On Fail, where an item between the two fails', async () => {
			let refused = 0;
			looksUp();
			luma((_nth, sent) => (isOf(1, sent) && refused++ === 0 ? { status: 403, body: { message: 'Not now', code: null } } : undefined));
			const { error, json } = await run(parameters, { items, node: again });
			expect(error).toBeUndefined();
			expect(askedFor()).toEqual(['0', '1', '1']);
			expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, undefined, 0]);
		});

		it('is sent once with Retry On Fail and Continue, where the answer to the first is lost', async () => {
			looksUp();
			luma((_nth, sent) => (isOf(0, sent) ? { status: 502, body: { message: 'Bad gateway', code: null } } : undefined));
			const { json } = await run(parameters, { items, node: { ...again, onError: 'continueRegularOutput' } });
			expect(askedFor()).toEqual(['0', '1']);
			expect(json.map(({ status }) => status === 'unknown')).toEqual([true, false, true]);
		});
	});
});

describe('approved, declined and approved again', () => {
	const status: INodeParameters = { resource: 'guest', operation: 'updateStatus', eventId: byId('evt-1'), guestId: byId('={{ $json.guest ?? "gst-1" }}'), guestStatus: '={{ $json.status }}' };
	const answers = () => always('POST', '/v1/events/guests/update-status', () => ({}));
	const sent = () => bodies().map(({ guest_id, status: to }) => `${String(guest_id)} ${String(to)}`);

	it('goes out three times', async () => {
		answers();
		const { json } = await run(status, { items: ['approved', 'declined', 'approved'].map((to) => ({ status: to })) });
		expect(sent()).toEqual(['gst-1 approved', 'gst-1 declined', 'gst-1 approved']);
		expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, undefined, undefined]);
	});

	it('beside another guest: each by itself', async () => {
		answers();
		const steps = [['gst-1', 'approved'], ['gst-2', 'approved'], ['gst-1', 'approved'], ['gst-2', 'declined'], ['gst-1', 'declined'], ['gst-2', 'approved']];
		const { json } = await run(status, { items: steps.map(([one, to]) => ({ guest: one, status: to })) });
		expect(sent()).toEqual(['gst-1 approved', 'gst-2 approved', 'gst-2 declined', 'gst-1 declined', 'gst-2 approved']);
		expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, undefined, 0, undefined, undefined, undefined]);
	});
});

describe('one person in two spellings', () => {
	const spellings = ['Nathan@example.com', 'nathan@EXAMPLE.com', ' nathan@example.com\u200b', 'mailto:nathan@example.com', 'Nathan Smith <nathan@example.com>'];
	const domains = ['nathan@b\u00fccher.example', 'nathan@xn--bcher-kva.example', 'nathan@bu\u0308cher.example'];
	const mailing = operations.filter(([resource, operation]) => workOf(resource, operation).mails && !workOf(resource, operation).batch);
	const byAddress = mailing.flatMap(([resource, operation]) => {
		const { same } = plain(resource, operation);
		const field = ['guestId', 'memberId', 'memberEmail'].find((name) => name in same);
		return field === undefined ? [] : [[resource, operation, field] as const];
	});

	it('is looked for in every write that mails someone who has an address', () => expect(byAddress.map((one) => one.join(' '))).toEqual(expect.arrayContaining(['guest updateStatus guestId', 'guest updateTickets guestId', 'membership addMember memberEmail', 'membership updateStatus memberId'])));

	it.each(byAddress)('%s %s: is written to once', async (resource, operation, field) => {
		const { same, luma } = plain(resource, operation);
		luma();
		const value = field === 'memberEmail' ? '={{ $json.who }}' : byId('={{ $json.who }}');
		const { error, json } = await run({ ...same, [field]: value }, { items: [...spellings, ...domains, 'else@example.com', spellings[1]].map((who) => ({ who })) });
		expect(error).toBeUndefined();
		expect(json.map(({ duplicate_of_item }) => duplicate_of_item)).toEqual([undefined, 0, 0, 0, 0, undefined, 5, 5, undefined, 0]);
		expect(bodies()).toHaveLength(3);
	});

	it('says something else in other letters only to whom a message is for', async () => {
		always('POST', '/v1/events/guests/update-status', () => ({}));
		await run({ resource: 'guest', operation: 'updateStatus', eventId: byId('evt-1'), guestId: byId('gst-1'), additionalFields: { message: '={{ $json.message }}' } }, { items: ['Hello', 'HELLO'].map((message) => ({ message })) });
		expect(received).toHaveLength(2);
	});

	it.each(['add', 'sendInvites'])('is one guest of %s', async (operation) => {
		always('POST', operation === 'add' ? '/v1/events/guests/add' : '/v1/events/guests/send-invites', () => ({ body: { skipped: [] } }));
		const { json } = await run({ resource: 'guest', operation, eventId: byId('evt-1'), guestsFrom: 'inputItems', guestEmail: '={{ $json.who }}', guestName: '' }, { items: [...spellings, ...domains].map((who) => ({ who })) });
		expect(json.map(({ status }) => status === 'duplicate')).toEqual([false, true, true, true, true, false, true, true]);
		expect(received).toHaveLength(1);
	});
});

describe('one guest twice, of whom Luma refuses the first', () => {
	const invite = async (names: string[]) => {
		always('POST', '/v1/events/guests/send-invites', ({ body }) => (JSON.stringify(body).includes('Bad') ? { status: 400, body: { message: 'No', code: null } } : { body: { skipped: [] } }));
		const { json } = await run({ resource: 'guest', operation: 'sendInvites', eventId: byId('evt-1'), guestsFrom: 'inputItems', guestEmail: 'a@example.com', guestName: '={{ $json.name }}' }, { items: names.map((name) => ({ name })), node: { onError: 'continueRegularOutput' } });
		return json.map(({ status }) => status);
	};

	it('gets another turn where the second says something else', async () => {
		expect(await invite(['Bad', 'Good', 'Bad'])).toEqual(['error', 'invited', 'duplicate']);
		expect(received).toHaveLength(2);
	});

	it('is refused once where the second says the same', async () => {
		expect(await invite(['Bad', 'Bad'])).toEqual(['error', 'error']);
		expect(received).toHaveLength(1);
	});
});

describe.each([
	['add', '/v1/events/guests/add'],
	['sendInvites', '/v1/events/guests/send-invites'],
])('the guests of %s', (operation, path) => {
	const list = (count: number) => Array.from({ length: count }, (_, n) => ({ email: `new${n}@example.com` }));
	const json = (given: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'guest', operation, eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: given, ...more });
	const emails = () => bodies().map(({ guests }) => (guests as Array<{ email: string }>).map(({ email }) => email));
	const taken = operation === 'add' ? 'added' : 'invited';
	const luma = (refuse: (email: string) => number | undefined = () => undefined) =>
		always('POST', path, ({ body }) => {
			const status = (body as { guests: Array<{ email: string }> }).guests.map(({ email }) => refuse(email)).find((one) => one !== undefined);
			return status === undefined ? { body: { skipped: [] } } : { status, body: { message: `No (${status})`, code: null } };
		});

	it.each([2, 10, 50])('of all items by expression, with %i input items: sent once, and said', async (count) => {
		luma();
		const { json: out, linked, run: finished } = await run(json("={{ $('Source').all().map(({ json }) => ({ email: json.email })) }}"), { items: list(count) });
		expect(emails()).toEqual([list(count).map(({ email }) => email)]);
		expect(out.map(({ status }) => status)).toEqual([...Array<string>(count).fill(taken), ...Array<string>(count - 1).fill('duplicate')]);
		expect(linked).toEqual([...Array<number>(count).fill(0), ...Array.from({ length: count - 1 }, (_, n) => n + 1)]);
		const { hints } = finished.data.resultData.runData.Luma[0];
		expect(hints?.map(({ message }) => message)).toEqual([expect.stringMatching(new RegExp(`^${count} input items returned the same list, .*Execute Once`))]);
	});

	it('of two lists that differ in their event go out for both', async () => {
		luma();
		const { json: out } = await run({ ...json(JSON.stringify(list(2))), eventId: byId('={{ "evt-" + $json.n }}') }, { items: [{}, {}] });
		expect(emails()).toHaveLength(2);
		expect(out.map(({ status }) => status)).toEqual([taken, taken, taken, taken]);
	});

	it('of a bad item are not taken for the list of another', async () => {
		luma();
		const two = JSON.stringify(list(2));
		const { json: out } = await run(json(two, { options: { maxTries: '={{ $json.n === 0 ? 0 : 4 }}' } }), { items: [{}, {}, {}], node: { onError: 'continueRegularOutput' } });
		expect(emails()).toHaveLength(1);
		expect(out.map(({ status }) => status)).toEqual(['error', taken, taken, 'duplicate']);
	});

	it.each([400, 409, 413, 422])('%i for one of ten: only that one fails', async (status) => {
		luma((email) => (email === 'new6@example.com' ? status : undefined));
		const { json: out } = await run(json(JSON.stringify(list(10))), { node: { onError: 'continueRegularOutput' } });
		expect(out.map((one) => one.status)).toEqual(list(10).map(({ email }) => (email === 'new6@example.com' ? 'error' : taken)));
		expect(out[6]).toMatchObject({ email: 'new6@example.com', http_status: status, error: `No (${status})` });
		const sent = emails().flat();
		for (const { email } of list(10).filter((_, n) => n !== 6)) {
			const went = bodies().filter(({ guests }) => JSON.stringify(guests).includes(`"${email}"`) && !JSON.stringify(guests).includes('new6@'));
			expect([email, went.length]).toEqual([email, 1]);
		}
		expect(sent).toContain('new6@example.com');
	});

	it.each([401, 403, 404])('%i is not halved', async (status) => {
		luma(() => status);
		const { json: out } = await run(json(JSON.stringify(list(10))), { node: { onError: 'continueRegularOutput' } });
		expect(emails()).toHaveLength(1);
		expect(out.map((one) => one.status)).toEqual(Array(10).fill('error'));
	});

	it('at the error output have exactly `error` and `message` beside the fields of their input', async () => {
		luma((email) => (email === 'new1@example.com' ? 409 : undefined));
		const { json: out, errors } = await run(json(JSON.stringify(list(3))), { items: [{ name: 'Row' }], node: { onError: 'continueErrorOutput' } });
		expect(out.map(({ email }) => email)).toEqual(['new0@example.com', 'new2@example.com']);
		expect(errors.map((item) => item.json)).toEqual([
			{ n: 0, name: 'Row', error: 'No (409)', message: { email: 'new1@example.com', event_id: 'evt-1', status: 'error', reason: 'No (409)', http_status: 409, advice: expect.any(String) as string } },
		]);
		expect(from(errors)).toEqual([0]);
	});

	it.each<[string, unknown]>([['nothing', [null]], ['text', ['nobody']], ['no objects', [[]]], ['one without email', [{}]], ['no list', 5]])('that are %s are refused in both manners', async (_what, given) => {
		const stopped = await run(json('={{ $json.guests }}'), { items: [{ guests: given } as IDataObject] });
		const went = await run(json('={{ $json.guests }}'), { items: [{ guests: given } as IDataObject], node: { onError: 'continueRegularOutput' } });
		expect(received).toEqual([]);
		expect(stopped.error?.message).toMatch(/^Guests \(JSON\)/);
		expect(went.json).toMatchObject([{ status: 'error', error: expect.stringMatching(/^Guests \(JSON\)/) as string }]);
	});
});

it('Batching counts the requests of lists: a pause after every two', async () => {
	always('POST', '/v1/events/guests/add', () => ({ body: { skipped: [] } }));
	const people = Array.from({ length: 10 }, (_, n) => ({ email: `new${n}@example.com` }));
	const batching = { batching: { batch: { batchSize: 2, batchInterval: 70 } } };
	const { json } = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: JSON.stringify(people), options: { batchSize: 2 }, requestOptions: batching }, {});
	expect(json).toHaveLength(10);
	expect(received).toHaveLength(5);
	expect(waits).toEqual([70, 70]);
});
