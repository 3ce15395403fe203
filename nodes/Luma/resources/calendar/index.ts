import { resource } from '../operation';
import { addAdmins } from './addAdmins';
import { get } from './get';
import { getAdmins } from './getAdmins';
import { update } from './update';

export const calendar = resource('calendar', [addAdmins, get, getAdmins, update]);
