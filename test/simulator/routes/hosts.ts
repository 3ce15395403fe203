import { badRequest, notFound } from '../errors';
import { route, type World } from '../route';
import { filled, flag, oneOf, orNull, parameters } from '../schemas';
import { adminOf } from '../store';
import type { Host } from '../records';

const email = { type: 'string', format: 'email' };
const access = oneOf('none', 'check-in', 'manager');

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

export const hostRoutes = [
	route<Named & { name?: string }>('POST', '/v1/events/hosts/add', parameters({ event_id: filled, email, access_level: orNull(access), is_visible: flag, name: filled }, ['event_id', 'email']), ({ store }, { event_id, email: address, name = null }) => {
		const { fields } = store.managedEvent(event_id);
		if (fields.hosts.some((one) => one.email.toLowerCase() === address.toLowerCase())) throw badRequest('This person is a host of the event already.');
		const { api_id, ...host } = adminOf(store.newId('usr'), address, name);
		void api_id;
		// Their own list: events share the first host.
		fields.hosts = [...fields.hosts, host];
		return {};
	}),

	route<Named & { access_level?: string }>('POST', '/v1/events/hosts/update', parameters({ event_id: filled, email, access_level: access, is_visible: flag }, ['event_id', 'email']), (world, given) => {
		if (hostOf(world, given).created && given.access_level !== undefined) throw badRequest("The event creator's access level cannot be changed.");
		return {};
	}),

	route<Named>('POST', '/v1/events/hosts/remove', parameters({ event_id: filled, email }, ['event_id', 'email']), (world, given) => {
		const { hosts, host, created } = hostOf(world, given);
		if (created) throw badRequest('The event creator cannot be removed.');
		world.store.managedEvent(given.event_id).fields.hosts = hosts.filter((one) => one !== host);
		return {};
	}),
];
