import { KustomizeStep } from '../../../overlays/kustomize/kustomizeSteps';
import {
  stepMatches,
  StepSubject,
} from '../../../overlays/kustomize/stepMatches';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { Found, preflightCheck } from '../preflightCheck';

/** Steps that are named. */
const MOST_STEPS = 10;

/**
 * Patches, replacements and components that select the kind that a workload is select the one that it becomes as well, or
 * have a twin that does: kustomize says nothing of a step that selects nothing any more.
 */
export const kustomizeSteps = preflightCheck({
  id: 'kustomize-steps',
  severity: 'warn',
  pieces: [],
  run: ({ moved, steps }) =>
    moved.flatMap(each => {
      const lost = steps.filter(
        step => step.kind === 'patch' && isLost(step, each, steps),
      );
      const files = Array.from(new Set(lost.map(({ file }) => file)));
      return files.map(
        (file): Found => ({
          object: { kind: 'Kustomization', name: file },
          message: 'stepsLost',
          parameters: {
            file,
            kind: each.kind,
            becomes: each.becomes,
            workload: each.name,
            steps: lost
              .filter(step => step.file === file)
              .map(({ place }) => place)
              .slice(0, MOST_STEPS),
          },
        }),
      );
    }),
});

function isLost(
  { file, target }: KustomizeStep,
  { after, before }: MovedWorkload,
  all: KustomizeStep[],
): boolean {
  const [old, current] = [before, after].map(subjectOf);
  return (
    // One that selects whatever there is, is none for a kind.
    stepMatches(target, old) === true &&
    stepMatches(target, current) === false &&
    !all.some(
      other =>
        other.file === file &&
        other.kind === 'patch' &&
        stepMatches(other.target, old) === false &&
        stepMatches(other.target, current) === true,
    )
  );
}

function subjectOf(manifest: Manifest): StepSubject {
  const { apiVersion, kind, metadata } = manifest;
  return {
    group: groupOf(manifest),
    version: apiVersion.split('/').at(-1) ?? '',
    kind,
    name: metadata.name ?? '',
  };
}
