/** The simulator in a process of its own, so that its work is not counted as the client's. Speaks over IPC. */
import { apiKey, seed, startSimulator, type Simulator, type SimulatorOptions } from '../simulator';

const simulators: Simulator[] = [];

const CREATED = '2026-10-01T08:00:00.000Z';

// When the bench is broken off, this ends with it.
process.on('disconnect', () => process.exit());
process.on('message', (message: { start?: SimulatorOptions; guests?: number[]; asking?: true; count?: true }) => {
	void (async () => {
		if (message.start) {
			const simulator = await startSimulator(message.start);
			simulators.push(simulator);
			// Where it is wanted, with what the seed's event asks, so that guests have answers.
			const questions = simulator.events().find(({ id }) => id === seed.events.conference)!.registration_questions;
			const events = (message.guests ?? []).map((guests) => simulator.addEvent({ guests, ...(message.asking && { created_at: CREATED, registration_questions: questions }) }));
			process.send!({ url: simulator.url, apiKey, events, created: CREATED });
		} else if (message.count) {
			// What each was sent, and how often it refused; then it forgets.
			process.send!(simulators.map(({ requests }) => ({ requests: requests.length, refused: requests.splice(0).filter(({ status }) => status === 429).length })));
		}
	})();
});
