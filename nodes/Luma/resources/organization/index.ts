import { resource } from '../operation';
import { createCalendar } from './createCalendar';
import { getAdmins } from './getAdmins';
import { getCalendars } from './getCalendars';
import { getEvents } from './getEvents';
import { transferEvent } from './transferEvent';

export const organization = resource('organization', [createCalendar, getAdmins, getCalendars, getEvents, transferEvent]);
