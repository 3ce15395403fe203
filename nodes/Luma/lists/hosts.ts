import type { IDataObject } from 'n8n-workflow';
import { chosenEvent } from './events';
import { searchOf, type Choice, type List } from './search';

const show = ({ email, name }: IDataObject): Choice => ({ name: name ? `${String(name)} (${String(email)})` : String(email), value: String(email) });

const hosts = (event_id: string): List => ({
	things: 'hosts',
	path: '/v1/events/get',
	parts: () => [{ event_id }],
	whole: true,
	entries: ({ hosts: all }) => all,
	show,
	words: (host) => [show(host).name],
});

/** Hosts of the chosen event by name and email address. */
export const searchHosts = searchOf(async (context) => hosts(await chosenEvent(context)));
