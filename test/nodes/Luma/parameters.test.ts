/** Every operation with every field: what goes to Luma and what comes out. */
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
		expect(all.filter((place) => !places.has(place))).toEqual([]);
		expect([...places].filter((place) => !all.includes(place))).toEqual([]);
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
		expect(documented.filter((parameter) => !sent.has(parameter))).toEqual([]);
	});
});
