/** Luma's document against the node: what Luma offers, the node offers, or says why not. */
import type { INodePropertyOptions } from 'n8n-workflow';
import { resources } from '../../nodes/Luma/resources';
import { casesOf, plainCase } from '../operations';
import { operations } from '../nodes/Luma/support/description';
import { parametersOf } from './document';
import { endpointsLeftOut, parametersLeftOut } from './leftOut';
import { available, document, schemaOf, skipped } from './load';

const withDocument = available ? it : it.skip;

/** What the node asks of Luma's API; the contents of an image go to an address that Luma gives. */
const exchanges = operations.flatMap((one) => casesOf(...one).flatMap((tried) => tried.exchanges)).filter(({ method }) => (method as string) !== 'PUT');
const asked = new Set(exchanges.map(({ method, path }) => `${method} ${path}`));
/** What operations are for. What one asks for beside, such as the hosts of a new event, it does not offer by that. */
const offered = new Set([
	...resources.flatMap(({ properties: [{ options }] }) => (options as INodePropertyOptions[]).map(({ routing }) => `${routing!.request!.method!} ${routing!.request!.url!}`)),
	...operations.map((one) => plainCase(...one)).map(({ exchanges: all, shared = 0 }) => `${all[shared].method} ${all[shared].path}`),
]);
const documented = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, endpoint]) => ({ name: `${method.toUpperCase()} ${path}`, endpoint })));

withDocument(`offers every endpoint of Luma's document that is not deprecated, or says in leftOut.ts why not${skipped}`, () => {
	const current = documented.filter(({ endpoint }) => endpoint.deprecated !== true).map(({ name }) => name);
	expect(current.filter((name) => !(offered.has(name) && asked.has(name)) && endpointsLeftOut[name] === undefined).map((name) => `${name} is no operation of the node: npm run new-operation -- ${name}, or, if its file is there, list it in the index.ts of its resource`)).toEqual([]);
	expect(Object.keys(endpointsLeftOut).filter((name) => !current.includes(name) || asked.has(name))).toEqual([]);
	expect([...asked].filter((name) => !current.includes(name))).toEqual([]);
});

withDocument(`reaches every parameter of the endpoints that it offers, or says in leftOut.ts why not${skipped}`, () => {
	const sent = new Set(exchanges.flatMap(({ method, path, query, body }) => Object.keys({ ...query, ...(body as object) }).map((name) => `${method} ${path} ${name}`)));
	const wanted = [...asked].flatMap((request) => {
		const [method, path] = request.split(' ');
		return parametersOf(method, path).map((name) => `${request} ${name}`);
	});
	expect(wanted.filter((parameter) => !sent.has(parameter))).toEqual([]);
	const all = new Set(documented.flatMap(({ endpoint: { parameters = [], requestBody } }) => {
		const body = schemaOf(requestBody);
		return [...parameters.map(({ name }) => name), ...[body, ...(body?.allOf ?? []), ...(body?.oneOf ?? [])].flatMap((part) => Object.keys(part?.properties ?? {}))];
	}));
	expect(Object.keys(parametersLeftOut).filter((name) => !all.has(name))).toEqual([]);
});
