import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  Preflight,
  SwitchChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import type { Sandbox } from '@progressive-delivery/sandbox';
// What is compared are whole documents, which no API of the backend gives out: only that they differ.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { readConfig } from '../../../../plugins/progressive-delivery-backend/src/config';
import { ClusterService } from '../../../../plugins/progressive-delivery-backend/src/clusters/ClusterService';
import { PreflightService } from '../../../../plugins/progressive-delivery-backend/src/preflight/PreflightService';
import { VariantService } from '../../../engine/src/variants/VariantService';
import { ChartLayouts } from '../../../engine/src/overlays/charts/ChartLayouts';
import { ChartService } from '../../../engine/src/charts/ChartService';
import { configuredHosts } from '../../../../plugins/progressive-delivery-backend/src/git/command/configuredHosts';
import { RepositoryService } from '../../../../plugins/progressive-delivery-backend/src/git/RepositoryService';
import { SwitchReader } from '../../../engine/src/switches/SwitchReader';
import { applicationSchema } from '../../../engine/src/targets/applications/application';
import { assessApplication } from '../../../../plugins/progressive-delivery-backend/src/targets/access/assessApplication';
import { readBackPointer } from '../../../../plugins/progressive-delivery-backend/src/targets/access/backPointer';
import { DeliveryTarget } from '../../../engine/src/targets/applications/DeliveryTarget';
import {
  SwitchEdit,
  switchesOf,
} from '../../../engine/src/variants/switches/switchesOf';
import { TargetLayouts } from '../../../engine/src/variants/rendering/TargetLayouts';
import { TargetRenderings } from '../../../engine/src/variants/rendering/TargetRenderings';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import type { Document } from './argocdManifests';

const ENTITY = 'component:default/rendered';

/** What the cluster that is delivered to is, as Argo CD asks it. */
export interface RenderedFor {
  kubeVersion: string;
  apiVersions: string[];
}

/** The backend's own way from an Application to documents, less HTTP and permissions. */
export class OurRendering {
  static async create(
    sandbox: Sandbox,
    renderedFor: RenderedFor,
  ): Promise<OurRendering> {
    const { host } = new URL(sandbox.gitea.url);
    const directory = await mkdtemp(join(tmpdir(), 'pd-e2e-rendering-'));
    const configuration = new ConfigReader({
      integrations: {
        gitea: [
          {
            host,
            baseUrl: sandbox.gitea.url,
            username: sandbox.gitea.username,
            password: sandbox.gitea.token,
          },
        ],
      },
      progressiveDelivery: {
        argocd: [{ name: 'sandbox', cluster: 'sandbox' }],
        allow: [
          {
            entities: ['*'],
            projects: ['*'],
            repositories: ['*'],
            clusters: ['*'],
            namespaces: ['*'],
          },
        ],
        chartRepositories: [{ url: sandbox.gitea.url }],
        cacheDirectory: directory,
      },
    });
    const config = readConfig(configuration);
    const repositories = RepositoryService.create({
      integrations: ScmIntegrations.fromConfig(configuration),
      hosts: configuredHosts(configuration),
      logger: silentLogger(),
      cacheDirectory: directory,
      maximumAge: 0,
    });
    const charts = ChartLayouts.create({
      charts: ChartService.create({
        repositories: config.chartRepositories,
        cacheDirectory: directory,
      }),
    });
    const tools = {
      ...renderedFor,
      helm: sandbox.tools.helm,
      kustomize: sandbox.tools.kustomize,
      concurrency: 2,
    };
    return new OurRendering(
      directory,
      config,
      repositories,
      TargetLayouts.create({ repositories, charts }),
      TargetRenderings.create(tools),
      VariantService.create({ repositories, charts, ...tools }),
    );
  }

  private readonly switchReader = SwitchReader.create();

  private constructor(
    /** To be removed in the end. */
    readonly directory: string,
    private readonly config: ReturnType<typeof readConfig>,
    private readonly repositories: RepositoryService,
    private readonly layouts: TargetLayouts,
    private readonly renderings: TargetRenderings,
    private readonly variants: VariantService,
  ) {}

  /** @param object the Application, as the cluster has it */
  targetOf(object: unknown): DeliveryTarget {
    const application = applicationSchema.parse(object);
    const [argocd] = this.config.argocd;
    const assessment = assessApplication({
      application,
      config: this.config,
      entity: {
        entityRef: ENTITY,
        owners: ['group:default/owners'],
        switches: 'all',
        problems: [],
      },
      place: { argocd, namespace: argocd.namespace },
      hostBase: () => '',
      pointer: readBackPointer(undefined, ENTITY),
      project: undefined,
    });
    if (assessment.state !== 'usable') {
      throw new Error(`${application.metadata.name} is ${assessment.state}`);
    }
    return assessment.target;
  }

  /** The documents, and the edits that flip its switches. */
  async render(target: DeliveryTarget): Promise<{
    documents: Document[];
    edits: SwitchEdit[];
    switches: Awaited<ReturnType<typeof switchesOf>>;
  }> {
    const laidOut = await this.layouts.layOut(target, {});
    const tools = await this.renderings.findTools(target, {});
    const switches = await switchesOf(laidOut.sources, this.switchReader, {
      helm: tools.profile.helm,
    });
    return {
      documents: await this.renderings.render(laidOut, tools),
      switches,
      edits: switches.flatMap(({ edit }) => (edit ? [edit] : [])),
    };
  }

  /** What it would be with an edit, which nobody has committed. */
  async preview(target: DeliveryTarget, edit: SwitchEdit): Promise<Document[]> {
    const laidOut = await this.layouts.layOut(target, {});
    const tools = await this.renderings.findTools(target, {});
    return this.renderings.render(laidOut, tools, {
      change: { kind: 'edit', edit },
    });
  }

  /** What preflight says of a switch, with nobody in particular who asks. */
  async preflight(
    target: DeliveryTarget,
    change: SwitchChange,
    clusters: Pick<ClusterService, 'list' | 'read'>,
  ): Promise<Preflight> {
    const service = PreflightService.create({
      clusters,
      variants: this.variants,
      config: this.config,
      logger: silentLogger(),
    });
    const { comparison } = await service.compare(target, change);
    if (!comparison.preflight) {
      throw new Error(`${target.title} is set that way already`);
    }
    return comparison.preflight;
  }

  /** Commits an edit on a branch, which begins there where it is not the one that was edited. */
  async commit(edit: SwitchEdit, branch: string): Promise<void> {
    await this.repositories.publish({
      repository: edit.repository,
      branch,
      base: { commit: edit.commit },
      expectedHead: branch === edit.branch ? edit.commit : undefined,
      files: new Map([[edit.file, edit.after]]),
      message: () => `Flip ${edit.path}`,
      author: { name: 'Somebody', email: 'somebody@example.com' },
    });
  }
}

function silentLogger(): LoggerService {
  const logger: LoggerService = {
    error: () => undefined,
    warn: () => undefined,
    info: () => undefined,
    debug: () => undefined,
    child: () => logger,
  };
  return logger;
}
