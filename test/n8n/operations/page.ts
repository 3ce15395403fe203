import { seed } from '../../simulator';
import { get, type OperationCase } from './case';

const lookingUp = (what: string, pageSlug: string, slug: string, item: object): OperationCase => ({ what, resource: 'page', operation: 'lookUp', parameters: { pageSlug }, sent: [get('/v1/entities/lookup', { slug })], items: () => [item] });

export const pageCases: OperationCase[] = [
	lookingUp('of an event', 'https://luma.com/summer-conference', 'summer-conference', { found: true, type: 'event', id: seed.events.conference, slug: 'summer-conference' }),
	lookingUp('of the calendar', 'simulator-calendar', 'simulator-calendar', { found: true, type: 'calendar', id: 'cal-simulator' }),
	lookingUp('that is free', 'nothing-here', 'nothing-here', { found: false }),
];
