import { resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const webhook = resource('webhook', [create, remove, get, getAll, update]);
