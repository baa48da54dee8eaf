import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { RolloutAction } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  TargetDescription,
} from '@progressive-delivery/engine';
import { UserTokens } from '../../../clusters/UserTokens';
import { mapCache } from '../../../variants/__testUtils__/mapCache';
import { LastKnownTargets } from '../../../variants/LastKnownTargets';
import { rolloutObjectSchema } from '../../objects/kinds/rolloutObject';
import { RolloutServer } from './RolloutServer';
import { RolloutActionService } from '../RolloutActionService';
import { stateToAct } from '../../status/actions/stateToAct';
import {
  applicationTarget,
  namedRollout,
} from '../../__testUtils__/applicationTarget';

export const SWITCH = 'web.progressiveDelivery.enabled';
export const entityRef = 'component:default/web';

export const target = applicationTarget('web', namedRollout);

/** What Git says of it. */
export const described: TargetDescription = {
  sources: [],
  switches: [],
  workloads: [
    { namespace: 'shop', name: 'web', kind: 'Rollout', switches: [SWITCH] },
  ],
  editPlaces: [],
  rendering: { state: 'done' },
  problems: [],
};

/** The service in front of a cluster that has one Rollout. */
export class ActionScene {
  static async start(): Promise<ActionScene> {
    return new ActionScene(await RolloutServer.start());
  }

  /** What Git says; nothing where it cannot be read. */
  description?: TargetDescription;
  /** What is known of that. */
  descriptions = this.forgetful();

  private constructor(readonly server: RolloutServer) {}

  begin(): void {
    this.server.has('paused-at-step');
    this.description = described;
    this.descriptions = this.forgetful();
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  /** The Rollout as a person sees it. */
  seen() {
    return stateToAct(rolloutObjectSchema.parse(this.server.object));
  }

  act(
    action: RolloutAction,
    options: {
      seen?: ReturnType<ActionScene['seen']>;
      target?: DeliveryTarget;
      name?: string;
      userTokens?: UserTokens;
    } = {},
  ) {
    return RolloutActionService.create({
      ...this.server.options(),
      descriptions: this.descriptions,
      logger: mockServices.logger.mock(),
    }).act(
      options.target ?? target,
      {
        namespace: 'shop',
        name: options.name ?? 'web',
        action,
        seen: options.seen ?? this.seen(),
      },
      { entityRef, userTokens: options.userTokens },
    );
  }

  /** What was patched, and how. */
  sent() {
    return this.server.patches.map(({ body, on }) => [on, body]);
  }

  private forgetful(): LastKnownTargets {
    return LastKnownTargets.create({
      variants: {
        describe: async () => {
          if (!this.description) {
            throw new InputError('No such branch');
          }
          return this.description;
        },
      },
      cache: mapCache(),
      logger: mockServices.logger.mock(),
    });
  }
}
