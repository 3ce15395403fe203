/** One of several processes that use the same key: reads single guests, and says how many it got. */
import { run } from '../../../engine';
import { apiKey } from '../../../simulator';
import { oneGuest, people } from './support';

const [baseUrl, count] = process.argv.slice(2);

void run({ eventId: { __rl: true, mode: 'id', value: 'evt-conference' }, ...oneGuest }, { items: people(Number(count)), credentials: { baseUrl, apiKey }, contract: false }).then(({ json }) => {
	process.send!(json.length, () => process.exit());
});
