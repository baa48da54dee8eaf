import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  DoctorLine,
  DoctorReport,
  doctorReportSchema,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  SharedWork,
  withoutUserInformation,
} from '@progressive-delivery/engine';
import { AccessReviews } from '../clusters/AccessReviews';
import { ClusterProxy } from '../clusters/ClusterProxy';
import { ClusterService } from '../clusters/ClusterService';
import { neededAccess } from '../clusters/neededAccess';
import { ProgressiveDeliveryConfig } from '../config';
import { configuredHosts } from '../git/command/configuredHosts';
import { GitHost } from '../proposals/gitHosts/GitHost';
import { SetupService } from '../setup/SetupService';
import { visibleTexts } from '../visibleTexts';
import { doctorLine, lookAt } from './doctorLine';
import { lookAtArgoCd } from './lookAtArgoCd';
import { lookAtCluster } from './lookAtCluster';
import { lookAtHosts, lookAtRepository } from './lookAtGit';
import { configurationLines, toolLines } from './lookAtTools';

const MOST_CLUSTERS = 50;
const MOST_REPOSITORIES = 20;

export interface DoctorServiceOptions {
  proxy: ClusterProxy;
  clusters: ClusterService;
  setup: Pick<SetupService, 'installed'>;
  integrations: ScmIntegrations;
  gitHostOf: (repository: string) => GitHost;
  rootConfig: Config;
  config: Pick<ProgressiveDeliveryConfig, 'actions' | 'argocd' | 'proposals'>;
}

/** Looks at all that this plugin needs of an installation, and changes nothing. */
export class DoctorService {
  static create(options: DoctorServiceOptions): DoctorService {
    return new DoctorService(options);
  }

  private readonly work = SharedWork.create<DoctorReport>();

  private constructor(private readonly options: DoctorServiceOptions) {}

  /**
   * Takes less than a minute, whatever does not answer; once for all who ask at the same time.
   *
   * @param options - `namespaces`: those that the account's roles in clusters are asked about; default: all at once
   */
  async examine({
    namespaces,
    signal,
  }: {
    namespaces?: string[];
    signal?: AbortSignal;
  } = {}): Promise<DoctorReport> {
    return this.work.run(
      (namespaces ?? []).join(),
      async shared => {
        const lines = await Promise.all([
          this.installation(shared),
          this.clusters(namespaces, shared),
          this.deliveries(shared),
        ]);
        // Names of clusters and repositories may hold anything.
        return doctorReportSchema.parse(visibleTexts({ lines: lines.flat() }));
      },
      signal,
    );
  }

  private async installation(signal: AbortSignal): Promise<DoctorLine[]> {
    return lookAt({ area: 'tools', subject: 'tools' }, signal, async report => {
      const installed = await this.options.setup.installed();
      report(...configurationLines(installed));
      report(...(await toolLines(installed)));
    });
  }

  private async clusters(
    namespaces: string[] | undefined,
    signal: AbortSignal,
  ): Promise<DoctorLine[]> {
    const { config, proxy } = this.options;
    const part = { area: 'clusters', subject: 'Kubernetes plugin' } as const;
    let known: Awaited<ReturnType<ClusterProxy['clusters']>> = new Map();
    const failed = await lookAt(part, signal, async (_, either) => {
      known = await proxy.clusters({ signal: either });
    });
    const reviews = AccessReviews.create({ proxy });
    const needed = neededAccess({ actions: config.actions.enabled });
    const lines = await Promise.all(
      Array.from(known)
        .slice(0, MOST_CLUSTERS)
        .map(([cluster, credentials]) =>
          lookAtCluster(
            {
              cluster,
              credentials,
              reviews,
              needed,
              argocd: config.argocd.filter(each => each.cluster === cluster),
              namespaces,
            },
            signal,
          ),
        ),
    );
    return [
      ...failed,
      ...(known.size + failed.length === 0
        ? [
            doctorLine(part, 'missing', {
              id: 'clustersMissing',
              parameters: {},
            }),
          ]
        : []),
      ...lines.flat(),
      ...(known.size > MOST_CLUSTERS
        ? [
            doctorLine(part, 'unknown', {
              id: 'tooManyToLook',
              parameters: { looked: MOST_CLUSTERS, all: known.size },
            }),
          ]
        : []),
    ];
  }

  /** Argo CD, and the Git hosts that it delivers from. */
  private async deliveries(signal: AbortSignal): Promise<DoctorLine[]> {
    const { clusters, config, gitHostOf, integrations, rootConfig } =
      this.options;
    const proposals = config.proposals.enabled;
    const repositories = new Set<string>();
    const onRepository = (repository: string) =>
      repositories.add(withoutUserInformation(repository));
    const [hosts, ...argocd] = await Promise.all([
      lookAtHosts(
        { integrations, hosts: configuredHosts(rootConfig), proposals },
        signal,
      ),
      ...config.argocd.map(each =>
        lookAtArgoCd(each, { clusters, onRepository }, signal),
      ),
    ]);
    const ofRepositories = await Promise.all(
      Array.from(repositories)
        .slice(0, MOST_REPOSITORIES)
        .map(repository =>
          lookAtRepository(repository, { gitHostOf, proposals }, signal),
        ),
    );
    return [
      ...argocd.flat(),
      ...hosts,
      ...ofRepositories.flat(),
      ...(repositories.size > MOST_REPOSITORIES
        ? [
            doctorLine({ area: 'git', subject: 'repositories' }, 'unknown', {
              id: 'tooManyToLook',
              parameters: { looked: MOST_REPOSITORIES, all: repositories.size },
            }),
          ]
        : []),
    ];
  }
}
