import type { IWebhookFunctions } from 'n8n-workflow';

/** Bytes of a body. Luma's deliveries have some thousand. */
const MAX_BODY = 1024 * 1024;

/** What n8n adds to a request. */
type Request = ReturnType<IWebhookFunctions['getRequestObject']> & { rawBody?: Buffer; readRawBody?: () => Promise<void> };

/** What a delivery is refused with. */
export interface No {
	status: number;
	reason: string;
}

export const isNo = (value: unknown): value is No => typeof value === 'object' && value !== null && 'reason' in value;

/** The bytes of a request, as far as it may be a delivery at all. */
export async function bodyOf(request: Request): Promise<Buffer | No> {
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
