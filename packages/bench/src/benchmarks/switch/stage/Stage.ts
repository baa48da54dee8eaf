import { join } from 'node:path';
import { MetricsApi, Sandbox } from '@progressive-delivery/sandbox';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { BenchmarkContext } from '../../../running/Benchmark';
import { folders } from '../../../running/folders';
import { components } from './components';
import { Environment } from './Environment';

const READY_SECONDS = 5;

/** The autoscalers aim at 80% of the 100m that each pod requests: 400m keep five pods busy. */
const LOAD = { milliCpu: 400, replicas: 5 };

/** The example, as it is on production and with autoscalers on staging, and a Backstage that knows it. */
export class Stage {
  static async set(context: BenchmarkContext): Promise<Stage> {
    const { atEnd, directory, log, signal } = context;
    log('starting a sandbox');
    const sandbox = await Sandbox.start({
      directory: join(directory, 'sandbox'),
      podsReadySeconds: READY_SECONDS,
      log,
      signal,
    });
    atEnd(() => sandbox.stop());
    log('starting Backstage');
    const backend = await BackendProcess.start({
      directory,
      configs: [sandbox.appConfig],
      components: components.map(({ name }) => name),
      config: {
        catalog: {
          rules: [{ allow: ['Component', 'System'] }],
          locations: [
            {
              type: 'file',
              target: join(
                folders.repository,
                'examples/catalog/entities.yaml',
              ),
            },
          ],
        },
        // No webhook tells it of what is merged.
        progressiveDelivery: { revisionCacheSeconds: 0 },
      },
    });
    atEnd(() => backend.stop());
    const options = { sandbox, backend, log };
    const production = await Environment.of({
      ...options,
      title: 'agents',
      replicas: { controlPlane: 2, controllers: 3 },
      autoscaled: false,
    });
    const staging = await Environment.of({
      ...options,
      title: 'agents-staging',
      replicas: {
        controlPlane: LOAD.replicas,
        controllers: LOAD.replicas,
      },
      autoscaled: true,
    });
    log('adding autoscalers to staging');
    const metrics = await MetricsApi.start({
      sandbox,
      namespace: staging.title,
      milliCpu: LOAD.milliCpu,
    });
    atEnd(() => metrics.stop());
    const autoscaled = {
      replicas: LOAD.replicas,
      autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 9 },
    };
    await staging.edit(
      { controlPlane: autoscaled, controllers: autoscaled },
      'Scale by load',
    );
    for (const environment of [production, staging]) {
      for (const component of components) {
        await environment.untilSwitched(component, 'Deployment');
      }
    }
    return new Stage([production, staging]);
  }

  private constructor(readonly environments: readonly Environment[]) {}
}
