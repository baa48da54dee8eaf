import { compareManifests } from '../compareManifests';
import { describeChanges, describeWhole } from '../describeChanges';
import { Manifest } from '../../manifests/manifests';
import { Masker } from '../../secrets/Masker';

export const CANARY = 's3cr3t-c4n4ry';

export const object = (
  apiVersion: string,
  kind: string,
  fields: Record<string, unknown>,
  name = 'web',
): Manifest => ({ apiVersion, kind, metadata: { name }, ...fields });

export const secret = (fields: Record<string, unknown>): Manifest =>
  object('v1', 'Secret', fields, 'credentials');

export const configMap = (data: Record<string, unknown>, name = 'settings') =>
  object('v1', 'ConfigMap', { data }, name);

export const deployment = (
  container: Record<string, unknown>,
  pod: Record<string, unknown> = {},
) =>
  object('apps/v1', 'Deployment', {
    spec: {
      replicas: 3,
      template: {
        spec: { containers: [{ name: 'web', ...container }], ...pod },
      },
    },
  });

export const rollout = (spec: Record<string, unknown>) =>
  object('argoproj.io/v1alpha1', 'Rollout', { spec });

/** All that people are shown of an edit that adds the objects, and of one that changes a label of each. */
export async function shown(
  manifests: Manifest[],
  { values = false }: { values?: boolean } = {},
): Promise<string> {
  const labelled = manifests.map(manifest => ({
    ...manifest,
    metadata: { ...manifest.metadata, labels: { edited: 'yes' } },
  }));
  const answers = [];
  for (const before of [[], labelled]) {
    const { changes } = await compareManifests(before, manifests);
    const masker = await Masker.create([...before, ...manifests], { values });
    answers.push(
      (await describeChanges(changes, masker)).changes,
      await Promise.all(changes.map(each => describeWhole(each, masker))),
    );
  }
  return JSON.stringify(answers);
}

export async function differences(
  before: Manifest,
  after: Manifest,
  values = false,
) {
  const { changes } = await compareManifests([before], [after]);
  const masker = await Masker.create([before, after], { values });
  const {
    changes: [{ differences: found, patch }],
  } = await describeChanges(changes, masker);
  return { differences: found, patch };
}
