import { account } from './account';
import { blast } from './blast';
import { calendar } from './calendar';
import { contact } from './contact';
import { coupon } from './coupon';
import { event } from './event';
import { guest } from './guest';
import { host } from './host';
import { image } from './image';
import { membership } from './membership';
import { organization } from './organization';
import { page } from './page';
import { place } from './place';
import { contactTag, eventTag } from './tag';
import { ticketType } from './ticketType';
import { webhook } from './webhook';

/** All that the node can work on. */
export const resources = [account, blast, calendar, contact, contactTag, coupon, event, eventTag, guest, host, image, membership, organization, page, place, ticketType, webhook];
