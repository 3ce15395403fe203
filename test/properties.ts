// eslint-disable-next-line no-restricted-imports -- here it is set up
import fc from 'fast-check';

/**
 * fast-check, as all tests take it. A run takes the same examples each time, so that a change is judged by itself and not by
 * chance. SEED is a number, or `new` for other examples; RUNS multiplies their count (`npm run test:search`). What a search
 * finds becomes an example of its own in the test.
 */
const { SEED = '1', RUNS = '1' } = process.env;

/** How many examples, where the usual 100 are too few or take too long. */
export const runs = (usual: number): number => Math.ceil(usual * Number(RUNS));

fc.configureGlobal({ seed: SEED === 'new' ? Date.now() % 2 ** 31 : Number(SEED), numRuns: runs(100) });

export default fc;
