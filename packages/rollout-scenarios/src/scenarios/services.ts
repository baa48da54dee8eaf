import type { Manifest } from '../play/Manifest';
import { ROLLOUT } from '../play/rolloutManifest';

/** Services that select the Rollout's pods; the controller narrows them down to one revision. */
export function services(...names: string[]): Manifest[] {
  return names.map(name => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: ROLLOUT }, ports: [{ name: 'http', port: 80 }] },
  }));
}
