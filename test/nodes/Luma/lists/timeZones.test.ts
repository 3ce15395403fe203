/** The list of time zones. */
import { IANAZone } from 'luxon';
import { getTimeZones } from '../../../../nodes/Luma/lists/timeZones';
import { loadOptions } from '../support/loadOptions';

it("time zones: the workflow's first, then UTC, then all that there are", async () => {
	const zones = await getTimeZones.call(loadOptions({}, 'Asia/Tokyo'));
	expect(zones.slice(0, 2)).toEqual([
		{ name: 'Workflow Time Zone (Asia/Tokyo)', value: '' },
		{ name: 'UTC', value: 'UTC' },
	]);
	const names = zones.slice(1).map(({ value }) => value as string);
	expect(names).toEqual(expect.arrayContaining(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland']));
	expect(new Set(names).size).toBe(names.length);
	expect(names.filter((name) => !IANAZone.isValidZone(name))).toEqual([]);
});

it('time zones of Update: first, that it stays as it is', async () => {
	const [first] = await getTimeZones.call(loadOptions({ resource: 'event', operation: 'update' }, 'Asia/Tokyo'));
	expect(first).toEqual({ name: 'Leave Unchanged', value: '' });
});
