import type { INodeParameters } from 'n8n-workflow';
import { requests, run, type Options } from '../../../engine';
import { received } from './luma';

/** A bad value: what is filled in, the message, and what the description says, where the message does not say it all. */
export type Bad = [what: string, parameters: INodeParameters, message: string | RegExp, fix?: RegExp];

/** Fails unless the node refuses these parameters with this message, and sends nothing. */
export async function checkRefused(parameters: INodeParameters, message: string | RegExp, fix?: RegExp, options: Options = {}): Promise<void> {
	const { error, items } = await run(parameters, options);
	expect({ requests, received, items }).toEqual({ requests: [], received: [], items: [] });
	expect(error).toMatchObject({
		message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
		...(fix && { description: expect.stringMatching(fix) as string }),
		context: { itemIndex: (options.items?.length ?? 1) - 1 },
	});
}
