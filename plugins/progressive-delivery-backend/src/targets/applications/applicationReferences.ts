import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ArgoCdConfig } from '../../config';
import { isNamespaceName } from './clusterNames';
import { UnusableReference } from './UnusableReference';

/** Names in one annotation: more would be a way to keep clusters busy. */
const MOST_NAMES = 100;

const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
/** Whatever a label selector is made of; the API server knows the grammar. */
const SELECTOR = /^[\w./!=,() -]{1,1000}$/;

/** A namespace in which Applications are looked up. */
export interface ApplicationNamespace {
  argocd: ArgoCdConfig;
  namespace: string;
}

/** The Applications that an entity's annotations name, in every place in which each may be. */
export interface ApplicationReferences {
  named: { reference: string; name: string; places: ApplicationNamespace[] }[];
  selected: {
    reference: string;
    labelSelector: string;
    places: ApplicationNamespace[];
  }[];
  /** What of the annotations cannot be used. */
  unusable: UnusableReference[];
}

/** A target's id; names of installations and namespaces hold no dot. */
export function applicationTargetId(
  { argocd, namespace }: ApplicationNamespace,
  name: string,
): string {
  return [argocd.name, namespace, name].join('.');
}

/** Reads the annotations of the community Argo CD plugin. */
export function applicationReferences(
  entity: Entity,
  installations: readonly ArgoCdConfig[],
): ApplicationReferences {
  const annotations = entity.metadata.annotations ?? {};
  const names = listOf(annotations[ANNOTATION_ARGOCD_APP_NAME]);
  const labelSelector = annotations[ANNOTATION_ARGOCD_APP_SELECTOR]?.trim();
  const defaultNamespace =
    annotations[ANNOTATION_ARGOCD_APP_NAMESPACE]?.trim() || undefined;
  const references: ApplicationReferences = {
    named: [],
    selected: [],
    unusable: [],
  };
  if (names.length === 0 && !labelSelector) {
    return references;
  }
  const { chosen, unusable } = chooseInstallations(
    listOf(annotations[ANNOTATION_ARGOCD_INSTANCE_NAME]),
    installations,
  );
  references.unusable.push(...unusable);
  if (chosen.length === 0) {
    return references;
  }

  for (const text of names.slice(0, MOST_NAMES)) {
    const reference = `${ANNOTATION_ARGOCD_APP_NAME}: ${text}`;
    const [name, namespace = defaultNamespace, ...rest] = text
      .split('/')
      .reverse();
    const located = locate(reference, namespace, chosen);
    if (rest.length > 0 || !NAME.test(name)) {
      references.unusable.push(
        invalid(
          reference,
          `"${text}" is not the name of an Application.`,
          'Write the name, or namespace/name, as Argo CD has it.',
        ),
      );
    } else if ('unusable' in located) {
      references.unusable.push(located.unusable);
    } else {
      references.named.push({ reference, name, places: located.places });
    }
  }
  if (names.length > MOST_NAMES) {
    references.unusable.push(
      invalid(
        ANNOTATION_ARGOCD_APP_NAME,
        `Only the first ${MOST_NAMES} of ${names.length} names are looked up.`,
        `Split the entity, or name what matters most first.`,
      ),
    );
  }

  if (labelSelector) {
    const reference = `${ANNOTATION_ARGOCD_APP_SELECTOR}: ${labelSelector}`;
    const located = locate(reference, defaultNamespace, chosen);
    if (!SELECTOR.test(labelSelector)) {
      references.unusable.push(
        invalid(
          reference,
          'That is not a label selector.',
          'Write it as kubectl takes it, such as team=agents,tier!=test.',
        ),
      );
    } else if ('unusable' in located) {
      references.unusable.push(located.unusable);
    } else {
      references.selected.push({
        reference,
        labelSelector,
        places: located.places,
      });
    }
  }
  return references;
}

function chooseInstallations(
  names: string[],
  installations: readonly ArgoCdConfig[],
): { chosen: ArgoCdConfig[]; unusable: UnusableReference[] } {
  if (installations.length === 0) {
    return {
      chosen: [],
      unusable: [
        {
          reference: ANNOTATION_ARGOCD_APP_NAME,
          targetIds: [],
          reason: 'not-found',
          message: 'This Backstage knows no Argo CD.',
          remedies: [
            'Add yours to progressiveDelivery.argocd in the app-config.',
          ],
        },
      ],
    };
  }
  if (names.length === 0) {
    return { chosen: [...installations], unusable: [] };
  }
  const known = installations.map(({ name }) => name);
  return {
    chosen: installations.filter(({ name }) => names.includes(name)),
    unusable: names
      .filter(name => !known.includes(name))
      .map(name =>
        invalid(
          `${ANNOTATION_ARGOCD_INSTANCE_NAME}: ${name}`,
          `There is no Argo CD of that name in the configuration; there is ${known.join(
            ', ',
          )}.`,
          'Name one of them, or leave the annotation out to look in all.',
        ),
      ),
  };
}

/** The namespaces to look in, of those installations whose configuration counts them. */
function locate(
  reference: string,
  namespace: string | undefined,
  chosen: ArgoCdConfig[],
): { places: ApplicationNamespace[] } | { unusable: UnusableReference } {
  if (namespace !== undefined && !isNamespaceName(namespace)) {
    return {
      unusable: invalid(
        reference,
        `"${namespace}" is not the name of a namespace.`,
        'Write the namespace that the Application object is in.',
      ),
    };
  }
  const places = chosen
    .map(argocd => ({ argocd, namespace: namespace ?? argocd.namespace }))
    .filter(place =>
      place.argocd.applicationNamespaces.includes(place.namespace),
    );
  if (places.length > 0) {
    return { places };
  }
  const names = chosen.map(({ name }) => name).join(', ');
  return {
    unusable: {
      reference,
      targetIds: [],
      reason: 'not-allowed',
      message: `Applications ${
        namespace === undefined
          ? 'beside Argo CD itself'
          : `in namespace ${namespace}`
      } do not count, as configured for Argo CD ${names}.`,
      remedies: [
        'Add the namespace to applicationNamespaces in progressiveDelivery.argocd of the app-config, if all who may write Applications there are to be trusted.',
      ],
    },
  };
}

function invalid(
  reference: string,
  message: string,
  remedy: string,
): UnusableReference {
  return {
    reference,
    targetIds: [],
    reason: 'invalid',
    message,
    remedies: [remedy],
  };
}

function listOf(annotation: string | undefined): string[] {
  const parts = (annotation ?? '').split(',').map(part => part.trim());
  return Array.from(new Set(parts.filter(Boolean)));
}
