import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

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

/** The address that Luma is to deliver to; the one of test mode is another. */
export function addressOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url !== undefined) return url;
	throw new NodeOperationError(context.getNode(), 'n8n has no webhook address for this node', { description: 'Delete the node and add it again.' });
}

/** The error for an address that Luma does not take or reach. */
export const noPublicAddress = (context: IHookFunctions, url: string, words: string) =>
	new NodeOperationError(context.getNode(), words, {
		description: `Luma delivers from outside, so n8n needs an address that the internet can reach; the one it gives to Luma now is ${url}. Set n8n's environment variable WEBHOOK_URL to the public https address of your proxy or tunnel, such as https://n8n.example.com/, restart n8n and try again.`,
	});
