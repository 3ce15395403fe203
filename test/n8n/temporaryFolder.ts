import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './cleanUp';

/** A fresh folder in the system's temporary folder, removed by `remove` or when this process ends. */
export function temporaryFolder(purpose: string): { path: string; remove: () => void } {
	const path = mkdtempSync(join(tmpdir(), `n8n-nodes-luma-${purpose}-`));
	const remove = atEnd(() =>
		rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
	);
	return { path, remove };
}
