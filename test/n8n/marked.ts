import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a text between its marks in a file of this project: `<!-- name -->` and `<!-- end of name -->`. */
export function writeMarked(file: string, name: string, text: string): void {
	const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
	const whole = readFileSync(file, 'utf8');
	if (!whole.includes(begin) || !whole.includes(end)) throw new Error(`${file} has no ${begin} … ${end}`);
	writeFileSync(file, `${whole.slice(0, whole.indexOf(begin) + begin.length)}\n\n${text}\n\n${whole.slice(whole.indexOf(end))}`);
}
