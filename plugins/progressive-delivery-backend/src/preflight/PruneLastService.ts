import { LivePruneLast } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  DeliveryTarget,
  livePruneLast,
  NamedWorkload,
} from '@progressive-delivery/engine';
import { ClusterCaller, ClusterService } from '../clusters/ClusterService';
import { ProgressiveDeliveryConfig } from '../config';
import { LiveReader } from './gathering/LiveReader';
import { targetReaders } from './gathering/targetReaders';

export interface PruneLastServiceOptions {
  clusters: Pick<ClusterService, 'list' | 'read'>;
  config: Pick<ProgressiveDeliveryConfig, 'argocd'>;
}

/** Tells what comes between a prepared chart and its switch, before anybody previews it. */
export class PruneLastService {
  static create(options: PruneLastServiceOptions): PruneLastService {
    return new PruneLastService(options);
  }

  private constructor(private readonly options: PruneLastServiceOptions) {}

  /** As {@link livePruneLast}. */
  async of(
    target: DeliveryTarget,
    workloads: readonly NamedWorkload[],
    caller: ClusterCaller,
  ): Promise<LivePruneLast | undefined> {
    const { clusters, config } = this.options;
    const { readers } = targetReaders(target, {
      config,
      controllers: undefined,
      reader: LiveReader.create({ clusters, caller }),
    });
    return livePruneLast(workloads, readers);
  }
}
