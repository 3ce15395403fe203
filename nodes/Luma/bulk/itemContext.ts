import type { IExecuteFunctions, IExecuteSingleFunctions } from 'n8n-workflow';

/** The context of one input item, as n8n's routing has one for each, made from the context of all. */
export function itemContext(context: IExecuteFunctions, item: number): IExecuteSingleFunctions {
	const own = {
		getItemIndex: () => item,
		getNodeParameter: (name: string, fallback?: unknown, options?: object) => context.getNodeParameter(name, item, fallback, options),
		getCredentials: async (type: string) => await context.getCredentials(type, item),
		getInputData: () => context.getInputData()[item],
		evaluateExpression: (expression: string) => context.evaluateExpression(expression, item),
		getWorkflowDataProxy: () => context.getWorkflowDataProxy(item),
	};
	return Object.assign(Object.create(context) as object, own) as unknown as IExecuteSingleFunctions;
}
