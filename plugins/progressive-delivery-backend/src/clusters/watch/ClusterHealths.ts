import { ClusterHealth, ClusterHealthOptions } from './ClusterHealth';

/** The health of each cluster that is watched. */
export class ClusterHealths {
  static create(options: ClusterHealthOptions): ClusterHealths {
    return new ClusterHealths(options);
  }

  private readonly healths = new Map<string, ClusterHealth>();

  private constructor(private readonly options: ClusterHealthOptions) {}

  of(cluster: string): ClusterHealth {
    const known = this.healths.get(cluster);
    if (known) {
      return known;
    }
    const health = ClusterHealth.create(this.options);
    this.healths.set(cluster, health);
    return health;
  }
}
