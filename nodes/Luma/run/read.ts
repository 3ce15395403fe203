import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type IExecuteSingleFunctions,
	type IHttpRequestOptions,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodePropertyRouting,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { baseUrlOf } from '../api/baseUrl';
import { Problem } from '../values/problem';
import { connectionOf } from './connection';
import { itemContexts, parameterReader } from './context';
import { shownBy, strayChoice } from './fixed';
import { Item, type Prepared } from './item';
import { pool } from './pool';
import type { Run } from './run';
import type { Step } from './step';

/** A field with routing that the node shows, or the routing of the operation that is chosen. */
interface Source {
	routing: INodePropertyRouting;
	/** Where the field's value stands; the operation has none to send. */
	path: string;
	isLocator: boolean;
}

/** Items that ask Luma for something at a time while their requests are put together. */
const ASKING = 4;

/** The routing that counts with these parameters, in the order in which n8n takes it (`RoutingNode.getRequestOptionsFromParameters`). */
function sourcesOf(context: IExecuteFunctions, description: INodeTypeDescription): Source[] {
	const isShown = shownBy(context.getNode(), description);
	const raw = (path: string) => context.getNodeParameter(path, 0, undefined, { rawExpressions: true });
	const of = (property: INodeProperties, parent: string): Source[] => {
		if (!isShown(property)) return [];
		const { name, type, routing, options = [] } = property;
		const path = `${parent}${name}`;
		const own = routing ? [{ routing, path, isLocator: type === 'resourceLocator' }] : [];
		if (type === 'collection') {
			const present = Object.keys((raw(path) as INodeParameters | undefined) ?? {});
			return [...own, ...(options as INodeProperties[]).filter((option) => present.includes(option.name)).flatMap((option) => of(option, `${path}.`))];
		}
		if (type !== 'options') return own;
		const chosen = (options as INodePropertyOptions[]).find((option) => option.routing && option.value === raw(path))?.routing;
		return chosen ? [...own, { routing: chosen, path, isLocator: false }] : own;
	};
	return description.properties.flatMap((property) => of(property, ''));
}

/**
 * Reads the fields of all input items and puts together what each is to send: the same fields, in the same order, as
 * n8n's routing, which looks at every property of the node anew for each item.
 *
 * What needs to ask Luma comes last, and only where all else is known to be good: with one bad item nothing goes out, where
 * the node is to stop. What is found wrong with an item is kept in it.
 * @param before an item as it was sent before n8n ran the node anew: nothing is asked for it again
 */
export async function readItems(context: IExecuteFunctions, description: INodeTypeDescription, run: Run, before: (index: number) => Item | undefined): Promise<Item[]> {
	// Without a credential each item fails: with Continue, n8n would hand on the input of a node that fails as a whole.
	const credential = await context.getCredentials('lumaApi', 0).catch((error: unknown) => error as Error);
	const read = parameterReader(context);
	const sources = sourcesOf(context, description);
	const steps = sources.flatMap(({ routing }) => (routing.send?.preSend ?? []) as Step[]);
	const [plain, asking] = [steps.filter(({ asks }) => !asks), steps.filter(({ asks }) => asks)];
	const request = Object.assign({}, ...sources.map(({ routing }) => routing.request)) as Partial<IHttpRequestOptions>;
	const values = sources.flatMap(({ routing: { send }, path, isLocator }) => (send?.property === undefined ? [] : [{ part: send.type === 'body' ? ('body' as const) : ('qs' as const), property: send.property, path, isLocator }]));

	const stray = strayChoice(context.getNode(), description);
	const contextOf = itemContexts(context, read, run);
	const all: Array<{ context: IExecuteSingleFunctions; prepared: Prepared }> = context.getInputData().map((_, item) => ({ context: contextOf(item), prepared: { url: '' } }));
	const signal = context.getExecutionCancelSignal();
	await pool(all, 1, (one) => {
		const prepared = { ...request, headers: {}, qs: {}, body: {}, problem: stray } as Prepared & { qs: IDataObject; body: IDataObject };
		one.prepared = prepared;
		try {
			if (credential instanceof Error) throw credential;
			Object.assign(prepared, connectionOf(one.context, baseUrlOf(credential)));
			for (const { part, property, path, isLocator } of values) prepared[part][property] = read(path, one.context.getItemIndex(), undefined, { extractValue: isLocator }) as IDataObject;
		} catch (error) {
			// A proxy that is none, an expression that n8n cannot evaluate, or no credential.
			prepared.problem = error instanceof Problem ? error : new NodeOperationError(context.getNode(), error as Error, { itemIndex: one.context.getItemIndex() });
		}
		for (const { take } of plain) void take(one.context, prepared);
	}, signal);
	const stops = !context.continueOnFail();
	const items = () => all.map((one) => before(one.context.getItemIndex()) ?? new Item(one.context, one.prepared));
	// What is done already may no longer be found, or be good: a tag that is deleted has no ID, and a time may have passed.
	const left = all.filter((one) => !before(one.context.getItemIndex()));
	if (stops && left.some(({ prepared }) => prepared.problem)) return items();
	const askFor = async (one: (typeof all)[number]) => {
		for (const { take } of asking) await take(one.context, one.prepared);
		const { problem } = one.prepared;
		// Where Luma can't be asked, nothing is sent, whatever the others are.
		if (stops && problem && !(problem instanceof Problem)) throw problem;
	};
	if (asking.length > 0) await pool(left, ASKING, askFor, signal);
	return items();
}
