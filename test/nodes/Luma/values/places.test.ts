/** What places/search may answer, which Luma does not document. */
import { placeName, placesIn } from '../../../../nodes/Luma/values/places';
import fc from '../../../properties';

const [alex, dom] = [{ place_id: 'place-1', name: 'Alexanderplatz' }, { place_id: 'place-2', name: 'Berliner Dom' }];

it.each([
	['entries', { entries: [alex, dom], other: [{}] }, [alex, dom]],
	['another list', { status: 'OK', predictions: [alex, dom] }, [alex, dom]],
	['one place', alex, [alex]],
	['no place', { entries: [] }, []],
	['nothing', {}, []],
	['a list of texts', { types: ['a'], results: [dom] }, [dom]],
])('%s', (_what, answer, places) => expect(placesIn(answer)).toEqual(places));

it.each([
	[{ place_id: 'place-1', name: 'Alexanderplatz', address: 'Berlin, Germany' }, 'Alexanderplatz, Berlin, Germany'],
	[{ place_id: 'place-1', name: 'Alexanderplatz', full_address: 'Alexanderplatz 1, Berlin' }, 'Alexanderplatz 1, Berlin'],
	[{ place_id: 'place-1', description: 'Alexanderplatz, Berlin' }, 'Alexanderplatz, Berlin'],
	[{ place_id: 'place-1', name: null, address: 5 }, 'place-1'],
])('%j is called %s', (place, name) => expect(placeName(place)).toBe(name));

it('takes anything', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (answer) => {
			for (const place of placesIn(answer)) expect(typeof placeName(place)).toBe('string');
		}),
	);
});
