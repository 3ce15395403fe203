import type { Context } from './parameters';

/** Writes a line into n8n's log that says which node it is about. */
export const warn = (context: Context, text: string) => {
	const { name, type } = context.getNode();
	context.logger.warn(`${type.endsWith('lumaPollingTrigger') ? 'Luma Polling Trigger' : 'Luma Trigger'} "${name}": ${text}`);
};
