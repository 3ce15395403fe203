import type { INodeProperties } from 'n8n-workflow';
import { Problem } from '../values/problem';
import { anything, numberIn, objectOf, text, textOrNull, variant, type Check } from '../values/shape';
import { jsonOf, template } from './jsonText';
import { body, type At, type Change } from './send';

/** The one form that a person has chosen of those a field offers: its name and what is in it. */
const chosen = (value: unknown): [string, Record<string, unknown>] => {
	const forms = Object.entries(value as Record<string, Record<string, unknown>>);
	if (forms.length === 1) return forms[0];
	throw new Problem(`has ${forms.length} forms filled in, and Luma takes one`, 'Remove all but one of them.');
};

const fromJson = async (change: Change, value: unknown, at: At) => await change(value, at);

const coordinateCheck = objectOf({ longitude: numberIn(-180, 180), latitude: numberIn(-90, 90) });
const coordinateJson = jsonOf(coordinateCheck, { longitude: 13.405, latitude: 52.52 });

const toCoordinate: Change = async (value, at) => {
	const [form, fields] = chosen(value);
	return form === 'json' ? await fromJson(coordinateJson, fields.json, at) : coordinateCheck(fields, '');
};

const addressCheck: Check = variant('type', {
	manual: objectOf({ type: anything, address: text }),
	google: objectOf({ type: anything, place_id: text }, { description: textOrNull }),
});
const addressJson = jsonOf(addressCheck, { type: 'manual', address: 'Alexanderplatz 1, Berlin' });

const toAddress: Change = async (value, at) => {
	const [form, fields] = chosen(value);
	if (form === 'json') return await fromJson(addressJson, fields.json, at);
	if (form === 'manual') return addressCheck({ type: 'manual', address: fields.address }, '');
	const { placeId, description } = fields;
	return addressCheck({ type: 'google', place_id: placeId, ...(description !== '' && description !== undefined && { description }) }, '');
};

/** Address, as geo_address_json: free text, a Google place, or JSON. */
export const address: INodeProperties = {
	displayName: 'Address',
	name: 'address',
	type: 'fixedCollection',
	placeholder: 'Add Address',
	default: {},
	description: 'Where the event takes place, in one of these forms',
	options: [
		{
			displayName: 'Address Text',
			name: 'manual',
			values: [
				{
					displayName: 'Address',
					name: 'address',
					type: 'string',
					default: '',
					placeholder: 'e.g. Alexanderplatz 1, 10178 Berlin',
					description: 'The address as guests are to read it',
				},
			],
		},
		{
			displayName: 'Google Place',
			name: 'google',
			values: [
				{
					displayName: 'Place ID',
					name: 'placeId',
					type: 'string',
					default: '',
					placeholder: 'e.g. ChIJAVkDPzdOqEcRcDteW0YgIQQ',
					description: 'The ID of the place on Google Maps',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Third floor, ring twice',
					description: 'How to find the way in',
				},
			],
		},
		{
			displayName: 'JSON',
			name: 'json',
			values: [
				{
					displayName: 'JSON',
					name: 'json',
					type: 'json',
					default: template({ type: 'manual', address: '' }),
					description: 'Text or an object: {type: "manual", address} or {type: "google", place_id, description}',
				},
			],
		},
	],
	routing: body('geo_address_json', 'Address', toAddress),
};

/** Coordinate: two numbers, or JSON. */
export const coordinate: INodeProperties = {
	displayName: 'Coordinate',
	name: 'coordinate',
	type: 'fixedCollection',
	placeholder: 'Add Coordinate',
	default: {},
	description: 'The place on the map, in one of these forms',
	options: [
		{
			displayName: 'Latitude and Longitude',
			name: 'position',
			values: [
				{
					displayName: 'Latitude',
					name: 'latitude',
					type: 'number',
					typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 6 },
					default: 0,
					description: 'Degrees north, from -90 to 90',
				},
				{
					displayName: 'Longitude',
					name: 'longitude',
					type: 'number',
					typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 6 },
					default: 0,
					description: 'Degrees east, from -180 to 180',
				},
			],
		},
		{
			displayName: 'JSON',
			name: 'json',
			values: [
				{
					displayName: 'JSON',
					name: 'json',
					type: 'json',
					default: template({ latitude: 0, longitude: 0 }),
					description: 'Text or an object: {latitude, longitude}',
				},
			],
		},
	],
	routing: body('coordinate', 'Coordinate', toCoordinate),
};
