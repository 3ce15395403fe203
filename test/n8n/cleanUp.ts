import { constants } from 'node:os';

/** What has to be undone when this process ends, however it ends. Latest first, synchronous. */
const tasks = new Set<() => void>();

function undoAll(): void {
	for (const task of [...tasks].reverse()) task();
	tasks.clear();
}

let installed = false;

function install(): void {
	if (installed) return;
	installed = true;
	process.on('exit', undoAll);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => process.exit(128 + constants.signals[signal]));
	}
}

/**
 * Registers a synchronous task for the end of this process: normal end, uncaught error, SIGINT,
 * SIGTERM or SIGHUP. Returns a function that does the task now instead.
 */
export function atEnd(task: () => void): () => void {
	install();
	tasks.add(task);
	return () => {
		if (tasks.delete(task)) task();
	};
}
