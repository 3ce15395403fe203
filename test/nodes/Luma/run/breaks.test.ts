/** A list that breaks off, for every operation that reads in pages: how much had been read is said, and its cursor reads on. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import nock from '../../../nock';
import { plainCase } from '../../../operations';
import { fieldsOf, operations } from '../support/description';
import { always, later, received, useLuma } from '../support/luma';

useLuma();

const paged = operations.filter(([resource, operation]) => fieldsOf(resource, operation).some(({ name, options = [] }) => name === 'options' && options.some((option) => option.name === 'paginationCursor')));

it('finds the lists', () => expect(paged.length).toBeGreaterThan(8));

describe.each(paged)('%s %s', (resource, operation) => {
	const { parameters, exchanges, shared = 0 } = plainCase(resource, operation);
	const { path } = exchanges[shared];
	const entry = (exchanges[shared].answer.body as { entries: IDataObject[] }).entries[0];
	const pages = (broken: boolean) => {
		for (const { method, path: before, answer } of exchanges.slice(0, shared)) always(method, before, () => answer);
		always('GET', path, ({ query }) => {
			const { pagination_cursor: cursor } = query!;
			if (cursor === undefined) return { body: { entries: [entry, entry], has_more: true, next_cursor: 'c2' } };
			return broken ? { status: 403, body: { message: 'Not now', code: null } } : { body: { entries: [entry], has_more: false } };
		});
	};
	const go = async (more: INodeParameters = {}, onError?: 'continueRegularOutput') => await run({ resource, operation, ...parameters, returnAll: true, simplify: false, options: { ...(parameters.options as INodeParameters), ...more } }, { node: { onError } });

	it('says where to go on', async () => {
		pages(true);
		const { error, items } = await go();
		expect(items).toEqual([]);
		expect(error?.description).toContain('2 items were already read; they are not in the output.');
		const [{ cursor, http_status, status, advice }] = (await go({}, 'continueRegularOutput')).json;
		expect({ http_status, status }).toEqual({ http_status: 403, status: 'error' });
		expect(advice).toContain('2 items were already read');
		expect(error?.description).toContain(`set 'Pagination Cursor' under 'Options' to ${String(cursor)}`);
	});

	it('goes on from there', async () => {
		pages(true);
		const [{ cursor }] = (await go({}, 'continueRegularOutput')).json;
		later();
		received.length = 0;
		nock.cleanAll();
		pages(false);
		const { error, json } = await go({ paginationCursor: cursor as string });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
		expect(received.filter((sent) => sent.path === path).map(({ query }) => query!.pagination_cursor)).toEqual(['c2']);
	});
});
