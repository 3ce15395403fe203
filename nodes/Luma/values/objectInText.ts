import { isObject } from './object';
import { Problem } from './problem';

/** What JavaScript makes of an object in the midst of a text, as in `Hi {{ $json.person }}`. */
const OBJECT = '[object Object]';

/**
 * Fails where an expression has put an object into a text, at any depth of a list or an object: nobody means to mail or
 * publish that.
 * @throws Problem
 */
export function assertNoObjectInText(value: unknown): void {
	// Without recursion: what comes from outside may be nested as deep as it likes, and may hold itself.
	const open = [value];
	const seen = new Set<unknown>();
	while (open.length > 0) {
		const one = open.pop();
		if (typeof one === 'string' && one.includes(OBJECT)) throw new Problem(`has ${OBJECT} in its text`, 'An expression puts a whole object there. Choose one of its fields, such as {{ $json.person.name }} instead of {{ $json.person }}.');
		if ((!Array.isArray(one) && !isObject(one)) || seen.has(one)) continue;
		seen.add(one);
		for (const inner of Object.values(one)) open.push(inner);
	}
}
