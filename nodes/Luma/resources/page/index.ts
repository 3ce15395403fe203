import { resource } from '../operation';
import { lookUp } from './lookUp';

export const page = resource('page', [lookUp]);
