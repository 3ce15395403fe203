import { NodeApiError, NodeOperationError, type IHookFunctions } from 'n8n-workflow';

/** Addresses that Luma, outside, cannot reach: this machine, a private network, a name without a domain. */
const INSIDE = new RegExp(
	[
		'^https?://(?:[^/]*@)?(?:',
		[
			'(?:[^/:]+\\.)?(?:localhost|local|internal)',
			'(?:0|10|127)\\.[\\d.]+',
			'169\\.254\\.[\\d.]+',
			'192\\.168\\.[\\d.]+',
			'172\\.(?:1[6-9]|2\\d|3[01])\\.[\\d.]+',
			'[^./:[\\]]+',
			'\\[(?:::1?|f[cde][^\\]]*)\\]',
		].join('|'),
		')(?::\\d+)?(?:/|$)',
	].join(''),
	'i',
);

/** Whether only machines of the same network can reach an address. */
export const isInside = (url: string) => INSIDE.test(url);

/** Whether two texts are the same address; Luma may write it in another way than it was given. */
export function isSameAddress(one: unknown, other: string): boolean {
	const href = (text: string) => (URL.canParse(text) ? new URL(text).href : text);
	return typeof one === 'string' && href(one) === href(other);
}

/** The address that Luma is to deliver to; the one of test mode is another. */
export function addressOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url !== undefined) return url;
	throw new NodeOperationError(context.getNode(), 'n8n has no webhook URL for this node', { description: 'Delete the node and add it again.' });
}

/** Whether Luma refuses the address itself. It has no codes for its refusals, so its words have to tell. */
export function isAboutAddress(error: unknown): boolean {
	if (!(error instanceof NodeApiError) || !['400', '422'].includes(String(error.httpCode))) return false;
	return /\b(ur[li]|address|host(name)?|domain|endpoint|localhost|(un)?reachable)\b/i.test(error.message) && !/\b(event_types?|exists?|already|calendar|key)\b/i.test(error.message);
}

/** The error for an address that Luma does not take or reach. */
export const noPublicAddress = (context: IHookFunctions, url: string, words: string) =>
	new NodeOperationError(context.getNode(), words, {
		description: `Luma calls the webhook over the internet, so n8n needs a public URL. The webhook URL is currently ${url}. Set n8n's WEBHOOK_URL environment variable to the public HTTPS URL of your proxy or tunnel, such as https://n8n.example.com/. Then restart n8n and try again. Without a public URL, use Luma Polling Trigger.`,
	});
