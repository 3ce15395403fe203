import fc from 'fast-check';
import { chosen, chosenOne, listed } from '../../../nodes/LumaTrigger/chosen';
import { eventTypes } from '../../../nodes/LumaTrigger/eventTypes';

const both = ['guest.registered', 'guest.updated'];

describe('a list', () => {
	it.each([
		['a list', both],
		['a list in a list', [both]],
		['text with commas', 'guest.registered,guest.updated'],
		['text with a blank behind it', 'guest.registered,guest.updated '],
		['text with commas and blanks', ' guest.registered , guest.updated,'],
		['lines', 'guest.registered\r\nguest.updated\n'],
		['JSON', '["guest.registered","guest.updated"]'],
		['JSON with a blank behind it', '["guest.registered","guest.updated"] '],
		['a list of texts with commas', ['guest.registered, guest.updated']],
		['entries that are blank', ['', 'guest.registered', ' ', null, undefined, 'guest.updated', []]],
		['entries twice', [...both, 'guest.registered ']],
		['entries with characters that nobody sees', ['\u200Bguest.registered\uFEFF', '\u00A0guest.upd\u00ADated']],
	])('is read from %s', (_what, value) => {
		expect(listed(value)).toEqual(both);
	});

	it.each([[''], [' '], [null], [undefined], [[]], [['']], [[null, '  ']], ['[]'], [','], ['\u200B']])('of %j is not given', (value) => {
		expect(listed(value)).toEqual([]);
	});

	it.each([[7], [true], [{ id: 'evt-1' }], [['evt-1', { id: 'evt-2' }]], ['[{"id":"evt-1"}]']])('of %j is refused', (value) => {
		expect(() => listed(value)).toThrow('is not text');
	});

	it('that is cut off is refused', () => {
		expect(() => listed('["evt-1"')).toThrow('"["evt-1"" is not a list');
	});

	const entries = fc.array(fc.stringMatching(/^[\w.-]{1,20}$/), { maxLength: 8 });
	const blanks = fc.stringMatching(/^[ \t\n]{0,3}$/);

	it('is the same however n8n makes text of it', () => {
		fc.assert(
			fc.property(entries, blanks, blanks, (list, before, after) => {
				const expected = [...new Set(list)];
				for (const text of [String(list), JSON.stringify(list), list.join(', '), list.join('\n')]) expect(listed(before + text + after)).toEqual(expected);
				expect(listed(list)).toEqual(expected);
			}),
		);
	});
});

describe('choices', () => {
	it('are taken by value or name, in upper or lower case', () => {
		expect(chosen('Guest Registered, GUEST.UPDATED, all', eventTypes)).toEqual(['guest.registered', 'guest.updated', '*']);
		expect(chosen(['guest.registered', 'Guest Registered'], eventTypes)).toEqual(['guest.registered']);
	});

	it('that are none are refused by name, with the choices', () => {
		expect(() => chosen(['guest.registered', 'guest.deleted'], eventTypes)).toThrow(/^"guest\.deleted" is not one of \*, calendar\.event\.added, .*, ticket\.registered$/);
		for (const name of ['constructor', '__proto__', 'guest', 'guest.*']) expect(() => chosen(name, eventTypes)).toThrow(`"${name}" is not one of *, `);
	});

	it('of which there is one: text with blanks, nothing, or no choice', () => {
		const output = [{ name: 'As Delivered', value: 'delivery' }];
		for (const value of ['delivery', 'delivery ', 'As delivered', '\u200Bdelivery']) expect(chosenOne(value, output)).toBe('delivery');
		for (const value of ['', ' ', null, undefined]) expect(chosenOne(value, output)).toBeUndefined();
		expect(() => chosenOne('x', output)).toThrow('"x" is not one of delivery');
		expect(() => chosenOne(['delivery'], output)).toThrow('["delivery"] is not text');
	});
});
