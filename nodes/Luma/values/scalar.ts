import { Problem, shown } from './problem';

/** Text within the lengths Luma documents, counted in characters as a person sees them. */
export function textIn(value: unknown, { min = 0, max = Infinity }: { min?: number; max?: number }): string {
	const text = String(value);
	const length = [...text].length;
	if (length > max) throw new Problem(`has ${length} characters; Luma takes at most ${max}`);
	if (length < min) throw new Problem(`has ${length} characters; Luma takes at least ${min}`);
	return text;
}

/** A whole number; a text that is one is read as one, since expressions often give text. */
export function whole(value: unknown, { min = 0, max = Number.MAX_SAFE_INTEGER } = {}): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (Number.isInteger(number) && (number as number) >= min && (number as number) <= max) return number as number;
	throw new Problem(`${shown(value)} is not a whole number ${max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`}`);
}

/** true or false; the texts "true" and "false" count too, since expressions often give text. */
export function yesNo(value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw new Problem(`${shown(value)} is not true or false`);
}

/** A colour as Luma takes it: #rrggbb. The picker may add an alpha channel, which Luma would cut off. */
export function colour(value: unknown): string {
	const text = String(value).trim();
	if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text)) return text.slice(0, 7);
	if (/^#[0-9a-f]{3}[0-9a-f]?$/i.test(text)) return `#${[...text.slice(1, 4)].map((digit) => digit + digit).join('')}`;
	throw new Problem(`${shown(value)} is not a colour`, 'Use a hex colour such as #bb2dc7.');
}

/** An image address that Luma accepts as a cover: only its own CDN. */
export function coverUrl(value: unknown): string {
	const text = String(value).trim();
	if (/^https:\/\/images\.lumacdn\.com\/\S+$/.test(text)) return text;
	throw new Problem(`${shown(value)} is not on https://images.lumacdn.com/`, 'Luma takes covers from its own image server only. Upload the image to Luma first and use the address you get.');
}

/** Several values, as a list or as one text with commas or line breaks between. */
export function list(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : String(value).split(/[,\n]/);
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
