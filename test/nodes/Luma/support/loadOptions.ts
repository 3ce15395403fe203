/** The context in which n8n loads lists and options for the editor, n8n-core's own. */
import { apiKey, baseUrl } from '../../../engine';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type IDataObject, type IHttpRequestOptions, type ILoadOptionsFunctions, type INode, type INodeParameters, type INodeTypes, type IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { LumaApi } from '../../../../credentials/LumaApi.credentials';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { checkRequest } from '../../../contract/document';

const luma = new Luma();

export function loadOptions(parameters: INodeParameters = {}, timezone = 'UTC'): ILoadOptionsFunctions {
	const node: INode = { id: 'luma', name: 'Luma', type: 'luma', typeVersion: 1, position: [0, 0], parameters, credentials: { lumaApi: { id: '1', name: 'Luma' } } };
	const nodeTypes = { getByName: () => luma, getByNameAndVersion: () => luma, getKnownTypes: () => ({}) } as unknown as INodeTypes;
	const workflow = new Workflow({ id: 'test', nodes: [node], connections: {}, active: false, nodeTypes, settings: { timezone } });
	const additionalData = {
		currentNodeParameters: parameters,
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async () => ({ apiKey, calendarId: '', baseUrl }),
			preAuthentication: async () => undefined,
			authenticate: async (data: IDataObject, _type: string, request: IHttpRequestOptions) => {
				checkRequest(request);
				return await new LumaApi().authenticate(data as never, request);
			},
		},
	} as unknown as IWorkflowExecuteAdditionalData;
	return new LoadOptionsContext(workflow, workflow.getNode('Luma')!, additionalData, 'parameters.eventId');
}
