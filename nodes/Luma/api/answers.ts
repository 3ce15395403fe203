import { isObject } from '../values/object';
import { Problem } from '../values/problem';

/** How much of what an answer says goes into a message, in characters. */
const ENOUGH = 300;

/** How much of a web page is read for its words, in characters. */
const PAGE_READ = 50_000;

/** How deep words are looked for in data. */
const DEPTH = 6;

/** Fields in which services put what people are to read, those that say most first. */
const SPEAKING = ['message', 'error', 'errors', 'detail', 'details', 'error_description', 'description', 'reason', 'title'];

const isPage = (body: unknown): body is string => typeof body === 'string' && /^\s*</.test(body);

const short = (text: string) => {
	const line = text.split(/\s+/).filter(Boolean).join(' ');
	return line.length <= ENOUGH ? line : `${line.slice(0, ENOUGH - 1).trimEnd()}…`;
};

/** What is wrong with the body of a 2xx, if anything. n8n's helper lets it all through as text. */
export function notAnAnswer(body: unknown): string | undefined {
	if (isObject(body)) return undefined;
	if (body === undefined || body === null || body === '') return 'Luma returned an empty response';
	if (isPage(body)) return 'Luma returned a web page instead of data';
	return 'Luma returned incomplete or damaged data';
}

/**
 * A text in an answer without which the next request cannot be made.
 * @param what it is, in words: "ID of the calendar"
 * @throws Problem where it is not there
 */
export function needed(answer: Record<string, unknown>, name: string, what: string): string {
	const { [name]: value } = answer;
	if (typeof value === 'string' && value !== '') return value;
	throw new Problem(`Luma's response has no ${what}`, 'Run the node again. If this keeps happening, contact Luma.');
}

/** Whether a refusal comes from Luma. It answers JSON; a firewall or proxy on the way answers a page or a bare line. */
export const isFromLuma = (body: unknown) => typeof body === 'object' && body !== null && !Buffer.isBuffer(body);

/** What data says to people: `{"errors": [{"path": "name", "message": "is too long"}]}` → "is too long". */
function saidIn(value: unknown, depth = DEPTH): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'object' || value === null || depth === 0) return '';
	if (Array.isArray(value)) return [...new Set(value.slice(0, ENOUGH).map((one) => saidIn(one, depth - 1)))].filter(Boolean).join('; ');
	const fields = value as Record<string, unknown>;
	for (const name of SPEAKING) {
		// "error": true says nothing by itself.
		const said = typeof fields[name] === 'boolean' ? '' : saidIn(fields[name], depth - 1);
		if (said !== '') return said;
	}
	const others = Object.entries(fields).map(([name, one]) => [name, saidIn(one, depth - 1)]);
	return others.filter(([, said]) => said !== '').map((pair) => pair.join(': ')).join('; ');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: ' ' };

/** A page without what stands between two marks. */
const without = (page: string, from: RegExp, to: RegExp) =>
	page
		.split(from)
		.map((piece, n) => (n === 0 ? piece : piece.split(to).slice(1).join(' ')))
		.join(' ');

/** The words of a web page, each line once, its title first. Splits, since patterns can take forever on a hostile page. */
function saidOn(page: string): string {
	let shown = without(page.slice(0, PAGE_READ), /<!--/, /-->/);
	for (const [from, to] of [[/<script/i, /<\/script>/i], [/<style/i, /<\/style>/i]]) shown = without(shown, from, to);
	const texts = shown.split('<').map((piece) => (piece.includes('>') ? piece.slice(piece.indexOf('>') + 1) : ''));
	const lines = texts.map((text) => text.replace(/&(\w{2,6}|#39);/g, (whole, entity: string) => ENTITIES[entity] ?? whole).trim());
	return [...new Set(lines)].filter(Boolean).join(' · ');
}

/**
 * What a refusal says, whatever its form.
 * @param body as n8n's helper gives it: data where it was JSON, otherwise text
 * @param hide takes the API key out of a text; before anything is cut off, so that no part of it stays
 */
export function wordsOf(body: unknown, hide: (text: string) => string): string | undefined {
	// Luma's own words, whole: they name each field that is wrong.
	if (isObject(body) && typeof body.message === 'string' && body.message.trim() !== '') return hide(body.message);
	const said = isPage(body) ? saidOn(hide(body)) : saidIn(Buffer.isBuffer(body) ? body.toString() : body);
	return short(hide(said)) || undefined;
}
