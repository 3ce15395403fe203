/** What a model, or an expression that finds nothing, leaves out of a list: it counts as not given. */
import type { INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { fieldsOf, operations } from '../support/description';
import { always, later, received, useLuma } from '../support/luma';

useLuma();

const lists = operations.filter(([resource, operation]) => fieldsOf(resource, operation).some(({ name }) => name === 'returnAll'));

it('finds the lists', () => expect(lists.length).toBeGreaterThan(10));

it.each(lists)('%s %s', async (resource, operation) => {
	const { parameters, exchanges } = plainCase(resource, operation);
	for (const { method, path, answer } of exchanges) always(method, path, () => answer ?? {});
	const outcome = async (more: INodeParameters) => {
		received.length = 0;
		later();
		const { error, json } = await run({ resource, operation, ...parameters, ...more });
		return { error: error?.message, json, received: [...received] };
	};
	const usual = await outcome({});
	expect(usual.error).toBeUndefined();
	for (const nothing of ['={{ undefined }}', '={{ null }}', '={{ "" }} ', '={{ $json.missing }}']) {
		const options = { ...(parameters.options as INodeParameters), output: nothing, paginationCursor: nothing, maxTries: nothing, maxWait: nothing };
		expect(await outcome({ returnAll: nothing, limit: nothing, simplify: nothing, options })).toEqual(usual);
	}
});
