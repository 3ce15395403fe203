import { calendar } from './calendar';
import { contact } from './contact';
import { coupon } from './coupon';
import { event } from './event';
import { guest } from './guest';
import { membership } from './membership';
import { organization } from './organization';
import { contactTag, eventTag } from './tag';
import { ticketType } from './ticketType';

/** All that the node can work on. */
export const resources = [calendar, contact, contactTag, coupon, event, eventTag, guest, membership, organization, ticketType];
