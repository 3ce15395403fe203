import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, folder } from './files';

/** Writes the output schemas anew, from what the operations give out for the simulator. */
async function main(): Promise<void> {
	const made = await files();
	rmSync(folder, { recursive: true, force: true });
	for (const [name, text] of made) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	process.stdout.write(`${made.size} schemas written to ${folder}\n`);
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.stack}\n`);
		process.exit(1);
	},
);
