import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { chosenEvent } from './events';
import { searchOf, type Choice, type List } from './search';

/** A blast by its subject, or how its text begins, its status, and its time in the zone of the workflow. */
const show =
	(zone: string) =>
	({ id, subject, content_md, status, scheduled_for, sent_at }: IDataObject): Choice => {
		const title = String(subject || content_md || id).slice(0, 60);
		const time = DateTime.fromISO(String(sent_at ?? scheduled_for), { zone });
		const inBrackets = [status, time.isValid && time.toFormat('d LLL yyyy, HH:mm', { locale: 'en' })].filter(Boolean).join(', ');
		return { name: `${title}${inBrackets && ` (${inBrackets})`}`, value: String(id) };
	};

const blasts = (event_id: string, zone: string): List => ({
	things: 'blasts',
	path: '/v1/events/blasts/list',
	parts: () => [{ event_id }],
	whole: true,
	show: show(zone),
	words: (blast) => [show(zone)(blast).name, blast.id],
});

/** Blasts of the chosen event by subject, status and time. */
export const searchBlasts = searchOf(async (context) => blasts(await chosenEvent(context), context.getTimezone()));
