import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { turnOf } from '../api/run';
import { simpleEvent } from '../simplified/event';
import { simpleGuest } from '../simplified/guest';
import { yesNo } from '../values/scalar';
import { step } from './send';

/** Makes of one entry, as Luma answers it, the fields that people use: flat, so that each can be dragged into a field. */
type Simplifier = (entry: IDataObject) => IDataObject;

/** The Simplify switch of an operation that reads. The ways of `api/operation` run what it names under `postReceive`. */
const simplify = (simplified: Simplifier): INodeProperties => ({
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	// Pages come out as Luma answers them.
	displayOptions: { hide: { '/options.output': ['pages'] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
	routing: {
		send: { preSend: [step('Simplify', ({ context }) => void (turnOf(context).simplified = yesNo(context.getNodeParameter('simplify'))))] },
		output: {
			postReceive: [
				async function (this: IExecuteSingleFunctions, items: INodeExecutionData[]): Promise<INodeExecutionData[]> {
					return turnOf(this).simplified ? items.map(({ json }) => ({ json: simplified(json) })) : items;
				},
			],
		},
	},
});

/** Simplify for events. */
export const simplifyEvent = simplify(simpleEvent);

/** Simplify for guests. */
export const simplifyGuest = simplify(simpleGuest);
