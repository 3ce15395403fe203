import type { IExecuteFunctions, IExecuteSingleFunctions } from 'n8n-workflow';
import { Problem } from '../values/problem';
import type { Run } from './run';

type Read = (name: string, item: number, fallback?: unknown, options?: { extractValue?: boolean }) => unknown;

/** An expression that is just a field of the input item: `={{ $json.email }}`. */
const FIELD = /^=\{\{\s*\$json\.([a-z_]\w*)\s*\}\}$/i;

/** Whether there is an expression in a parameter as it stands in the node. */
export const hasExpression = (value: unknown): boolean => JSON.stringify(value)?.includes('"=') ?? false;

/**
 * Reads a parameter for many items. What holds no expression is the same for all of them, and what is just a field of the
 * input is taken from there: an expression takes n8n up to a millisecond, and there may be 10,000 items.
 */
export function parameterReader(context: IExecuteFunctions): Read {
	const readers = new Map<string, (item: number) => unknown>();
	const readerOf = (...[name, , fallback, options]: Parameters<Read>) => {
		const evaluated = (item: number): unknown => {
			try {
				return context.getNodeParameter(name, item, fallback, options);
			} catch (error) {
				// n8n walks through all that an expression gives, as deep as the stack goes: some 3,000 levels.
				throw (error as Error).name === 'RangeError' ? new Problem('An expression gives data that is nested too deep') : (error as Error);
			}
		};
		const raw = context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
		const field = typeof raw === 'string' ? FIELD.exec(raw)?.[1] : undefined;
		// Names that every object has, such as `constructor`, n8n does not let through.
		if (field !== undefined && !(field in Object.prototype)) return (item: number) => context.getInputData()[item].json[field];
		if (hasExpression(raw)) return evaluated;
		let constant: { value: unknown } | undefined;
		return (item: number) => (constant ??= { value: evaluated(item) }).value;
	};
	return (name, item, fallback, options) => {
		const key = `${name} ${options?.extractValue === true}`;
		if (!readers.has(key)) readers.set(key, readerOf(name, item, fallback, options));
		return readers.get(key)!(item);
	};
}

/**
 * Makes the context of an input item, as n8n's routing has one for each, from the context of all. What is alike in them
 * stands once, since there may be 10,000 items.
 */
export function itemContexts(context: IExecuteFunctions, read: Read, run: Run): (item: number) => IExecuteSingleFunctions {
	interface Own {
		item: number;
	}
	const shared = Object.assign(Object.create(context) as object, {
		run,
		getItemIndex(this: Own) {
			return this.item;
		},
		getNodeParameter(this: Own, name: string, fallback?: unknown, options?: object) {
			return read(name, this.item, fallback, options);
		},
		async getCredentials(this: Own, type: string) {
			return await context.getCredentials(type, this.item);
		},
		getInputData(this: Own) {
			return context.getInputData()[this.item];
		},
		evaluateExpression(this: Own, expression: string) {
			return context.evaluateExpression(expression, this.item);
		},
		getWorkflowDataProxy(this: Own) {
			return context.getWorkflowDataProxy(this.item);
		},
	});
	return (item) => Object.assign(Object.create(shared) as object, { item }) as unknown as IExecuteSingleFunctions;
}
