import { NotAllowedError } from '@backstage/errors';
import {
  APPLICATION_ANNOTATION_ENTITIES,
  ContentOf,
  Problem,
  Remedy,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { DeliveryTarget, problemError } from '@progressive-delivery/engine';
import { AllowRule } from '../../allowRule';
import { ApplicationRefusal } from './decideAccess';
import { ApplicationNamespace } from '../applications/applicationReferences';
import { DeliveredEntity } from './DeliveredEntity';
import {
  UnusableReference,
  unusableReference,
} from '../applications/UnusableReference';

interface Refused<Place> {
  reference: string;
  entity: DeliveredEntity;
  place: Place;
  targetIds: string[];
}

const refused = (
  { reference, targetIds }: Refused<unknown>,
  said: Pick<
    Parameters<typeof unusableReference>[0],
    'message' | 'problems' | 'remedies'
  >,
): UnusableReference =>
  unusableReference({ reference, targetIds, reason: 'not-allowed', ...said });

/** Says that an entity may not use an Application, and how to fix that: nothing of what the Application holds. */
export function notAllowed(
  options: Refused<ApplicationNamespace> & {
    name: string;
    refusal: ApplicationRefusal;
    /** Whether parts of the Application's back pointer cannot be read. */
    malformed: boolean;
  },
): UnusableReference {
  const { entity, place, refusal } = options;
  const application = {
    namespace: place.namespace,
    application: options.name,
  };
  const subject = {
    ...application,
    argocd: place.argocd.name,
    entity: entity.entityRef,
  };
  const answer = (
    id: 'notPointed' | 'projectMissing' | 'projectRefuses' | 'projectTooWide',
    remedy: ContentOf<Remedy>,
    problems?: Problem[],
  ) =>
    refused(options, {
      message: { id, parameters: subject },
      problems,
      remedies: [remedy, applicationRuleRemedy(entity)],
    });
  switch (refusal.state) {
    case 'not-pointed':
      return answer(
        'notPointed',
        {
          id: 'annotateApplication',
          parameters: { ...application, yaml: pointer(entity) },
        },
        options.malformed
          ? [
              toMessage('problem', {
                id: 'pointersMalformed',
                parameters: { annotation: APPLICATION_ANNOTATION_ENTITIES },
              }),
            ]
          : [],
      );
    case 'no-project':
      return answer('projectMissing', {
        id: 'createProject',
        parameters: application,
      });
    case 'not-permitted':
      return answer(
        'projectRefuses',
        { id: 'permitInProject', parameters: application },
        refusal.problems,
      );
    case 'not-ours':
      return answer('projectTooWide', {
        id: 'listRepositories',
        parameters: { argocd: place.argocd.name },
      });
    default:
      return refusal satisfies never;
  }
}

/**
 * The same of what a selector finds: which Applications these are is not said, for anybody may write a selector that
 * finds all.
 */
export function selectionNotAllowed(
  options: Refused<ApplicationNamespace>,
): UnusableReference {
  const { entity, place } = options;
  return refused(options, {
    message: {
      id: 'selectedNotPointed',
      parameters: {
        namespace: place.namespace,
        argocd: place.argocd.name,
        entity: entity.entityRef,
      },
    },
    remedies: [
      { id: 'annotateSelected', parameters: { yaml: pointer(entity) } },
      applicationRuleRemedy(entity),
    ],
  });
}

/** The same of an overlay that an annotation names. */
export function overlayNotAllowed(
  options: Refused<OverlayPlace>,
): UnusableReference {
  const { entity, place } = options;
  return refused(options, {
    message: {
      id: 'overlayNotAllowed',
      parameters: { entity: entity.entityRef },
    },
    remedies: [
      {
        id: 'addAllowRule',
        parameters: { yaml: overlayRule(entity, place) },
      },
      { id: 'nameApplication', parameters: {} },
    ],
  });
}

/** Says that only the overlay may be used, and not what runs. */
export function liveNotAllowed(
  entity: DeliveredEntity,
  place: OverlayPlace,
): Problem {
  return toMessage('problem', {
    id: 'liveNotAllowed',
    parameters: { yaml: overlayRule(entity, place) },
  });
}

/** Says that a switch belongs to another entity. */
export function switchNotAllowed(
  id: string,
  { ownedSwitches = [], title }: DeliveryTarget,
  entityRef: string,
): Error {
  const parameters = { entity: entityRef, target: title, switch: id };
  return problemError(
    NotAllowedError,
    ownedSwitches.length > 0
      ? {
          id: 'switchNotOwned',
          parameters: { ...parameters, own: ownedSwitches },
        }
      : { id: 'noSwitchOwned', parameters },
  );
}

/** What an entity says of an overlay. */
interface OverlayPlace {
  repository: string;
  cluster: string | undefined;
  namespace: string | undefined;
}

function overlayRule(
  { entityRef }: DeliveredEntity,
  { cluster, namespace, repository }: OverlayPlace,
): string {
  return writeAllowRule({
    entities: [entityRef],
    projects: ['*'],
    repositories: [repository],
    ...(cluster && { clusters: [cluster] }),
    namespaces: [namespace ?? '*'],
  });
}

function pointer({ entityRef, switches }: DeliveredEntity): string {
  const pointers =
    switches === 'all' || switches.length === 0
      ? entityRef
      : switches.map(each => `${entityRef}#${each}`).join(', ');
  return `${APPLICATION_ANNOTATION_ENTITIES}: ${pointers}`;
}

function applicationRuleRemedy({
  entityRef,
}: DeliveredEntity): ContentOf<Remedy> {
  return {
    id: 'addAllowRule',
    parameters: {
      yaml: writeAllowRule({
        entities: [entityRef],
        projects: ["the Application's project"],
        repositories: ['its repositories'],
        clusters: ["its cluster, if that is not Argo CD's own"],
        namespaces: ['its destination namespace'],
      }),
    },
  };
}

/** A rule as it is written in the app-config, with words in angle brackets for what it is not for us to say. */
function writeAllowRule(rule: Omit<AllowRule, 'locations' | 'owners'>): string {
  return `{ ${Object.entries(rule)
    .map(
      ([field, values]) =>
        `${field}: [${values
          .map(value => (value.includes(' ') ? `<${value}>` : `'${value}'`))
          .join(', ')}]`,
    )
    .join(', ')} }`;
}
