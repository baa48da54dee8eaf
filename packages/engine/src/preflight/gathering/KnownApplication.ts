import { DeliverySource } from '../../targets/applications/DeliveryTarget';

/** An Application that a Backstage knows, and where it is rendered from. */
export interface KnownApplication {
  id: string;
  name: string;
  /** Its annotation that names entities. */
  entities: string | undefined;
  sources: DeliverySource[];
}
