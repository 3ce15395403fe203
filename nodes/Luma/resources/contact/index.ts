import { resource } from '../operation';
import { getAll } from './getAll';
import { importContacts } from './import';
import { block, remove, restore } from './move';

export const contact = resource('contact', [block, getAll, importContacts, remove, restore]);
