import { resource } from '../operation';
import { create } from './create';
import { getAll } from './getAll';
import { update } from './update';

export const coupon = resource('coupon', [create, getAll, update]);
