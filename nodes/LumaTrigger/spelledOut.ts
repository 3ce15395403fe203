import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/** Puts what to do about an error into its message: when a workflow cannot be published, n8n shows nothing but the message. */
export async function spelledOut<T>(work: Promise<T>): Promise<T> {
	return await work.catch((error: unknown) => {
		if ((error instanceof NodeApiError || error instanceof NodeOperationError) && error.description) {
			error.message = `${error.message.replace(/\.$/, '')}. ${error.description}`;
			error.description = undefined;
		}
		throw error;
	});
}
