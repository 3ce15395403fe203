import type { INode, INodeParameters } from 'n8n-workflow';
import type { Sample } from '../operations/parts/sample';
import { apiKey, organizationKey } from '../simulator';
import type { Credential } from './editor';
import type { RunningN8n } from './n8n';
import { node } from './workflow';

/** The name of the Luma node in workflows of tests. */
export const LUMA = 'Luma';

/** A credential for the simulator; any other key than the default one is refused there. */
export async function lumaCredential(
	n8n: RunningN8n,
	baseUrl: string,
	key = apiKey,
): Promise<Credential> {
	return await n8n.createCredential('Luma simulator', 'lumaApi', { apiKey: key, calendarId: '', baseUrl });
}

/** Gives the credential that a sample needs. */
export type CredentialFor = (sample: Pick<Sample, 'needs'>) => Credential;

/** The credential that each sample needs, with the key of a calendar or of an organization. */
export async function credentialsFor(n8n: RunningN8n, baseUrl: string): Promise<CredentialFor> {
	const calendar = await lumaCredential(n8n, baseUrl);
	const organization = await lumaCredential(n8n, baseUrl, organizationKey);
	return ({ needs }) => (needs === 'organization' ? organization : calendar);
}

/** A Luma node with its credential. */
export const luma = (
	{ id, name }: Credential,
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	extra: Partial<INode> = {},
): INode =>
	node(
		LUMA,
		'n8n-nodes-luma.luma',
		{ resource, operation, ...parameters },
		{ credentials: { lumaApi: { id, name } }, ...extra },
	);

/** What the editor stores for something chosen by id. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** What the editor stores for something chosen by link. */
export const byLink = (value: string) => ({ __rl: true, mode: 'url', value });
