import type { IDataObject } from 'n8n-workflow';
import { pick } from './pick';

const COLUMNS = ['name', 'type', 'cents', 'currency', 'max_capacity', 'require_approval', 'is_hidden', 'valid_start_at', 'valid_end_at', 'id'];

/** A ticket type: what it is called and costs, how many there are, who gets it and when. */
export const simpleTicketType = (ticketType: IDataObject): IDataObject => pick({}, ticketType, COLUMNS);
