/** Nothing of Luma's document is missing in the node, but for what is allowed; and what would be missing is found. */
import { available, document as given, skipped } from '../contract/load';
import { allowed, allowedFor } from './allowed';
import { drift, endpointsOf, type Answer, type Document } from './drift';
import { answersOfSimulator, sentByNode } from './node';

const document = given as Document;
const sent = sentByNode();
let answers: Answer[] = [];
const withDocument = available ? it : it.skip;

beforeAll(async () => void (answers = available ? await answersOfSimulator() : []));

withDocument(`all endpoints are offered${skipped}`, () => {
	expect(endpointsOf(document).length).toBeGreaterThan(70);
	expect(drift(document, sent, answers).filter((finding) => finding.endsWith(': not offered'))).toEqual([]);
});

withDocument(`what else the document has is allowed, with a reason, and nothing is allowed that it has not${skipped}`, () => {
	const found = drift(document, sent, answers);
	expect(found.filter((finding) => !allowedFor(finding)).map((finding) => `${finding}: Luma has it and the node has not. Add it, or say in test/drift/allowed.ts why not`)).toEqual([]);
	expect(allowed.filter((one) => !found.some((finding) => allowedFor(finding) === one))).toEqual([]);
});

/** The document as it might be tomorrow. */
function tomorrow(change: (document: Document) => void): string[] {
	const changed = structuredClone(document);
	change(changed);
	return drift(changed, sent, answers).filter((finding) => !allowedFor(finding));
}

const bodyOf = ({ paths }: Document, path: string) => paths[path].post.requestBody!.content['application/json'].schema as { properties: Record<string, object> };

withDocument.each<[string, (document: Document) => void, string]>([
	['an endpoint', ({ paths }) => void (paths['/v1/events/clone'] = { post: paths['/v1/events/create'].post }), 'POST /v1/events/clone: not offered'],
	['a parameter of a read', ({ paths }) => void paths['/v1/events/get'].get.parameters!.push({ name: 'expand', in: 'query', schema: { type: 'string' } }), 'GET /v1/events/get: parameter expand'],
	['a parameter of a write', (all) => void (bodyOf(all, '/v1/events/blasts/update').properties.reply_to = { type: 'string' }), 'POST /v1/events/blasts/update: parameter reply_to'],
	['a choice', (all) => void (bodyOf(all, '/v1/events/hosts/update').properties.access_level = { type: 'string', enum: ['none', 'check-in', 'manager', 'speaker'] }), 'POST /v1/events/hosts/update: value access_level=speaker'],
	['a field of an answer', ({ paths }) => void ((paths['/v1/users/get-self'].get.responses['200'].content['application/json'].schema.properties as Record<string, object>).locale = { type: 'string' }), 'GET /v1/users/get-self: answers locale'],
])(`finds %s that is new${skipped}`, (_what, change, finding) => expect(tomorrow(change)).toEqual([finding]));
