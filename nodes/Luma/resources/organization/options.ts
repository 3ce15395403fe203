import { optionsOfOrganization } from '../../fields/options';
import { pageOptions } from '../../fields/paging';

/** The Options of a list of the organization. */
export const organizationPages = optionsOfOrganization(...pageOptions);
