import { resource } from '../operation';
import { addMember } from './addMember';
import { getTiers } from './getTiers';
import { updateStatus } from './updateStatus';

export const membership = resource('membership', [addMember, getTiers, updateStatus]);
