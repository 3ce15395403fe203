/**
 * nock for a test file. Jest runs one file after the other in a process, and what a file leaves of nock in Node's `http`
 * stands between the next one's nock and its requests: connection faults then end in "Unhandled error".
 */
import nock from 'nock';

afterAll(() => nock.restore());

export default nock;
