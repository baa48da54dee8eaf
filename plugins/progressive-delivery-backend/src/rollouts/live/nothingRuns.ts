import { WorkloadKind } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';

const MOST_NAMED = 10;

/** What was looked for, in a sentence, where none of it is there. */
export function nothingRuns(
  target: DeliveryTarget,
  lookedFor: { kind: WorkloadKind; namespace: string; name: string }[],
): string {
  const source =
    target.kind === 'application'
      ? `Application ${target.application.metadata.name} names`
      : 'the overlay renders to';
  if (lookedFor.length === 0) {
    return `Nothing runs: ${source} no Deployment and no Rollout.`;
  }
  const named = lookedFor
    .slice(0, MOST_NAMED)
    .map(({ kind, name, namespace }) => `${kind} ${namespace}/${name}`)
    .join(', ');
  const more = lookedFor.length - MOST_NAMED;
  return `Nothing runs of what ${source}: looked for ${named}${
    more > 0 ? ` and ${more} more` : ''
  }.`;
}
