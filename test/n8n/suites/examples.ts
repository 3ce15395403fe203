import { apiKey, startSimulator } from '../../simulator';
import { startModel } from '../agent/stub';
import type { Check } from '../check';
import { checkExample as checkInvites } from '../bulk/example';
import { checkContacts, checkCoupons, checkSubmissions } from '../examples/calendar';
import { checkAgent, checkBlast, checkDigest, checkForm, checkSchedule, checkSeries, checkWelcome } from '../examples/checks';
import { checkApprove, checkCsv, checkHourly, checkRemind, checkTenEvents } from '../examples/jobs';
import { CREDENTIALS, exampleFiles, type Surroundings } from '../examples/example';
import { startStandIn } from '../examples/standIn';
import type { Context } from '../suite';
import { needing } from '../features';
import { checkExample as checkNewGuest } from '../trigger/example';

export const name = 'Examples';

/** Runs a check as a part of the one around it. */
const within: Check = async (_what, body) => await body();

/** What runs each of the examples. */
const checks: Record<string, (around: Surroundings) => Promise<void>> = {
	'approve-waitlist-by-answer.json': checkApprove,
	'ask-about-events.json': checkAgent,
	'blast-before-event.json': checkBlast,
	'coupon-codes.json': checkCoupons,
	'crm-contacts-with-tags.json': checkContacts,
	'crm-list-to-invites.json': async ({ n8n, simulator }) => await checkInvites(n8n, within, simulator),
	'event-series.json': checkSeries,
	'form-to-guests.json': checkForm,
	'guests-of-ten-events.json': checkTenEvents,
	'guests-to-csv.json': checkCsv,
	'hourly-registrations-to-crm.json': checkHourly,
	'new-guest-to-crm.json': async ({ n8n, simulator }) => await checkNewGuest(n8n, within, simulator),
	'new-guests-to-crm-on-schedule.json': checkSchedule,
	'remind-not-checked-in.json': checkRemind,
	'submissions-by-rule.json': checkSubmissions,
	'weekly-digest.json': checkDigest,
	'welcome-mail-and-sheet.json': checkWelcome,
};

export async function run(context: Context, check: Check): Promise<void> {
	const n8n = await context.n8n();
	const [simulator, standIn, model] = await Promise.all([startSimulator({ rateLimit: false }), startStandIn(), startModel()]);
	try {
		// In the same n8n other credentials go by other names, so that these are found by theirs.
		await n8n.createCredential(CREDENTIALS.lumaApi, 'lumaApi', { apiKey, calendarId: '', baseUrl: simulator.url });
		await n8n.createCredential(CREDENTIALS.openAiApi, 'openAiApi', { apiKey: 'model-key-of-the-tests', url: model.url });
		for (const file of exampleFiles()) {
			const checkIt = file === 'ask-about-events.json' ? needing('tools', check) : check;
			await checkIt(`examples/${file} runs`, async () => {
				simulator.reset();
				standIn.received.length = 0;
				if (!(file in checks)) throw new Error(`No check runs examples/${file}`);
				await checks[file]({ n8n, simulator, standIn, model });
			});
		}
	} finally {
		await Promise.all([simulator.close(), standIn.close(), model.close()]);
	}
}
