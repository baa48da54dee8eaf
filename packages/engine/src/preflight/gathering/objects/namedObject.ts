import { z } from 'zod/v4';
import { liveMetadata } from './liveMetadata';

/** An object of which only matters that it is there. */
export interface NamedObject {
  kind: string;
  metadata: Pick<z.output<typeof liveMetadata>, 'name' | 'namespace'>;
}

/** Any object of a kind. */
export const namedObjectSchema = (kind: string) =>
  z
    .object({ metadata: liveMetadata.pick({ name: true, namespace: true }) })
    .transform((object): NamedObject => ({ kind, ...object }));
