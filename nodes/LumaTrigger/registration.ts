import { NodeApiError, type IDataObject, type IHookFunctions, type IWebhookFunctions, type JsonObject } from 'n8n-workflow';
import { call } from '../Luma/api/call';
import { pages } from '../Luma/api/pages';
import { addressOf, isAboutAddress, isInside, isSameAddress, noPublicAddress } from './address';
import { lookUpEvents, type EventsKept } from './chosenEvents';
import type { GuestsKept } from './guestRecord';
import { check, chosenIn, isSignatureOff, registeredTypes } from './parameters';
import { guestsWhoWait } from './whoWaits';
import { isSecret } from './secret';
import { warn } from '../Luma/triggers/warn';

/** A webhook as Luma answers it (docs.luma.com, Create Webhook), as far as one can rely on it. */
interface Registration {
	id: string;
	url: string;
	event_types?: string[] | null;
	status?: string;
	secret?: string | null;
}

/** What the node keeps in n8n's static data. Test mode has its own, and a copy of the workflow has it too. */
export interface Kept extends EventsKept {
	webhookId?: string;
	webhookUrl?: string;
	secret?: string;
	/** As `Handled` gives it. */
	handled?: string;
	guests?: GuestsKept;
}

const operation = 'Register Webhook';

/** How often a webhook is tried to be deleted, and milliseconds without an answer after which one try counts as lost. */
const DELETION = { tries: 4, timeout: 10_000, repeatable: true };

const keptBy = (context: IHookFunctions) => context.getWorkflowStaticData('node') as Kept;

/** The secret of a webhook: what Luma says, else what is kept of the same webhook. */
const secretOf = ({ id, secret }: Registration, kept: Kept) => (isSecret(secret) ? secret : kept.webhookId === id && isSecret(kept.secret) ? kept.secret : undefined);

function keep(context: IHookFunctions, url: string, webhook: Registration): void {
	const kept = keptBy(context);
	Object.assign(kept, { webhookId: webhook.id, webhookUrl: url, secret: secretOf(webhook, kept) });
	if (isSignatureOff(context)) warn(context, `Signature is off, so anyone who knows ${url} can start the workflow.`);
	else if (kept.secret === undefined) warn(context, `Luma has given no secret for the webhook ${webhook.id}, so its deliveries can't be checked and are refused.`);
}

function forget(kept: Kept): void {
	delete kept.webhookId;
	delete kept.webhookUrl;
	delete kept.secret;
}

/** What is registered for an address, looked for through all pages. */
export async function registrationsAt(context: IHookFunctions | IWebhookFunctions, url: string, settings: Parameters<typeof call>[4] = {}): Promise<Registration[]> {
	const fetch = async (query: IDataObject) => await call(context, 'GET', '/v1/webhooks/list', query, { operation, ...settings });
	const found: Registration[] = [];
	for await (const { entries } of pages(fetch, {})) found.push(...(entries as unknown as Registration[]).filter((entry) => isSameAddress(entry.url, url)));
	return found;
}

/**
 * Deletes a webhook at Luma; deleting twice does no harm.
 * @returns false when it was gone already
 */
async function remove(context: IHookFunctions, { id, url }: Pick<Registration, 'id' | 'url'>): Promise<boolean> {
	try {
		await call(context, 'POST', '/v1/webhooks/delete', { id }, { operation: 'Delete Webhook', ...DELETION });
		return true;
	} catch (error) {
		const { httpCode, message } = error as NodeApiError;
		if (httpCode === '404') return false;
		warn(context, `the webhook ${id} for ${url} could not be deleted and is still in Luma: ${message.replace(/\.$/, '')}. Publishing the workflow again takes it over or deletes it.`);
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

/** Takes over what is registered for an address: one webhook, active, for the wanted types. */
async function adopt(context: IHookFunctions, url: string, [first, ...others]: Registration[]): Promise<void> {
	// Each would deliver, under ids of its own.
	for (const other of others) await remove(context, other);
	const event_types = registeredTypes(chosenIn(context));
	const registered = new Set(first.event_types);
	const same = registered.size === event_types.length && event_types.every((type) => registered.has(type));
	const inLine = same && first.status === 'active';
	const { secret } = inLine ? first : await call(context, 'POST', '/v2/webhooks/update', { id: first.id, event_types, status: 'active' }, { operation });
	keep(context, url, isSecret(secret) ? { ...first, secret } : first);
}

/**
 * What is kept for another address is no longer this node's to delete: either n8n has moved, or this is a copy of the
 * workflow, since those have its static data too, and the original works with that webhook.
 */
function leaveOthers(context: IHookFunctions, url: string): void {
	const kept = keptBy(context);
	if (kept.webhookId === undefined || kept.webhookUrl === url) return;
	warn(context, `the webhook ${kept.webhookId} for ${kept.webhookUrl} is left in Luma, because the webhook URL of this node is ${url}. If no other n8n uses it, delete it in Luma.`);
	forget(kept);
}

/** Where facts about guests are chosen: who is there already, once; and again when the workflow was not published for a while. */
async function lookAtGuests(context: IHookFunctions, anew: boolean): Promise<void> {
	const kept = keptBy(context);
	if (chosenIn(context).facts.length === 0) delete kept.guests;
	else if (anew || kept.guests === undefined) kept.guests = await guestsWhoWait(context, kept.guests);
}

/** Looks whether Luma has the webhook; if so, takes it over. */
export async function takeOver(context: IHookFunctions): Promise<boolean> {
	check(context);
	const url = addressOf(context);
	const kept = keptBy(context);
	leaveOthers(context, url);
	const found = await registrationsAt(context, url);
	// By now the API key is known to work, so what is refused is refused for the event.
	await lookUpEvents(context);
	const usable = found.filter((webhook) => secretOf(webhook, kept) !== undefined);
	if (usable.length > 0) {
		await adopt(context, url, [...usable, ...found.filter((webhook) => !usable.includes(webhook))]);
		await lookAtGuests(context, false);
		return true;
	}
	// Luma tells the secret of a new one.
	for (const webhook of found) await remove(context, webhook);
	return false;
}

const registering = new Set<string>();

/** Whether this process registers the address just now. */
export const isRegistering = (url: string) => registering.has(url);

/** Registers the webhook. When this fails, n8n calls `deregister`, which clears away what Luma may have made. */
export async function register(context: IHookFunctions): Promise<boolean> {
	const url = addressOf(context);
	const { baseUrl } = await context.getCredentials<{ baseUrl: string }>('lumaApi');
	// With a Luma inside too, such as the simulator, it can work.
	if (isInside(url) && !isInside(baseUrl)) throw noPublicAddress(context, url, "Luma can't reach this n8n instance");
	registering.add(url);
	try {
		const made = await call(context, 'POST', '/v2/webhooks/create', { url, event_types: registeredTypes(chosenIn(context)) }, { operation });
		if (typeof made.id !== 'string') throw new NodeApiError(context.getNode(), {}, { message: 'Luma responded without the ID of the new webhook' });
		keep(context, url, made as unknown as Registration);
	} catch (error) {
		// The answer may have got lost, or another n8n been faster.
		const found = await registrationsAt(context, url);
		if (found.length === 0) throw isAboutAddress(error) ? noPublicAddress(context, url, (error as Error).message) : error;
		await adopt(context, url, found);
	} finally {
		registering.delete(url);
	}
	await lookAtGuests(context, true);
	return true;
}

/** Deletes the webhook: by its id, else by its address. One that is gone already is as good. */
export async function deregister(context: IHookFunctions): Promise<boolean> {
	const url = addressOf(context);
	const kept = keptBy(context);
	leaveOthers(context, url);
	const removed = kept.webhookId !== undefined && (await remove(context, { id: kept.webhookId, url }));
	if (!removed) for (const webhook of await registrationsAt(context, url)) await remove(context, webhook);
	forget(kept);
	return true;
}
