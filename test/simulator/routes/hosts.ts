import { badRequest, notFound } from '../errors';
import { route, type World } from '../route';
import { filled, flag, oneOf, orNull, parameters } from '../schemas';
import { adminOf } from '../store';
import type { EventFields, Host } from '../records';

const email = { type: 'string', format: 'email' };
const access = oneOf('none', 'check-in', 'manager');

interface Access {
	access_level?: string | null;
	is_visible?: boolean;
}

interface Named {
	event_id: string;
	email: string;
}

/** The hosts of an event, and the one of that email. */
function hostOf({ store }: World, { event_id, email: wanted }: Named): { hosts: Host[]; host: Host; created: boolean } {
	const { hosts } = store.managedEvent(event_id).fields;
	const host = hosts.find((one) => one.email.toLowerCase() === wanted.toLowerCase());
	if (!host) throw notFound('Host', wanted);
	return { hosts, host, created: hosts[0] === host };
}

/** Luma takes how much a host may do, and whether guests see them, and never answers it. */
function keepAccess(fields: EventFields, email: string, access: Access): void {
	const hosts = fields.settings.hosts as Record<string, Access> | undefined;
	fields.settings = { ...fields.settings, hosts: { ...hosts, [email.toLowerCase()]: { ...hosts?.[email.toLowerCase()], ...access } } };
}

export const hostRoutes = [
	route<Named & Access & { name?: string }>('POST', '/v1/events/hosts/add', parameters({ event_id: filled, email, access_level: orNull(access), is_visible: flag, name: filled }, ['event_id', 'email']), ({ store }, { event_id, email: address, name = null, ...given }) => {
		const { fields } = store.managedEvent(event_id);
		if (fields.hosts.some((one) => one.email.toLowerCase() === address.toLowerCase())) throw badRequest('This person is a host of the event already.');
		const { api_id, ...host } = adminOf(store.newId('usr'), address, name);
		void api_id;
		// Their own list: events share the first host.
		fields.hosts = [...fields.hosts, host];
		keepAccess(fields, address, { is_visible: true, ...given, access_level: given.access_level ?? 'manager' });
		return {};
	}),

	route<Named & Access>('POST', '/v1/events/hosts/update', parameters({ event_id: filled, email, access_level: access, is_visible: flag }, ['event_id', 'email']), (world, { event_id, email: address, ...given }) => {
		if (hostOf(world, { event_id, email: address }).created && given.access_level !== undefined) throw badRequest("The event creator's access level cannot be changed.");
		keepAccess(world.store.managedEvent(event_id).fields, address, given);
		return {};
	}),

	route<Named>('POST', '/v1/events/hosts/remove', parameters({ event_id: filled, email }, ['event_id', 'email']), (world, given) => {
		const { hosts, host, created } = hostOf(world, given);
		if (created) throw badRequest('The event creator cannot be removed.');
		world.store.managedEvent(given.event_id).fields.hosts = hosts.filter((one) => one !== host);
		return {};
	}),
];
