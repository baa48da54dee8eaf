import { DeliveryTarget } from '../../targets/applications/DeliveryTarget';
import { TargetDescription } from '../../variants/TargetDescription';

/** A pull request of ours that is open. */
export interface OpenProposal {
  number: number;
  url: string;
  /** Id of its switch. */
  switch: string;
  enabled: boolean;
  repository: string;
  /** The values file that it changes. */
  file: string;
}

/** For whom it is looked, and what only whoever asks can tell. */
export interface PreflightAsker {
  entityRef: string;
  /** All targets of the entity, in the order in which its annotations name them. */
  targets(call: { signal?: AbortSignal }): Promise<DeliveryTarget[]>;
  /** Those of these entities whose deliveries the person may see. */
  mayRead(entityRefs: string[]): Promise<ReadonlySet<string>>;
  openProposals(
    places: TargetDescription['editPlaces'],
  ): Promise<OpenProposal[]>;
}
