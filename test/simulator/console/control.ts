import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiKey } from '../access';
import { badRequest, LumaError } from '../errors';
import type { Reply } from '../faults';
import { emitChange } from '../guestChanges';
import type { World } from '../route';
import type { StoredEvent } from '../store';
import type { Fault, RecordedRequest } from '../types';

/** Requests that the page shows, the latest. */
const SHOWN = 20;

/** Seconds for which the button "429 now" has Luma refuse everything. */
const BLOCK = 10;

/** What the page works on. */
export interface Behind {
	world: World;
	requests: RecordedRequest[];
	/** Answers a request as if it had come from outside. */
	call: (path: string, body: object) => object;
	fail: (fault: Fault) => void;
}

/** What each button of the page does; it says what it has done. */
const ACTIONS: Record<string, (behind: Behind, stored: StoredEvent) => string> = {
	register({ world, call }, { fields }) {
		const number = world.store.newId('visitor').replace(/\D/g, '');
		const email = `visitor${number}@example.com`;
		call('/v1/events/guests/add', { event_id: fields.id, guests: [{ email, name: `Visitor ${number}` }], approval_status: 'pending_approval' });
		return `${email} has registered and waits for approval`;
	},
	approve({ call }, { fields, guests }) {
		const [place] = guests.order('pending_approval').slice(-1);
		if (place === undefined) throw badRequest('Nobody waits for approval. Let a guest register first.');
		const { id, user_email } = guests.at(place);
		call('/v1/events/guests/update-status', { event_id: fields.id, guest_id: id, status: 'approved' });
		return `${user_email} is approved`;
	},
	checkIn({ world }, stored) {
		const absent = (place: number) => stored.guests.at(place).event_tickets.some(({ checked_in_at: at }) => at === null);
		const place = stored.guests.order('approved').findLast(absent);
		if (place === undefined) throw badRequest('Everybody who is approved has checked in. Approve a guest first.');
		const guest = stored.guests.change(place, ({ event_tickets: tickets }) => {
			for (const ticket of tickets) ticket.checked_in_at ??= world.store.timestamp();
		});
		emitChange(world, stored, guest, 0);
		return `${guest.user_email} has checked in`;
	},
	limit({ fail }) {
		fail({ status: 429, retryAfter: BLOCK });
		return `Luma refuses the next request with 429, and asks to wait ${BLOCK} seconds`;
	},
};

/** What the page shows. */
function stateOf({ world: { store }, requests }: Behind): object {
	return {
		apiKey,
		events: [...store.events.values()].filter(({ fields }) => fields.platform === 'luma' && fields.access === 'manage').map(({ fields, guests }) => ({ id: fields.id, name: fields.name, start_at: fields.start_at, guests: guests.counts() })),
		webhooks: [...store.webhooks.values()].map(({ id, url, event_types, status }) => ({ id, url, event_types, status })),
		requests: requests.slice(-SHOWN).reverse().map(({ at, method, path, query, body, status }) => ({ at, method, path, query, body, status })),
	};
}

const page = () => readFileSync(join(__dirname, 'page.html'), 'utf8');

/** Answers a request of the page; undefined for one that is Luma's. */
export function answerPage(behind: Behind, method: string, path: string, event: string | null): Reply | undefined {
	if (method === 'GET' && path === '/') return { status: 200, type: 'text/html; charset=utf-8', text: page() };
	if (method === 'GET' && path === '/simulator/state') return { status: 200, body: stateOf(behind) };
	const [, name] = /^\/simulator\/(\w+)$/.exec(path) ?? [];
	if (method !== 'POST' || name === undefined || !Object.hasOwn(ACTIONS, name)) return undefined;
	try {
		return { status: 200, body: { message: ACTIONS[name](behind, behind.world.store.managedEvent(event ?? '')) } };
	} catch (error) {
		if (error instanceof LumaError) return { status: error.status, body: { message: error.message } };
		throw error as Error;
	}
}
