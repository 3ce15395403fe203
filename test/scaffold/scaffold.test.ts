/** What `npm run new-operation` writes: TypeScript for every endpoint of Luma's document, and as near to what is there as can be. */
import ts from 'typescript';
import { available, document, skipped } from '../contract/load';
import { endpointOf, type Endpoint } from './endpoint';
import { operationFile, routeFile, testFile } from './files';
import { actionOf, upTo } from './words';

const endpoints = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { deprecated }]) => deprecated !== true).map(([method]) => [method.toUpperCase(), path] as const));

(available ? it.each(endpoints) : it.skip.each([['GET', '/']]))(`%s %s${skipped}`, (method, path) => {
	const operation = { endpoint: endpointOf(method, path), resource: 'host', operation: path.split('/').at(-1)!.replace(/-./g, ([, letter]) => letter.toUpperCase()) };
	for (const write of [operationFile, testFile, routeFile]) {
		const text = write(operation);
		const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
		expect(diagnostics!.map(({ messageText, start = 0 }) => `${String(messageText)}: ${text.slice(start, start + 80)}`)).toEqual([]);
	}
});

it.each([
	['add', 'host', 'Add a host'],
	['get', 'event', 'Get an event'],
	['getAll', 'ticketType', 'Get many ticket types'],
	['lookUp', 'page', 'Look up a page'],
	['updateStatus', 'guest', 'Update the status of a guest'],
])('%s of %s has the action "%s"', (operation, resource, action) => expect(actionOf(operation, resource)).toBe(action));

it.each([
	['The name', 1000, 'The name, up to 1,000 characters'],
	['The name. Guests see it.', 30, 'The name. Guests see it. Up to 30 characters.'],
	['The name, at most 30 characters', 30, 'The name, at most 30 characters'],
])('%s, of at most %d characters, is described as "%s"', (words, longest, description) => expect(upTo(words, longest)).toBe(description));

describe('an operation on a guest with a text of limited length', () => {
	const endpoint: Endpoint = {
		method: 'POST',
		path: '/v1/events/guests/rename',
		description: 'Rename a guest.',
		parameters: [...['event_id', 'guest_id'].map((name) => ({ name, required: true, description: '', type: 'string' as const })), { name: 'name', required: true, description: 'The name.', type: 'string', longest: 40 }],
		answer: {},
	};
	const operation = { endpoint, resource: 'guest', operation: 'rename' };

	it('holds the text to that length, and says so', () => {
		expect(operationFile(operation)).toContain("routing: body('name', 'Name', required, plain, (value) => textIn(value, { max: 40 })),");
		expect(operationFile(operation)).toContain("description: 'The name, up to 40 characters',");
		expect(routeFile(operation)).toContain('name: { ...filled, maxLength: 40 }');
	});

	it('gives out who the guest is', () => expect(operationFile(operation)).toContain('output: guestDone(),'));
});
