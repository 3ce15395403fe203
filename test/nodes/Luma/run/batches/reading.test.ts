/** Fields of many items are read the short way where n8n's expressions would come to the same. */
import type { IDataObject } from 'n8n-workflow';
import fc, { runs } from '../../../../properties';
import { goesOn, invite, simulator, useSimulator } from './support';

useSimulator();

const names = fc.constantFrom('email', 'name', 'a1', '_b', 'constructor', '__proto__', 'toString', 'length');
const leaf = fc.oneof(fc.constantFrom('new1@example.com', ' new2@example.com ', '={{ 1 }}', '', 'New 1'), fc.integer(), fc.boolean(), fc.constant(null));
const object = (value: fc.Arbitrary<unknown>) => fc.uniqueArray(fc.tuple(names, value), { maxLength: 4, selector: ([name]) => name }).map((entries) => JSON.parse(`{${entries.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join(',')}}`) as IDataObject);
const input = object(fc.oneof(leaf, object(leaf), fc.array(leaf, { maxLength: 2 })));
const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

it('takes a field of the input for what its expression gives', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: 4 }), path, path, async (items, email, name) => {
			const short = await invite(items, { guestEmail: `={{ $json.${email} }}`, guestName: `={{$json.${name}}}` }, goesOn, { after: false });
			simulator.reset();
			const long = await invite(items, { guestEmail: `={{ ($json.${email}) }}`, guestName: `={{ ($json.${name}) }}` }, goesOn, { after: false });
			simulator.reset();
			expect(short.json).toEqual(long.json);
		}),
		{ numRuns: runs(60) },
	);
});

it('reads again what another expression gives for each item', async () => {
	const items = [1, 2, 3].map((n) => ({ who: n }));
	const { json } = await invite(items, { guestEmail: '=new{{ $json.who }}@example.com', guestName: '={{ $json.who > 1 ? "Later" : "First" }}' });
	expect(json.map(({ email, name }) => [email, name])).toEqual([['new1@example.com', 'First'], ['new2@example.com', 'Later'], ['new3@example.com', 'Later']]);
});
