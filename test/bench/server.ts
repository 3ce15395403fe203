/** The simulator in a process of its own, so that its work is not counted as the client's. Speaks over IPC. */
import { apiKey, startSimulator, type Simulator, type SimulatorOptions } from '../simulator';

const simulators: Simulator[] = [];

// When the bench is broken off, this ends with it.
process.on('disconnect', () => process.exit());
process.on('message', (message: { start?: SimulatorOptions; guests?: number[]; count?: true }) => {
	void (async () => {
		if (message.start) {
			const simulator = await startSimulator(message.start);
			simulators.push(simulator);
			const events = (message.guests ?? []).map((guests) => simulator.addEvent({ guests }));
			process.send!({ url: simulator.url, apiKey, events });
		} else if (message.count) {
			// What each was sent, and how often it refused; then it forgets.
			process.send!(simulators.map(({ requests }) => ({ requests: requests.length, refused: requests.splice(0).filter(({ status }) => status === 429).length })));
		}
	})();
});
