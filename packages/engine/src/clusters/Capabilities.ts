/** What charts see of a cluster, as Argo CD hands it to Helm. */
export interface Capabilities {
  /** `<major>.<minor>.<patch>` */
  kubeVersion: string;
  /** `<group>/<version>` and `<group>/<version>/<kind>`, sorted. */
  apiVersions: string[];
}

/** Tells what charts see of clusters. */
export interface CapabilitiesOfClusters {
  /**
   * `undefined` where it is not to be asked.
   *
   * @throws ServiceUnavailableError where the cluster does not answer
   */
  of(
    cluster: string,
    options?: { signal?: AbortSignal },
  ): Promise<Capabilities | undefined>;
}
