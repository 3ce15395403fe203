/** The simulator refuses what Luma's document forbids: every request that the cases send, broken in one place after the other. */
import { casesOf } from '../operations';
import { operations } from '../nodes/Luma/support/description';
import { apiKey, organizationKey, startSimulator, type Exchange, type Simulator } from '../simulator';
import { problemsOfAnswer } from '../simulator/openapi';
import type { Route } from '../simulator/route';
import { routes } from '../simulator/routes';
import { validator } from '../simulator/validate';
import { brokenOf, filledIn, placesOf, type Broken } from './broken';
import { fromQuery, operationOf } from './document';
import { parametersLeftOut } from './leftOut';
import { available, problems, schemaOf, skipped, type Schema } from './load';

let simulator: Simulator;
let last: Exchange;

beforeAll(async () => {
	simulator = await startSimulator({ rateLimit: false, webhooks: false });
	simulator.onExchange = (exchange) => (last = exchange);
});
afterAll(async () => await simulator.close());

const exchanges = operations.flatMap((one) => casesOf(...one).flatMap((tried) => tried.exchanges));

/** All parameters of an endpoint as those of one object, which a body is anyway. */
function schemaFor({ method, path }: Route): Schema {
	const { parameters = [], requestBody } = operationOf(method, path);
	const query = parameters.filter((parameter) => parameter.in === 'query');
	return schemaOf(requestBody) ?? { type: 'object', properties: Object.fromEntries(query.map(({ name, schema }) => [name, schema])), required: query.filter(({ required }) => required).map(({ name }) => name) };
}

const read = (query: object, { properties = {} }: Schema) => Object.fromEntries(Object.entries(query).map(([name, value]) => [name, fromQuery(value, properties[name])]));

/** The different requests that the cases send to an endpoint. */
function requestsTo(route: Route): object[] {
	const schema = schemaFor(route);
	const sent = exchanges.filter(({ method, path }) => method === route.method && path === route.path).map(({ query = {}, body = {} }) => JSON.stringify(route.method === 'GET' ? read(query, schema) : body));
	// Not what a case has only a stand-in for.
	return [...new Set(sent)].map((text) => JSON.parse(text) as object).filter((one) => problems(schema, one).length === 0);
}

/** The parameters of a query as they arrive; undefined where a query cannot carry them. */
function asQuery(value: object): Record<string, string | string[]> | undefined {
	const text = (one: unknown) => (typeof one === 'object' ? undefined : String(one));
	const entries = Object.entries(value).map(([name, one]): [string, unknown] => [name, Array.isArray(one) ? one.map(text) : text(one)]);
	return entries.flatMap(([, one]) => one).includes(undefined) ? undefined : (Object.fromEntries(entries) as Record<string, string | string[]>);
}

/** Each break once, whichever of the requests it is made of. */
function breaksOf(route: Route): Broken[] {
	const schema = schemaFor(route);
	const all = requestsTo(route).flatMap((request) => brokenOf(schema, request));
	const different = [...new Map(all.map((broken) => [JSON.stringify([broken.at, broken.what, broken.wrong]), broken])).values()];
	if (route.method === 'POST') return different;
	return different.filter(({ value }) => {
		const query = asQuery(value as object);
		// As text, what was wrong may be right: 7 as an ID.
		return query && problems(schema, read(query, schema)).length > 0;
	});
}

async function send({ method, path }: Route, value: object): Promise<number> {
	const query = Object.entries(method === 'GET' ? asQuery(value)! : {}).flatMap(([name, one]) => [one].flat().map((each): [string, string] => [name, each]));
	const headers = { 'x-luma-api-key': path.includes('/organizations/') ? organizationKey : apiKey };
	const { status } = await fetch(`${simulator.url}${path}?${new URLSearchParams(query)}`, { method, headers, body: method === 'GET' ? undefined : JSON.stringify(value) });
	return status;
}

/** Whether a message says what is wrong there; what is given once in a query is a list of one. */
const names = (message = '', at: string) => [' ', '['].some((next) => message.startsWith(at + next));

const withDocument = available ? it : it.skip;
const table = routes.map((route): [string, Route] => [`${route.method} ${route.path}`, route]);

withDocument.each(table)(`%s is refused where it breaks the document${skipped}`, async (_endpoint, route) => {
	const taken: string[] = [];
	for (const { at, what, wrong, value } of breaksOf(route)) {
		const status = await send(route, value as object);
		const { message } = last.responseBody as { message?: string };
		const complaint = status !== 400 ? `answered with ${status}` : names(message, at) ? problemsOfAnswer(last).join() : `refused with "${message}"`;
		if (complaint) taken.push(`${at}, ${JSON.stringify(wrong)?.slice(0, 40) ?? 'missing'} against ${what}: ${complaint}`);
	}
	expect(taken).toEqual([]);
});

withDocument.each(table)(`%s takes what the cases send${skipped}`, (_endpoint, route) => {
	const check = validator(route.schema);
	for (const request of requestsTo(route)) expect(() => check(request)).not.toThrow();
});

// What no case fills in is never broken.
withDocument.each(table)(`%s is filled in by the cases, in all places${skipped}`, (_endpoint, route) => {
	const schema = schemaFor(route);
	const filled = requestsTo(route).flatMap((request) => filledIn(schema, request));
	expect([...new Set(placesOf(schema))].filter((place) => !filled.includes(place) && parametersLeftOut[place] === undefined)).toEqual([]);
});
