import { resource } from '../operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { lookUp } from './lookUp';
import { update } from './update';

export const event = resource('event', [cancel, create, get, getAll, lookUp, update]);
