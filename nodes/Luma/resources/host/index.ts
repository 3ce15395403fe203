import { resource } from '../operation';
import { add } from './add';
import { remove } from './remove';
import { update } from './update';

export const host = resource('host', [add, remove, update]);
