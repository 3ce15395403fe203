/**
 * The internal names of all nodes: resources, operations, fields, and the values of choices. n8n stores them in every workflow
 * and drops what it does not know without a word, so a published name never changes; a new one is added to the list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../nodes/Luma/Luma.node';
import { LumaPollingTrigger } from '../../nodes/LumaPollingTrigger/LumaPollingTrigger.node';
import { LumaTrigger } from '../../nodes/LumaTrigger/LumaTrigger.node';

const file = join(__dirname, 'names.txt');

/** "guest add: additionalFields.guestStatus (options) = approved, pending_approval, waitlist" */
function lines(fields: INodeProperties[], path: string): string[] {
	return fields.flatMap(({ name, type, options, modes }): string[] => {
		const at = `${path}${name}`;
		if (type === 'notice') return [];
		if (type === 'collection') return [`${at} (${type})`, ...lines(options as INodeProperties[], `${at}.`)];
		if (type === 'fixedCollection') return [`${at} (${type})`, ...(options as INodePropertyCollection[]).flatMap((group) => lines(group.values, `${at}.${group.name}.`))];
		const values = modes ? (modes as INodePropertyMode[]).map((mode) => mode.name) : ((options ?? []) as INodePropertyOptions[]).map(({ value }) => String(value));
		return [`${at} (${type})${values.length > 0 ? ` = ${values.join(', ')}` : ''}`];
	});
}

function namesOfLuma(): string[] {
	const { properties } = new Luma().description;
	const of = (field: INodeProperties) => {
		const { resource, operation } = (field.displayOptions?.show ?? {}) as Record<string, string[]>;
		return resource ? resource.flatMap((one) => (operation ?? ['']).map((what) => `${one}${what && ` ${what}`}: `)) : ['luma: '];
	};
	return [...new Set(properties.flatMap((field) => of(field).flatMap((path) => lines([field], path))))];
}

const names = () => [...namesOfLuma(), ...lines(new LumaTrigger().description.properties, 'trigger: '), ...lines(new LumaPollingTrigger().description.properties, 'polling trigger: ')].sort();

it('each published name is there, and each name is in the list (NAMES=write npx jest names writes it)', () => {
	if (process.env.NAMES === 'write') writeFileSync(file, `${names().join('\n')}\n`);
	expect(names()).toEqual(readFileSync(file, 'utf8').trim().split('\n'));
});
