import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  argocdManifests,
  Document,
  withoutTracking,
} from './rendering/argocdManifests';
import { applications } from './rendering/applications';
import { RenderingScene } from './rendering/RenderingScene';
import { folders } from './scene/folders';

/** Those of examples/gitops, named as their folders, which refer to no revision. */
const EXAMPLES = readdirSync(
  join(folders.repository, 'examples/gitops/argocd/applications'),
).map(name => ({ name, fixed: true }));

const RENDERED = [
  ...EXAMPLES,
  ...applications({ rendering: '', values: '', charts: '' }).map(
    ({ fixed, name }) => ({
      fixed,
      name,
    }),
  ),
];

/** Documents by what they are; of several with the same name, all. */
const byIdentity = (documents: Document[]) => {
  const found: Record<string, Document[]> = {};
  for (const document of documents) {
    const { apiVersion, kind, metadata } = document;
    const { name, namespace } = metadata;
    const identity = [apiVersion, kind, namespace, name].join(' ');
    (found[identity] ??= []).push(withoutTracking(document));
  }
  return found;
};

describe('What we render is what Argo CD renders', () => {
  let scene: RenderingScene;

  beforeAll(async () => {
    scene = await RenderingScene.open();
  });
  afterAll(() => scene?.close());

  it.each(RENDERED)('$name, as it is', async ({ name }) => {
    const target = scene.ours.targetOf(await scene.application(name));
    const { documents } = await scene.ours.render(target);
    const expected = await argocdManifests(scene.sandbox.argocd, name);
    expect(expected.length).toBeGreaterThan(0);
    expect(byIdentity(documents)).toEqual(byIdentity(expected));
  });

  it.each(RENDERED)(
    '$name, with each switch flipped by a commit',
    async ({ fixed, name }) => {
      const target = scene.ours.targetOf(await scene.application(name));
      const { edits } = await scene.ours.render(target);
      expect(edits.length).toBeGreaterThan(0);
      for (const [index, edit] of edits.entries()) {
        const branch = `flipped/${name}-${index}`;
        await scene.ours.commit(edit, branch);
        const at = target.sources.findIndex(
          ({ repository }) => repository === edit.repository,
        );
        const sources = target.sources.map((source, position) =>
          position === at ? onBranch(source, branch) : source,
        );
        const expected = byIdentity(
          await argocdManifests(scene.sandbox.argocd, name, {
            value: branch,
            sourcePosition: sources.length > 1 ? at + 1 : undefined,
          }),
        );
        const renderings = [
          (await scene.ours.render({ ...target, sources })).documents,
          ...(fixed ? [await scene.ours.preview(target, edit)] : []),
        ];
        expect(renderings.map(byIdentity)).toEqual(
          renderings.map(() => expected),
        );
      }
    },
  );
});

function onBranch<
  T extends { revision: string; written?: { targetRevision?: string } },
>(source: T, branch: string): T {
  return {
    ...source,
    revision: branch,
    written: source.written && { ...source.written, targetRevision: branch },
  };
}
