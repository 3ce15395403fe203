/** Output of the node as a tool of an agent: simplified, raw, or selected fields; as a node it has Simplify. */
import { NodeHelpers, type IDataObject, type INode, type INodeParameters } from 'n8n-workflow';
import { Luma } from '../../../nodes/Luma/Luma.node';
import { LUMA, lumaType, run } from '../../engine';
import { plainCase } from '../../operations';
import { plainEvent, plainListedGuest, wholeEvent, listedGuest } from '../../operations/parts/answers';
import { byId } from '../../operations/parts/case';
import { operations } from './support/description';
import { always, answer, received, useLuma } from './support/luma';

useLuma();

const { properties } = new Luma().description;
const filled = (type: string, parameters: INodeParameters) => {
	const node: INode = { id: '1', name: 'Luma', type, typeVersion: 1, position: [0, 0], parameters };
	return NodeHelpers.getNodeParameters(properties, parameters, true, false, node, { ...new Luma().description, name: type })!;
};

const reading = operations.filter(([resource, operation]) => 'simplify' in filled(LUMA, { resource, operation }));

it('finds the operations that read', () => expect(reading.length).toBeGreaterThan(8));

it.each(reading)('%s %s: a tool has Output, a node has Simplify', (resource, operation) => {
	const parameters = { resource, operation, ...plainCase(resource, operation).parameters };
	const [node, tool] = [LUMA, `${LUMA}Tool`].map((type) => Object.keys(filled(type, parameters)));
	expect([node.includes('simplify'), node.includes('toolOutput')]).toEqual([true, false]);
	expect([tool.includes('simplify'), tool.includes('toolOutput')]).toEqual([false, true]);
});

const asTool = { type: `${LUMA}Tool` };
const toolType = Object.assign(Object.create(lumaType as object) as typeof lumaType, { description: { ...lumaType.description, name: asTool.type } });
const guests: INodeParameters = { resource: 'guest', operation: 'getAll', eventId: byId('evt-1') };
const events: INodeParameters = { resource: 'event', operation: 'get', eventId: byId('evt-1') };

async function given(parameters: INodeParameters): Promise<IDataObject> {
	answer('GET', parameters.resource === 'event' ? '/v1/events/get' : '/v1/events/guests/list', { body: parameters.resource === 'event' ? wholeEvent : { entries: [listedGuest], has_more: false } });
	const { json, error } = await run(parameters, { node: asTool, nodeType: toolType });
	expect(error).toBeUndefined();
	return json[0];
}

it.each<[INodeParameters, IDataObject]>([
	[guests, { ...plainListedGuest, event_id: 'evt-1' }],
	[{ ...guests, toolOutput: 'simplified' }, { ...plainListedGuest, event_id: 'evt-1' }],
	[{ ...guests, toolOutput: 'raw' }, listedGuest],
	[{ ...guests, toolOutput: 'selected', toolFieldNames: 'user_email, user_id, ticket_names, nothing' }, { user_email: 'guest1@example.com', user_id: 'usr-1', ticket_names: 'Standard, Workshop, Workshop' }],
	[{ ...events, toolOutput: 'raw' }, wholeEvent],
	[{ ...events, toolOutput: 'selected', toolFieldNames: '={{ ["id", "location", "max_capacity"] }}' }, { id: 'evt-1', location: plainEvent.location as string, max_capacity: 100 }],
])('%j', async (parameters, out) => expect(await given(parameters)).toEqual(out));

it('what is missing of an event that was made is told, whichever fields are selected', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	answer('POST', '/v1/calendars/event-tags/apply', { status: 400, body: { message: 'No', code: null } });
	answer('GET', '/v1/events/get', { body: wholeEvent });
	const create: INodeParameters = { resource: 'event', operation: 'create', eventName: 'Talks', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', additionalFields: { eventTags: 'VIP' }, toolOutput: 'selected', toolFieldNames: 'id' };
	const { json } = await run(create, { node: asTool, nodeType: toolType });
	expect(json).toEqual([{ id: 'evt-1', warning: expect.stringContaining('tag VIP (No') as string }]);
});

it('where none of the selected fields is there, the model is told which are', async () => {
	const { warning, ...rest } = await given({ ...events, toolOutput: 'selected', toolFieldNames: 'Id, title' });
	expect(rest).toEqual({});
	expect(warning).toBe(`Luma returned none of the fields "Id", "title". The simplified version has ${Object.keys(plainEvent).join(', ')}.`);
});

it('names of fields that an expression leaves empty are refused', async () => {
	always('GET', '/v1/events/guests/list', () => ({ body: { entries: [], has_more: false } }));
	const { error } = await run({ ...guests, toolOutput: 'selected', toolFieldNames: '={{ "" }}' }, { node: asTool, nodeType: toolType });
	expect(received).toEqual([]);
	expect(error?.message).toMatch(/^Fields is required/);
});

it('a node does not look at what a tool is asked for', async () => {
	answer('GET', '/v1/events/guests/list', { body: { entries: [listedGuest], has_more: false } });
	const { json } = await run({ ...guests, simplify: false });
	expect(json).toEqual([listedGuest]);
});

it('n8n’s workflow builder is told which operation is the right one', () => {
	const { builderHint } = new Luma().description;
	for (const words of ['Get Many of Guest', 'Input Items', "'When'", 'Luma Trigger']) expect(builderHint?.searchHint).toContain(words);
});
