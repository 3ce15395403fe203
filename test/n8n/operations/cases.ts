import type { OperationCase } from './case';
import { eventCases } from './event';
import { guestCases } from './guest';
import { tagCases } from './tag';
import { ticketTypeCases } from './ticketType';

/** Every operation of the node, at least once. */
export const cases: OperationCase[] = [...eventCases, ...guestCases, ...tagCases, ...ticketTypeCases];

/** What an operation's cases are called in the output of the suites: "guest: get as Luma answers it". */
export const titleOf = ({ resource, operation, what }: OperationCase): string => `${resource}: ${operation}${what ? ` ${what}` : ''}`;
