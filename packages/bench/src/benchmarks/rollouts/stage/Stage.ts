import { ApiServer } from '@progressive-delivery/sandbox';
import { BenchmarkContext } from '../../../running/Benchmark';
import { BackendProcess } from '../../../backstage/BackendProcess';
import { backendConfig } from '../backend/backendConfig';
import {
  createApplication,
  createProject,
  ARGOCD,
} from '../cluster/deliveries';
import { KubernetesClient } from '../cluster/KubernetesClient';
import { paths } from '../cluster/paths';
import { writeRollouts } from '../cluster/writeRollouts';
import { Viewer, ViewerOptions } from '../viewers/Viewer';

/** Rollouts of the large namespace. */
export const MANY = 2_000;
/** After so long a watch that nobody looks at has ended, and all that it knew is forgotten. */
export const LINGER_SECONDS = 35;
/** Rollouts of the medium namespace: a large application. */
export const SEVERAL = 40;

const REVISIONS = [
  { hash: '7d4b9c6f85', revision: 3, pods: 1 },
  { hash: '6c8f9d7b54', revision: 2, pods: 4 },
  { hash: '5b7e8c6a43', revision: 1, pods: 0 },
];

/** The real parts, and how a change is made. */
export class Stage {
  static async set(context: BenchmarkContext): Promise<Stage> {
    const { atEnd, directory, log, signal } = context;
    log('starting an API server');
    const server = await ApiServer.start({
      directory: `${directory}/kubernetes`,
      log,
      signal,
    });
    atEnd(() => server.stop());
    await server.installDefinitions();
    const { caData, token, url } = server;
    const client = KubernetesClient.create({ caData, token, url });
    atEnd(() => client.close());
    const names = Array.from(
      { length: MANY },
      (_, index) => `service-${String(index).padStart(4, '0')}`,
    );
    await server.run(['create', 'namespace', ARGOCD]);
    await createProject(client);
    for (const [namespace, rollouts] of [
      ['small', names.slice(0, 1)],
      ['medium', names.slice(0, SEVERAL)],
      ['large', names],
    ] as const) {
      log(`writing ${rollouts.length} Rollouts with all that they own`);
      await server.run(['create', 'namespace', namespace]);
      await writeRollouts({
        client,
        namespace,
        names: rollouts.slice(),
        revisions: REVISIONS,
        onProgress: written =>
          written % 500 === 0 && log(`${written} Rollouts written`),
      });
      await createApplication(client, namespace, rollouts.slice());
    }
    log('starting Backstage');
    const components = ['small', 'medium', 'large'];
    const backend = await BackendProcess.start({
      directory,
      components,
      config: await backendConfig({
        directory,
        components,
        cluster: { caData, url, token: await server.backstageToken() },
      }),
    });
    atEnd(() => backend.stop());
    return new Stage(context, server, client, backend, names);
  }

  private number = 1_000;

  private constructor(
    readonly context: BenchmarkContext,
    readonly server: ApiServer,
    readonly client: KubernetesClient,
    readonly backend: BackendProcess,
    /** Of the Rollouts in namespace `large`; the others have the first of them. */
    readonly names: string[],
  ) {}

  /** Gives a Rollout a status that it has not had before: its `replicas` are a number that only grows. */
  change(
    namespace: string,
    name: string,
  ): { number: number; sentAt: number; confirmed: Promise<unknown> } {
    this.number++;
    const { number } = this;
    return {
      number,
      sentAt: performance.now(),
      confirmed: this.client.patchStatus(
        `${paths.rollouts(namespace)}/${name}`,
        { replicas: number },
      ),
    };
  }

  /** A user who looks at a component, and goes at the end at the latest. */
  async look(
    component: 'small' | 'medium' | 'large',
    options: Pick<ViewerOptions, 'onMessage'> & { user?: string } = {},
  ): Promise<Viewer> {
    const { onMessage, user = 'first' } = options;
    const viewer = await Viewer.open({
      url: this.backend.url,
      token: await this.backend.signIn(user),
      component,
      onMessage,
    });
    this.context.atEnd(() => viewer.close());
    return viewer;
  }
}
