import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

/** All IANA time zones this n8n knows, the workflow's first. */
export async function getTimeZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const zones = Intl.supportedValuesOf('timeZone').map((name) => ({ name, value: name }));
	return [{ name: `Time Zone of the Workflow (${this.getTimezone()})`, value: '' }, { name: 'UTC', value: 'UTC' }, ...zones.filter(({ value }) => value !== 'UTC')];
}
