import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands where the repository and the author belong as long as there are none, and what a rehearsal puts there. */
const PLACEHOLDERS: Record<string, string> = {
	'github.com/n8n-nodes-luma/': 'github.com/example/',
	'n8n-nodes-luma contributors': 'An Author',
	'n8n-nodes-luma@users.noreply.github.com': 'author@example.com',
};

/** Where it stands: package.json says who they are, LICENSE whose it is, and the codex files of nodes link to the repository. */
const filesWithPlaceholders = (project: string): string[] => [
	'package.json',
	'LICENSE',
	...readdirSync(join(project, 'nodes'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.node.json'))
		.map((path) => join('nodes', path)),
];

/** The lines of a project in which a placeholder still stands: "package.json:18: …". */
export const placeholders = (project: string): string[] =>
	filesWithPlaceholders(project).flatMap((file) =>
		readFileSync(join(project, file), 'utf8')
			.split('\n')
			.map((line, index) => ({ line, at: `${file}:${index + 1}: ${line.trim()}` }))
			.filter(({ line }) => Object.keys(PLACEHOLDERS).some((text) => line.includes(text)))
			.map(({ at }) => at),
	);

/** Puts something in their place, to rehearse publishing. */
export function fillIn(project: string): void {
	for (const file of filesWithPlaceholders(project)) {
		const path = join(project, file);
		const filled = Object.entries(PLACEHOLDERS).reduce((text, [from, to]) => text.replaceAll(from, to), readFileSync(path, 'utf8'));
		writeFileSync(path, filled);
	}
}
