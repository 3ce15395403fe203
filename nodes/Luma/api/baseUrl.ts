/** Where the API is, as the credential has it: without blanks around it, and without slashes at its end. */
export const baseUrlOf = ({ baseUrl }: { baseUrl?: unknown }): string => String(baseUrl ?? '').trim().replace(/(?<!\/)\/+$/, '');
