export type {
  HostFailure,
  HostResult,
  HostUnavailable,
  Refusal,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';
