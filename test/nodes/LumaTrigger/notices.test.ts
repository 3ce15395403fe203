import { NodeHelpers, type INodeParameters, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';
import { LumaPollingTrigger } from '../../../nodes/LumaPollingTrigger/LumaPollingTrigger.node.ts';
import { LumaTrigger } from '../../../nodes/LumaTrigger/LumaTrigger.node.ts';

const { description } = new LumaTrigger();

/** The notices that n8n shows for what a person has set; it looks from the node as a whole in the editor, and from the parameters elsewhere. */
function notices(parameters: INodeParameters): string[] {
	const shown = (path: string, values: INodeParameters) =>
		description.properties.filter((one) => one.type === 'notice' && NodeHelpers.displayParameterPath(values, one, path, { typeVersion: 2 }, description)).map(({ name }) => name);
	const inEditor = shown('parameters', { parameters });
	expect(shown('', parameters)).toEqual(inEditor);
	return inEditor;
}

it.each([
	[['guest.registered', 'ticket.registered'], true],
	[['ticket.registered', 'event.created', 'guest.registered'], true],
	[['guest.registered'], false],
	[['ticket.registered'], false],
	[['guest.registered', 'guest.updated'], false],
	[['*'], false],
	[[], false],
])('Trigger On %j warns of two runs for one person: %j', (eventTypes, warns) => {
	expect(notices({ eventTypes })).toEqual(warns ? ['registeredTwiceNotice'] : []);
});

it.each([
	[{}, false],
	[{ options: {} }, false],
	[{ options: { signature: 'required' } }, false],
	[{ options: { signature: 'off' } }, true],
])('%j warns of deliveries that nobody checks: %j', (parameters, warns) => {
	expect(notices({ eventTypes: ['*'], ...parameters })).toEqual(warns ? ['signatureOffNotice'] : []);
});

it.each([
	[description, 'eventTypes'],
	[new LumaPollingTrigger().description, 'triggerOn'],
] as Array<[INodeTypeDescription, string]>)('the subtitle says in words what starts the workflow, for all of it', ({ subtitle, properties }, field) => {
	const choices = properties.find(({ name }) => name === field)!.options as INodePropertyOptions[];
	const said = new Function('$parameter', `return ${subtitle!.slice(3, -2)}`) as (parameters: INodeParameters) => string;
	for (const { value } of choices) expect(said({ [field]: value })).toMatch(/^[a-z ]+$/);
	if (field === 'eventTypes') expect(said({ [field]: ['guest.going', 'guest.checked_in'] })).toBe('guest going, guest checked in');
});
