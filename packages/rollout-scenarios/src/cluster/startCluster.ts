import { join } from 'node:path';
import { RolloutsCluster } from '@progressive-delivery/sandbox';
import { stringify } from 'yaml';
import { DISABLED_PLUGIN, STEP_PLUGIN } from './stepPlugin';

const PLUGIN_TOOL = 'step-plugin-e2e';

/** A cluster in which every kind of step works: with Istio's custom resources and a step plugin. */
export async function startCluster(options: {
  directory: string;
  log: (line: string) => void;
  signal: AbortSignal;
}): Promise<RolloutsCluster> {
  const cluster = await RolloutsCluster.start({
    ...options,
    tools: [PLUGIN_TOOL],
  });
  try {
    await cluster.kubectl([
      ...['apply', '--server-side'],
      ...['--filename', join(cluster.asset('istio/crds'), 'istio.yaml')],
    ]);
    const location = `file://${cluster.tool(PLUGIN_TOOL)}`;
    await cluster.kubectl(
      ['apply', '--server-side', '--filename', '-'],
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'argo-rollouts-config', namespace: 'argo-rollouts' },
        data: {
          stepPlugins: stringify([
            { name: STEP_PLUGIN, location },
            { name: DISABLED_PLUGIN, location, disabled: true },
          ]),
        },
      }),
    );
    await cluster.startController();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
