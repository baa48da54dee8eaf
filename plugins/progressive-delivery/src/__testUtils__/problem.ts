import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** A problem that its sentence alone tells. */
export const problem = (message: string): Problem =>
  toMessage('problem', { id: 'other', parameters: { message } });
