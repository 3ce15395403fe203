import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Child, run, tail } from './child';
import { freePorts } from './ports';
import { temporaryFolder } from './temporaryFolder';
import { until } from './until';

const START_TIMEOUT_MS = 60_000;

/** Where Debian puts the programs of PostgreSQL, which are not on the path; by version. */
const POSTGRES = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root; Debian's package makes this user for it. */
const POSTGRES_USER = 'postgres';

const isRoot = process.getuid?.() === 0;

function postgresFolder(): string | undefined {
	if (!existsSync(POSTGRES)) return undefined;
	const versions = readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a));
	return versions.map((version) => join(POSTGRES, version, 'bin')).find((folder) => existsSync(join(folder, 'postgres')));
}

const hasRedis = () => (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'redis-server')));

/** Which of Debian's packages for n8n's queue mode are missing here. */
export const missingPackages = (): string[] => [...(hasRedis() ? [] : ['redis-server']), ...(postgresFolder() ? [] : ['postgresql'])];

/** What n8n needs beside itself in queue mode, on loopback. */
export interface QueueServices {
	/** n8n's settings for them. */
	env: NodeJS.ProcessEnv;
	stop: () => Promise<void>;
}

async function ready(child: Child, words: string): Promise<void> {
	await until(
		async () => {
			if (!child.running) throw new Error(`It ended while starting:\n${tail(child.output)}`);
			return child.output.includes(words) || undefined;
		},
		() => new Error(`It did not start:\n${tail(child.output)}`),
		START_TIMEOUT_MS,
	);
}

async function startRedis(port: number, folder: string): Promise<Child> {
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
	const redis = new Child('redis-server', settings);
	await ready(redis, 'Ready to accept connections');
	return redis;
}

async function startPostgres(port: number, folder: string): Promise<Child> {
	const bin = postgresFolder() ?? '';
	const data = join(folder, 'postgres');
	mkdirSync(data, { mode: 0o700 });
	if (isRoot) {
		const id = async (kind: string) => Number(await run('id', [kind, POSTGRES_USER]));
		const [user, group] = [await id('-u'), await id('-g')];
		for (const path of [folder, data]) chownSync(path, user, group);
	}
	// `runuser -u` becomes the program, so that its process is the one to end.
	const as = (program: string, args: string[]): [string, string[]] => {
		const path = join(bin, program);
		return isRoot ? ['runuser', ['-u', POSTGRES_USER, '--', path, ...args]] : [path, args];
	};
	await run(...as('initdb', ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']), { cwd: folder });
	const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
	const postgres = new Child(...as('postgres', ['-D', data, ...settings]), { cwd: folder });
	await ready(postgres, 'ready to accept connections');
	return postgres;
}

/** Starts Redis and an empty PostgreSQL; they end with this process at the latest. */
export async function startQueueServices(): Promise<QueueServices> {
	const { path, remove } = temporaryFolder('queue');
	const [redisPort, postgresPort] = await freePorts(0, 0);
	const started = await Promise.all([startRedis(redisPort, path), startPostgres(postgresPort, path)]);
	return {
		env: {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redisPort),
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(postgresPort),
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
		},
		stop: async () => {
			await Promise.all(started.map(async (child) => await child.stop()));
			remove();
		},
	};
}
