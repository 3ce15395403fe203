import type { IDataObject } from 'n8n-workflow';
import type { Work } from '../run/work';

/**
 * What comes out where Luma's answer is empty: a confirmation, the ids it was about, and whatever Luma did answer. n8n's
 * guidelines ask for `{ deleted: true }` and the like.
 */
export const done =
	(confirmation: IDataObject, ...ids: string[]): Work['output'] =>
	({ sent }) =>
	(answer) => ({ ...confirmation, ...Object.fromEntries(ids.filter((id) => sent[id] !== undefined).map((id) => [id, sent[id]])), ...answer });
