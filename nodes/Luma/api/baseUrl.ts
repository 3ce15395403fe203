import { visible } from '../values/text';

/** Luma's own (docs.luma.com, getting started). */
const LUMA = 'https://public-api.luma.com';

/** Where the API is, as the credential has it: without blanks around it, invisible characters and slashes at its end; Luma's own where it is blank. */
export const baseUrlOf = ({ baseUrl }: { baseUrl?: unknown }): string => visible(baseUrl ?? '').replace(/(?<!\/)\/+$/, '') || LUMA;
