import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

/** A process that takes a message and answers with one. */
export class Child {
	private static readonly all = new Set<Child>();

	private readonly process: ChildProcess;

	constructor(file: string) {
		this.process = fork(resolve(__dirname, file), { execArgv: ['--import', 'tsx', '--expose-gc'] });
		Child.all.add(this);
	}

	async ask<Answer>(message: object): Promise<Answer> {
		return await new Promise((answered, failed) => {
			const gone = (code: number | null) => failed(new Error(`The process ended with ${code}`));
			this.process.once('exit', gone);
			this.process.once('message', (answer) => {
				this.process.off('exit', gone);
				answered(answer as Answer);
			});
			this.process.send(message);
		});
	}

	stop(): void {
		this.process.kill();
		Child.all.delete(this);
	}

	static stopAll(): void {
		for (const child of Child.all) child.stop();
	}
}
