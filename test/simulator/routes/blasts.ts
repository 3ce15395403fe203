import { badRequest, LumaError, notFound } from '../errors';
import type { BlastRecord, RecipientGroup } from '../records';
import { route, type World } from '../route';
import { filled, instant, listOf, oneOf, orNull, parameters } from '../schemas';
import { self } from '../views';

const MOST = 10;
const WINDOW_MS = 300_000;

const group = {
	type: 'object',
	properties: { status: oneOf('approved', 'checked_in', 'pending_approval', 'waitlist', 'invited'), event_ticket_type_id: orNull(filled) },
	required: ['status'],
	additionalProperties: false,
};
const fields = { content_md: filled, subject: { type: 'string', maxLength: 200 }, recipient_groups: listOf(group, 1), scheduled_for: instant };

type Fields = Partial<Pick<BlastRecord, 'content_md' | 'recipient_groups'>> & { subject?: string; scheduled_for?: string };

const everybodyGoing: RecipientGroup[] = [{ status: 'approved' }];

/** How many guests of an event are in one of these groups. */
function count({ store }: World, eventId: string, groups: RecipientGroup[]): number {
	return store.event(eventId).guests.all().filter(({ approval_status, event_tickets }) =>
		groups.some(({ status, event_ticket_type_id: type }) => {
			const tickets = event_tickets.filter((ticket) => !type || ticket.event_ticket_type_id === type);
			if (type && tickets.length === 0) return false;
			return status === 'checked_in' ? tickets.some(({ checked_in_at }) => checked_in_at !== null) : approval_status === status;
		}),
	).length;
}

/** Sends what is due. */
function due(world: World): BlastRecord[] {
	for (const blast of world.store.blasts) {
		if (blast.status === 'scheduled' && Date.parse(blast.scheduled_for!) <= world.now()) sendNow(world, blast, blast.scheduled_for!);
	}
	return world.store.blasts;
}

function sendNow(world: World, blast: BlastRecord, at: string): void {
	Object.assign(blast, { status: 'sent', sent_at: at, recipient_count: count(world, blast.event_id, blast.recipient_groups), email_open_count: 0 });
}

function blastOf(world: World, id: string): BlastRecord {
	const blast = due(world).find((one) => one.id === id);
	if (!blast) throw notFound('Blast', id);
	return blast;
}

const view = ({ event_id, created_at, ...blast }: BlastRecord) => {
	void [event_id, created_at];
	return blast;
};

function checkTime(world: World, time: string | undefined): void {
	if (time !== undefined && Date.parse(time) <= world.now()) throw badRequest('scheduled_for must be in the future.');
}

function checkGroups(groups: RecipientGroup[] = []): void {
	if (groups.some(({ status, event_ticket_type_id }) => status === 'invited' && event_ticket_type_id)) throw badRequest('event_ticket_type_id cannot be used with invited.');
}

export const blastRoutes = [
	route<{ event_id: string }>('GET', '/v1/events/blasts/list', parameters({ event_id: filled }, ['event_id']), (world, { event_id }) => {
		world.store.managedEvent(event_id);
		return { entries: due(world).filter((blast) => blast.event_id === event_id).reverse().map(view) };
	}),

	route<{ blast_id: string }>('GET', '/v1/events/blasts/get', parameters({ blast_id: filled }, ['blast_id']), (world, { blast_id }) => view(blastOf(world, blast_id))),

	route<Fields & { event_id: string; content_md: string }>('POST', '/v1/events/blasts/create', parameters({ event_id: filled, ...fields }, ['event_id', 'content_md']), (world, { event_id, content_md, subject, recipient_groups = everybodyGoing, scheduled_for }) => {
		const { store, now } = world;
		const { name } = store.managedEvent(event_id).fields;
		checkTime(world, scheduled_for);
		checkGroups(recipient_groups);
		const recent = store.blasts.filter(({ created_at }) => created_at > now() - WINDOW_MS);
		if (recent.length >= MOST) throw new LumaError(429, 'At most 10 blasts can be created in 5 minutes.', { 'Retry-After': String(Math.ceil((recent[recent.length - MOST].created_at + WINDOW_MS - now()) / 1000)) });
		const blast: BlastRecord = {
			id: store.newId('ep'),
			event_id,
			created_at: now(),
			subject: subject ?? `News about ${name}`,
			content_md,
			status: 'scheduled',
			scheduled_for: scheduled_for === undefined ? null : new Date(scheduled_for).toISOString(),
			sent_at: null,
			recipient_groups,
			recipient_count: null,
			email_open_count: null,
			sender: { type: 'user', name: self.name },
		};
		store.blasts.push(blast);
		if (scheduled_for === undefined) sendNow(world, blast, store.timestamp());
		return view(blast);
	}),

	route<Fields & { blast_id: string }>('POST', '/v1/events/blasts/update', parameters({ blast_id: filled, ...fields }, ['blast_id']), (world, { blast_id, scheduled_for, ...changes }) => {
		const blast = blastOf(world, blast_id);
		if (blast.status === 'quarantined') throw badRequest('A blast under review cannot be changed.');
		if (blast.status === 'sent' && (scheduled_for !== undefined || changes.recipient_groups)) throw badRequest('Only subject and content of a sent blast can be changed.');
		checkTime(world, scheduled_for);
		checkGroups(changes.recipient_groups);
		Object.assign(blast, changes);
		if (blast.status !== 'scheduled') return {};
		if (scheduled_for === undefined) sendNow(world, blast, world.store.timestamp());
		else blast.scheduled_for = new Date(scheduled_for).toISOString();
		return {};
	}),

	route<{ blast_id: string }>('POST', '/v1/events/blasts/delete', parameters({ blast_id: filled }, ['blast_id']), (world, { blast_id }) => {
		const blast = blastOf(world, blast_id);
		if (blast.status !== 'scheduled') throw badRequest('Only a scheduled blast can be deleted.');
		world.store.blasts.splice(world.store.blasts.indexOf(blast), 1);
		return {};
	}),
];
