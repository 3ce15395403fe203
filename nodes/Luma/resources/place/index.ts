import { resource } from '../operation';
import { search } from './search';

export const place = resource('place', [search]);
