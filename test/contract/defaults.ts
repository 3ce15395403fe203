/** How Luma's document says what a parameter is when it is left out: "Defaults to `approved` ("Going")." */
export const DEFAULT = /\bDefaults to [`"']?([\w-]+)[`"']?(?: \([^)]*\))?\.?/i;

/** The value in it; undefined where the description names none. */
export const defaultIn = (description = ''): string | undefined => DEFAULT.exec(description)?.[1];
