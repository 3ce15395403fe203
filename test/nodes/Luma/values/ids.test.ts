/** What names one thing of a kind; how each locator refuses what names another stands in fromTheNode.test.ts. */
import { idOf, idsOf } from '../../../../nodes/Luma/values/ids';

it.each(['cal-hacks', 'g-force-2027', 'evt-summer', 'tag-team'])('a name that people choose may begin like an ID: %s', (name) => {
	expect([idOf('tag', name), idOf('coupon', name)]).toEqual([name, name]);
	expect(idsOf('tag', `${name}, VIP`)).toEqual([name, 'VIP']);
});

it('a whole ID of another kind is no such name', () => {
	expect(() => idOf('tag', 'evt-1a2b3c4d5e6f7g8')).toThrow('"evt-1a2b3c4d5e6f7g8" is the ID of an event, not of a tag');
});
