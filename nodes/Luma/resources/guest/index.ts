import { resource } from '../operation';
import { add } from './add';
import { get } from './get';
import { getAll } from './getAll';
import { sendInvites } from './sendInvites';
import { updateStatus } from './updateStatus';
import { updateTickets } from './updateTickets';

export const guest = resource('guest', [add, get, getAll, sendInvites, updateStatus, updateTickets]);
