import { join } from 'node:path';
import { placeholders } from './placeholders';

/** Part of publishing and not of the tests: fails, and names them, as long as placeholders have not been filled in. */
const left = placeholders(join(__dirname, '..', '..'));
if (left.length > 0) {
	process.stderr.write(`Not published: these lines still have placeholders. docs/publishing.md says what to put there.\n${left.join('\n')}\n`);
	process.exit(1);
}
