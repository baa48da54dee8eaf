import {
  APPLICATION_ANNOTATION_ENTITIES,
  Problem,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  Application,
  applicationSources,
  ApplicationTarget,
  AppProject,
} from '@progressive-delivery/engine';
import { ProgressiveDeliveryConfig } from '../../config';
import {
  ApplicationAccess,
  ApplicationRefusal,
  decideApplicationAccess,
} from './decideAccess';
import {
  ApplicationNamespace,
  applicationTargetId,
} from '../applications/applicationReferences';
import { instanceName } from '../applications/instanceName';
import { BackPointer, malformedPointer } from './backPointer';
import { DeliveredEntity } from './DeliveredEntity';
import { resolveDestination } from './destination';
import { permittedResources } from './permittedResources';

export interface AssessedApplication {
  entity: DeliveredEntity;
  place: ApplicationNamespace;
  application: Application;
  /** What the Application says about the entity. */
  pointer: BackPointer;
  /** The Application's project, where it points back. */
  project: AppProject | undefined;
  config: Pick<ProgressiveDeliveryConfig, 'allow' | 'destinations'>;
  /** The path below which the Git host of a repository lives, see {@link gitHostBase}. */
  hostBase: (repository: string) => string;
}

/** What an Application is to an entity. */
export type Assessment =
  | { state: 'usable'; target: ApplicationTarget }
  | { state: 'not-allowed'; refusal: ApplicationRefusal }
  | { state: 'without-source' };

/** Decides whether an entity may use an Application, and makes a target of what it may use. */
export function assessApplication({
  application,
  config,
  entity,
  hostBase,
  place,
  pointer,
  project,
}: AssessedApplication): Assessment {
  const { argocd } = place;
  const { metadata, spec } = application;
  const destination = resolveDestination(
    spec.destination,
    argocd,
    config.destinations,
  );
  const access = decideApplicationAccess({
    entity,
    application,
    pointer,
    project,
    destination: destination.inProject,
    cluster: destination.destination.cluster,
    argocd,
    hostBase,
    allow: config.allow,
  });
  if (!access.allowed) {
    return { state: 'not-allowed', refusal: access.refusal };
  }
  const sources = applicationSources(application);
  if (sources.length === 0) {
    return { state: 'without-source' };
  }
  const permitted = permittedResources(application, access);
  return {
    state: 'usable',
    target: {
      kind: 'application',
      id: applicationTargetId(place, metadata.name),
      title: metadata.name,
      sources,
      destination: destination.destination,
      application: permitted.application,
      argocd: argocd.name,
      instanceName: instanceName(metadata, argocd),
      kustomizeBuildOptions: argocd.kustomizeBuildOptions,
      permitsCharts: access.permitsCharts,
      ownedSwitches: access.switches === 'all' ? undefined : access.switches,
      problems: [
        ...(destination.problem ? [destination.problem] : []),
        ...permitted.problems,
        ...pointerProblems(pointer, access, entity),
        ...entity.problems,
      ],
    },
  };
}

function pointerProblems(
  { malformed, switches: given, unread }: BackPointer,
  { switches: owned }: Extract<ApplicationAccess, { allowed: true }>,
  { entityRef }: DeliveredEntity,
): Problem[] {
  const problems: Problem[] = malformed.map(malformedPointer);
  if (unread > 0) {
    problems.push(
      toMessage('problem', {
        id: 'pointersUnread',
        parameters: {
          annotation: APPLICATION_ANNOTATION_ENTITIES,
          count: unread,
        },
      }),
    );
  }
  if (
    owned !== 'all' &&
    owned.length === 0 &&
    given !== 'all' &&
    given.length > 0
  ) {
    problems.push(
      toMessage('problem', {
        id: 'switchesNotNamed',
        parameters: { entity: entityRef, switches: given },
      }),
    );
  }
  return problems;
}
