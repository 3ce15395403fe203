import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';

/** Where Debian's package `chromium` puts it; `CHROMIUM` names another. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** For one step of a person. A busy machine takes long over the editor's scripts. */
export const TIMEOUT_MS = 60_000;

/** The size of the pictures in `docs/images`. */
export const SIZE = { width: 1280, height: 800 };

/** n8n marks what its own browser tests look for. */
const TEST_ID = 'data-test-id';

/** Starts Chromium with a fresh profile, without its calls home. It ends with this process at the latest. */
export async function startBrowser(): Promise<Browser> {
	if (!existsSync(EXECUTABLE)) {
		throw new Error(`There is no ${EXECUTABLE}. Install Chromium, or name its program in the variable CHROMIUM.`);
	}
	selectors.setTestIdAttribute(TEST_ID);
	const args = ['--disable-gpu', '--disable-quic', '--disable-sync', '--force-color-profile=srgb'];
	return await chromium.launch({ executablePath: EXECUTABLE, args });
}

/** A page that reaches nothing but this machine, in English and UTC. */
export async function openPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		viewport: SIZE,
		locale: 'en-GB',
		timezoneId: 'UTC',
		colorScheme: 'light',
		// Nothing that a picture could catch half-way.
		reducedMotion: 'reduce',
	});
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	page.setDefaultTimeout(TIMEOUT_MS);
	// "Leave site?" when a workflow is not saved.
	page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
	return page;
}
