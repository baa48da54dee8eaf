import { AllowRule, ArgoCdConfig } from '../../config';
import { allowsNamespace, findAllowRule } from './allowRules';
import { Application } from '../applications/application';
import { applicationRepositories } from '../applications/applicationSources';
import { AppProject } from '../applications/appProject';
import { BackPointer } from './backPointer';
import { DeliveredEntity } from './DeliveredEntity';
import {
  permitsApplicationNamespace,
  permitsDestination,
  permitsRepository,
  ProjectDestination,
} from './projectPermission';
import { commonSwitchIds, SwitchIds } from './switchIds';

export interface AccessQuestion {
  entity: DeliveredEntity;
  application: Application;
  /** What the Application says about the entity. */
  pointer: BackPointer;
  /** The Application's project, where it points back; absent where there is none. */
  project: AppProject | undefined;
  /** The Application's destination; absent where Argo CD would refuse it. */
  destination: ProjectDestination | undefined;
  argocd: Pick<ArgoCdConfig, 'namespace'>;
  allow: readonly AllowRule[];
}

/** Whether an entity may use an Application. */
export type Access =
  | {
      allowed: true;
      /** The switches that belong to the entity. */
      switches: SwitchIds;
      /** Whether what the Application has in a namespace may be looked at. */
      permitsNamespace(namespace: string): boolean;
      /** Whether charts may be fetched from a repository, `https://` or `oci://`. */
      permitsCharts(repository: string): boolean;
    }
  | { allowed: false; refusal: Refusal };

/**
 * Why an entity may not use an Application.
 *
 * - `not-pointed`: it does not point back
 * - `no-project`: it points back, and its AppProject does not exist
 * - `not-permitted`: it points back, and its AppProject does not permit what it does
 */
export type Refusal =
  | { state: 'not-pointed' }
  | { state: 'no-project' }
  | { state: 'not-permitted'; what: string[] };

/** An Application that points back decides which switches it gives; a rule leaves that to the entity. */
export function decideAccess(question: AccessQuestion): Access {
  const { allow, application, destination, entity, pointer, project } =
    question;
  const refusal = refusalOf(question);
  const ruleFor = (repositories: string[]) =>
    findAllowRule(allow, {
      owners: entity.owners,
      project: application.spec.project,
      repositories,
      namespace: application.spec.destination.namespace || undefined,
    });
  if (!refusal && project && destination) {
    return {
      allowed: true,
      switches: commonSwitchIds(pointer.switches, entity.switches),
      permitsNamespace: namespace =>
        permitsDestination(project, { ...destination, namespace }),
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
  return { allowed: false, refusal: refusal ?? { state: 'not-pointed' } };
}

function refusalOf({
  application,
  argocd,
  destination,
  pointer,
  project,
}: AccessQuestion): Refusal | undefined {
  if (!pointer.points) {
    return { state: 'not-pointed' };
  }
  if (!project) {
    return { state: 'no-project' };
  }
  const what: string[] = [];
  if (
    !permitsApplicationNamespace(
      project,
      application.metadata.namespace,
      argocd.namespace,
    )
  ) {
    what.push('Applications in its namespace');
  }
  if (
    !applicationRepositories(application).every(repository =>
      permitsRepository(project, repository),
    )
  ) {
    what.push('its sources');
  }
  if (!destination || !permitsDestination(project, destination)) {
    what.push('its destination');
  }
  return what.length > 0 ? { state: 'not-permitted', what } : undefined;
}

/** Argo CD names registries without `oci://`. */
function permitsChartRepository(project: AppProject, repository: string) {
  return [repository, repository.replace(/^oci:\/\//, '')].some(name =>
    permitsRepository(project, name),
  );
}
