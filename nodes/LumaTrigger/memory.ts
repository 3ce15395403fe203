import type { IWebhookFunctions } from 'n8n-workflow';
import { GuestRecord } from './guestRecord';
import { Handled } from './handled';
import type { Kept } from './registration';
import { Secret } from './secret';

/** What this process knows of one node, beside what n8n stores. */
export interface Memory {
	/** The webhook that the secret is of. */
	webhookId?: string;
	handled: Handled;
	guests: GuestRecord;
	secret: Secret;
}

const memories = new Map<string, Memory>();

/** What is known of the node by now; none of it outlives the process. */
export function memoryOf(context: IWebhookFunctions, { webhookId }: Kept): Memory {
	// In test mode a node has another webhook.
	const isTest = context.getMode() === 'manual';
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${context.getMode()}`;
	const before = memories.get(key);
	if (before && before.webhookId === webhookId) return before;
	// A secret ends with its webhook: somebody may have learned it. And each test begins anew, as what n8n stores of it does.
	const memory = { handled: new Handled(), guests: new GuestRecord(), ...(!isTest && before), secret: new Secret(), webhookId };
	memories.set(key, memory);
	return memory;
}
