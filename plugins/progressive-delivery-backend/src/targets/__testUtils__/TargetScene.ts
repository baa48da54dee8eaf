import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { UnusableTarget } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { hurryRequests } from '../../clusters/__testUtils__/hurryRequests';
import { KubernetesProxy } from '../../clusters/__testUtils__/KubernetesProxy';
import { readConfig } from '../../config';
import { TargetService } from '../TargetService';
import { applicationObject } from './applications';

export const GROUP = '/apis/argoproj.io/v1alpha1/namespaces';
export const APPLICATIONS = `${GROUP}/argocd/applications`;
export const PROJECTS = `${GROUP}/argocd/appprojects`;
export const AGENTS = 'component:default/agents';

export const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'agents', namespace: 'default', annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
});

/** The entity, with the Applications that it names. */
export const named = (names: string) => entity({ 'argocd/app-name': names });

/** All that an answer says of a target that cannot be used. */
export const said = ({ message, problems }: UnusableTarget) =>
  [message, ...problems].map(({ text }) => text).join(' ');

export const ids = async (resolved: Promise<{ targets: { id: string }[] }>) =>
  (await resolved).targets.map(({ id }) => id);

/** For {@link TargetScene.service}: no Argo CD in edge. */
export const onlyMain = { argocd: [{ name: 'main', cluster: 'hub' }] };

/** Two clusters, each with an Argo CD that has a project and the Applications that a test puts there. */
export class TargetScene {
  static async start(): Promise<TargetScene> {
    return new TargetScene(await KubernetesProxy.start());
  }

  private constructor(readonly proxy: KubernetesProxy) {}

  /** Leaves nothing there but the projects. */
  clear(): void {
    this.proxy.clear();
    for (const cluster of ['hub', 'edge']) {
      this.hasProject(cluster, {});
    }
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
  }

  /** Argo CD main runs in hub, edge in edge. */
  service(
    progressiveDelivery: object = {},
    logger = mockServices.logger.mock(),
  ): TargetService {
    return TargetService.create({
      clusters: this.proxy.clusters(),
      config: readConfig(
        new ConfigReader({
          progressiveDelivery: {
            argocd: [
              { name: 'main', cluster: 'hub' },
              { name: 'edge', cluster: 'edge' },
            ],
            ...progressiveDelivery,
          },
        }),
      ),
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { gitea: [{ host: 'git.example.com' }] },
        }),
      ),
      logger,
    });
  }

  /** Puts an Application beside Argo CD. */
  has(fields: Parameters<typeof applicationObject>[0], cluster = 'hub'): void {
    this.proxy.has(cluster, APPLICATIONS, applicationObject(fields));
  }

  /** Puts the project there that everything in `platform` may be delivered with. */
  hasProject(cluster: string, more: object): void {
    this.proxy.has(cluster, PROJECTS, {
      metadata: { name: 'default' },
      spec: {
        sourceRepos: ['https://git.example.com/platform/*'],
        destinations: [{ server: '*', namespace: '*' }],
        ...more,
      },
    } as { metadata: { name: string } });
  }

  neverAnswers(what: { cluster: string; path?: string }): void {
    hurryRequests(this.proxy);
    this.proxy.answers(what, 'silence');
  }
}
