/** A row that cannot be sent keeps its input, whatever its fields are called: made from the node, for every list from input items. */
import { run } from '../../../../engine';
import { plainCase } from '../../../../operations';
import { resources } from '../../../../../nodes/Luma/resources';
import { fieldsOf } from '../../support/description';
import { received, useLuma } from '../../support/luma';

useLuma();

const lists = resources.flatMap(({ name, works }) => Object.entries(works).filter(([, { batch }]) => batch).map(([operation]) => [name, operation] as const));

it('finds the lists', () => expect(lists.length).toBeGreaterThan(6));

it.each(lists)('%s %s', async (resource, operation) => {
	const [control, entry] = fieldsOf(resource, operation).flatMap((field) => {
		const from = Object.entries(field.displayOptions?.show ?? {}).find(([, values]) => values!.includes('inputItems'));
		return from && field.required ? [from[0], field.name] : [];
	});
	const input = { email: 'own@example.com', user_id: 'own-user', event_id: 'own-event', tag: 'own tag', name: 'Own', bad: 'tkt-1, tkt-2' };
	const { json } = await run({ resource, operation, ...plainCase(resource, operation).parameters, [control]: 'inputItems', [entry]: '={{ $json.bad }}' }, { items: [input], node: { onError: 'continueRegularOutput' } });
	expect(json).toEqual([expect.objectContaining({ ...input, status: 'error', error: expect.stringContaining('tkt-1') as string })]);
	expect(received).toEqual([]);
});
