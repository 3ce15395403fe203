import { isBlank } from './blank';
import { json } from './json';
import { Problem, shown } from './problem';
import { spelled, tidy, unwrapped, visible } from './text';

/** Text within the lengths Luma documents, counted in characters as a person sees them. */
export function textIn(value: unknown, { min = 0, max = Infinity }: { min?: number; max?: number }): string {
	const text = String(value);
	const length = [...text].length;
	if (length > max) throw new Problem(`has ${length} characters, but Luma allows at most ${max}`);
	if (length < min) throw new Problem(`has ${length === 1 ? '1 character' : `${length} characters`}, but Luma requires at least ${min}`);
	return text;
}

/** A number as text, in digits; without signs between thousands, for in other countries those are decimal ones. */
const DIGITS = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** "1.000", "12,500", "1 234 567": with a sign before each three digits, which in some countries stands between thousands. */
const GROUPED = /^[+-]?\d{1,3}(?:([.,'\s’])\d{3})(?:\1\d{3})*$/;

/**
 * A whole number; a text that is one is read as one, since expressions often give text. 1.000 in a sheet is a thousand in
 * Germany, and one in the USA.
 */
export function whole(value: unknown, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number {
	const text = typeof value === 'string' ? visible(value) : '';
	if (GROUPED.test(text)) throw new Problem(`${shown(value)} has a sign between its digits, which could mean thousands or decimals`, 'Use digits alone, such as 1000.');
	const number = typeof value === 'string' && DIGITS.test(text) ? Number(text) : value;
	if (Number.isInteger(number) && (number as number) >= min && (number as number) <= max) return number as number;
	throw new Problem(`${shown(value)} is not a whole number ${max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`}`);
}

const SWITCHES: Record<string, boolean> = { true: true, yes: true, on: true, '1': true, false: false, no: false, off: false, '0': false };

/**
 * true or false, as expressions, sheets, databases and forms give it: true, "TRUE", "yes", "on", 1 and "1", or their opposites.
 * The one reading of a switch.
 */
export function yesNo(value: unknown): boolean {
	const name = typeof value === 'object' ? '' : visible(value).toLowerCase();
	if (Object.hasOwn(SWITCHES, name)) return SWITCHES[name];
	throw new Problem(`${shown(value)} is not true or false`);
}

/** The same where it is one; undefined for what is no word for it. */
export function yesNoIn(value: unknown): boolean | undefined {
	try {
		return yesNo(value);
	} catch {
		return undefined;
	}
}

/** What a field offers: its value at Luma, and the name that a person sees. */
export interface Choice {
	name: string;
	value: unknown;
}

/**
 * Reads one of these choices, by its value or by its name, in upper or lower case. The one reading of a choice.
 * @throws Problem that names the choices
 */
export const choice = (choices: readonly Choice[]) => {
	// A value stands above a name.
	const known = new Map([...choices.map(({ name, value }) => [name, value]), ...choices.map(({ value }) => [value, value])].map(([said, value]) => [spelled(said), value]));
	return (value: unknown): unknown => {
		const said = typeof value === 'object' ? '' : spelled(value);
		if (known.has(said)) return known.get(said);
		throw new Problem(`${shown(value)} is not one of ${choices.map(({ value: one }) => String(one)).join(', ')}`);
	};
};

/** Reads several of these choices, as `list` reads a list, each once: one may be named twice, by its value and by its name. */
export const choices = (offered: readonly Choice[]) => {
	const one = choice(offered);
	return (value: unknown): unknown[] => [...new Set(list(value).map(one))];
};

/** A color as Luma takes it: #rrggbb. The picker may add an alpha channel, which Luma would cut off. */
export function color(value: unknown): string {
	const text = visible(value);
	if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text)) return text.slice(0, 7);
	if (/^#[0-9a-f]{3}[0-9a-f]?$/i.test(text)) return `#${[...text.slice(1, 4)].map((digit) => digit + digit).join('')}`;
	throw new Problem(`${shown(value)} is not a color`, 'Use a hex color, such as #bb2dc7.');
}

/** The code of a currency, in lower case as Luma has it: three letters, or a coin that Luma names itself, such as solana_usdc. */
export function currencyCode(value: unknown): string {
	const code = typeof value === 'string' ? visible(value).toLowerCase() : '';
	if (/^(?:[a-z]{3}|solana_[a-z]+)$/.test(code)) return code;
	throw new Problem(`${shown(value)} is not a currency`, 'Use its three-letter code, such as usd or eur.');
}

/** An image address that Luma accepts as a cover: only its own CDN. */
export function coverUrl(value: unknown): string {
	const text = visible(value);
	if (/^https:\/\/images\.lumacdn\.com\/\S+$/.test(text)) return text;
	throw new Problem(`${shown(value)} is not on https://images.lumacdn.com/`, 'Luma accepts only cover images on its own image server. Add the image as a file, or upload it to Luma first and use the URL you get.');
}

/** An ID as Luma makes them, of a contact perhaps. */
const ID = /^[a-z]{1,4}-\S/;

/** Whether a part of a text ends with an address in brackets, behind the name of its person. */
const endsInAddress = (part: string) => part.endsWith('>') && unwrapped(part).includes('@');

/** The parts of a text between commas. In "Smith, Nathan <nathan@example.com>", as mail programs write it, the comma is the name's. */
function betweenCommas(text: string): string[] {
	const parts: string[] = [];
	let words: string[] = [];
	for (const part of text.split(',').map(tidy)) {
		if (part === '') continue;
		words.push(part);
		if (endsInAddress(part)) parts.push(words.join(', '));
		else if (part.includes('@') || ID.test(part)) parts.push(...words);
		else continue;
		words = [];
	}
	return [...parts, ...words];
}

/**
 * Several values, as a list, as JSON text of one (one blank behind an expression makes text of its list), or as one text with
 * commas, semicolons or line breaks between. The one reading of a list.
 */
export function list(value: unknown): string[] {
	const text = typeof value === 'string' ? tidy(value) : '';
	const read = text.startsWith('[') ? json(text) : value;
	if (typeof read === 'boolean' || Number.isNaN(read) || (typeof read === 'object' && read !== null && !Array.isArray(read))) throw new Problem(`${shown(value)} is not a list`);
	const entries: unknown[] = Array.isArray(read) ? read : String(read ?? '').split(/[;\n]/).flatMap(betweenCommas);
	return entries.filter((entry) => !isBlank(entry)).map((entry) => {
		if (typeof entry === 'object' || typeof entry === 'boolean' || Number.isNaN(entry)) throw new Problem(`has ${shown(entry)} in its list, which is not text`);
		return tidy(entry);
	});
}
