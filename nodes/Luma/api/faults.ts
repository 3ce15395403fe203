import { isBlank } from '../values/blank';

/** What became of a request that got no answer, or none that can be read. */
export interface Fault {
	/** For the person. */
	words: string;
	/** For the log: a code such as ECONNRESET where there is one. */
	name: string;
	/** Whether it is certain that nothing has been sent, so that even a write may go again. */
	notSent: boolean;
	/** Whether it may pass by itself. */
	passes: boolean;
	/** Whether something came back that is no answer. */
	damaged: boolean;
}

/** Codes of faults that come before a connection. */
const NO_CONNECTION = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** What Node.js is at, by `syscall`, before there is a connection. */
const CONNECTING = ['connect', 'getaddrinfo'];

/** The same, as its messages begin: n8n keeps them in `messages` where it has dropped the rest (n8n-workflow 1.99 to 2.33). */
const CONNECTING_WORDS = /^(?:connect|getaddrinfo) E|before secure TLS connection was established/;

/**
 * Codes of faults that come before anything is sent, and that come again: an address that is none, a certificate that
 * does not hold (nodejs.org/api/tls.html, X509 certificate error codes), a TLS handshake that fails (EPROTO when a
 * request stands behind it).
 */
const NOT_SENT = /^(?:EPROTO|ERR_INVALID_URL|ERR_INVALID_CHAR|ERR_UNESCAPED_CHARACTERS|ERR_INVALID_PROTOCOL|ERR_TLS_\w+|CERT_\w+|CRL_\w+|UNABLE_TO_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|ERR_SSL_\w*(?:HANDSHAKE|ALERT\w*(?:CERTIFICATE|UNKNOWN_CA|PROTOCOL_VERSION))\w*)$/;

/** n8n itself does not let the request out: a credential that is missing, a domain or an address that is not allowed. */
const N8N_ITSELF = ['NodeOperationError', 'UserError'];
const N8N_ITSELF_WORDS = /^Domain not allowed|^Unsupported protocol|restricted IP address|does not have any credentials/;

/** Codes of answers that cannot be read: of HTTP's parser, of decompression, and of axios where an answer breaks off. */
const DAMAGED = /^(?:HPE_|Z_|ERR__ERROR_|ZSTD_|ERR_BAD_RESPONSE)/;

interface Root {
	code?: string;
	syscall?: unknown;
	/** All it says, n8n's record of former messages included. */
	words: string[];
	kinds: string[];
}

const kindsOf = (error: object): string[] => {
	const kinds: string[] = [];
	for (let at = Object.getPrototypeOf(error) as object | null; at; at = Object.getPrototypeOf(at) as object | null) kinds.push(at.constructor.name);
	return kinds;
};

/** What lies at the root of an error: its causes, several where several addresses were tried. What has no code takes that of the error around it. */
function rootsOf(error: unknown, above: Pick<Root, 'code' | 'kinds'> = { kinds: [] }, seen = new Set<unknown>()): Root[] {
	if (typeof error !== 'object' || error === null || seen.has(error)) return [];
	seen.add(error);
	const { code, httpCode, syscall, message, messages, cause, errors } = error as Record<string, unknown>;
	const ownCode = [code, httpCode].find((one) => typeof one === 'string' && !/^\d*$/.test(one)) as string | undefined;
	const root: Root = {
		code: ownCode ?? above.code,
		syscall,
		words: [message, ...[messages ?? []].flat()].filter((one) => typeof one === 'string'),
		kinds: [...above.kinds, ...kindsOf(error)],
	};
	const deeper = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap((one) => rootsOf(one, root, seen));
	return deeper.length > 0 ? deeper : [root];
}

const connecting = ({ code, syscall, words }: Root) => NO_CONNECTION.includes(code ?? '') || CONNECTING.includes(syscall as string) || words.some((text) => CONNECTING_WORDS.test(text));

const neverSent = ({ code, words, kinds }: Root) => NOT_SENT.test(code ?? '') || kinds.some((kind) => N8N_ITSELF.includes(kind)) || words.some((text) => N8N_ITSELF_WORDS.test(text));

/**
 * What an error of n8n's request helper means.
 * @param timeout milliseconds after which the request counted as lost
 */
export function faultOf(error: unknown, timeout: number): Fault {
	const roots = rootsOf(error);
	const [{ code = '' } = {}] = roots;
	const { message, httpCode } = Object(error) as { message?: unknown; httpCode?: unknown };
	const final = roots.some(neverSent);
	const notSent = roots.length > 0 && roots.every((root) => neverSent(root) || connecting(root));
	const damaged = DAMAGED.test(code) || /^2\d\d$/.test(String(httpCode));
	const said = code || (isBlank(message) ? 'a fault without words' : String(message));
	const words = () => {
		if (damaged) return `Luma's response can't be read (${said})`;
		if (!notSent && (code === 'ECONNABORTED' || code === 'ETIMEDOUT')) return `Luma didn't respond within ${timeout / 1000} second${timeout === 1000 ? '' : 's'}`;
		if (code) return `The connection to Luma failed (${code})`;
		return isBlank(message) ? 'The connection to Luma failed' : said;
	};
	return { words: words(), name: said, notSent, passes: !final, damaged };
}
