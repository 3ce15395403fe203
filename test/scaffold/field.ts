/** How a parameter becomes a field of the node: one that the node has already, or a new one by its type. */
import { DEFAULT, defaultIn } from '../contract/defaults';
import type { Endpoint, Parameter } from './endpoint';
import { freeName, sharedField } from './known';
import { described, literal, pascal, quoted, title, upTo } from './words';

export interface Field {
	parameter: Parameter;
	/** Its name in the node. */
	name: string;
	/** Its name for people. */
	label: string;
	/** Its choices, as a constant before the operation. */
	choices?: string;
	/** TypeScript of the property. */
	property: string;
	/** What it needs: a name and the file it comes from. */
	imports: Array<[name: string, from: string]>;
	/** Ways of filling it in: TypeScript of what a person gives, and what goes out. */
	ways: Array<[given: string, sent: unknown]>;
	/** The same for the simulator's data, where it differs. */
	sample?: [given: string, sent: string];
}

const SEND = '../../fields/send';

/** Parameters for which the node has a field, by their names: that of the field, and where it stands, for a query and for a body. */
const SHARED: Record<string, { name: string; inQuery?: string; inBody?: string; from: string; ways: Field['ways']; sample?: Field['sample'] }> = {
	event_id: { name: 'eventId', inQuery: 'eventInQuery', inBody: 'eventInBody', from: '../../fields/event', ways: [["byId('evt-1')", 'evt-1']], sample: ['byId(seed.events.conference)', 'seed.events.conference'] },
	guest_id: { name: 'guestId', inBody: 'guestInBody', from: '../../fields/guest', ways: [["byId('gst-1')", 'gst-1']], sample: ['byId(seed.guests.approved)', 'seed.guests.approved'] },
	event_ticket_type_id: { name: 'ticketTypeId', inQuery: 'ticketTypeInQuery', inBody: 'ticketTypeInBody', from: '../../fields/ticketType', ways: [["byId('ttype-1')", 'ttype-1']], sample: ['byId(seed.ticketTypes.standard)', 'seed.ticketTypes.standard'] },
	calendar_id: { name: 'calendarId', inBody: 'calendarInBody', from: '../../fields/calendar', ways: [["byId('cal-1')", 'cal-1']], sample: ['byId(seed.calendars.second)', 'seed.calendars.second'] },
	calendar_event_id: { name: 'submissionId', inBody: 'submissionInBody', from: '../../fields/submission', ways: [["byId('calev-1')", 'calev-1']] },
	message: { name: 'message', inBody: 'message', from: '../../fields/message', ways: [["'Hello'", 'Hello']] },
};

/** What n8n, the conversions and the cases need for each type. */
const KINDS: Record<Exclude<Parameter['type'], 'json'>, { type: string; usual: string; convert: string; imports: Field['imports']; ways: Field['ways'] }> = {
	string: { type: 'string', usual: "''", convert: 'plain', imports: [['plain', SEND]], ways: [["'Text'", 'Text']] },
	number: { type: 'number', usual: '0', convert: '(value) => whole(value)', imports: [['whole', '../../values/scalar']], ways: [['5', 5]] },
	boolean: { type: 'boolean', usual: 'false', convert: 'yesNo', imports: [['yesNo', '../../values/scalar']], ways: [['true', true], ['false', false]] },
	time: { type: 'dateTime', usual: "''", convert: 'moment', imports: [['moment', '../../fields/dates']], ways: [["'2027-06-15T09:00:00Z'", '2027-06-15T09:00:00Z']] },
};

const indented = (lines: string[], depth: number) => lines.map((line) => '\t'.repeat(depth) + line).join('\n');

/** @param depth of the property in the file */
export function fieldOf(endpoint: Endpoint, resource: string, parameter: Parameter, depth: number): Field {
	const { name: at, required, choices, description, longest } = parameter;
	const part = endpoint.method === 'GET' ? 'query' : 'body';
	const shared = SHARED[at];
	const known = shared && (part === 'query' ? shared.inQuery : shared.inBody);
	const label = title(at.replace(/^is_/, ''));
	if (known) return { parameter, name: shared.name, label, property: `${'\t'.repeat(depth)}${known},`, imports: [[known, shared.from]], ways: shared.ways, sample: shared.sample };
	const isNewEmail = at === 'email' && part === 'body' && required;
	const kind = parameter.type === 'json' ? { type: 'json', usual: "'{}'", convert: '(value) => json(value)', imports: [['json', '../../values/json']] as Field['imports'], ways: [["'{ \"a\": 1 }'", { a: 1 }]] as Field['ways'] } : KINDS[parameter.type];
	const ways = choices ? choices.map((value): [string, unknown] => [quoted(value), value]) : kind.ways;
	const sibling = isNewEmail ? undefined : sharedField(resource, part, at, required);
	if (sibling) return { parameter, name: sibling.field.name, label: sibling.field.displayName, property: `${'\t'.repeat(depth)}${sibling.exported},`, imports: [[sibling.exported, sibling.from]], ways };
	// A name of its own, for n8n keeps a value under the same name when a person changes the resource.
	const name = freeName(`${resource}${pascal(at)}`, choices ? 'options' : kind.type);
	if (isNewEmail) {
		return { parameter, name, label, property: `${'\t'.repeat(depth)}emailInBody(${quoted(name)}, ${quoted(resource)}),`, imports: [['emailInBody', '../../fields/email']], ways: [["'guest1@example.com'", 'guest1@example.com']] };
	}
	const usual = defaultIn(description);
	const offered = choices?.map((value) => ({ name: title(value.replace(/-/g, ' ')), value })).sort((a, b) => a.name.localeCompare(b.name));
	const offeredFirst = offered?.find(({ value }) => value === usual) ?? offered?.[0];
	const said = described(description.replace(DEFAULT, '')) || (parameter.type === 'boolean' ? `the ${resource} is ${label.toLowerCase()}` : `The ${label.toLowerCase()} of the ${resource}`);
	const words = longest === undefined ? said : upTo(said, longest);
	const convert = offered ? `choice(${name}Choices)` : longest === undefined ? kind.convert : `${kind.convert}, (value) => textIn(value, { max: ${longest} })`;
	const lines = [
		'{',
		`\tdisplayName: ${quoted(parameter.type === 'json' ? `${label} (JSON)` : label)},`,
		`\tname: ${quoted(name)},`,
		`\ttype: ${quoted(offered ? 'options' : kind.type)},`,
		...(offered ? [`\toptions: ${name}Choices,`] : []),
		`\tdefault: ${offeredFirst ? quoted(offeredFirst.value) : parameter.type === 'boolean' && usual === 'true' ? 'true' : kind.usual},`,
		...(required ? ['\trequired: true,'] : []),
		`\tdescription: ${quoted(parameter.type === 'boolean' ? `Whether ${words.replace(/^Whether /i, '').replace(/^./, (letter) => letter.toLowerCase())}` : words)},`,
		`\trouting: ${part}(${quoted(at)}, ${quoted(label)}, ${required ? 'required, ' : ''}${convert}),`,
		'},',
	];
	return {
		parameter,
		name,
		label,
		...(offered && { choices: `const ${name}Choices = [\n${offered.map((one) => `\t${literal(one)},`).join('\n')}\n];` }),
		property: indented(lines, depth),
		imports: [[part, SEND], ...(required ? [['required', SEND] as [string, string]] : []), ...(offered ? [['choice', '../../values/scalar'] as [string, string]] : kind.imports), ...(longest === undefined ? [] : [['textIn', '../../values/scalar'] as [string, string]])],
		ways,
	};
}
