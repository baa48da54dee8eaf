import { mockServices } from '@backstage/backend-test-utils';
import {
  Problem,
  RolloutsResponse,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ownCredentials } from '../../../clusters/__testUtils__/ownCredentials';
import { FakeClusters } from '../../__testUtils__/FakeClusters';
import { noVariants } from '../../__testUtils__/noVariants';
import { RolloutService } from '../RolloutService';

export const rolloutService = (
  clusters: FakeClusters,
  variants = noVariants,
): RolloutService =>
  RolloutService.create({
    clusters,
    proxy: ownCredentials,
    logger: mockServices.logger.mock(),
    variants,
  });

/** What an answer says of workloads, a line each. */
export const told = ({ rollouts }: RolloutsResponse) =>
  rollouts.map(
    ({ kind, name, namespace, phase, revisions }) =>
      `${kind} ${namespace}/${name} is ${phase}, with ${revisions
        .map(({ pods, role }) => `${role} and ${pods.length} pods`)
        .join(', ')}`,
  );

export const texts = ({ problems }: { problems: Problem[] }) =>
  problems.map(({ text }) => text);
