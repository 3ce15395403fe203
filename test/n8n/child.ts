import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { atEnd } from './cleanUp';

const onWindows = process.platform === 'win32';

export interface ChildOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Through the shell; needed for npm on Windows, which is a script there. */
	shell?: boolean;
	/** Opens an IPC channel, by whose closing a Node child learns that this process is gone. */
	channel?: boolean;
}

/** A child process that keeps what it printed, and ends with this process together with its own children. */
export class Child {
	/** Everything it printed so far, both streams in the order of arrival. */
	output = '';

	private readonly process: ChildProcess;

	private readonly ended: Promise<unknown>;

	private readonly kill: () => void;

	constructor(command: string, args: string[], options: ChildOptions = {}) {
		this.process = spawn(command, args, {
			cwd: options.cwd,
			env: options.env,
			shell: options.shell,
			// A process group of its own, so that its children can be ended with it.
			detached: !onWindows,
			stdio: ['ignore', 'pipe', 'pipe', ...(options.channel ? (['ipc'] as const) : [])],
		});
		const keep = (text: Buffer) => (this.output += text.toString());
		this.process.stdout?.on('data', keep);
		this.process.stderr?.on('data', keep);
		this.process.on('error', (error) => (this.output += `${error.message}\n`));
		this.ended = once(this.process, 'close').catch(() => undefined);
		this.kill = atEnd(() => this.signal('SIGKILL'));
		void this.ended.then(this.kill);
	}

	get running(): boolean {
		return (
			this.process.pid !== undefined &&
			this.process.exitCode === null &&
			this.process.signalCode === null
		);
	}

	/** Processor time it has used so far, in milliseconds; Linux only. */
	get cpu(): number {
		// Fields 14 and 15 are user and system time in ticks of 10 ms (man 5 proc_pid_stat); the name before them may have spaces.
		const [, rest] = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').split(') ');
		const [user, system] = rest.split(' ').slice(11, 13).map(Number);
		return (user + system) * 10;
	}

	/** Resolves with the exit code; null when a signal ended it or it never started. */
	async end(): Promise<number | null> {
		await this.ended;
		return this.process.exitCode;
	}

	/** Asks it to end, and after `graceMs` makes it. */
	async stop(graceMs = 10_000): Promise<void> {
		if (!this.running) return;
		const timer = setTimeout(() => this.signal('SIGKILL'), graceMs);
		this.process.kill('SIGTERM');
		await this.ended;
		clearTimeout(timer);
	}

	private signal(signal: NodeJS.Signals): void {
		const { pid } = this.process;
		if (pid === undefined) return;
		if (onWindows) {
			if (this.running) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
			return;
		}
		try {
			process.kill(-pid, signal);
		} catch {
			// The whole group has ended already.
		}
	}
}

/** The last lines of a long text, for error messages. */
export const tail = (text: string, lines = 40): string =>
	text.trimEnd().split('\n').slice(-lines).join('\n');

/** Runs a command to its end and returns what it printed. Throws with the last lines when it fails. */
export async function run(
	command: string,
	args: string[],
	options: ChildOptions = {},
): Promise<string> {
	const child = new Child(command, args, options);
	const code = await child.end();
	if (code !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${tail(child.output)}`);
	return child.output;
}

/** Runs npm in a folder. */
export async function npm(folder: string, args: string[]): Promise<string> {
	return await run('npm', args, { cwd: folder, shell: onWindows });
}
