import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Writes a line into n8n's log that says which node it is about. */
export const warn = (context: IHookFunctions | IWebhookFunctions, text: string) => context.logger.warn(`Luma Trigger "${context.getNode().name}": ${text}`);
