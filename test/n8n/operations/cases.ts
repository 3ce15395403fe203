import type { OperationCase } from './case';
import { accountCases } from './account';
import { blastCases } from './blast';
import { calendarCases } from './calendar';
import { contactCases } from './contact';
import { couponCases } from './coupon';
import { eventCases } from './event';
import { guestCases } from './guest';
import { hostCases } from './host';
import { membershipCases } from './membership';
import { pageCases } from './page';
import { placeCases } from './place';
import { submissionCases } from './submission';
import { tagCases } from './tag';
import { ticketTypeCases } from './ticketType';
import { webhookCases } from './webhook';

/** Every operation of the node, at least once. */
export const cases: OperationCase[] = [...accountCases, ...blastCases, ...calendarCases, ...contactCases, ...eventCases, ...guestCases, ...couponCases, ...hostCases, ...membershipCases, ...pageCases, ...placeCases, ...submissionCases, ...tagCases, ...ticketTypeCases, ...webhookCases];

/** What an operation's cases are called in the output of the suites: "guest: get as Luma answers it". */
export const titleOf = ({ resource, operation, what }: OperationCase): string => `${resource}: ${operation}${what ? ` ${what}` : ''}`;
