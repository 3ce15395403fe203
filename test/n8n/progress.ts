/** Told about a step that takes time: every second, and once more when it is done. */
export type OnProgress = (step: string, seconds: number, done: boolean) => void;

/** Returns a function that reports a step while its promise is pending; nothing if that is under a second. */
export function steps(onProgress: OnProgress = () => {}) {
	return async <T>(name: string, work: Promise<T>): Promise<T> => {
		let seconds = 0;
		const timer = setInterval(() => onProgress(name, ++seconds, false), 1000);
		try {
			return await work;
		} finally {
			clearInterval(timer);
			if (seconds > 0) onProgress(name, seconds, true);
		}
	};
}

/** How often a step is reported where lines cannot be rewritten. */
const SECONDS_BETWEEN_LINES = 30;

/** Shows steps on standard output: one line that counts in a terminal, a line now and then elsewhere. */
export const showProgress: OnProgress = (step, seconds, done) => {
	const line = `${step}: ${done ? 'done, ' : ''}${seconds} s`;
	if (process.stdout.isTTY) process.stdout.write(`\r${line}${done ? '\n' : ''}`);
	else if (done || seconds % SECONDS_BETWEEN_LINES === 1) process.stdout.write(`${line}\n`);
};
