/** The node as a tool of an agent: what the model is told. The suite `agent` runs it in a real n8n. */
import { NodeHelpers, type INode } from 'n8n-workflow';
import { apiError, itemError } from '../../../nodes/Luma/api/errors';
import { Luma } from '../../../nodes/Luma/Luma.node';
import { fieldsOf, operations } from './support/description';

const type = new Luma().description;
const node = (name: string): INode => ({ id: '1', name: 'Luma', type: name, typeVersion: 1, position: [0, 0], parameters: {} });
const asTool = node('n8n-nodes-luma.lumaTool');
const asNode = node('n8n-nodes-luma.luma');

/** What n8n tells the model: defaults filled in for a tool, as `Workflow` does it. */
function told(resource: string, operation: string, parameters = {}): string {
	const tool = { ...type, name: 'n8n-nodes-luma.lumaTool' };
	const one = { ...asTool, parameters: { resource, operation, ...parameters } };
	const filled = NodeHelpers.getNodeParameters(tool.properties, one.parameters, true, false, one, tool)!;
	return NodeHelpers.getToolDescriptionForNode({ ...one, parameters: filled }, { description: tool } as never);
}

describe.each(operations)('%s %s', (resource, operation) => {
	const names = fieldsOf(resource, operation).map(({ name }) => name);

	it('tells the model more than its name, of Luma, and how to give what it is about', () => {
		const text = told(resource, operation);
		expect(text).toMatch(/^Luma: .{20,}\.$/);
		for (const [name, example] of [['eventId', 'evt-'], ['guestId', 'gst-'], ['ticketTypeId', 'ttype-'], ['startAt', '+02:00']]) {
			if (names.includes(name)) expect(text).toContain(example);
		}
	});

	it('says how to give what a locator names', () => {
		for (const { name, type: kind, modes = [] } of fieldsOf(resource, operation)) {
			if (kind !== 'resourceLocator') continue;
			const [, prefix] = /^e\.g\. ([a-z]+-)\w+/.exec(modes.find((mode) => mode.name === 'id')?.placeholder ?? '') ?? [];
			// The hint names the beginning of the IDs, or another word for the thing, such as an email address.
			if (prefix !== undefined) expect([name, told(resource, operation).includes(prefix)]).toEqual([name, true]);
		}
	});

	it('has the field for it as a tool only', () => {
		const parameters = { resource, operation };
		const [plain, tool] = [asNode, asTool].map((one) => NodeHelpers.getNodeParameters(type.properties, parameters, true, false, one, { ...type, name: one.type })!);
		expect(plain).not.toHaveProperty('toolDescription');
		expect(tool).toHaveProperty('toolDescription');
	});
});

it('says of each write that mails people or cannot be undone that it does', () => {
	expect(told('event', 'cancel')).toMatch(/notifies its guests.*cannot be undone/);
	for (const [resource, operation] of [['event', 'update'], ['guest', 'add'], ['guest', 'updateStatus'], ['guest', 'updateTickets']]) expect(told(resource, operation)).toMatch(/mail|notifies/);
	expect(told('guest', 'sendInvites')).toMatch(/by email/);
});

it("takes a person's own description", () => {
	expect(told('event', 'getAll', { toolDescription: 'Finds our meetups' })).toBe('Finds our meetups');
});

describe('an error', () => {
	const failure = { method: 'GET' as const, path: '/v1/events/get', parameters: { event_id: 'evt-1' }, status: 404, words: 'Event not found' };

	it('says what to do in its message, where the model reads that alone', () => {
		const { message, description: advice } = apiError(asTool, failure);
		expect(advice).toContain('Check the ID');
		expect(message).toBe(`Event not found. ${advice}`);
		expect(itemError(asTool, { message: 'Limit: "x" is not a number', description: 'Give one.' }, 0).message).toBe('Limit: "x" is not a number. Give one.');
		expect(itemError(asTool, { message: 'Really?', description: 'Yes.' }, 0).message).toBe('Really? Yes.');
		expect(itemError(asTool, { message: 'is required', description: undefined }, 0).message).toBe('is required');
	});

	it('keeps the two apart, where a person reads both', () => {
		expect(apiError(asNode, failure)).toMatchObject({ message: 'Event not found', description: expect.stringContaining('Check the ID') as string });
		expect(itemError(asNode, { message: 'Limit: "x" is not a number', description: 'Give one.' }, 3)).toMatchObject({ message: 'Limit: "x" is not a number', description: 'Give one.', context: { itemIndex: 3 } });
	});
});
