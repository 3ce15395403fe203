/** The files of a new operation, as text. */
import type { Endpoint } from './endpoint';
import { fieldOf, type Field } from './field';
import { actionOf, constantOf, described, literal, pascal, quoted, spoken, title } from './words';

export interface Operation {
	endpoint: Endpoint;
	/** Internal names: "host", "add". */
	resource: string;
	operation: string;
}

type Imports = Field['imports'];

/** Import lines, one a file, sorted. */
function importLines(imports: Imports): string {
	const files = new Map<string, Set<string>>();
	for (const [name, from] of imports) files.set(from, (files.get(from) ?? new Set()).add(name));
	return [...files].sort(([a], [b]) => a.localeCompare(b)).map(([from, names]) => `import { ${[...names].sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', ''))).join(', ')} } from ${quoted(from)};`).join('\n');
}

/** In the order in which a person meets them: what is required, then the rest. */
function fieldsOf({ endpoint, resource }: Operation): { required: Field[]; optional: Field[] } {
	const of = (needed: boolean) => endpoint.parameters.filter((one) => one.required === needed).map((one) => fieldOf(endpoint, resource, one, needed ? 2 : 4));
	return { required: of(true), optional: of(false).sort((a, b) => a.label.localeCompare(b.label)) };
}

/** The answer says nothing. */
const isEmpty = ({ answer }: Endpoint) => Object.keys(answer).length === 0;

/** What `guestDone` gives out by itself. */
const GUEST_IDS = [quoted('event_id'), quoted('guest_id')];

const named = (operation: string) => (operation === 'getAll' ? 'Get Many' : title(spoken(operation)));

export function operationFile(one: Operation): string {
	const { endpoint, resource, operation } = one;
	const { required, optional } = fieldsOf(one);
	const collection = endpoint.list ? ['Filters', 'filters', 'Add Filter'] : operation.startsWith('update') ? ['Update Fields', 'updateFields', 'Add Field'] : ['Additional Fields', 'additionalFields', 'Add Field'];
	const pages = endpoint.list === 'pages';
	// An update of nothing is a mistake.
	const changes = collection[1] === 'updateFields' && optional.length > 0;
	const ids = required.filter(({ parameter: { name } }) => name.endsWith('_id') || name === 'id' || name === 'email').map(({ parameter: { name } }) => quoted(name));
	// Of a guest it says who that is, too.
	const ofGuest = isEmpty(endpoint) && GUEST_IDS.every((id) => ids.includes(id));
	const output = ofGuest ? `guestDone(${ids.filter((id) => !GUEST_IDS.includes(id)).join(', ')})` : `done(${['{ success: true }', ...ids].join(', ')})`;
	const imports: Imports = [
		...[...required, ...optional].flatMap((field) => field.imports),
		pages ? ['optionsWith', '../../fields/options'] : ['options', '../../fields/options'],
		...(endpoint.list ? ([[pages ? 'list' : 'listWhole', '../../fields/getMany'], ['limits', '../../fields/paging'], ...(pages ? [['pageOptions', '../../fields/paging']] : [])] as Imports) : []),
		...(ofGuest ? ([['guestDone', '../../fields/guest']] as Imports) : isEmpty(endpoint) ? ([['done', '../../fields/done']] as Imports) : []),
		...(changes ? ([['somethingToChange', '../../fields/clear']] as Imports) : []),
		['type Operation', '../operation'],
	];
	const lines = [
		importLines(imports).replace('{ type Operation }', '{ Operation }').replace('import { Operation }', 'import type { Operation }'),
		'',
		...[...required, ...optional].flatMap(({ choices }) => (choices === undefined ? [] : [choices, ''])),
		`export const ${constantOf(operation)}: Operation = {`,
		'\toption: {',
		`\t\tname: ${quoted(named(operation))},`,
		`\t\tvalue: ${quoted(operation)},`,
		`\t\taction: ${quoted(actionOf(operation, resource))},`,
		`\t\tdescription: ${quoted(described(endpoint.description))},`,
		`\t\trouting: { request: { method: ${quoted(endpoint.method)}, url: ${quoted(endpoint.path)} } },`,
		'\t},',
		...(endpoint.list ? [`\tperform: ${pages ? 'list' : 'listWhole'},`] : isEmpty(endpoint) ? [`\toutput: ${output},`] : []),
		'\tfields: [',
		...required.map(({ property }) => property),
		...(endpoint.list ? ['\t\t...limits,'] : []),
		...(optional.length > 0
			? ['\t\t{', `\t\t\tdisplayName: ${quoted(collection[0])},`, `\t\t\tname: ${quoted(collection[1])},`, "\t\t\ttype: 'collection',", `\t\t\tplaceholder: ${quoted(collection[2])},`, '\t\t\tdefault: {},', '\t\t\toptions: [', ...optional.map(({ property }) => property), '\t\t\t],', ...(changes ? [`\t\t\trouting: { send: { preSend: [somethingToChange(${literal(required.map(({ parameter: { name } }) => name))})] } },`] : []), '\t\t},']
			: []),
		pages ? '\t\toptionsWith(...pageOptions),' : '\t\toptions,',
		'\t],',
		'};',
		'',
	];
	return lines.join('\n');
}

/** TypeScript of an object, of what fields get and of what goes out. */
const given = (fields: Array<[string, string]>) => `{ ${fields.map(([name, value]) => `${name}: ${value}`).join(', ')} }`.replace('{  }', '{}');

/** The cases and the sample of an operation. */
export function testFile(one: Operation): string {
	const { endpoint, resource, operation } = one;
	const { required, optional } = fieldsOf(one);
	const collection = endpoint.list ? 'filters' : operation.startsWith('update') ? 'updateFields' : 'additionalFields';
	const reads = endpoint.method === 'GET';
	const parameters = given(required.map(({ name, ways }) => [name, ways[0][0]]));
	const sent = Object.fromEntries(required.map(({ parameter, ways }) => [parameter.name, ways[0][1]]));
	const ids = Object.fromEntries(Object.entries(sent).filter(([name]) => name.endsWith('_id') || name === 'id' || name === 'email'));
	const answer = isEmpty(endpoint) ? '{}' : literal(endpoint.answer);
	const item = isEmpty(endpoint) ? literal({ success: true, ...ids }) : answer;
	const usesId = parameters.includes('byId(');
	const sampled = given(required.map(({ name, ways, sample }) => [name, sample?.[0] ?? ways[0][0]]));
	const sampleSent = given([...required.map(({ parameter, ways, sample }): [string, string] => [parameter.name, sample?.[1] ?? literal(ways[0][1])]), ...(endpoint.list === 'pages' ? [['pagination_limit', "'50'"] as [string, string]] : [])]);
	const sampleIds = given(required.filter(({ parameter: { name } }) => name in ids).map(({ parameter, ways, sample }) => [parameter.name, sample?.[1] ?? literal(ways[0][1])]));
	const request = reads ? 'get' : 'post';
	const lists = endpoint.list === 'pages';
	const kit = [...(usesId ? ['byId'] : []), ...(lists ? [] : [request]), ...(lists ? ['get'] : []), ...(lists ? ['type Cases'] : ['type Case', 'type Cases'])];
	const lines = [
		...(usesId || !lists ? ["import type { IDataObject, INodeParameters } from 'n8n-workflow';"] : []),
		...(sampled.includes('seed.') ? ["import { seed } from '../simulator';"] : []),
		`import { ${kit.join(', ')} } from './parts/case';`,
		...(lists ? ["import { listing, paging } from './parts/lists';"] : []),
		"import type { Sample } from './parts/sample';",
		'',
		`const path = ${quoted(endpoint.path)};`,
		...(lists
			? [`const list = listing(path, ${parameters}, ${literal(sent)});`]
			: [
					'',
					'const doing = (what: string, more: INodeParameters = {}, sent: IDataObject = {}): Case => ({',
					'\twhat,',
					`\tparameters: { ${[parameters.slice(2, -2), '...more'].filter((text) => text.trim() !== '').join(', ')} },`,
					reads ? `\texchanges: [get(path, { ...${literal(sent)}, ...(sent as Record<string, string>) }, ${answer})],` : `\texchanges: [post(path, { ...${literal(sent)}, ...sent }, ${answer})],`,
					endpoint.list === 'whole' ? '\titems: [],' : `\titems: [${item}],`,
					'});',
				]),
		'',
		'export const cases: Cases = {',
		`\t${resource}: {`,
		`\t\t${operation}: [`,
		lists ? "\t\t\tlist('without filters', {})," : "\t\t\tdoing('with what is required'),",
		...(lists ? [`\t\t\t...paging(path, ${parameters}, ${literal(sent)}),`] : endpoint.list ? ["\t\t\tdoing('all', { returnAll: true }),", "\t\t\tdoing('up to Limit', { returnAll: false, limit: 2 }),"] : []),
		...optional.flatMap(({ name, parameter, ways }) => ways.map(([value, out]) => `\t\t\t${lists ? 'list' : 'doing'}(${quoted(`${title(parameter.name)}: ${value.replace(/'/g, '')}`)}, { ${collection}: { ${name}: ${value} } }, ${literal({ [parameter.name]: reads ? String(out) : out })}),`)),
		...required.flatMap(({ name, parameter, ways }) => ways.slice(1).map(([value, out]) => `\t\t\tdoing(${quoted(`${title(parameter.name)}: ${value}`)}, { ${name}: ${value} }, ${literal({ [parameter.name]: out })}),`)),
		'\t\t],',
		'\t},',
		'};',
		'',
		'export const samples: Sample[] = [',
		'\t{',
		`\t\tresource: ${quoted(resource)},`,
		`\t\toperation: ${quoted(operation)},`,
		`\t\tparameters: ${sampled},`,
		`\t\tsent: [${request}(path, ${sampleSent})],`,
		`\t\titems: () => [${endpoint.list ? '' : isEmpty(endpoint) ? sampleIds.replace('{ ', '{ success: true, ').replace('{}', '{ success: true }') : literal(endpoint.answer)}],`,
		'\t},',
		'];',
		'',
	];
	return lines.join('\n');
}

const SCHEMAS: Record<string, string> = { string: 'filled', number: 'count', boolean: 'flag', time: 'instant', json: "{ type: 'object' }" };

/** A route of the simulator that takes what it should and answers the least that Luma may answer. */
export function routeFile({ endpoint, resource, operation }: Operation): string {
	const schemas = endpoint.parameters.map(({ name, choices, type, longest }) => `${name}: ${choices ? `oneOf(${choices.map(quoted).join(', ')})` : longest === undefined ? SCHEMAS[type] : `{ ...filled, maxLength: ${longest} }`}`);
	const names = [...new Set(schemas.flatMap((schema) => /: (?:\{ \.\.\.)?(filled|count|flag|instant|oneOf)/.exec(schema)?.[1] ?? []))];
	const required = endpoint.parameters.filter((one) => one.required).map(({ name }) => quoted(name));
	const pages = endpoint.list === 'pages';
	return [
		...(pages ? ["import { page } from '../pages';"] : []),
		"import { route } from '../route';",
		`import { ${[...names, 'parameters', ...(pages ? ['paging'] : [])].sort().join(', ')} } from '../schemas';`,
		'',
		'/** Takes what the document says and answers the least of it: to be filled with life. */',
		`export const ${resource}${pascal(operation)}Routes = [`,
		`\troute(${quoted(endpoint.method)}, ${quoted(endpoint.path)}, parameters({ ${[...schemas, ...(pages ? ['...paging'] : [])].join(', ')} }${required.length > 0 ? `, [${required.join(', ')}]` : ''}), () => ${pages ? '(page(0, () => ({}), {}, {}, 100))' : `(${literal(endpoint.answer)})`}),`,
		'];',
		'',
	].join('\n');
}
