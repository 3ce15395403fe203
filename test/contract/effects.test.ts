/** The simulator does what it is told: each write changes what it keeps, and each parameter makes a difference. */
import { operations } from '../nodes/Luma/support/description';
import { casesOf, samples } from '../operations';
import { seed } from '../simulator';
import { LumaError } from '../simulator/errors';
import type { Route, World } from '../simulator/route';
import { routes } from '../simulator/routes';
import { fillWithSeed } from '../simulator/seed';
import { Store } from '../simulator/store';
import { indifferent, more } from './effects';
import { parametersLeftOut } from './leftOut';

type Parameters = Record<string, unknown>;

interface Request {
	path: string;
	given: Parameters;
}

/** A request, and those that have to be made before it. */
type Attempt = Request & { before: Request[] };

/** The clock stands still, so that nothing differs by it. */
const now = () => Date.parse('2026-11-26T09:00:00Z');

function freshWorld(): World {
	const store = new Store(now);
	fillWithSeed(store);
	store.webhooks.set(seed.webhook.id, structuredClone(seed.webhook));
	return { store, now, emit: { event() {}, guest() {} }, pageCap: 100, url: () => 'http://127.0.0.1' };
}

/** What the simulator answers; nothing where it refuses. */
function ask(world: World, { path, given }: Request): object | undefined {
	const { method, handle } = routes.find((one) => one.path === path)!;
	try {
		return method === 'GET' ? handle(world, given as Record<string, string>, undefined) : handle(world, {}, structuredClone(given));
	} catch (error) {
		expect(error).toBeInstanceOf(LumaError);
		return undefined;
	}
}

/** What follows from the rest, and the numbers of IDs that were given. */
const DERIVED = ['contactsByEmail', 'counted', 'maker', 'numbers', 'places', 'views'];

/** All that the simulator keeps. */
const kept = ({ store }: World): string => JSON.stringify(store, (name, value: unknown) => (DERIVED.includes(name) ? undefined : value instanceof Map ? [...value] : value));

/** The requests of each sample in order, and those of `effects.ts`. */
const sequences: Request[][] = [...samples.map(({ sent }) => sent.filter(({ method }) => method !== 'PUT').map(({ path, query, body }) => ({ path, given: (body ?? query ?? {}) as Parameters }))), ...more.map(([path, given]) => [{ path, given }])];
const attempts = sequences.flatMap((sequence) => sequence.map((one, place): Attempt => ({ ...one, before: sequence.slice(0, place) })));

function worldAfter(before: Request[]): World {
	const world = freshWorld();
	for (const one of before) ask(world, one);
	return world;
}

it('what is tried here is taken', () => {
	const refused = sequences.flatMap((sequence) => {
		const world = freshWorld();
		// Of cursors there are stand-ins.
		return sequence.filter((one) => ask(world, one) === undefined && !('pagination_cursor' in one.given));
	});
	expect(refused).toEqual([]);
});

const writes = routes.filter(({ method }) => method === 'POST').map(({ path }) => path);

it.each(writes)('%s does something', (path) => {
	const changes = attempts.filter((one) => one.path === path).some((attempt) => {
		const world = worldAfter(attempt.before);
		const was = kept(world);
		ask(world, attempt);
		return kept(world) !== was;
	});
	expect(changes ? [] : [`${path} changes nothing that the simulator keeps: let its route in test/simulator/routes/ keep what it is told`]).toEqual([]);
});

const exchanges = operations.flatMap((one) => casesOf(...one).flatMap((tried) => tried.exchanges)).map(({ path, query, body }): Request => ({ path, given: (body ?? query ?? {}) as Parameters }));

/** What the cases send as that parameter. */
const valuesOf = (path: string, name: string): unknown[] => {
	const all = exchanges.filter((one) => one.path === path && name in one.given).map(({ given }) => JSON.stringify(given[name]));
	return [...new Set(all)].map((text) => JSON.parse(text) as unknown);
};

const without = (given: Parameters, name: string): Parameters => Object.fromEntries(Object.entries(given).filter(([key]) => key !== name));

/** Requests with that parameter: those of the samples, and what the cases send as it in them. */
function* having(path: string, name: string): Generator<Attempt> {
	const all = attempts.filter((one) => one.path === path);
	yield* all.filter(({ given }) => name in given);
	for (const attempt of all) for (const value of valuesOf(path, name)) yield { ...attempt, given: { ...attempt.given, [name]: value } };
}

/** What is answered, and what is kept then; nothing where it is refused. */
function outcome(attempt: Attempt): string | undefined {
	const world = worldAfter(attempt.before);
	const answer = ask(world, attempt);
	// A cursor holds what the list was asked with, whatever came of that.
	return answer && JSON.stringify({ ...answer, next_cursor: undefined }) + kept(world);
}

/** Whether the same request without it comes to something else. */
function counts(path: string, name: string): boolean {
	for (const attempt of having(path, name)) {
		const given = outcome(attempt);
		if (given !== undefined && given !== outcome({ ...attempt, given: without(attempt.given, name) })) return true;
	}
	return false;
}

const optional = ({ path, schema }: Route) => Object.keys(schema.properties).filter((name) => !schema.required.includes(name) && parametersLeftOut[name] === undefined).map((name) => `${path} ${name}`);
const PAGING = ['pagination_cursor', 'pagination_limit'];
const parameters = routes.flatMap(optional).filter((parameter) => !PAGING.includes(parameter.split(' ')[1]));

it.each(parameters)('%s makes a difference', (parameter) => {
	const [path, name] = parameter.split(' ');
	const isCounted = counts(path, name);
	const problem = isCounted ? 'makes a difference, and test/contract/effects.ts says that it does not' : 'makes no difference: let its route do something with it, or send it in test/contract/effects.ts so that it counts';
	expect(isCounted === (indifferent[parameter] === undefined) ? [] : [`${parameter} ${problem}`]).toEqual([]);
});

const paged = routes.filter(({ schema }) => 'pagination_cursor' in schema.properties).map(({ path, schema }): [string, string[]] => [path, schema.required]);

it.each(paged)('%s comes page by page', (path, required) => {
	const world = freshWorld();
	for (const [earlier, given] of more) ask(world, { path: earlier, given });
	const { given } = attempts.find((one) => one.path === path)!;
	const named = Object.fromEntries(required.map((name) => [name, given[name]]));
	const page = (paging: Parameters) => ask(world, { path, given: { ...named, ...paging } }) as { entries: unknown[]; has_more: boolean; next_cursor?: string };
	const all = page({ pagination_limit: '4' });
	const first = page({ pagination_limit: '1' });
	const second = page({ pagination_limit: '1', pagination_cursor: first.next_cursor });
	expect([...first.entries, ...second.entries]).toEqual(all.entries.slice(0, 2));
	expect(second.entries).toHaveLength(1);
});

it('says of nothing else that it makes no difference', () => {
	expect(Object.keys(indifferent).filter((parameter) => !parameters.includes(parameter))).toEqual([]);
});
