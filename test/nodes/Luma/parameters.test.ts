/** Every operation with every field: what goes to Luma and what comes out. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { resources } from '../../../nodes/Luma/resources';
import { parametersOf } from '../../contract/document';
import { available, skipped } from '../../contract/load';
import { casesOf, gaps, isWritten, plainCase } from '../../operations';
import { checkCase } from './support/checkCase';
import { driven, fieldsOf, offered, operations } from './support/description';
import { useLuma } from './support/luma';

useLuma();

/** One without cases is told of below, and the others run. */
const written = operations.filter(isWritten);

/** What operations ask for in the first place; where another one asks for it beside, it need not say all that can be said. */
const own = new Map<string, string[]>();
for (const [resource, operation] of written) {
	const { exchanges, shared = 0 } = plainCase(resource, operation);
	const request = `${exchanges[shared].method} ${exchanges[shared].path}`;
	own.set(request, [...(own.get(request) ?? []), `${resource} ${operation}`]);
}

const load = createRequire(__filename);

it('lists each operation that has a file in the index of its resource', () => {
	const folder = join(__dirname, '../../../nodes/Luma/resources');
	const listed = new Set(resources.flatMap(({ works }) => Object.values(works) as unknown[]));
	const isOperation = (one: unknown) => typeof (one as { option?: { action?: unknown } } | null)?.option?.action === 'string';
	const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
	const exported = files.flatMap((file) => Object.values(load(join(folder, file)) as object).filter(isOperation).map((one): [string, unknown] => [file, one]));
	expect(exported.length).toBeGreaterThan(50);
	expect(exported.filter(([, one]) => !listed.has(one)).map(([file]) => `The operation of ${file} is not in the node: list it in nodes/Luma/resources/${file.split('/')[0]}/index.ts`)).toEqual([]);
});

it('has cases and a sample for each operation, and no others', () => expect(gaps()).toEqual([]));

describe.each(written)('%s %s', (resource, operation) => {
	const cases = casesOf(resource, operation);
	const fields = fieldsOf(resource, operation);

	for (const one of cases) {
		it(one.what, async () => await checkCase(resource, operation, one));
	}

	it('has a case for every field and each of its choices', () => {
		const places = new Set(cases.flatMap(({ parameters }) => driven(fields, parameters)));
		const all = offered(fields);
		expect(all.filter((place) => !places.has(place)).map((place) => `${place} has no case: write one for ${resource} ${operation} in test/operations/`)).toEqual([]);
		expect([...places].filter((place) => !all.includes(place)).map((place) => `${place} has a case, and the node has no such field or choice: add it, or remove the case`)).toEqual([]);
	});

	const withDocument = available ? it : it.skip;
	withDocument(`sends every parameter that Luma documents${skipped}`, () => {
		const sent = new Set(cases.flatMap(({ exchanges }) => exchanges.flatMap(({ method, path, query, body }) => Object.keys({ ...query, ...(body as object) }).map((name) => `${method} ${path} ${name}`))));
		const requests = new Set(cases.flatMap(({ exchanges }) => exchanges.filter(({ method }) => method !== 'PUT').map(({ method, path }) => `${method} ${path}`)));
		const documented = [...requests].filter((request) => own.get(request)?.includes(`${resource} ${operation}`) ?? true).flatMap((request) => {
			const [method, path] = request.split(' ');
			return parametersOf(method, path).map((name) => `${request} ${name}`);
		});
		expect(requests.size).toBeGreaterThan(0);
		expect(documented.filter((parameter) => !sent.has(parameter)).map((parameter) => `${parameter} is documented, and no case sends it: give the operation a field for it, and a case in test/operations/`)).toEqual([]);
	});
});
