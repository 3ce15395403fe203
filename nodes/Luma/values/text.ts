/** What takes no place on the screen, and blanks that break no line; lists pasted from sheets, chats and web pages carry them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u00a0\u2007\u202f]+/gu;

/** An address, an id, a link or another short text without line breaks, as a person sees it: without invisible characters, trimmed. */
export const visible = (value: unknown): string => String(value).replace(INVISIBLE, '').trim();
