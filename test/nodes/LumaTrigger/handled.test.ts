import { Handled, REMEMBERED, STORED } from '../../../nodes/LumaTrigger/handled';
import fc from '../../properties';

const start = async (handled: Handled, delivery: string, thing?: string) => {
	const entry = await handled.enter(delivery, thing);
	const stored = entry?.started();
	entry?.ended();
	return stored;
};

describe('the record of handled deliveries', () => {
	it('does not grow: it stores the latest thousand, and keeps ten thousand in mind', async () => {
		const handled = new Handled();
		let stored = '';
		for (let n = 0; n < REMEMBERED + STORED; n += 1) stored = (await start(handled, `whd-${n}`))!;
		expect(stored).toHaveLength(STORED * 8);
		expect(stored).toMatch(/^[\w-]+$/);
		expect(await start(handled, `whd-${STORED}`)).toBeUndefined();
		expect(await start(handled, `whd-${STORED - 1}`)).toHaveLength(STORED * 8);
	});

	it('is taken up by another process, which knows the same thousand', async () => {
		const handled = new Handled();
		let stored = '';
		for (let n = 0; n < STORED + 10; n += 1) stored = (await start(handled, `whd-${n}`))!;
		const other = new Handled();
		other.learn(stored);
		for (const n of [10, 500, STORED + 9]) expect(await start(other, `whd-${n}`)).toBeUndefined();
		expect(await start(other, 'whd-9')).toBeDefined();
	});

	it('joins what two processes know', async () => {
		const [one, other] = [new Handled(), new Handled()];
		const stored = await start(one, 'a');
		await start(other, 'b');
		other.learn(stored);
		const third = new Handled();
		third.learn(await start(other, 'c'));
		for (const id of ['a', 'b', 'c']) expect(await start(third, id)).toBeUndefined();
	});

	it.each([undefined, null, 7, {}, '', 'abc'])('takes no harm from a record that is none: %j', async (stored) => {
		const handled = new Handled();
		handled.learn(stored);
		expect(await start(handled, 'a')).toBeDefined();
	});

	it('lets one in at a time, and another only when that one did not start', async () => {
		const handled = new Handled();
		const first = await handled.enter('a');
		const waiting = [handled.enter('a'), handled.enter('a')];
		first?.ended();
		const second = await Promise.race(waiting);
		second?.started();
		second?.ended();
		const entries = await Promise.all(waiting);
		expect(entries.filter((entry) => entry !== undefined)).toEqual([second]);
	});

	it('lets in each state of a thing that is not its last one, also in a process that takes up the record', async () => {
		const states = fc.array(fc.record({ thing: fc.constantFrom('guest 1', 'guest 2', 'event 1'), state: fc.constantFrom('a', 'b', 'c'), restart: fc.boolean() }), { maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(states, async (deliveries) => {
				let handled = new Handled();
				let stored: string | undefined;
				const last = new Map<string, string>();
				for (const { thing, state, restart } of deliveries) {
					if (restart) {
						handled = new Handled();
						handled.learn(stored);
					}
					const started = await start(handled, state, thing);
					expect(started !== undefined).toBe(last.get(thing) !== state);
					last.set(thing, state);
					stored = started ?? stored;
				}
				expect((stored ?? '').length).toBe(last.size * 8);
			}),
		);
	});

	it('has what changes among the latest, so that what does not goes first', async () => {
		const handled = new Handled();
		await start(handled, 'state 0', 'guest 1');
		for (let n = 0; n < STORED - 1; n += 1) await start(handled, `whd-${n}`);
		await start(handled, 'state 1', 'guest 1');
		const other = new Handled();
		other.learn(await start(handled, 'whd-last'));
		expect(await start(other, 'state 1', 'guest 1')).toBeUndefined();
		expect(await start(other, 'whd-0')).toBeDefined();
	});

	it('keeps states and deliveries with an id apart, and does not grow by either', async () => {
		const handled = new Handled();
		let stored = '';
		for (let n = 0; n < STORED; n += 1) {
			stored = (await start(handled, `whd-${n}`))!;
			stored = (await start(handled, `state ${n}`, 'guest 1'))!;
		}
		expect(stored).toHaveLength(STORED * 8);
		for (const n of [0, STORED - 1]) expect(await start(handled, `whd-${n}`)).toBeUndefined();
		expect(await start(handled, `state ${STORED - 1}`, 'guest 1')).toBeUndefined();
		expect(await start(handled, 'state 0', 'guest 1')).toBeDefined();
	});
});
