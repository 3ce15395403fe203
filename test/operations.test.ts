import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { samples } from './operations';

it('all that is known of the operations can be read without Jest, as the real n8n, the schemas and the docs read it', () => {
	const script = `console.log(require(${JSON.stringify(join(__dirname, 'operations'))}).samples.length)`;
	expect(Number(execFileSync(process.execPath, [require.resolve('tsx/cli'), '-e', script], { encoding: 'utf8' }))).toBe(samples.length);
});
