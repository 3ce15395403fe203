import type { IDataObject } from 'n8n-workflow';
import { apiKey, run } from '../../../engine';
import { sent, type Case } from '../../../operations/parts/case';
import { answer, headers, received } from './luma';

/** Runs a case for one input item and checks what went out and what came out. */
export async function checkCase(resource: string, operation: string, { parameters, exchanges, items, inputs = 1, refused, calendar, timezone }: Case, input: IDataObject = {}): Promise<void> {
	for (const exchange of exchanges) answer(exchange.method, exchange.path, exchange.answer);
	const result = await run({ resource, operation, ...parameters }, { items: Array.from({ length: inputs }, () => input), timezone });
	expect(result.error?.message).toBe(refused);
	expect(received).toEqual(exchanges.filter(({ answer: { fault } }) => !fault).map(sent));
	for (const [at, header] of headers.entries()) {
		// A file goes to another server, which is not to get the key.
		if (received[at].method === 'PUT') {
			expect(header).not.toHaveProperty('x-luma-api-key');
			continue;
		}
		expect(header).toMatchObject({ 'x-luma-api-key': apiKey, accept: expect.stringContaining('application/json') as string });
		expect(header['x-luma-calendar-id']).toBe(calendar);
	}
	expect(result.json).toEqual(items);
	expect(result.linked).toEqual(items.map((_, index) => (inputs === 1 ? 0 : index)));
}
