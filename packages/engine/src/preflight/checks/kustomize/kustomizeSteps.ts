import { KustomizeStep } from '../../../overlays/kustomize/kustomizeSteps';
import {
  StepMatcher,
  stepMatcher,
  StepSubject,
} from '../../../overlays/kustomize/stepMatcher';
import { groupOf, Manifest } from '../../../variants/manifests/manifests';
import { MovedWorkload } from '../../gathering/RenderedChange';
import { Found, preflightCheck, Turn } from '../preflightCheck';

/** Steps that are named. */
const MOST_STEPS = 10;

/** Patches after which it is seen whether others should have their turn. */
const TURN = 500;

/**
 * Patches, replacements and components that select the kind that a workload is select the one that it becomes as well, or
 * have a twin that does: kustomize says nothing of a step that selects nothing any more.
 */
export const kustomizeSteps = preflightCheck({
  id: 'kustomize-steps',
  severity: 'warn',
  pieces: [],
  run: async ({ moved, steps }, _, turn) => {
    const patches = steps
      .filter(({ kind }) => kind === 'patch')
      .map((step): Patch => ({ ...step, selects: stepMatcher(step.target) }));
    const found: Found[] = [];
    for (const each of moved) {
      for (const [file, places] of await lostPatches(each, patches, turn)) {
        found.push({
          object: { kind: 'Kustomization', name: file },
          message: 'stepsLost',
          parameters: {
            file,
            kind: each.kind,
            becomes: each.becomes,
            workload: each.name,
            steps: places.slice(0, MOST_STEPS),
          },
        });
      }
    }
    return found;
  },
});

interface Patch extends KustomizeStep {
  selects: StepMatcher;
}

/** Where in each kustomization a patch selects the kind that goes, and none the one that comes. */
async function lostPatches(
  { after, before }: MovedWorkload,
  patches: Patch[],
  turn: Turn,
): Promise<Map<string, string[]>> {
  const [old, current] = [before, after].map(subjectOf);
  const lost = new Map<string, string[]>();
  const withTwin = new Set<string>();
  for (const [index, { file, place, selects }] of patches.entries()) {
    if (index % TURN === 0) {
      await turn();
    }
    const selectsOld = selects(old);
    const selectsCurrent = selects(current);
    // One that selects whatever there is, is none for a kind.
    if (selectsOld && selectsCurrent === false) {
      const places = lost.get(file) ?? [];
      lost.set(file, places);
      places.push(place);
    } else if (selectsOld === false && selectsCurrent) {
      withTwin.add(file);
    }
  }
  for (const file of withTwin) {
    lost.delete(file);
  }
  return lost;
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
