import { deepStrictEqual, strictEqual } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check';
import { needing } from '../features';
import type { Context } from '../suite';

export const name = 'Output schemas';

const folder = join(__dirname, '..', '..', '..', 'nodes', 'Luma', '__schema__');

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	/** As the editor asks for the schema of a node that has not run. */
	const ask = async (type: string, path: string) => await fetch(`${n8n.url}/schemas/${type}/${path}`);

	await needing('schemas', check)('n8n serves the schema of each operation, for the node and for the tool', async () => {
		const paths = readdirSync(join(folder, 'v1.0.0'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
		for (const path of paths) {
			const shipped: unknown = JSON.parse(readFileSync(join(folder, 'v1.0.0', path), 'utf8'));
			for (const type of ['n8n-nodes-luma.luma', 'n8n-nodes-luma.lumaTool']) {
				deepStrictEqual(await (await ask(type, `1.0.0/${path}`)).json(), shipped);
			}
		}
	});
	await check('what is no operation has none', async () => {
		strictEqual((await ask('n8n-nodes-luma.luma', '1.0.0/guest/unknown.json')).status, 404);
	});
}
