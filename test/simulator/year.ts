/** When most of the simulator's events are: next year, so that they lie ahead whenever somebody looks at them. */
export const YEAR = new Date().getUTCFullYear() + 1;
