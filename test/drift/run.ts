/**
 * Holds Luma's document against the node: `npm run drift`, or `npm run drift -- https://public-api.luma.com/openapi.json`.
 * Where nothing is said, LUMA_OPENAPI says where the document is: a file or an address. Ends with 1 on anything new.
 */
import { readFileSync } from 'node:fs';
import { documentPath } from '../contract/load';
import { allowed, allowedFor } from './allowed';
import { drift, endpointsOf, type Document } from './drift';
import { answersOfSimulator, sentByNode } from './node';

async function load(place: string): Promise<Document> {
	if (!/^https?:\/\//.test(place)) return JSON.parse(readFileSync(place, 'utf8')) as Document;
	const answer = await fetch(place);
	if (!answer.ok) throw new Error(`${place} answers HTTP ${answer.status}`);
	return (await answer.json()) as Document;
}

async function main(): Promise<number> {
	const given = process.argv[2] ?? process.env.LUMA_OPENAPI;
	const place = given !== undefined && /^https?:\/\//.test(given) ? given : (process.argv[2] ?? documentPath);
	const document = await load(place);
	const found = drift(document, sentByNode(), await answersOfSimulator());
	const fresh = found.filter((finding) => !allowedFor(finding));
	const unused = allowed.filter((one) => !found.some((finding) => allowedFor(finding) === one));
	const endpoints = endpointsOf(document);
	const missing = found.filter((finding) => finding.endsWith(': not offered')).length;
	const lines = [
		`${place}: ${endpoints.length - missing} of ${endpoints.length} endpoints are offered.`,
		`${found.length - fresh.length} differences are known and allowed, with reasons in test/drift/allowed.ts.`,
		...unused.map(({ finding }) => `No longer there, so take it off the allowed list: ${String(finding)}`),
		...(fresh.length > 0 ? [`${fresh.length} are new:`, ...fresh.map((finding) => `  ${finding}`)] : ['Nothing is new.']),
	];
	process.stdout.write(`${lines.join('\n')}\n`);
	return fresh.length > 0 ? 1 : 0;
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		process.stderr.write(`${error.stack}\n`);
		process.exit(2);
	},
);
