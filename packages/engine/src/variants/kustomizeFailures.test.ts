import { resolve } from 'node:path';
import { noCharts } from '../charts/__testUtils__/noCharts';
import { OverlayTarget } from '../targets/applications/DeliveryTarget';
import { FolderRepositories } from './__testUtils__/FolderRepositories';
import { renderTool } from './__testUtils__/renderTools';
import { VariantService } from './VariantService';

const OVERLAY = 'argocd/applications/agents';

const target: OverlayTarget = {
  kind: 'overlay',
  id: 'agents',
  title: OVERLAY,
  sources: [
    {
      repository: 'https://git.example.com/platform/gitops.git',
      revision: 'main',
      path: OVERLAY,
    },
  ],
  destination: { namespace: 'agents' },
};

// Tools and a thread that reads TypeScript take their time to start on a busy machine.
jest.setTimeout(60_000);

describe('A kustomization whose build fails with a Rollout', () => {
  it.each([
    [
      'replicas:\n  - name: agents-controllers\n    count: 2\n',
      'replicas, line',
    ],
    [
      'patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: agents-controllers, namespace: agents }\n',
      'patches, line',
    ],
  ])('is named with its line: %s', async (steps, place) => {
    const repositories = new FolderRepositories(
      resolve(__dirname, '../../../../examples/gitops'),
    );
    const file = `${OVERLAY}/kustomization.yaml`;
    const own = repositories.files.get(file)!.toString();
    repositories.write(file, `${own}\n${steps}`);
    const variants = VariantService.create({
      repositories,
      charts: noCharts(),
      helm: renderTool('helm'),
      kustomize: renderTool('kustomize'),
      apiVersions: [],
      concurrency: 2,
    });
    const line = own.split('\n').length + 2;
    await expect(
      variants.compare(target, {
        switch: 'controllers.progressiveDelivery.enabled',
        enabled: true,
      }),
    ).rejects.toThrow(
      new RegExp(
        `^The overlay does not render with this change: .*see ${file} \\(${place} ${line}\\)\\)$`,
        's',
      ),
    );
  });
});
