import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../shape/Translation';

export const noteTexts = {
  ownershipLastKnown:
    'Git ließ sich nicht lesen. Wem dieser Rollout gehört, stammt deshalb vom letzten bekannten Stand ({{at}})',
} satisfies Translation<typeof english.note>;
