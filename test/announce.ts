import { available, documentPath } from './contract/load';

/** Before the first test: a run that leaves out the contract with Luma must not look like one that keeps it. */
export default function announce(): void {
	if (!available) process.stderr.write(`\n*** Luma's OpenAPI document is not at ${documentPath}. Nothing is held against it in this run. LUMA_OPENAPI says where it is. ***\n\n`);
}
