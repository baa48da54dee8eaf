import { InputError } from '@backstage/errors';
import {
  NotPreparable,
  Reason,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { problemOf, reasonOf } from '../../errors/problemError';
import { sourceName } from '../../targets/applications/deliverySource';
import { LaidOutTarget } from '../../variants/rendering/TargetLayouts';

/** A source of which no chart is known, since it cannot be read. */
interface UnreadableSource {
  /** As people call it, such as `spec.sources[1]`. */
  source: string;
  because: Reason;
}

/** The sources of a target that may have charts which nobody knows, and why: what cannot be rendered may render one. */
export function unreadableSources({
  notLaidOut,
  sources,
}: LaidOutTarget): UnreadableSource[] {
  return [
    ...notLaidOut.map(({ because, source }) => ({
      source: sourceName(source),
      because: becauseOf(because),
    })),
    ...sources.flatMap(({ overlay, source }) =>
      overlay.charts.length > 0
        ? []
        : overlay.notRendered.map(reason => ({
            source: sourceName(source),
            because: toMessage('reason', reason),
          })),
    ),
  ];
}

/** Why a target has no charts at all. */
export function withoutCharts({
  notRendered,
  sources,
}: LaidOutTarget): NotPreparable {
  const [refusal] = notRendered;
  if (refusal) {
    const because = becauseOf(refusal);
    return toMessage(
      'notPreparable',
      because.id === 'sourceOfPlugin'
        ? { id: 'plugin', parameters: because.parameters }
        : { id: 'unreadable', parameters: { because } },
    );
  }
  const isKustomization = sources.some(
    ({ overlay }) => overlay.kind === 'kustomize',
  );
  const [first] = sources.filter(
    ({ overlay }) => (overlay.kind === 'kustomize') === isKustomization,
  );
  return toMessage('notPreparable', {
    id: isKustomization ? 'noChart' : 'plainDirectory',
    parameters: { directory: first?.source.path ?? '.' },
  });
}

function becauseOf(refusal: InputError): Reason {
  return (
    reasonOf(refusal) ?? {
      id: 'unknown',
      parameters: {},
      text: problemOf(refusal).text,
    }
  );
}
