/** What takes no place on the screen, and blanks that break no line; lists pasted from sheets, chats and web pages carry them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u00a0\u2007\u202f]+/gu;

/** Of these the blanks, which people see between words. */
const BLANKS = /[\u00a0\u2007\u202f]/g;

/** And what changes nothing of the text around it. The others join emoji, color them, and shape letters. */
const IDLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;

/**
 * What stands in angle brackets as mail programs and chats put it around addresses: `<a>`, with Slack's label behind a bar,
 * `<a|label>`, and with a name before it where that is allowed. The text itself where it has none.
 */
export function unwrapped(text: string): string {
	if (!text.endsWith('>')) return text;
	const open = text.indexOf('<');
	const inner = text.slice(open + 1, -1);
	return open < 0 || /[<>]/.test(inner) ? text : inner.split('|')[0].trim();
}

/** Hyphens that look like the one on the keyboard; word processors and models write them. */
const HYPHENS = /[\u2010\u2011]/g;

/** An address, an ID, a link or another text that has no blanks in it, as a person sees it: without invisible characters, trimmed, with plain hyphens. */
export const visible = (value: unknown): string => String(value).replace(INVISIBLE, '').replace(HYPHENS, '-').trim();

/** A name or a few other words, as a person sees them: trimmed, with plain blanks and hyphens, and with its emoji whole. */
export const tidy = (value: unknown): string => String(value).replace(BLANKS, ' ').replace(IDLE, '').replace(HYPHENS, '-').trim();

/** A name or an ID, made comparable: how people write it differs in case, in accents that are characters of their own, and in what is not to be seen. */
export const spelled = (value: unknown): string => visible(tidy(value ?? '')).normalize('NFC').toLowerCase();

/** Whether something is what is meant, by its ID or its name. */
export const isCalled = (wanted: string): ((one: { id?: unknown; name?: unknown }) => boolean) => {
	const called = spelled(wanted);
	return ({ id, name }) => spelled(id) === called || spelled(name) === called;
};

/** Words without the periods and blanks at their end. A pattern would take the square of a text with many of them. */
export function withoutPeriod(words: string): string {
	let end = words.length;
	while (end > 0 && (words[end - 1] === '.' || words[end - 1].trim() === '')) end -= 1;
	return words.slice(0, end);
}
