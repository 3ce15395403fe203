import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { operations } from '../nodes/Luma/support/description';
import fc, { runs } from '../properties';
import { files, folder } from './files';
import { infer } from './infer';

const shipped = () =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1).replace(/\\/g, '/'));

it('there is a schema for every operation, and no other', () => {
	expect(shipped().sort()).toEqual(operations.map(([resource, operation]) => `${resource}/${operation}.json`).sort());
});

it('the schemas say what the operations give out; if not, make them anew with npm run schemas', async () => {
	const made = await files();
	const there = shipped().map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]);
	expect(Object.fromEntries(there)).toEqual(Object.fromEntries(made));
});

it('each schema has fields to offer', () => {
	const read = shipped().map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { type: string; properties: object }) }));
	expect(read.filter(({ type }) => type !== 'object').map(({ name }) => name)).toEqual([]);
	expect(read.filter(({ properties }) => Object.keys(properties).length === 0).map(({ name }) => `${name}: an empty item comes out. Where Luma answers nothing, give the operation an output, such as done({ success: true }, 'event_id') of fields/done.ts`)).toEqual([]);
});

describe('an inferred schema', () => {
	/** JSON objects without null, which beside objects and lists a schema leaves out. */
	const { object } = fc.letrec((tie) => ({
		value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.boolean(), fc.array(tie('value')), tie('object')),
		object: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value')),
	}));

	it('fits all values that it was made of', () => {
		fc.assert(
			fc.property(fc.array(object, { minLength: 1 }), (values) => {
				const check = new Ajv({ allowUnionTypes: true }).compile(infer(values));
				for (const value of values) expect(check(value) || check.errors).toBe(true);
			}),
			{ numRuns: runs(20) },
		);
	});

	it('puts what is sometimes null as what it is otherwise first', () => {
		expect(infer([{ name: null }, { name: 'Guest 17' }]).properties).toEqual({ name: { type: ['string', 'null'] } });
		expect(infer([{ at: null }, { at: { city: null } }]).properties).toEqual({ at: { type: 'object', properties: { city: { type: 'null' } } } });
	});

	it('names what only some values have', () => {
		expect(infer([{ a: 1 }, { b: [true, 'x'] }, { b: [] }]).properties).toEqual({ a: { type: 'number' }, b: { type: 'array', items: { type: ['boolean', 'string'] } } });
	});

	it('leaves objects with names of their own open', () => {
		expect(infer([{ answers: { Meal: 'Vegan' } }], ['answers']).properties).toEqual({ answers: { type: 'object', properties: {} } });
	});
});
