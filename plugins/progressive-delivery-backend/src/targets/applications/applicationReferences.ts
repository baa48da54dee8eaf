import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
  ContentOf,
  Remedy,
  UnusableReason,
  visibleText,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ArgoCdConfig } from '../../config';
import { isNamespaceName } from './clusterNames';
import { UnusableReference, unusableReference } from './UnusableReference';

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
          {
            id: 'applicationNameInvalid',
            parameters: { name: visibleText(text) },
          },
          { id: 'correctName', parameters: {} },
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
        {
          id: 'tooManyNames',
          parameters: { named: names.length, used: MOST_NAMES },
        },
        { id: 'splitEntity', parameters: {} },
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
          { id: 'selectorInvalid', parameters: {} },
          { id: 'correctSelector', parameters: {} },
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
        unusableReference({
          reference: ANNOTATION_ARGOCD_APP_NAME,
          reason: 'not-found',
          message: { id: 'noInstallations', parameters: {} },
          remedies: [{ id: 'configureInstallation', parameters: {} }],
        }),
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
          { id: 'installationUnknown', parameters: { known } },
          { id: 'correctInstallation', parameters: {} },
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
        {
          id: 'namespaceInvalid',
          parameters: { name: visibleText(namespace) },
        },
        { id: 'correctNamespace', parameters: {} },
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
  const argocd = chosen.map(({ name }) => name);
  return {
    unusable: unusableReference({
      reference,
      reason: 'not-allowed',
      message:
        namespace === undefined
          ? { id: 'argocdNamespaceNotCounted', parameters: { argocd } }
          : { id: 'namespaceNotCounted', parameters: { namespace, argocd } },
      remedies: [{ id: 'countNamespace', parameters: {} }],
    }),
  };
}

function invalid(
  reference: string,
  message: ContentOf<UnusableReason>,
  remedy: ContentOf<Remedy>,
): UnusableReference {
  return unusableReference({
    reference,
    reason: 'invalid',
    message,
    remedies: [remedy],
  });
}

function listOf(annotation: string | undefined): string[] {
  const parts = (annotation ?? '').split(',').map(part => part.trim());
  return Array.from(new Set(parts.filter(Boolean)));
}
