/** Sets of things as one text of marks. */
import { countOf, has, including, MARK, markOf, setOf, without } from '../../../../nodes/Luma/triggers/marks';
import fc from '../../../properties';

it('what lies across two marks is not in the set', () => {
	const [one, other] = ['AAAAAAA', 'BBBBBBB'];
	expect(one).toHaveLength(MARK);
	const across = 'AAABBBB';
	expect(has(one + other, across)).toBe(false);
	expect(without(one + other, across)).toBe(one + other);
	// The first place where it is found is none, a later one is.
	expect(has(one + other + across, across)).toBe(true);
	expect(without(one + other + across, across)).toBe(one + other);
});

it('is a set: what was put in is there, once, until it is taken out', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 20 }))), (changes) => {
			const model = new Set<string>();
			let marks = '';
			for (const [isIn, n] of changes) {
				const mark = markOf(`gst-${n}`);
				marks = isIn ? including(marks, mark) : without(marks, mark);
				if (isIn) model.add(mark);
				else model.delete(mark);
			}
			expect(setOf(marks)).toEqual(model);
			expect(countOf(marks)).toBe(model.size);
			for (const mark of model) expect(has(marks, mark)).toBe(true);
		}),
	);
});

it('keeps the latest, where only so many are kept', () => {
	const all = ['a', 'b', 'c', 'a'].map(markOf);
	expect(all.reduce((marks, mark) => including(marks, mark, 2), '')).toBe(markOf('c') + markOf('a'));
});
