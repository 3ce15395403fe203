/** n8n's UX guidelines that its linters do not check, over every field of the three nodes. */
import type { INodeProperties, INodePropertyCollection, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaPollingTrigger } from '../../nodes/LumaPollingTrigger/LumaPollingTrigger.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';

type Option = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** The fields in a field: of a collection, and of the rows of a fixed one. */
const inside = (options: Option[] = []): INodeProperties[] =>
	options.flatMap((option) => ('values' in option ? option.values : 'type' in option ? [option] : []));

const deep = (fields: INodeProperties[]): INodeProperties[] => fields.flatMap((field) => [field, ...deep(inside(field.options as Option[]))]);

const { properties } = new Luma().description;
const triggers = [new LumaTrigger().description, new LumaPollingTrigger().description];
const fields = deep([...properties, ...triggers.flatMap((trigger) => trigger.properties)]);
const operations = properties.filter(({ name }) => name === 'operation').flatMap(({ options }) => options as INodePropertyOptions[]);
const ofType = (type: string) => fields.filter((field) => field.type === type);
const modes = ofType('resourceLocator').flatMap((field) => field.modes as INodePropertyMode[]);
const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

it('placeholders are examples; those of buttons and lists say what to do', () => {
	const placeholders = [...fields, ...modes].flatMap(({ placeholder = [] }) => placeholder);
	expect(placeholders.filter((text) => !/^(e\.g\. |Add |Choose )/.test(text))).toEqual([]);
	expect(placeholders.length).toBeGreaterThan(30);
});

it('texts have one period at the end of a sentence, one blank between words, and say nothing twice', () => {
	const texts: string[] = [];
	JSON.stringify([properties, triggers], (name, value: unknown) => {
		if (typeof value === 'string' && /^(description|displayName|hint|action|placeholder|name)$/.test(name)) texts.push(value);
		return value;
	});
	const sentences = (text: string) => text.split(/(?<=[.!?]) /).map((sentence) => sentence.replace(/\.$/, ''));
	expect(texts.filter((text) => /(?<!\.)\.\.(?!\.)| {2}|^ | $/.test(text) || new Set(sentences(text)).size < sentences(text).length)).toEqual([]);
	expect(texts.length).toBeGreaterThan(500);
});

it('each operation has an action in sentence case and says more than its name', () => {
	for (const { name, action, description = '' } of operations) {
		expect(action).toMatch(/^[A-Z][a-z ]+$/);
		expect(description.length).toBeGreaterThan(name.length + 10);
	}
});

it('optional fields are sorted by name', () => {
	const collections = ofType('collection').map(({ options }) => inside(options as Option[]).map(({ displayName }) => displayName));
	for (const names of collections) expect(names).toEqual(sorted(names));
	expect(collections.length).toBeGreaterThan(10);
});

it('resource locators begin with the list', () => {
	// The list has the events of the calendar, and Look Up is for finding out whether one is among them.
	const locators = ofType('resourceLocator').filter(({ name }) => name !== 'publicEventId');
	for (const { default: usual, modes: [first] = [] } of locators) {
		expect(usual).toEqual({ mode: 'list', value: '' });
		expect(first).toMatchObject({ displayName: 'From List', typeOptions: { searchable: true } });
	}
	expect(locators.length).toBeGreaterThan(10);
});

it('JSON fields begin with JSON, which the editor does not mark as a mistake', () => {
	const defaults = ofType('json').map((field) => field.default as string);
	for (const text of defaults) expect(() => JSON.parse(text) as unknown).not.toThrow();
	expect(defaults.length).toBeGreaterThan(10);
});

it.each(['cancel', 'update', 'add', 'sendInvites', 'updateStatus', 'updateTickets', 'delete'])('%s, which mails or cannot be undone, has a notice', (operation) => {
	const notices = ofType('notice').filter(({ displayOptions }) => displayOptions?.show?.operation?.includes(operation));
	expect(notices.map(({ displayName }) => displayName).join()).toMatch(/Luma (emails|notifies)|This cannot be undone/);
});

it('triggers tell nobody to create an event in Luma, and what to look at where nothing comes', () => {
	const [{ eventTriggerDescription, activationMessage, triggerPanel }] = triggers;
	const panel = JSON.stringify([eventTriggerDescription, activationMessage, triggerPanel]);
	expect(panel).toMatch(/register for one of your events in Luma.*within five minutes.*webhook URL.*lists the webhook/);
	expect(panel).not.toMatch(/create an? (event|luma)/i);
});

it('Trigger On has no tooltip', () => {
	for (const { properties: own } of triggers) expect(own.find(({ displayName }) => displayName === 'Trigger On')).not.toHaveProperty('description');
});
