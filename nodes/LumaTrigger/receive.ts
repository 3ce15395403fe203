import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { clock } from '../Luma/api/clock';
import { itemOf, passes, readDelivery, type Filters } from './delivery';
import { Handled } from './handled';
import { registrationsAt, type Kept } from './registration';
import { Secret } from './secret';
import { Refusal, verify } from './signature';

/** Bytes of a body. Luma's deliveries have some thousand. */
const MAX_BODY = 1024 * 1024;

/** Milliseconds that Luma may take to tell the secret, since a delivery waits meanwhile. */
const ASK_TIMEOUT = 5000;

/** What n8n adds to a request. */
type Request = ReturnType<IWebhookFunctions['getRequestObject']> & { rawBody?: Buffer; readRawBody?: () => Promise<void> };

/** What this process knows of one node, beside what n8n stores. */
interface Memory {
	handled: Handled;
	secret: Secret;
}

const memories = new Map<string, Memory>();

function memoryOf(context: IWebhookFunctions): Memory {
	// In test mode a node has another webhook.
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${context.getMode()}`;
	const memory = memories.get(key) ?? { handled: new Handled(), secret: new Secret() };
	memories.set(key, memory);
	return memory;
}

/** What a delivery is refused with. */
interface No {
	status: number;
	reason: string;
}

const isNo = (value: unknown): value is No => typeof value === 'object' && value !== null && 'reason' in value;

/** The bytes of a request, as far as it may be a delivery at all. */
async function bodyOf(request: Request): Promise<Buffer | No> {
	const type = String(request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	if (type !== 'application/json') return { status: 415, reason: 'its content type is not application/json' };
	const tooLarge = { status: 413, reason: `its body has more than ${MAX_BODY} bytes` };
	if (Number(request.headers['content-length']) > MAX_BODY) return tooLarge;
	try {
		await request.readRawBody?.();
	} catch (error) {
		return (error as { type?: string }).type === 'entity.too.large' ? tooLarge : { status: 400, reason: 'its body could not be read' };
	}
	const body = request.rawBody ?? Buffer.alloc(0);
	return body.length > MAX_BODY ? tooLarge : body;
}

/** Checks the signature, with the secret that Luma has now where the known one does not fit. @returns when it was signed */
async function signedAt(context: IWebhookFunctions, body: Buffer, kept: Kept, { secret }: Memory): Promise<number | No> {
	const header = context.getHeaderData()['webhook-signature'];
	const check = () => {
		const stored = verify(header, body, kept.secret, clock.now());
		if (!(stored instanceof Refusal && stored.mismatch)) return stored;
		const told = verify(header, body, secret.told, clock.now());
		if (!(told instanceof Refusal)) kept.secret = secret.told;
		return told;
	};
	let result = check();
	if (result instanceof Refusal && result.mismatch) {
		const ask = async () => {
			const url = kept.webhookUrl ?? context.getNodeWebhookUrl('default') ?? '';
			const [found] = await registrationsAt(context, url, { tries: 1, maxWait: 0, timeout: ASK_TIMEOUT });
			return found?.secret;
		};
		await secret.renew(ask).catch((error: Error) => context.logger.warn(`Luma Trigger: Luma did not tell the secret of the webhook: ${error.message}`));
		result = check();
	}
	return result instanceof Refusal ? { status: 401, reason: result.reason } : result;
}

function refuse(context: IWebhookFunctions, { status, reason }: No): IWebhookResponseData {
	// Somebody else's text, in a log.
	const id = String(context.getHeaderData()['webhook-id'] ?? 'none').replace(/[^\w.:-]/g, '?').slice(0, 80);
	context.logger.warn(`Luma Trigger "${context.getNode().name}" refused a delivery (Webhook-Id ${id}) with ${status}: ${reason}`);
	context.getResponseObject().status(status).json({ message: `Refused: ${reason}` });
	return { noWebhookResponse: true };
}

/** Takes a delivery: trusted, wanted, and once, it starts the workflow. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const kept = context.getWorkflowStaticData('node') as Kept;
	const memory = memoryOf(context);
	const body = await bodyOf(context.getRequestObject());
	if (isNo(body)) return refuse(context, body);
	const signed = await signedAt(context, body, kept, memory);
	if (isNo(signed)) return refuse(context, signed);
	const delivery = readDelivery(body);
	if (typeof delivery === 'string') return refuse(context, { status: 400, reason: delivery });
	if (!passes(delivery, context.getNodeParameter('filters', {}) as Filters)) return { webhookResponse: { message: 'Filtered out' } };

	const webhookId = context.getHeaderData()['webhook-id'];
	const id = typeof webhookId === 'string' && webhookId !== '' ? webhookId : null;
	memory.handled.learn(kept.handled);
	// Without an id, a repeat has the same body.
	const entry = await memory.handled.enter(id ?? body.toString());
	if (!entry) return { webhookResponse: { message: 'Handled already' } };
	const response = context.getResponseObject();
	response.once('close', () => {
		// Unless n8n has answered that it failed, there is a run; also where Luma hung up before.
		if (response.statusCode < 400) entry.started();
		entry.ended();
	});
	return {
		workflowData: [[itemOf(delivery, { webhookId: id, signed, asDelivered: context.getNodeParameter('output') === 'delivery' })]],
		// n8n asks for the answer once the run exists; after that it saves the static data, then it answers. What is changed
		// before would not be saved: n8n makes a second workflow of the same data, which counts as unchanged from then on.
		get webhookResponse() {
			kept.handled = entry.started();
			return { message: 'Started' };
		},
	};
}
