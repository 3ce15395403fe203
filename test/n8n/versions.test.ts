import { before, n8nVersion, NEWEST, nodeFor, nodeMajor, OLDEST, takeVersion, VERSIONS } from './versions';

const { N8N_NODES_LUMA_N8N, N8N_NODES_LUMA_NODE } = process.env;
afterEach(() => {
	Object.assign(process.env, { N8N_NODES_LUMA_N8N: N8N_NODES_LUMA_N8N ?? '', N8N_NODES_LUMA_NODE: N8N_NODES_LUMA_NODE ?? '' });
});

it.each([
	['1.85.4', '1.86', true],
	['1.85.4', '1.85.4', false],
	['1.85.4', '1.85', false],
	['1.100.1', '1.88', false],
	['1.123.81', '2.0.3', true],
	['2.41.1', '2.9', false],
	['2.38', '2.38.5', true],
])('%s before %s: %s', (version, other, expected) => {
	expect(before(version, other)).toBe(expected);
});

it('the versions stand in their order, each with a Node that it takes', () => {
	VERSIONS.slice(1).forEach((version, index) => expect([VERSIONS[index], before(VERSIONS[index], version)]).toEqual([VERSIONS[index], true]));
	expect(VERSIONS.map(nodeFor)).toEqual([20, 20, 20, 22, 22, 24, 24, 24]);
});

it('without a word on the command line it is the newest', () => {
	expect(takeVersion(['bulk'])).toEqual(['bulk']);
	expect([n8nVersion(), nodeMajor()]).toEqual([NEWEST, 24]);
});

it('--n8n and --node say which; the rest is left', () => {
	expect(takeVersion(['bulk', '--n8n', OLDEST, 'once'])).toEqual(['bulk', 'once']);
	expect([n8nVersion(), nodeMajor()]).toEqual([OLDEST, 20]);
	expect(takeVersion(['--node', '22'])).toEqual([]);
	expect(nodeMajor()).toBe(22);
});

it.each([[['--n8n']], [['--n8n', 'bulk']], [['--node', '--n8n', '1.85.4']]])('%j is refused', (args) => {
	expect(() => takeVersion(args)).toThrow(/wants a version, such as/);
});
