/** nock for a test file; `environment.ts` takes it out again when the file has ended, however it does. */
import nock from 'nock';

(globalThis as { restoreNock?: () => void }).restoreNock = () => nock.restore();

export default nock;
