import { NodeApiError, NodeOperationError, type IDataObject, type IHookFunctions, type IWebhookFunctions, type JsonObject } from 'n8n-workflow';
import { call } from '../Luma/api/call';
import { pages } from '../Luma/api/pages';
import { addressOf, isInside, noPublicAddress } from './address';

/** A webhook as Luma answers it (docs.luma.com, Create Webhook). */
interface Registration {
	id: string;
	url: string;
	event_types: string[];
	status: string;
	secret: string;
}

/** What the node keeps in n8n's static data. Test mode has its own. */
export interface Kept {
	webhookId?: string;
	webhookUrl?: string;
	secret?: string;
	/** As `Handled` gives it. */
	handled?: string;
}

const operation = 'Register Webhook';

const keptBy = (context: IHookFunctions) => context.getWorkflowStaticData('node') as Kept;

const keep = (context: IHookFunctions, { id, url, secret }: Registration) => Object.assign(keptBy(context), { webhookId: id, webhookUrl: url, secret });

/** What is registered for an address, looked for through all pages. */
export async function registrationsAt(context: IHookFunctions | IWebhookFunctions, url: string, settings: Parameters<typeof call>[4] = {}): Promise<Registration[]> {
	const fetch = async (query: IDataObject) => await call(context, 'GET', '/v1/webhooks/list', query, { operation, ...settings });
	const found: Registration[] = [];
	for await (const { entries } of pages(fetch, {})) found.push(...(entries as unknown as Registration[]).filter((entry) => entry.url === url));
	return found;
}

/** Deletes a webhook at Luma. @returns false when it was gone already */
async function remove(context: IHookFunctions, id: string): Promise<boolean> {
	try {
		await call(context, 'POST', '/v1/webhooks/delete', { id }, { operation: 'Delete Webhook' });
		return true;
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '404') return false;
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

function wantedTypes(context: IHookFunctions): string[] {
	const chosen = context.getNodeParameter('eventTypes') as string[];
	if (chosen.length === 0) throw new NodeOperationError(context.getNode(), 'Trigger On: choose at least one kind of event');
	return chosen.includes('*') ? ['*'] : chosen;
}

/** Takes over what is registered for an address: one webhook, active, for the wanted types. */
async function adopt(context: IHookFunctions, [first, ...others]: Registration[]): Promise<void> {
	// Each would deliver, under ids of its own.
	for (const { id } of others) await remove(context, id);
	const event_types = wantedTypes(context);
	const same = first.event_types.length === event_types.length && event_types.every((type) => first.event_types.includes(type));
	const inLine = same && first.status === 'active';
	const changed = inLine ? {} : await call(context, 'POST', '/v2/webhooks/update', { id: first.id, event_types, status: 'active' }, { operation });
	keep(context, { ...first, ...changed });
}

/** Looks whether Luma has the webhook; if so, takes it over. */
export async function takeOver(context: IHookFunctions): Promise<boolean> {
	const url = addressOf(context);
	const { webhookId, webhookUrl } = keptBy(context);
	// n8n has moved to another address since.
	if (webhookId !== undefined && webhookUrl !== url) await remove(context, webhookId);
	const found = await registrationsAt(context, url);
	if (found.length > 0) await adopt(context, found);
	return found.length > 0;
}

/** Registers the webhook. When this fails, n8n calls `deregister`, which clears away what Luma may have made. */
export async function register(context: IHookFunctions): Promise<boolean> {
	const url = addressOf(context);
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>('lumaApi');
	// With a Luma inside too, such as the simulator, it can work.
	if (isInside(url) && !isInside(baseUrl)) throw noPublicAddress(context, url, 'Luma cannot reach this n8n');
	try {
		keep(context, (await call(context, 'POST', '/v2/webhooks/create', { url, event_types: wantedTypes(context) }, { operation })) as unknown as Registration);
	} catch (error) {
		// The answer may have got lost, or another n8n been faster.
		const found = await registrationsAt(context, url);
		if (found.length === 0) throw error instanceof NodeApiError && error.httpCode === '400' ? noPublicAddress(context, url, error.message) : error;
		await adopt(context, found);
	}
	return true;
}

/** Deletes the webhook: by its id, else by its address. One that is gone already is as good. */
export async function deregister(context: IHookFunctions): Promise<boolean> {
	const kept = keptBy(context);
	const removed = kept.webhookId !== undefined && (await remove(context, kept.webhookId));
	if (!removed) for (const { id } of await registrationsAt(context, addressOf(context))) await remove(context, id);
	delete kept.webhookId;
	delete kept.webhookUrl;
	delete kept.secret;
	return true;
}
