import { resource } from '../operation';
import { search } from './search';
import { upload } from './upload';

export const image = resource('image', [search, upload]);
