import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { apiKey } from './index';

const command = (...args: string[]) =>
	spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, 'cli.ts'), ...args]);

it('says where it is, logs each request and stops on Ctrl-C', async () => {
	const child = command('--port', '0', '--limit', '1', '--window', '60', '--block', '30');
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
	const nextLine = async (pattern: RegExp): Promise<string> => {
		for (;;) {
			const { value, done } = await lines.next();
			if (done) throw new Error(`ended before ${pattern}`);
			if (pattern.test(value)) return value;
		}
	};
	const [url] = (await nextLine(/^Luma simulator at /)).split(' ').slice(-1);
	await nextLine(/^Ctrl-C stops it/);
	const call = () => fetch(`${url}/v1/users/get-self`, { headers: { 'x-luma-api-key': apiKey } });
	expect((await call()).status).toBe(200);
	expect(await nextLine(/get-self/)).toMatch(/^GET \/v1\/users\/get-self 200 [\d.]+ ms$/);
	expect((await call()).headers.get('retry-after')).toBe('30');
	child.kill('SIGINT');
	expect(await once(child, 'exit')).toEqual([0, null]);
});

it.each([['--port', 'abc', '--port must be a whole number.'], ['--bogus', '', "Unknown option '--bogus'"]])(
	'refuses %s %s',
	async (option, value, message) => {
		const child = command(option, value);
		let said = '';
		child.stderr.on('data', (chunk) => (said += chunk));
		expect(await once(child, 'close')).toEqual([1, null]);
		expect(said).toContain(message);
	},
	30_000,
);
