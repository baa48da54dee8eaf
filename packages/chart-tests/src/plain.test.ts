import { readFile } from 'node:fs/promises';
import { fixture } from './fixtures';
import { render } from './rendering/render';

const helms = ['helm', 'helm3'] as const;
const overlays = ['defaults', 'everything', 'production', 'staging'];

/** What the chart rendered before it had progressive delivery. Never updated: there is no such chart any more. */
const plain = (helm: string, overlay: string) =>
  readFile(fixture(`plain/${helm}/${overlay}.yaml`), 'utf8');

const valueFiles = (overlay: string) => [fixture(`values/${overlay}.yaml`)];

/** Adds the annotation to each Deployment of a plain rendering, and touches nothing else. */
function withPruneLast(rendering: string): string {
  const line = '    argocd.argoproj.io/sync-options: PruneLast=true\n';
  return rendering
    .split('---\n')
    .map(document => {
      if (!document.includes('\nkind: Deployment\n')) {
        return document;
      }
      const [metadata, ...spec] = document.split('\nspec:\n');
      const annotated = metadata.includes('\n  annotations:\n')
        ? metadata.replace(/\n {2}annotations:\n/, match => `${match}${line}`)
        : `${metadata}\n  annotations:\n${line.trimEnd()}`;
      return [annotated, ...spec].join('\nspec:\n');
    })
    .join('---\n');
}

describe.each(helms)('the chart with progressive delivery off, by %s', helm => {
  it.each(overlays)(
    'renders %s as before, but for one annotation on the Deployments',
    async overlay => {
      const before = await plain(helm, overlay);
      const now = await render({ helm, valueFiles: valueFiles(overlay) });
      expect(now).not.toBe(before);
      expect(now).toBe(withPruneLast(before));
    },
  );

  it.each(overlays)(
    'renders %s byte for byte as before when pruneLast is off',
    async overlay => {
      const now = await render({
        helm,
        valueFiles: valueFiles(overlay),
        values: { progressiveDelivery: { pruneLast: false } },
      });
      expect(now).toBe(await plain(helm, overlay));
    },
  );
});
