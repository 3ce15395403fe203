import { list } from '../../fields/getMany';
import { eventsBetween } from '../../fields/eventFilters';
import { limits, sortDirection } from '../../fields/paging';
import { simplified, simplify } from '../../fields/simplify';
import { simpleOrganizationEvent } from '../../simplified/event';
import type { Operation } from '../operation';
import { needsKey } from './notice';
import { organizationPages } from './options';

export const getEvents: Operation = {
	option: {
		name: 'Get Events',
		value: 'getEvents',
		action: 'Get the events of an organization',
		description: 'List all events of the calendars of the organization, each once. Needs an organization API key.',
		routing: { request: { method: 'GET', url: '/v1/organizations/events/list' } },
	},
	perform: list,
	output: simplified(simpleOrganizationEvent),
	fields: [needsKey, ...limits, simplify, eventsBetween, organizationPages, sortDirection],
};
