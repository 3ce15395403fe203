import { resource } from '../operation';
import { get } from './get';

export const account = resource('account', [get]);
