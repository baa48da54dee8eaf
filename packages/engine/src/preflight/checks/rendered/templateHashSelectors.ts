import { fieldOf, partsOf } from '../../../variants/manifests/fields';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { renderedObject } from '../foundObject';
import { preflightCheck } from '../preflightCheck';

const HASHES = ['pod-template-hash', 'rollouts-pod-template-hash'];

/** Nothing in Git selects pods by the hash of one revision: pods of the new kind never have that of the old. */
export const templateHashSelectors = preflightCheck({
  id: 'template-hash-selectors',
  severity: 'block',
  pieces: [],
  run: ({ after, target }) =>
    after.flatMap(manifest => {
      const hash = HASHES.find(key =>
        partsOf(selectorOf(manifest)).some(([label]) => label === key),
      );
      return hash
        ? [
            {
              object: renderedObject(manifest, target),
              message: 'selectsByHash' as const,
              parameters: {
                kind: manifest.kind,
                name: manifest.metadata.name ?? '',
                hash,
              },
            },
          ]
        : [];
    }),
});

function selectorOf(manifest: Manifest): unknown {
  switch (`${groupOf(manifest)}/${manifest.kind}`) {
    case '/Service':
      return fieldOf(manifest.spec, 'selector');
    case 'policy/PodDisruptionBudget':
      return fieldOf(fieldOf(manifest.spec, 'selector'), 'matchLabels');
    case 'networking.k8s.io/NetworkPolicy':
      return fieldOf(fieldOf(manifest.spec, 'podSelector'), 'matchLabels');
    default:
      return undefined;
  }
}
