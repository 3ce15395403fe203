/** "access_level" → "Access Level" */
export const title = (name: string): string => name.split(/[_\s]/).map((word) => (word === 'id' || word === 'url' ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');

/** "access_level" → "AccessLevel" */
export const pascal = (name: string): string => name.split(/[_-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

/** "updateStatus" → "update status" */
export const spoken = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A string of TypeScript. */
export const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text.replace(/\\/g, '\\\\')}'`);

/** A value as TypeScript that the linters take: names without quotes where they need none. */
export function literal(value: unknown): string {
	if (typeof value === 'string') return quoted(value);
	if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).map(([name, one]) => `${/^[a-z_]\w*$/i.test(name) ? name : quoted(name)}: ${literal(one)}`);
	return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A sentence for a description as n8n's linters want it, with no period after a single one, and in the words of this node. */
export const described = (text: string): string => {
	const plain = text.replace(/\s+/g, ' ').replace(/[`’]/g, "'").replace(/\bcannot\b/g, "can't").replace(/\bparameter/g, 'field').trim();
	return /[.!?] /.test(plain) ? plain.replace(/[^.]$/, '$&.') : plain.replace(/\.$/, '');
};

/** A description that says how long a text may be, as Luma's own words may not. */
export function upTo(words: string, longest: number): string {
	if (new RegExp(`\\b${longest}\\b`).test(words)) return words;
	const bound = `p to ${longest.toLocaleString('en-US')} characters`;
	return words.endsWith('.') ? `${words} U${bound}.` : `${words}, u${bound}`;
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** What n8n's list of actions calls an operation: "Add a host", "Get many hosts", "Update the status of a guest". */
export function actionOf(operation: string, resource: string): string {
	const noun = spoken(resource);
	if (operation === 'getAll') return `Get many ${noun}s`;
	const [verb, ...object] = spoken(operation).split(' ');
	const does = verb.charAt(0).toUpperCase() + verb.slice(1);
	if (object.length === 0 || object[0] === 'up') return `${[does, ...object].join(' ')} ${withArticle(noun)}`;
	return `${does} the ${object.join(' ')} of ${withArticle(noun)}`;
}

/** What an operation's constant is called: as the operation, where that is no word of the language. */
export const constantOf = (operation: string): string => (operation === 'delete' ? 'remove' : ['export', 'import'].includes(operation) ? `${operation}All` : operation);
