/** The ten rules for texts, as far as a machine can check them, over all that people read of the nodes and the credential. */
import { LumaApi } from '../../credentials/LumaApi.credentials';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaPollingTrigger } from '../../nodes/LumaPollingTrigger/LumaPollingTrigger.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';

const READ = ['displayName', 'description', 'hint', 'placeholder', 'action'];

/** All texts, each with where it stands. */
function textsIn(value: unknown, path: string): Array<[path: string, text: string]> {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]): Array<[string, string]> => {
		const { name: own } = value as { name?: unknown };
		const at = typeof own === 'string' ? `${path}.${own}` : path;
		if (typeof inner === 'string') return READ.includes(name) ? [[`${at} ${name}`, inner]] : [];
		return textsIn(inner, at);
	});
}

const texts = [...textsIn(new Luma().description, 'luma'), ...textsIn(new LumaTrigger().description, 'trigger'), ...textsIn(new LumaPollingTrigger().description, 'pollingTrigger'), ...textsIn(new LumaApi().properties, 'credential')];
const each = [...new Map(texts.map(([path, text]) => [text, path])).entries()].map(([text, path]) => [path, text] as const);

/** What a rule forbids, and what to write instead. */
const FORBIDDEN: Array<[RegExp, string]> = [
	[/(?<!E-)\bmail(s|ed|ing)?\b/i, 'email'],
	[/cancelled|cancelling|colour|towards/i, 'American spelling'],
	[/\bsomebody\b|\beverybody\b|\bnobody\b/i, 'someone, everyone, no one'],
	[/\banew\b|\ball the same\b|\bin all\b|\btake away\b|\bgo on\b|\bfor good\b/i, 'everyday words'],
	[/is meant in/i, 'uses'],
	[/^What .* (is called|are called)|^How (many|often) |^Where (the|a) [a-z]+ is$/, 'a noun or a verb, not a question'],
	[/^Whether Luma (emails|sends|keeps)/, 'Whether to'],
	[/\b[Gg]ive (email|the email|a list|its ID|that|a message)/, 'enter or specify'],
	[/\bto work on\b|\bpeople enter\b/, 'what it applies to'],
	[/\blink\b/i, 'URL'],
	[/: [a-z].*; /, 'two sentences'],
	[/\baddress of (a|an|the) (image|page)|\bend of the address/i, 'URL'],
	[/\.\.(?!\.)/, 'one period'],
	[/ {2}/, 'one blank'],
	[/\b(are|does|do|have|can|would) not\b|\bcannot\b(?! be undone)/, 'a contraction'],
	[/\b(error(?! message)|problem|failure|mistake)\b/i, 'another word'],
	[/\b(array|parameter)\b/i, 'list, field'],
];

it('finds the texts', () => expect(each.length).toBeGreaterThan(300));

it.each(each)('%s: %s', (_path, text) => {
	const found = FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([pattern, instead]) => `${String(pattern.exec(text)?.[0])} → ${instead}`);
	expect(found).toEqual([]);
});

const labels = ['Send Email', 'Skip Payment', 'Message', 'Additional Fields', 'Update Fields', 'Clear Fields', 'Simplify', 'Return All', 'Batch Size', 'Restore', 'Event On'];

it.each(each.filter(([path, text]) => /(description|hint|Notice displayName)$/.test(path) && labels.some((label) => text.includes(`${label} `) || text.includes(`${label}.`))))('%s has the names of fields in quotation marks: %s', (_path, text) => {
	for (const label of labels) expect(text.replaceAll(`'${label}'`, '')).not.toMatch(new RegExp(`(?<!^)\\b${label}\\b`));
});

it.each(each.filter(([path]) => / action$/.test(path)))('%s is a phrase with its articles, as in "Update the status of a guest": %s', (_path, action) => expect(action).toMatch(/ (a|an|many|the) |s$/));

it.each(each.filter(([path]) => /(description|hint)$/.test(path)))('%s has a period only where there are several sentences: %s', (_path, text) => {
	const plain = text.replace(/e\.g\. |<a[^>]*>|<\/a>/g, '');
	const sentences = plain.split(/[.!?](?= [A-Z0-9'(])/).length;
	if (sentences > 1) expect(plain).toMatch(/[.!?)]$/);
	else expect(plain).not.toMatch(/[^.]\.$/);
});
