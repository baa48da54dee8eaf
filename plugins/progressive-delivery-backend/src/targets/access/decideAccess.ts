import {
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  Application,
  applicationRepositories,
  AppProject,
  GlobWork,
} from '@progressive-delivery/engine';
import { AllowRule } from '../../allowRule';
import { ArgoCdConfig } from '../../config';
import {
  allowsNamespace,
  ClusterQuestion,
  findAllowRule,
  matchesRepository,
} from './allowRules';
import { BackPointer } from './backPointer';
import { DeliveredEntity } from './DeliveredEntity';
import {
  permitsApplicationNamespace,
  permitsDestination,
  permitsRepository,
  ProjectDestination,
} from './projectPermission';
import { commonSwitchIds, SwitchIds } from './switchIds';

/** What is asked about an Application. */
export interface ApplicationQuestion {
  entity: DeliveredEntity;
  application: Application;
  /** What the Application says about the entity. */
  pointer: BackPointer;
  /** The Application's project, where it points back; absent where there is none. */
  project: AppProject | undefined;
  /** The Application's destination; absent where Argo CD would refuse it. */
  destination: ProjectDestination | undefined;
  /** The Kubernetes plugin's name of the cluster that it delivers to; absent where none is known. */
  cluster: string | undefined;
  argocd: Pick<ArgoCdConfig, 'cluster' | 'namespace' | 'repositories'>;
  /** The path below which the Git host of a repository lives. */
  hostBase: (repository: string) => string;
  allow: readonly AllowRule[];
}

/** What is asked about an overlay that the entity's author names. */
export interface OverlayQuestion {
  entity: DeliveredEntity;
  repository: string;
  /** Whether its author may point it anywhere, rather than beside the entity's own file only. */
  anywhere: boolean;
  /** Where it runs, as its author says. */
  cluster: string | undefined;
  namespace: string | undefined;
  allow: readonly AllowRule[];
}

/** Whether an entity may use an Application. */
export type ApplicationAccess =
  | {
      allowed: true;
      /** The switches that belong to the entity. */
      switches: SwitchIds;
      /** Whether what the Application has in a namespace may be looked at. */
      permitsNamespace(namespace: string): boolean;
      /** Whether charts may be fetched from a repository, `https://` or `oci://`. */
      permitsCharts(repository: string): boolean;
    }
  | { allowed: false; refusal: ApplicationRefusal };

/** Whether an entity may use an overlay: not where no rule allows its repository and namespace. */
export type OverlayAccess =
  | {
      allowed: true;
      /** Whether what runs in the cluster and namespace may be looked at. */
      live: boolean;
      /** Whether charts may be fetched from a repository, `https://` or `oci://`. */
      permitsCharts(repository: string): boolean;
    }
  | { allowed: false };

/**
 * Why an Application may not be used:
 *
 * - `not-pointed`: it does not point back
 * - `no-project`: it points back, and its AppProject does not exist
 * - `not-permitted`: it points back, and its AppProject does not permit what it does
 * - `not-ours`: it points back, and its AppProject permits a repository by a wildcard only that covers more than one
 *   organisation: that proves what Argo CD may read, not what Backstage's own Git credentials may
 */
export type ApplicationRefusal =
  | { state: 'not-pointed' }
  | { state: 'no-project' }
  | { state: 'not-permitted'; problems: Problem[] }
  | { state: 'not-ours' };

/** An Application that points back decides which switches it gives; a rule leaves that to the entity. */
export function decideApplicationAccess(
  question: ApplicationQuestion,
): ApplicationAccess {
  const { allow, application, argocd, cluster, entity, pointer } = question;
  const ruleFor = (repositories: string[]) =>
    findAllowRule(allow, {
      entity,
      project: application.spec.project,
      repositories,
      cluster: { kind: 'delivered', name: cluster, own: argocd.cluster },
      namespace: application.spec.destination.namespace || undefined,
    });
  const backPointer = judgeBackPointer(question);
  if (backPointer.counts) {
    const { destination, project } = backPointer;
    const ofNamespaces = GlobWork.create();
    return {
      allowed: true,
      switches: commonSwitchIds(pointer.switches, entity.switches),
      permitsNamespace: namespace =>
        permitsDestination(project, { ...destination, namespace }, ofNamespaces)
          .permitted,
      permitsCharts: repository =>
        permitsChartRepository(project, repository) ||
        ruleFor([repository]) !== undefined,
    };
  }
  const rule = ruleFor(applicationRepositories(application));
  if (rule) {
    return {
      allowed: true,
      switches: entity.switches,
      permitsNamespace: namespace => allowsNamespace(rule, namespace),
      permitsCharts: repository => ruleFor([repository]) !== undefined,
    };
  }
  return { allowed: false, refusal: backPointer.refusal };
}

/**
 * An overlay has no Argo CD that could vouch for it. What its author may point anywhere needs a rule; so does looking at
 * what runs, whose cluster and namespace are the author's word as well: only a rule that names the cluster gives it.
 */
export function decideOverlayAccess({
  allow,
  anywhere,
  cluster,
  entity,
  namespace,
  repository,
}: OverlayQuestion): OverlayAccess {
  const isAllowed = (of: string, asked: ClusterQuestion) =>
    findAllowRule(allow, {
      entity,
      repositories: [of],
      cluster: asked,
      namespace,
    }) !== undefined;
  if (anywhere && !isAllowed(repository, { kind: 'none' })) {
    return { allowed: false };
  }
  return {
    allowed: true,
    live:
      cluster !== undefined &&
      isAllowed(repository, { kind: 'claimed', name: cluster }),
    permitsCharts: of => isAllowed(of, { kind: 'none' }),
  };
}

/** Whether the Application points back at the entity, and its AppProject permits what it does. */
function judgeBackPointer({
  application,
  argocd,
  destination,
  hostBase,
  pointer,
  project,
}: ApplicationQuestion):
  | { counts: true; project: AppProject; destination: ProjectDestination }
  | { counts: false; refusal: ApplicationRefusal } {
  if (!pointer.points) {
    return { counts: false, refusal: { state: 'not-pointed' } };
  }
  if (!project) {
    return { counts: false, refusal: { state: 'no-project' } };
  }
  const problems: Problem[] = [];
  const work = GlobWork.create();
  if (
    !permitsApplicationNamespace(
      project,
      application.metadata.namespace,
      argocd.namespace,
      work,
    )
  ) {
    problems.push(
      toMessage('problem', {
        id: 'projectRefusesNamespace',
        parameters: { namespace: application.metadata.namespace },
      }),
    );
  }
  const repositories = applicationRepositories(application).map(repository => ({
    repository,
    decision: permitsRepository(
      project,
      repository,
      hostBase(repository),
      work,
    ),
  }));
  const denied = repositories
    .map(({ decision }) => decision)
    .find(decision => !decision.permitted);
  if (denied && !denied.permitted) {
    problems.push(
      toMessage('problem', {
        id: 'projectRefusesSources',
        parameters: { rule: denied.by },
      }),
    );
  }
  if (!destination) {
    problems.push(
      toMessage('problem', { id: 'destinationRefused', parameters: {} }),
    );
  } else {
    const decision = permitsDestination(project, destination, work);
    if (!decision.permitted) {
      problems.push(
        toMessage('problem', {
          id: 'projectRefusesDestination',
          parameters: { rule: decision.by },
        }),
      );
    }
  }
  if (!destination || problems.length > 0) {
    return { counts: false, refusal: { state: 'not-permitted', problems } };
  }
  return repositories.every(
    ({ decision, repository }) =>
      (decision.permitted && decision.inOrganisation) ||
      matchesRepository(argocd.repositories, repository),
  )
    ? { counts: true, project, destination }
    : { counts: false, refusal: { state: 'not-ours' } };
}

/** Argo CD names registries without `oci://`. */
function permitsChartRepository(project: AppProject, repository: string) {
  const work = GlobWork.create();
  return [repository, repository.replace(/^oci:\/\//, '')].some(
    name => permitsRepository(project, name, '', work).permitted,
  );
}
