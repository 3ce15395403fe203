/** The house as the README draws it, held to what the files import: no arrow upward. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** The floors from the top, each with what stands on it. */
function drawn(): string[][] {
	const [, picture] = /<!-- floors -->\n```\n([^`]*)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
	return picture.trim().split('\n').map((floor) => floor.trim().split(/\s+/));
}

/** "nodes/Luma/fields/send.ts" → "fields/", as the picture calls it. */
function placeOf(file: string): string {
	const [top, node, ...rest] = relative(root, file).split('/');
	if (top === 'credentials') return 'credentials/';
	if (node !== 'Luma') return `${node}/`;
	return rest.length > 1 ? `${rest[0]}/` : rest[0];
}

const files = ['nodes', 'credentials'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name)));

function fileOf(from: string, to: string): string {
	const at = resolve(dirname(from), to);
	return statSync(at, { throwIfNoEntry: false })?.isDirectory() ? join(at, 'index.ts') : `${at}.ts`;
}

const imports = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, to]): [string, string] => [file, fileOf(file, to)]));

const floors = drawn();
const heightOf = (place: string) => floors.length - floors.findIndex((floor) => floor.includes(place));

it('every folder stands on a floor, and no other', () => {
	expect(new Set(floors.flat())).toEqual(new Set(files.map(placeOf)));
});

it('nothing uses what stands on its own floor or above', () => {
	const upward = imports.filter(([from, to]) => placeOf(from) !== placeOf(to) && heightOf(placeOf(from)) <= heightOf(placeOf(to)));
	expect(upward.map(([from, to]) => `${relative(root, from)} uses ${relative(root, to)}`)).toEqual([]);
	expect(imports.length).toBeGreaterThan(300);
});
