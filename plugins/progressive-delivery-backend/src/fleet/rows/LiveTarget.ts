import {
  FleetWorkload,
  Problem,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** What runs of one delivery target, as far as that is known. */
export interface LiveTarget {
  state: 'pending' | 'known' | 'unknown';
  workloads: FleetWorkload[];
  problems: Problem[];
  /** Nothing of it is older; absent where nothing was read. */
  observedAt?: Date;
}
