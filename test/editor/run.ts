import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Checks, say, type Check } from '../n8n/check';
import { startN8n } from '../n8n/n8n';
import { packPackage } from '../n8n/pack';
import { startSimulator } from '../simulator';
import { openPage, startBrowser } from './browser';
import * as answers from './parts/answers';
import * as credential from './parts/credential';
import * as errors from './parts/errors';
import * as icons from './parts/icons';
import * as lists from './parts/lists';
import * as operations from './parts/operations';
import * as panel from './parts/panel';
import * as results from './parts/results';
import * as screenshots from './parts/screenshots';
import * as simulatorPage from './parts/simulator';
import * as switching from './parts/switching';
import * as trigger from './parts/trigger';
import * as untouched from './parts/untouched';
import { Stage, type Part } from './stage';

/** The tests, in the order in which they run: first what needs an n8n without a credential. */
const tests: Record<string, Part> = { panel, credential, operations, lists, switching, untouched, results, errors, trigger, icons, simulator: simulatorPage };

/** What runs only when it is named: it writes files, or depends on how n8n's editor names its fields. */
const parts: Record<string, Part> = { ...tests, answers, screenshots };

/** A check that leaves a picture of what was to be seen when it failed. */
const pictured =
	(check: Check, page: Page): Check =>
	async (what, body) =>
		await check(what, async () => {
			await Promise.resolve(body()).catch(async (error: Error) => {
				const path = join(mkdtempSync(join(tmpdir(), 'n8n-nodes-luma-failed-')), 'page.png');
				await page.screenshot({ path }).catch(() => undefined);
				say(`    Screenshot: ${path}`);
				throw error;
			});
		});

/** Runs the parts named on the command line, all tests without a name, in Chromium in the editor of a real n8n. */
async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	const unknown = wanted.filter((name) => !(name in parts));
	if (unknown.length > 0) {
		throw new Error(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
	}
	const names = wanted.length > 0 ? wanted : Object.keys(tests);

	const checks = new Checks();
	const simulator = await startSimulator({ rateLimit: false });
	const [browser, n8n] = await Promise.all([
		startBrowser(),
		packPackage().then(async (tarball) => await startN8n({ tarball })),
	]);
	const stage = new Stage(n8n, simulator, await openPage(browser));
	const check = pictured(checks.check, stage.page);
	await stage.signIn();
	for (const name of names) {
		const part = parts[name];
		say(`\n${part.name}`);
		simulator.reset();
		await part.run(stage, check).catch(async (error: Error) => {
			await check('runs to its end', async () => await Promise.reject(error));
		});
	}
	await browser.close();
	await Promise.all([n8n.stop(), simulator.close()]);
	say(`\n${checks.passed} passed, ${checks.failed} failed`);
	process.exit(checks.failed === 0 && checks.passed > 0 ? 0 : 1);
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
