/** What the documents say of the node and the repository, as far as a machine can hold them to it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaPollingTrigger } from '../../nodes/LumaPollingTrigger/LumaPollingTrigger.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [...readdirSync(root), ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((path) => path.endsWith('.md'));

/** Without what stands in code, where brackets are not links. */
const prose = (text: string) => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));

/** The anchor that GitHub gives to a heading. */
const anchorOf = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');
const anchorsIn = (path: string) => [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading));

it.each(documents)('%s: each link within the repository leads somewhere', (path) => {
	const links = [...prose(read(path)).matchAll(/\]\((?!https?:)([^)\s#]*)(?:#([^)\s]*))?\)/g)];
	const broken = links.filter(([, to, anchor]) => {
		const file = to === '' ? path : relative(root, join(root, dirname(path), to));
		return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsIn(file).includes(anchor));
	});
	expect(broken.map(([link]) => link)).toEqual([]);
});

it.each(documents)('%s: each file it names is there', (path) => {
	const named = [...read(path).matchAll(/`((?:[\w.]+\/)+[\w.]+\.(?:json|mjs|ts|yml|md))`/g)].map(([, file]) => file);
	// docs/guidelines.md says that of its paths; the README, CONTRIBUTING.md and docs/development.md name files of the node in short.
	const places = ['', 'nodes', 'nodes/Luma', dirname(path)];
	expect(named.filter((file) => !places.some((place) => existsSync(join(root, place, file))))).toEqual([]);
});

interface Named {
	name: string;
}
const names = (options: unknown) => (options as Named[]).map(({ name }) => name);

it('the README has each operation under its resource', () => {
	const { properties } = new Luma().description;
	const resources = properties.find(({ name }) => name === 'resource')!.options as INodePropertyOptions[];
	const operationsOf = (resource: unknown) => properties.filter(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource as string)).flatMap(({ options }) => names(options));
	const offered = Object.fromEntries(resources.map(({ name, value }) => [name, operationsOf(value).sort()]));

	const said: Record<string, string[]> = {};
	let current: string[] = [];
	const [, table] = /^\| Resource \| Operation \| What it does \|\n\| --- .*\n((?:\|.*\n)+)/m.exec(read('README.md'))!;
	for (const [, resource, operations] of table.matchAll(/^\| ?([^|]*?) ?\| ([^|]*) \|/gm)) {
		const bold = [...resource.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name);
		if (bold.length > 0) current = bold;
		for (const name of current) (said[name] ??= []).push(...operations.split(', ').map((operation) => (operation === 'Remove From …' ? `Remove From ${name === 'Event Tag' ? 'Events' : 'Contacts'}` : operation)));
	}
	const flat = (all: Record<string, string[]>) => Object.entries(all).flatMap(([resource, list]) => list.map((operation) => `${resource} > ${operation}`));
	expect(flat(offered).filter((one) => !flat(said).includes(one)).map((one) => `${one} is not in the README: add it to the table of operations there, by hand`)).toEqual([]);
	expect(flat(said).filter((one) => !flat(offered).includes(one)).map((one) => `${one} is in the README, and the node has no such operation`)).toEqual([]);
	for (const list of Object.values(said)) list.sort();
	expect(said).toEqual(offered);
});

/** The labels of all fields and collections, and of what they offer. */
function labelsIn(fields: INodeProperties[]): string[] {
	return fields.flatMap(({ displayName, options = [] }) => [
		displayName,
		...(options as Array<INodeProperties | INodePropertyOptions | INodePropertyCollection>).flatMap((option) => ('values' in option ? [option.displayName, ...labelsIn(option.values)] : 'displayName' in option ? labelsIn([option]) : [option.name])),
	]);
}

const labels = new Set([new Luma(), new LumaTrigger(), new LumaPollingTrigger()].flatMap(({ description }) => labelsIn(description.properties)));

it.each(documents.filter((path) => path !== 'docs/operations.md'))('%s: what it calls an option is one', (path) => {
	// "**Options > Max Wait on Rate Limit**", "**Options > Signature > Off**", "Address > Google Place"
	const called = [...read(path).matchAll(/\*\*(?:Options|Filters|Additional Fields|Update Fields|Address) > ([^*]+)\*\*/g)].flatMap(([, way]) => way.split(' > '));
	expect(called.filter((label) => !labels.has(label))).toEqual([]);
});

it('docs/troubleshooting.md has messages that there are', () => {
	const sources = ['nodes', 'credentials'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => read(join(folder, file)))).join('\n').replace(/\\'/g, "'");
	const messages = [...read('docs/troubleshooting.md').matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)].slice(2).map(([, message]) => message);
	expect(messages.length).toBeGreaterThan(20);
	// What stands between the values in a message, less the name of a field in front and what is explained in brackets.
	const fixed = (message: string) => message.replace(/\([^)]*\)/g, '').split(/…|"|\. |Europe\/Berlin|\d+|\b(?:an? )?(?:event|guest|ticket(?: type)?)s?\b/).map((part) => part.replace(/^[^:]*: /, '').trim()).filter((part) => part.split(' ').length > 2);
	const unknown = messages.flatMap(fixed).filter((part) => !sources.includes(part.replace(/^Update Fields /, '')));
	expect(unknown).toEqual([]);
});

/** What the rules for texts forbid in prose, too; the documents for developers may say more. */
const FORBIDDEN = [/(?<!e-)\bmail(?:s|ed|ing)?\b(?!-)/i, /cancelled|cancelling|colour|towards|organis/i, /\bsomebody\b|\beverybody\b|\bnobody\b/i, /\banew\b|\ball the same\b|\btake away\b|\bfor good\b|\bnow and then\b/i, /is meant in/i, / → \*\*|\*\* → /, /(?<=\S) {2}(?=\S)/, /\.\.(?!\.)/];
const forUsers = ['README.md', 'SECURITY.md', ...['agents', 'dates-and-json', 'guests', 'limits', 'scaling', 'trigger', 'troubleshooting', 'versions'].map((name) => `docs/${name}.md`)];

it.each(forUsers)('%s keeps to the rules for texts', (path) => {
	const found = prose(read(path)).replace(/`[^`\n]*`|\]\([^)]*\)/g, 'x').split('\n').flatMap((line) => FORBIDDEN.flatMap((pattern) => pattern.exec(line)?.[0] ?? []).map((words) => `${words}: ${line.slice(0, 120)}`));
	expect(found).toEqual([]);
});
