/**
 * `npm run new-operation -- POST /v1/events/hosts/add [host add]` writes from Luma's document an operation's file, its cases
 * and sample, a route of the simulator, and its places in the lists. Once: from then on a person owns them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { routes } from '../simulator/routes';
import { endpointOf } from './endpoint';
import { operationFile, routeFile, testFile, type Operation } from './files';
import { constantOf, pascal, quoted, spoken, title } from './words';

const root = join(__dirname, '..', '..');
const LEFT_OUT = 'test/contract/leftOut.ts';
const VERBS: Record<string, string> = { list: 'getAll', lookup: 'lookUp' };

/** "/v1/events/hosts/update-role" → host, updateRole */
function namesIn(path: string): [string, string] {
	const parts = path.split('/').filter(Boolean).slice(1);
	const camel = (text: string) => pascal(text).replace(/^./, (letter) => letter.toLowerCase());
	const verb = parts.at(-1)!;
	return [camel(parts.at(-2)!.replace(/s$/, '')), VERBS[verb] ?? camel(verb)];
}

const said: string[] = [];

function write(file: string, text: string): void {
	const at = join(root, file);
	if (existsSync(at)) throw new Error(`${file} is there already: an operation is written once, and then by hand`);
	mkdirSync(dirname(at), { recursive: true });
	writeFileSync(at, text);
	said.push(`wrote    ${relative(root, at)}`);
}

function change(file: string, how: (text: string) => string): void {
	const at = join(root, file);
	const before = readFileSync(at, 'utf8');
	const after = how(before);
	if (after === before) throw new Error(`${file} does not look as expected: add the operation there by hand`);
	writeFileSync(at, after);
	said.push(`extended ${file}`);
}

/** Adds an import in the order of the alphabet. */
function withImport(text: string, line: string): string {
	const lines = text.split('\n');
	const from = (one: string) => /from '(.*)'/.exec(one)?.[1] ?? '';
	const own = lines.filter((one) => one.startsWith('import ') && from(one).startsWith('./'));
	const before = own.findLast((one) => from(one) < from(line)) ?? lines.findLast((one) => one.startsWith('import ') && !own.includes(one));
	lines.splice(before === undefined ? 0 : lines.indexOf(before) + 1, 0, line);
	return lines.join('\n');
}

/** Adds a name to the last list of names in square brackets, in the order of the alphabet. */
const withName = (text: string, name: string) =>
	text.replace(/\[([^[\]]*)\](?=\)?;\s*$)/, (_whole, names: string) => `[${[...names.split(',').map((one) => one.trim()).filter(Boolean), name].sort((a, b) => a.localeCompare(b)).join(', ')}]`);

function addToResource({ resource, operation }: Operation): void {
	const name = constantOf(operation);
	const index = `nodes/Luma/resources/${resource}/index.ts`;
	const line = `import { ${name} } from './${operation}';`;
	if (existsSync(join(root, index))) {
		change(index, (text) => withName(withImport(text, line), name));
		return;
	}
	write(index, `import { resource } from '../operation';\n${line}\n\nexport const ${resource} = resource('${resource}', [${name}]);\n`);
	change('nodes/Luma/resources/index.ts', (text) => withName(withImport(text, `import { ${resource} } from './${resource}';`), resource));
	change('nodes/Luma/Luma.node.ts', (text) => {
		const entries = [...text.matchAll(/\t{5}\{ name: '(.*)', value: '.*' \},\n/g)];
		const label = title(spoken(resource));
		const next = entries.find(([, one]) => one.localeCompare(label) > 0);
		const entry = `\t\t\t\t\t{ name: '${label}', value: '${resource}' },\n`;
		const [last] = entries.at(-1)!;
		return next ? text.replace(next[0], entry + next[0]) : text.replace(last, last + entry);
	});
}

function main([method, path, ...names]: string[]): void {
	if (!method || !path) throw new Error('Say which: npm run new-operation -- POST /v1/events/hosts/add [resource operation]');
	const endpoint = endpointOf(method, path);
	const [resource, operation] = names.length === 2 ? names : namesIn(path);
	const one: Operation = { endpoint, resource, operation };
	write(`nodes/Luma/resources/${resource}/${operation}.ts`, operationFile(one));
	addToResource(one);
	write(`test/operations/${resource}${pascal(operation)}.ts`, testFile(one));
	if (!routes.some((route) => route.path === path)) {
		const name = `${resource}${pascal(operation)}`;
		write(`test/simulator/routes/${name}.ts`, routeFile(one));
		change('test/simulator/routes/index.ts', (text) => withImport(text, `import { ${name}Routes } from './${name}';`).replace(/\n\];\s*$/, `\n\t...${name}Routes,\n];\n`));
	}
	const left = `\t${quoted(`${endpoint.method} ${path}`)}: `;
	if (readFileSync(join(root, LEFT_OUT), 'utf8').includes(left)) change(LEFT_OUT, (text) => text.split('\n').filter((line) => !line.startsWith(left)).join('\n'));
	process.stdout.write(`${said.join('\n')}\n\nNow read what was written: texts, names, notices, what comes out. Add the operation to the table in README.md. Then\n  npm run made            names, output schemas and docs/operations.md\n  npm run test:operation  says what is missing\n`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${(error as Error).message}\n`);
	process.exitCode = 1;
}
