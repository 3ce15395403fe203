/** What takes no place on the screen, and blanks that break no line; lists pasted from sheets, chats and web pages carry them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u00a0\u2007\u202f]+/gu;

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

/** An address, an id, a link or another short text without line breaks, as a person sees it: without invisible characters, trimmed, with plain hyphens. */
export const visible = (value: unknown): string => String(value).replace(INVISIBLE, '').replace(HYPHENS, '-').trim();

/** A name or an ID, made comparable: how people write it differs in case and in what is not to be seen. */
export const spelled = (value: unknown): string => visible(value ?? '').toLowerCase();

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
