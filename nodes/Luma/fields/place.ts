import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { valueIn } from '../values/object';
import { Problem } from '../values/problem';
import { anything, id, numberIn, objectOf, text, variant, type Check } from '../values/shape';
import { jsonIfGiven, template } from './jsonText';
import { locator } from './locator';
import { body, type Change } from './send';

/** The one form that a person has filled in of those a field offers: its name and what is in it. */
const filledIn = (value: unknown): [string, Record<string, unknown>] => {
	const forms = Object.entries(value as Record<string, Record<string, unknown>>).filter(([, fields]) => !isBlank(fields));
	if (forms.length === 1) return forms[0];
	throw new Problem(`has ${forms.length} formats filled in, but only one is allowed`, 'Remove all but one.');
};

const coordinateCheck = objectOf({ longitude: numberIn(-180, 180), latitude: numberIn(-90, 90) });
const coordinateJson = jsonIfGiven(coordinateCheck, { longitude: 13.405, latitude: 52.52 });

const toCoordinate: Change = (value, at) => {
	const [form, fields] = filledIn(value);
	return form === 'json' ? coordinateJson(fields.json, at) : coordinateCheck(fields, '');
};

const manualCheck = objectOf({ type: anything, address: text });
const googleCheck = objectOf({ type: anything, place_id: id }, { description: text });

/** Without its one part that says where, there is no address: a row of a sheet may have none. */
const unlessBlank =
	(part: string, check: Check): Check =>
	(value, path) =>
		isBlank((value as Record<string, unknown>)[part]) ? undefined : check(value, path);

const addressCheck = variant('type', { manual: unlessBlank('address', manualCheck), google: unlessBlank('place_id', googleCheck) });
const addressJson = jsonIfGiven(addressCheck, { type: 'manual', address: 'Alexanderplatz 1, Berlin' });

type AddressForms = Record<string, Record<string, unknown>> & { google?: { placeId?: unknown } };

const toAddress: Change = (value, at) => {
	const { google, ...others } = value as AddressForms;
	const forms = google ? { ...others, google: { ...google, placeId: valueIn(google.placeId) } } : others;
	if (isBlank(forms)) return undefined;
	const [form, fields] = filledIn(forms);
	if (form === 'json') return addressJson(fields.json, at);
	if (form === 'manual') return addressCheck({ type: 'manual', address: fields.address }, '');
	return addressCheck({ type: 'google', place_id: fields.placeId, description: fields.description }, '');
};

/** Address, as geo_address_json: free text, a Google place, or JSON. */
export const address: INodeProperties = {
	displayName: 'Address',
	name: 'address',
	type: 'fixedCollection',
	placeholder: 'Add Address',
	// One empty form, so that it shows at once; n8n drops a group in which nothing is chosen when another field is added.
	default: { manual: { address: '' } },
	description: 'Where the event takes place. Use only one of the formats. An empty one changes nothing.',
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
					description: 'The address to show to guests',
				},
			],
		},
		{
			displayName: 'Google Place',
			name: 'google',
			values: [
				locator({
					displayName: 'Place',
					name: 'placeId',
					required: false,
					description: 'Place on Google Maps. Type its name to find it.',
					choose: 'Choose a place…',
					search: 'searchPlaces',
					filterRequired: true,
					typed: [{ displayName: 'By ID', placeholder: 'e.g. ChIJAVkDPzdOqEcRcDteW0YgIQQ', hint: 'Google Maps ID of the place: the place_id from Place > Search' }],
				}),
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Third floor, ring twice',
					description: 'Directions for guests, such as the floor or entrance',
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
					description: 'JSON, or an expression that returns an object: {type: "manual", address} or {type: "google", place_id, description}',
				},
			],
		},
	],
	routing: body('geo_address_json', 'Address', toAddress),
};

/** Coordinates: two numbers, or JSON. */
export const coordinate: INodeProperties = {
	displayName: 'Coordinates',
	name: 'coordinate',
	type: 'fixedCollection',
	placeholder: 'Add Coordinates',
	default: { position: { latitude: '', longitude: '' } },
	description: 'Position of the event on the map. Use only one of the formats. An empty one changes nothing.',
	options: [
		{
			displayName: 'Latitude and Longitude',
			name: 'position',
			values: [
				{
					displayName: 'Latitude',
					name: 'latitude',
					type: 'string',
					// No number: a number cannot be left empty, and 0 is a place.
					default: '',
					placeholder: 'e.g. 52.52',
					description: 'Degrees north, from -90 to 90',
				},
				{
					displayName: 'Longitude',
					name: 'longitude',
					type: 'string',
					// No number: a number cannot be left empty, and 0 is a place.
					default: '',
					placeholder: 'e.g. 13.405',
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
					default: template({ latitude: null, longitude: null }),
					description: 'JSON, or an expression that returns an object: {latitude, longitude}',
				},
			],
		},
	],
	routing: body('coordinate', 'Coordinates', toCoordinate),
};
