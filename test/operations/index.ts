/**
 * All that the tests know of the operations. Every file of this folder adds its own by being there: `cases`, `samples`, or
 * both. The engine's tests, the contract with Luma's document, the schemas, the real n8n and the editor take them from here.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { fieldsOf, operations } from '../nodes/Luma/support/description';
import type { Case, Cases } from './parts/case';
import type { Sample } from './parts/sample';
import { ways } from './parts/ways';

/** What a file of this folder exports. */
interface Known {
	cases?: Cases;
	samples?: Sample[];
}

const load = createRequire(__filename);

const files = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && name !== 'index.ts').sort();

const known = files.map((name): Known => {
	const { cases, samples } = load(join(__dirname, name)) as Known;
	if (!cases && !samples) throw new Error(`test/operations/${name} exports neither \`cases\` nor \`samples\`: see test/operations/parts/ for what they are`);
	return { cases, samples };
});

const own = new Map<string, Case[]>();
for (const { cases = {} } of known) for (const [resource, all] of Object.entries(cases)) for (const [operation, some] of Object.entries(all)) own.set(`${resource} ${operation}`, [...(own.get(`${resource} ${operation}`) ?? []), ...some]);

/** Every operation's samples, in the order of the files. */
export const samples: Sample[] = known.flatMap((one) => one.samples ?? []);

const placed = (resource: string) => `in test/operations/${resource}.ts, or another file of that folder`;

/** What is missing, or too much, in this folder: sentences that say what to write where. */
export function gaps(): string[] {
	const offered = operations.map((one) => one.join(' '));
	const sampled = new Set(samples.map(({ resource, operation }) => `${resource} ${operation}`));
	return [
		...operations.filter((one) => !own.get(one.join(' '))?.length).map(([resource, operation]) => `${resource} ${operation} has no cases: write them ${placed(resource)}, the plainest first: export const cases: Cases = { ${resource}: { ${operation}: [...] } }`),
		...operations.filter((one) => !sampled.has(one.join(' '))).map(([resource, operation]) => `${resource} ${operation} has no sample, so it never runs in the real n8n: write one ${placed(resource)}: export const samples: Sample[] = [{ resource: '${resource}', operation: '${operation}', ... }]`),
		...[...own.keys()].filter((name) => !offered.includes(name)).map((name) => `test/operations has cases of "${name}", which the node does not offer: remove them, or add the operation to the index of its resource`),
		...[...sampled].filter((name) => !offered.includes(name)).map((name) => `test/operations has a sample of "${name}", which the node does not offer: remove it, or add the operation to the index of its resource`),
	];
}

/** Whether somebody has written cases of an operation. */
export const isWritten = ([resource, operation]: [string, string]): boolean => (own.get(`${resource} ${operation}`) ?? []).length > 0;

/** The plainest case of an operation. */
export function plainCase(resource: string, operation: string): Case {
	const [plain] = own.get(`${resource} ${operation}`) ?? [];
	if (plain) return plain;
	throw new Error(gaps().find((gap) => gap.startsWith(`${resource} ${operation} `)) ?? `The node does not offer ${resource} ${operation}`);
}

/** "eventId", "options.maxTries" */
const namesOf = (fields: INodeProperties[]): string[] => fields.flatMap(({ name, type, options = [] }) => [name, ...(type === 'collection' ? options.map((option) => `${name}.${option.name}`) : [])]);

/** All cases of an operation: its own, and the plainest with what every operation has, each way of choosing an event included. */
export function casesOf(resource: string, operation: string): Case[] {
	const plain = plainCase(resource, operation);
	return [...own.get(`${resource} ${operation}`)!, ...ways(namesOf(fieldsOf(resource, operation)), plain)];
}
