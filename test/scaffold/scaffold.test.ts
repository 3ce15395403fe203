/** What `npm run new-operation` writes is TypeScript, for every endpoint of Luma's document. */
import ts from 'typescript';
import { available, document, skipped } from '../contract/load';
import { endpointOf } from './endpoint';
import { operationFile, routeFile, testFile } from './files';

const endpoints = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { deprecated }]) => deprecated !== true).map(([method]) => [method.toUpperCase(), path] as const));

(available ? it.each(endpoints) : it.skip.each([['GET', '/']]))(`%s %s${skipped}`, (method, path) => {
	const operation = { endpoint: endpointOf(method, path), resource: 'host', operation: path.split('/').at(-1)!.replace(/-./g, ([, letter]) => letter.toUpperCase()) };
	for (const write of [operationFile, testFile, routeFile]) {
		const text = write(operation);
		const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
		expect(diagnostics!.map(({ messageText, start = 0 }) => `${String(messageText)}: ${text.slice(start, start + 80)}`)).toEqual([]);
	}
});
