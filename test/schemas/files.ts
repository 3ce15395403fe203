import { join } from 'node:path';
import { infer } from './infer';
import { outputs } from './outputs';

/**
 * Where n8n looks for the schemas of a node of version 1: `__schema__` beside the node's file, then version, resource and
 * operation (`resolveOutputSchemaPath` of n8n-core). Its editor offers the fields of a node that has not run by them.
 */
export const folder = join(__dirname, '..', '..', 'nodes', 'Luma', '__schema__', 'v1.0.0');

/** Objects with names of their own at each event: answers, by question. */
const OPEN = ['answers'];

/** The schema files as they should be: "guest/getAll.json" and its text. */
export async function files(): Promise<Map<string, string>> {
	const all = [...(await outputs())].map(([name, items]): [string, string] => [`${name}.json`, `${JSON.stringify({ ...infer(items, OPEN), version: 1 }, null, '\t')}\n`]);
	return new Map(all);
}
