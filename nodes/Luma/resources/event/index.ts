import { resource } from '../operation';
import { addToCalendar } from './addToCalendar';
import { approveSubmission } from './approveSubmission';
import { cancel } from './cancel';
import { create } from './create';
import { duplicate } from './duplicate';
import { get } from './get';
import { getAll } from './getAll';
import { lookUp } from './lookUp';
import { rejectSubmission } from './rejectSubmission';
import { update } from './update';

export const event = resource('event', [addToCalendar, approveSubmission, cancel, create, duplicate, get, getAll, lookUp, rejectSubmission, update]);
