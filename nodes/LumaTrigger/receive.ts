import { NodeOperationError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { clock } from '../Luma/api/clock';
import { isSameAddress } from './address';
import { isPartOfRegistration, itemOf, passes, readDelivery, thingOf, ticketsOf, type Delivery } from './delivery';
import { memoryOf, type Memory } from './memory';
import { chosenIn, filtersOf, isAgain, isOnePerPerson, isSignatureOff, outputOf } from './parameters';
import { isRegistering, registrationsAt, type Kept } from './registration';
import { bodyOf, isNo, type No } from './request';
import { isSecret } from './secret';
import { Refusal, verify } from './signature';
import { warn } from '../Luma/triggers/warn';

/** Registered addresses that have been compared with what n8n's is now; within a process it does not change. */
const compared = new Set<string>();

/**
 * Says once that Luma still delivers to the address of before. n8n 1 registers the new one when it starts; n8n 2.41 calls no node
 * then.
 */
function noticeMove(context: IWebhookFunctions, { webhookUrl }: Kept): void {
	const key = `${context.getWorkflow().id} ${webhookUrl}`;
	// In test mode, n8n tells the address of the published workflow.
	if (webhookUrl === undefined || context.getMode() === 'manual' || compared.has(key)) return;
	compared.add(key);
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined || isSameAddress(webhookUrl, url)) return;
	warn(context, `Luma delivers to ${webhookUrl}, but the webhook URL of this node is now ${url}. Unpublish the workflow and publish it again, so that Luma delivers to the new one. Then delete the webhook of the old URL in Luma.`);
}

/** Milliseconds that Luma may take to tell the secret, since a delivery waits meanwhile. */
const ASK_TIMEOUT = 5000;

/**
 * Checks the signature, with the secret that Luma has now where the known one does not fit.
 * @returns when it was signed, in milliseconds since 1970; where it does not have to be, when it came
 */
async function signedAt(context: IWebhookFunctions, body: Buffer, kept: Kept, { secret }: Memory): Promise<number | No> {
	if (isSignatureOff(context)) return clock.now();
	const check = () => verify(context.getHeaderData()['webhook-signature'], body, [kept.secret, secret.told], clock.now());
	let result = check();
	if (result instanceof Refusal && result.mismatch) {
		const ask = async () => {
			const url = kept.webhookUrl ?? context.getNodeWebhookUrl('default') ?? '';
			const all = await registrationsAt(context, url, { tries: 1, maxWait: 0, timeout: ASK_TIMEOUT });
			const found = all.find(({ id }) => id === kept.webhookId) ?? all[0];
			if (found && !isSecret(found.secret)) warn(context, `Luma lists no secret for the webhook ${found.id}`);
			return found?.secret;
		};
		await secret.renew(ask).catch((error: Error) => warn(context, `couldn't get the webhook secret from Luma: ${error.message}`));
		result = check();
	}
	if (result instanceof Refusal) return { status: 401, reason: result.reason };
	if (result.secret !== kept.secret) kept.secret = result.secret;
	return result.time;
}

/** Somebody else's text, for a log. */
const foreign = (text: string, length: number) => text.replace(/[^\w.:, -]/g, '?').slice(0, length);

/**
 * Whether it may be Luma trying the address while it registers it (one client says that it does so). It has to get a 2xx
 * then, or the workflow could not be published.
 */
function isPing(context: IWebhookFunctions): boolean {
	const { webhookId } = context.getWorkflowStaticData('node') as Kept;
	const unsigned = context.getHeaderData()['webhook-signature'] === undefined;
	return unsigned && (webhookId === undefined || isRegistering(context.getNodeWebhookUrl('default') ?? ''));
}

function refuse(context: IWebhookFunctions, { status, reason }: No): IWebhookResponseData {
	const headers = context.getHeaderData();
	const id = foreign(String(headers['webhook-id'] ?? 'none'), 60);
	// Their names alone: what is wrong with a signature shows there first, and their values may be secrets.
	const names = foreign(Object.keys(headers).join(', '), 300);
	if (isPing(context)) {
		context.logger.info(`Luma Trigger "${context.getNode().name}" starts nothing for a request that came before the webhook was registered: ${reason} (headers: ${names})`);
		return { webhookResponse: { message: `Nothing started: ${reason}` } };
	}
	context.logger.warn(`Luma Trigger "${context.getNode().name}" refused a delivery (Webhook-Id ${id}) with ${status}: ${reason} (headers: ${names})`);
	context.getResponseObject().status(status).json({ message: `Refused: ${reason}` });
	return { noWebhookResponse: true };
}

/** What a delivery is of what was chosen; a text says why it is nothing of it. */
interface Fit {
	types: string[];
	/** To be called once it counts: the workflow has started, or is not to. */
	counts(): void;
}

/** Finds out what a delivery is of what was chosen. */
function fitOf(context: IWebhookFunctions, delivery: Delivery, signed: number, kept: Kept, { handled, guests }: Memory): Fit | string {
	const { types, facts } = chosenIn(context);
	const filters = filtersOf(context);
	if (!passes(delivery, { ...filters, guestStatuses: [] })) return 'Filtered out';
	const once = isOnePerPerson(context);
	const told = facts.length > 0 ? guests.tell(kept.guests, delivery, { at: signed, again: isAgain(context) }) : undefined;
	const fits = [...(types.includes('*') || types.includes(delivery.type) ? [delivery.type] : []), ...facts.filter((fact) => told?.facts.includes(fact))];
	const counts = () => {
		const guestsNow = told?.counts();
		if (guestsNow) kept.guests = guestsNow;
		if (once) for (const ticket of ticketsOf(delivery)) handled.note(ticket);
	};
	if (fits.length > 0 && passes(delivery, filters) && !(once && isPartOfRegistration(delivery, signed, (ticket) => handled.knows(ticket)))) return { types: fits, counts };
	// It is known all the same.
	counts();
	if (fits.length === 0) return told ? 'Nothing new' : 'Not chosen';
	return passes(delivery, filters) ? 'Part of a registration' : 'Filtered out';
}

async function take(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const kept = context.getWorkflowStaticData('node') as Kept;
	const memory = memoryOf(context, kept);
	const { handled } = memory;
	const body = await bodyOf(context.getRequestObject());
	if (isNo(body)) return refuse(context, body);
	const signed = await signedAt(context, body, kept, memory);
	if (isNo(signed)) return refuse(context, signed);
	noticeMove(context, kept);
	const delivery = readDelivery(body);
	if (typeof delivery === 'string') return refuse(context, { status: 400, reason: delivery });
	const { facts } = chosenIn(context);
	const output = outputOf(context);

	const header = context.getHeaderData()['webhook-id'];
	const deliveryId = typeof header === 'string' && header.trim() !== '' ? header : null;
	handled.learn(kept.handled);
	const entry = deliveryId === null ? await handled.enter(body.toString(), thingOf(delivery)) : await handled.enter(deliveryId);
	if (!entry) return { webhookResponse: { message: 'Already handled' } };
	const endTurn = facts.length > 0 ? await memory.guests.turn(delivery) : () => {};
	const end = () => {
		entry.ended();
		endTurn();
	};
	let fit: Fit | string | undefined;
	try {
		fit = fitOf(context, delivery, signed, kept, memory);
	} finally {
		if (fit === undefined) end();
	}
	if (typeof fit === 'string') {
		// Without an id it counts all the same: the state after it may be the one before it.
		if (deliveryId === null) kept.handled = entry.started();
		end();
		return { webhookResponse: { message: fit } };
	}
	const { types, counts } = fit;
	const started = () => {
		counts();
		kept.handled = entry.started();
	};
	const response = context.getResponseObject();
	const over = () => {
		// Unless n8n has answered that it failed, there is a run; also where Luma hung up before.
		if (response.statusCode < 400) started();
		end();
	};
	// Where Luma has hung up while this was waiting, nothing tells of it any more.
	if (response.destroyed) over();
	else response.once('close', over);
	return {
		workflowData: [[itemOf(delivery, { types, several: facts.length > 0, deliveryId, signed, output })]],
		// n8n asks for the answer once the run exists (2.0 and older: right before that); then it saves the static data, and
		// answers. What is changed before would not be saved: n8n makes a second workflow of the same data, which counts as
		// unchanged from then on.
		get webhookResponse() {
			started();
			return { message: 'Started' };
		},
	};
}

/** Takes a delivery: trusted, wanted, and once, it starts the workflow. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await take(context).catch((error: unknown) => {
		if (!(error instanceof NodeOperationError)) throw error;
		// A field whose expression gives something else now than when the workflow was published. Luma tries again.
		return refuse(context, { status: 500, reason: [error.message, error.description].filter(Boolean).join('. ') });
	});
}
