/**
 * For a locator of what belongs to an event: n8n empties it when another event is chosen, so that nothing of the one before
 * stays behind. It hangs on what n8n notes beside an event that was chosen From List (its URL and name), and not on `eventId.value`:
 * n8n evaluates that first, and would take a guest or ticket type given by an expression for one of another event
 * with each item it shows. So an ID that is typed over another one empties nothing.
 */
export const ofEvent = { loadOptionsDependsOn: ['eventId.cachedResultUrl', 'eventId.cachedResultName'] };
