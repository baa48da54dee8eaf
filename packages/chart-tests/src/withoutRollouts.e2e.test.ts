import assert from 'node:assert';
import { BareCluster } from './clusters/BareCluster';
import { eventually } from '@progressive-delivery/sandbox';
import { OwnDelivery } from './delivery/OwnDelivery';
import { examples } from './examples';
import { mustRun } from './tools/mustRun';
import { runTool } from './tools/runTool';

jest.setTimeout(90_000);

describe('a real cluster without Argo Rollouts', () => {
  let cluster: BareCluster;

  beforeAll(async () => {
    cluster = await BareCluster.start();
  });

  afterAll(() => cluster?.stop());

  describe.each([
    { helm: 'helm', validate: '--dry-run=server' },
    { helm: 'helm3', validate: '--validate' },
  ] as const)('by $helm', ({ helm, validate }) => {
    const asked = (command: string[], enabled: boolean): string[] => [
      ...[...command, 'agents', examples.chart, '--namespace', 'default'],
      ...['--set', `controllers.progressiveDelivery.enabled=${enabled}`],
    ];
    const environment = () => ({ KUBECONFIG: cluster.kubeconfig });
    const install = ['install', '--dry-run=server'];

    it('refuses Rollouts, saying what to install and how to turn them off', async () => {
      for (const command of [install, ['template', validate]]) {
        const { code, stderr } = await runTool(helm, asked(command, true), {
          environment: environment(),
        });
        expect(code).not.toBe(0);
        expect(stderr).toContain(
          'this cluster has no argoproj.io/v1alpha1 Rollout. Install Argo Rollouts',
        );
        expect(stderr).toContain(
          'turn it off: controllers.progressiveDelivery.enabled=false',
        );
      }
    });

    it('installs Deployments', async () => {
      const output = await mustRun(helm, asked(install, false), {
        environment: environment(),
      });
      expect(output.match(/^kind: Deployment$/gm)).toHaveLength(2);
    });

    it('renders where it does not ask the cluster', async () => {
      const output = await mustRun(helm, asked(['template'], true), {
        environment: environment(),
      });
      expect(output).toMatch(/^kind: Rollout$/m);
    });
  });

  describe('by Argo CD', () => {
    let delivery: OwnDelivery;
    let registration: { name: string; namespace: string };

    beforeAll(async () => {
      delivery = await OwnDelivery.create({
        values: { progressiveDelivery: { enabled: true } },
        server: cluster.url,
      });
      registration = { name: `${delivery.name}-cluster`, namespace: 'argocd' };
      await delivery.apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          ...registration,
          labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
        },
        stringData: {
          name: delivery.name,
          server: cluster.url,
          config: JSON.stringify({
            bearerToken: cluster.token,
            tlsClientConfig: { insecure: true },
          }),
        },
      });
    });

    afterAll(async () => {
      await delivery?.remove();
      await delivery?.kubectl([
        ...['delete', 'secret', registration.name, '--ignore-not-found'],
        ...['--namespace', registration.namespace],
      ]);
    });

    it('is not synced, and the Application says what to do', async () => {
      const message = await eventually(
        'The refusal',
        async () => {
          await delivery.refresh();
          const { conditions = [] } = await delivery.application();
          const messages = conditions.map(condition => condition.message);
          const refusal = messages.find(each =>
            each.includes('has no argoproj.io/v1alpha1 Rollout'),
          );
          assert(refusal, messages.join());
          return refusal;
        },
        { seconds: 60 },
      );
      expect(message).toContain('Install Argo Rollouts');
      expect(message).toContain(
        'turn it off: controlPlane.progressiveDelivery.enabled=false',
      );
      expect((await delivery.application()).sync?.status).toBe('Unknown');
    });
  });
});
