import type { IDataObject } from 'n8n-workflow';

/** What Luma was asked for by name, or undefined where it knows none of that name; any other refusal stays one. */
export async function unlessUnknown(answer: Promise<IDataObject>): Promise<IDataObject | undefined> {
	return await answer.catch((error: { httpCode?: string | null }) => {
		if (error.httpCode === '404' || error.httpCode === '400') return undefined;
		throw error;
	});
}
