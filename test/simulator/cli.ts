import { parseArgs } from 'node:util';
import { apiKey, organizationKey, seed, startSimulator } from './index';

const usage = `A small Luma on loopback.
  --port 4010      port to listen on, 0 for any free one
  --limit 200      requests a window, for each key
  --window 60      seconds of a window
  --block 60       seconds that a key is refused after going over the limit
  --no-limit       no rate limit
  --delay 0        milliseconds added to each answer
`;

const options = {
	port: { type: 'string', default: '4010' },
	limit: { type: 'string' },
	window: { type: 'string' },
	block: { type: 'string' },
	'no-limit': { type: 'boolean' },
	delay: { type: 'string' },
	help: { type: 'boolean' },
} as const;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const { values } = parseArgs({ options });
	if (values.help) return void say(usage);

	/** A whole number that is not negative, times `scale`. */
	const number = (name: 'port' | 'limit' | 'window' | 'block' | 'delay', scale = 1) => {
		const value = values[name];
		if (value === undefined) return undefined;
		if (!/^\d+$/.test(value)) throw new Error(`--${name} must be a whole number.`);
		return Number(value) * scale;
	};

	const simulator = await startSimulator({
		port: number('port'),
		page: true,
		delayMs: number('delay'),
		rateLimit: values['no-limit']
			? false
			: {
					limit: number('limit'),
					windowMs: number('window', 1000),
					blockMs: number('block', 1000),
				},
		onRequest: ({ method, path, status }, ms) =>
			say(`${method} ${path} ${status ?? 'no answer'} ${ms.toFixed(1)} ms`),
	});
	say(`Luma simulator at ${simulator.url}`);
	say('Open it in a browser to see what it holds, and to make things happen.');
	say(`In the Luma credential of n8n set Base URL to ${simulator.url}`);
	say(`and the API key to ${apiKey} (organization key: ${organizationKey}).`);
	say('These keys are made up; they open nothing but this simulator.');
	say(`Events: ${Object.values(seed.events).join(', ')}`);
	say('Ctrl-C stops it.');
	const stop = () => void simulator.close();
	process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
});
