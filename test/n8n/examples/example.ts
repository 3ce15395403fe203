import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../agent/stub';
import type { Simulator } from '../../simulator';
import type { RunningN8n } from '../n8n';
import type { Workflow } from '../workflow';
import type { StandIn } from './standIn';

export const folder = join(__dirname, '..', '..', '..', 'examples');

/** All that lies in `examples/`. */
export const exampleFiles = (): string[] => readdirSync(folder).sort();

/** What an example runs with. */
export interface Surroundings {
	n8n: RunningN8n;
	simulator: Simulator;
	standIn: StandIn;
	model: Model;
}

/** The names by which examples refer to credentials: those that n8n gives to new ones. */
export const CREDENTIALS = { lumaApi: 'Luma account', openAiApi: 'OpenAI account' };

/** The page of the event that a person is to put in the place of an example's own. */
const YOUR_EVENT = 'https://luma.com/your-event';

/**
 * An example as a person sets it up: with an event, and services of the person's own. Its credentials are found by
 * their names, as n8n does it for a workflow that is imported.
 */
export function example(file: string, { standIn }: Surroundings, event = 'https://luma.com/summer-conference'): Workflow {
	const text = readFileSync(join(folder, file), 'utf8');
	return JSON.parse(text.replaceAll(YOUR_EVENT, event).replaceAll(/https:\/\/(\w+)\.example\.com/g, `${standIn.url}/$1`)) as Workflow;
}
