/** What the node sends, by its cases, and what the simulator answers to its samples. */
import { run } from '../engine';
import { casesOf, samples } from '../operations';
import type { Exchange } from '../operations/parts/case';
import { keyFor } from '../operations/parts/sample';
import { operations } from '../nodes/Luma/support/description';
import { seed, startSimulator } from '../simulator';
import type { Answer } from './drift';

export const sentByNode = (): Exchange[] => operations.flatMap((one) => casesOf(...one)).flatMap(({ exchanges }) => exchanges).filter(({ method }) => method !== 'PUT');

export async function answersOfSimulator(): Promise<Answer[]> {
	const answers: Answer[] = [];
	const simulator = await startSimulator({ rateLimit: false, registered: [seed.webhook] });
	simulator.onExchange = ({ method, path, responseBody, status }) => void (status === 200 && answers.push(structuredClone({ method, path, responseBody })));
	try {
		for (const sample of samples) {
			simulator.reset();
			const { resource, operation, parameters } = sample;
			await run({ resource, operation, ...parameters, ...(parameters.simplify === undefined ? {} : { simplify: false }) }, { credentials: { apiKey: keyFor(sample), baseUrl: simulator.url }, after: false, contract: false });
		}
	} finally {
		await simulator.close();
	}
	return answers;
}
