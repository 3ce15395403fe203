import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
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
