import { APPLICATION_ANNOTATION_ENTITIES } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { AllowRule } from '../../allowRule';
import { ApplicationRefusal } from './decideAccess';
import { ApplicationNamespace } from '../applications/applicationReferences';
import { DeliveredEntity } from './DeliveredEntity';
import { DeliveryTarget } from '../applications/DeliveryTarget';
import { UnusableReference } from '../applications/UnusableReference';

/** Says that an entity may not use an Application, and how to mend that: nothing of what the Application holds. */
export function notAllowed(options: {
  reference: string;
  entity: DeliveredEntity;
  place: ApplicationNamespace;
  name: string;
  refusal: ApplicationRefusal;
  /** Whether parts of the Application's back pointer cannot be read. */
  malformed: boolean;
  targetIds: string[];
}): UnusableReference {
  const { entity, malformed, name, place, refusal } = options;
  const application = `Application ${place.namespace}/${name}`;
  const subject = `${application} of Argo CD ${place.argocd.name}`;
  const answer = (message: string, remedy: string): UnusableReference => ({
    reference: options.reference,
    targetIds: options.targetIds,
    reason: 'not-allowed',
    message,
    remedies: [remedy, allowRuleRemedy(entity)],
  });
  switch (refusal.state) {
    case 'not-pointed':
      return answer(
        `${subject} does not point back at ${
          entity.entityRef
        }, and no rule of progressiveDelivery.allow lets it be used.${
          malformed
            ? ` Parts of its annotation ${APPLICATION_ANNOTATION_ENTITIES} are not of the form kind:namespace/name#switch, and are ignored.`
            : ''
        }`,
        `Add to the annotations of ${application}${pointer(entity)}`,
      );
    case 'no-project':
      return answer(
        `${subject} points back at ${entity.entityRef}, which does not count because its AppProject does not exist.`,
        `Create the AppProject that ${application} names.`,
      );
    case 'not-permitted': {
      const what = refusal.what.join(' and ');
      return answer(
        `${subject} points back at ${entity.entityRef}, which does not count because its AppProject does not permit ${what}.`,
        `Let the AppProject of ${application} permit ${what}.`,
      );
    }
    case 'not-ours':
      return answer(
        `${subject} points back at ${entity.entityRef}, which does not count because its AppProject permits its sources by a wildcard that covers more than one organisation of a Git host: that says what Argo CD may read, not what Backstage may.`,
        `Add its repositories to progressiveDelivery.argocd[].repositories of Argo CD ${place.argocd.name} in the app-config, or let sourceRepos of the AppProject name their organisation.`,
      );
    default:
      return refusal satisfies never;
  }
}

/**
 * The same of what a selector finds: which Applications these are is not said, for anybody may write a selector that
 * finds all.
 */
export function selectionNotAllowed(options: {
  reference: string;
  entity: DeliveredEntity;
  place: ApplicationNamespace;
  targetIds: string[];
}): UnusableReference {
  const { entity, place } = options;
  return {
    reference: options.reference,
    targetIds: options.targetIds,
    reason: 'not-allowed',
    message: `Applications that match in namespace ${place.namespace} of Argo CD ${place.argocd.name} do not point back at ${entity.entityRef}, and no rule of progressiveDelivery.allow lets them be used.`,
    remedies: [
      `Add to the annotations of each Application that delivers it${pointer(
        entity,
      )}`,
      allowRuleRemedy(entity),
    ],
  };
}

/** The same of an overlay that an annotation names. */
export function overlayNotAllowed(options: {
  reference: string;
  entity: DeliveredEntity;
  place: OverlayPlace;
  targetIds: string[];
}): UnusableReference {
  const { entity, place } = options;
  return {
    reference: options.reference,
    targetIds: options.targetIds,
    reason: 'not-allowed',
    message: `No rule of progressiveDelivery.allow lets ${entity.entityRef} use this repository and namespace.`,
    remedies: [
      overlayRuleRemedy(entity, place),
      'Or name the Argo CD Application that delivers it in argocd/app-name, and let that point back.',
    ],
  };
}

/** Says that only the overlay may be used, and not what runs. */
export function liveNotAllowed(
  entity: DeliveredEntity,
  place: OverlayPlace,
): string {
  return `What runs is not shown, because no rule allows this cluster and namespace. ${overlayRuleRemedy(
    entity,
    place,
  )}`;
}

/** Says that a switch belongs to another entity. */
export function switchNotAllowed(
  id: string,
  { ownedSwitches = [], title }: DeliveryTarget,
  entityRef: string,
): string {
  return `The switch ${id} of ${title} does not belong to ${entityRef}; its own: ${
    ownedSwitches.join(', ') || 'none'
  }`;
}

/** What an entity says of an overlay. */
interface OverlayPlace {
  repository: string;
  cluster: string | undefined;
  namespace: string | undefined;
}

function overlayRuleRemedy(
  { entityRef }: DeliveredEntity,
  { cluster, namespace, repository }: OverlayPlace,
): string {
  return `Add a rule to progressiveDelivery.allow in the app-config: ${writeAllowRule(
    {
      entities: [entityRef],
      projects: ['*'],
      repositories: [repository],
      ...(cluster && { clusters: [cluster] }),
      namespaces: [namespace ?? '*'],
    },
  )}`;
}

function pointer({ entityRef, switches }: DeliveredEntity): string {
  const pointers =
    switches === 'all' || switches.length === 0
      ? entityRef
      : switches.map(each => `${entityRef}#${each}`).join(', ');
  return `, after a comma where it has that already: ${APPLICATION_ANNOTATION_ENTITIES}: ${pointers}`;
}

function allowRuleRemedy({ entityRef }: DeliveredEntity): string {
  return `Or add a rule to progressiveDelivery.allow in the app-config: ${writeAllowRule(
    {
      entities: [entityRef],
      projects: ["the Application's project"],
      repositories: ['its repositories'],
      clusters: ["its cluster, if that is not Argo CD's own"],
      namespaces: ['its destination namespace'],
    },
  )}`;
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
