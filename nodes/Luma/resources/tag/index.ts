import { resource, type Operation } from '../operation';
import { apply } from './apply';
import { create } from './create';
import { remove as removeTag } from './delete';
import { getAll } from './getAll';
import { contacts, events, type Kind } from './kind';
import { remove } from './remove';
import { update } from './update';

/** Contact tags and event tags are twins. */
const operations = (kind: Kind): Operation[] => [apply(kind), create(kind), removeTag(kind), getAll(kind), remove(kind), update(kind)];

export const contactTag = resource('contactTag', operations(contacts));
export const eventTag = resource('eventTag', operations(events));
