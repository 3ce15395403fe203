import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

/** All IANA time zones this n8n knows, after what leaving the field empty means: the workflow's, or no change where an event is updated. */
export async function getTimeZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const zones = Intl.supportedValuesOf('timeZone').map((name) => ({ name, value: name }));
	const empty = this.getCurrentNodeParameter('operation') === 'update' ? 'Leave Unchanged' : `Workflow Time Zone (${this.getTimezone()})`;
	return [{ name: empty, value: '' }, { name: 'UTC', value: 'UTC' }, ...zones.filter(({ value }) => value !== 'UTC')];
}
