import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { turnOf } from '../api/run';

/**
 * What comes out where Luma's answer is empty: a confirmation, the ids it was about, and whatever Luma did answer
 * (such as `skipped`). n8n's guidelines ask for `{ deleted: true }` and the like.
 */
export const done = (confirmation: IDataObject, ...ids: string[]) =>
	async function (this: IExecuteSingleFunctions, items: INodeExecutionData[]): Promise<INodeExecutionData[]> {
		const { sent } = turnOf(this);
		const named = Object.fromEntries(ids.map((id) => [id, sent[id]]));
		return [{ json: { ...confirmation, ...named, ...items[0].json } }];
	};
