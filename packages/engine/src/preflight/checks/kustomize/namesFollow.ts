import { formatFieldPath } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { partsOf } from '../../../variants/manifests/fields';
import { renderedPodSpec } from '../../../variants/manifests/renderedPods';
import {
  MovedWorkload,
  namespaceOf,
  RenderedChange,
} from '../../gathering/RenderedChange';
import { renderedObject } from '../foundObject';
import { Found, preflightCheck } from '../preflightCheck';
import { scalerOf } from '../rendered/scalersFollow';

const POD = ['spec', 'template', 'spec'];

/** No pod is that deep; what is deeper is not looked at. */
const MOST_DEPTH = 20;

/**
 * Where a kustomization gives objects other names, those that refer to them follow. Kustomize knows where that is in its own
 * kinds, and not in Rollouts nor that an autoscaler may name one (api internal/konfig/builtinpluginconsts/namereference.go).
 */
export const namesFollow = preflightCheck({
  id: 'names-follow',
  severity: 'block',
  pieces: [],
  concerns: ({ steps }) => steps.some(({ kind }) => kind === 'names'),
  run: async (change, _, turn) => {
    const places = change.steps
      .filter(({ kind }) => kind === 'names')
      .map(({ file, place }) => `${file} (${place})`);
    const names = new Set(change.after.map(({ metadata }) => metadata.name));
    const found: Found[] = [];
    for (const each of change.moved) {
      await turn();
      const left = [...inPods(each, names, change), ...ofScalers(each, change)];
      found.push(
        ...left.map(
          ({ field, object, wanted, written }): Found => ({
            object,
            message: 'nameLeft',
            parameters: {
              kind: object.kind,
              name: object.name,
              field,
              wanted,
              written,
              becomes: each.becomes,
              places,
            },
          }),
        ),
      );
    }
    return found;
  },
});

/** A name that was left as it is written in the chart. */
interface LeftName {
  object: Found['object'];
  field: string;
  written: string;
  wanted: string;
}

function inPods(
  { after, before }: MovedWorkload,
  names: ReadonlySet<string | undefined>,
  { target }: RenderedChange,
): LeftName[] {
  const [wanted, written] = [before, after].map(
    manifest => new Map(textsIn(renderedPodSpec(manifest), POD, MOST_DEPTH)),
  );
  return Array.from(written).flatMap(([field, text]) => {
    const name = wanted.get(field);
    return name !== undefined &&
      name !== text &&
      name.includes(text) &&
      names.has(name) &&
      !names.has(text)
      ? [
          {
            object: renderedObject(after, target),
            field,
            written: text,
            wanted: name,
          },
        ]
      : [];
  });
}

/** All texts, by where they stand. */
function textsIn(
  value: unknown,
  path: (string | number)[],
  depth: number,
): [string, string][] {
  if (typeof value === 'string') {
    return [[formatFieldPath(path), value]];
  }
  return depth === 0
    ? []
    : partsOf(value).flatMap(([key, part]) =>
        textsIn(part, [...path, key], depth - 1),
      );
}

function ofScalers(
  { becomes, name, namespace }: MovedWorkload,
  { after: all, target }: RenderedChange,
): LeftName[] {
  return all.flatMap(manifest => {
    const scaler = scalerOf(manifest);
    const written = scaler?.targetName;
    return scaler?.targetKind === becomes &&
      namespaceOf(manifest, target) === namespace &&
      typeof written === 'string' &&
      written !== name &&
      name.includes(written) &&
      !all.some(each => each.kind === becomes && each.metadata.name === written)
      ? [
          {
            object: renderedObject(manifest, target),
            field: `spec.${scaler.field}.name`,
            written,
            wanted: name,
          },
        ]
      : [];
  });
}
