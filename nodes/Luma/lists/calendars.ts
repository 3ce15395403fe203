import type { IDataObject } from 'n8n-workflow';
import { searchOf, type Choice, type List } from './search';

/** A calendar by its name and the end of its address. */
const show = ({ id, name, slug, url }: IDataObject): Choice => ({ name: typeof slug === 'string' ? `${name} (${slug})` : String(name ?? id), value: String(id), ...(typeof url === 'string' && { url }) });

const calendars: List = {
	things: 'calendars',
	path: '/v1/organizations/calendars/list',
	parts: () => [{}],
	show,
	words: (calendar) => [show(calendar).name, calendar.id],
	otherwise: "Choose 'By ID'.",
};

/** The calendars of an organization. */
export const searchCalendars = searchOf(() => calendars);
