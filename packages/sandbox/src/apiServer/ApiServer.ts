import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folders } from '../folders';
import { BackgroundProcess } from '../processes/BackgroundProcess';
import { freePorts } from '../processes/freePorts';
import { eventually } from '../processes/eventually';
import { runCommand } from '../processes/runCommand';
import { ToolBuilder } from '../tools/ToolBuilder';
import { sandboxModules } from '../tools/toolModules';
import { Toolbox } from '../tools/Toolbox';
import { apiServerArguments, etcdArguments } from './apiServerArguments';

/** The last one for the custom resources that come with it. */
const tools = ['etcd', 'kube-apiserver', 'kubectl', 'rollouts-controller'];

const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['ResponseStarted', 'ResponseComplete', 'Panic'],
  rules: [
    {
      level: 'Metadata',
      users: ['system:serviceaccount:backstage:backstage'],
    },
    { level: 'None' },
  ],
};

export interface ApiServerOptions {
  /** Where everything of it lives. */
  directory: string;
  /** Told one line of progress at a time. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

/**
 * A real Kubernetes API server with nothing around it: no controller, no node, and nobody who changes what was written.
 * It ends with this process's group.
 */
export class ApiServer {
  /** Builds what is missing, starts etcd and an API server, and resolves when it answers. */
  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const directory = resolve(options.directory);
    const toolbox = Toolbox.create({ modules: sandboxModules });
    await ToolBuilder.create({
      toolbox,
      log: options.log ?? (() => undefined),
      signal: options.signal,
    }).build(tools);
    const [port, etcdPort, etcdPeerPort] = await freePorts(3);
    const server = new ApiServer(directory, toolbox, {
      port,
      etcdPort,
      etcdPeerPort,
    });
    try {
      await server.prepare();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  readonly url: string;
  /** An administrator's. */
  readonly token = randomBytes(16).toString('hex');
  /** An administrator's. */
  readonly kubeconfig: string;
  /** One JSON line for each request of Backstage's service account, as it arrives. */
  readonly auditLog: string;
  /** The binary. */
  readonly kubectl: string;
  private readonly etcd: BackgroundProcess;
  private readonly server: BackgroundProcess;

  private constructor(
    private readonly directory: string,
    private readonly toolbox: Toolbox,
    ports: { port: number; etcdPort: number; etcdPeerPort: number },
  ) {
    this.url = `https://127.0.0.1:${ports.port}`;
    this.kubeconfig = join(directory, 'kubeconfig');
    this.auditLog = join(directory, 'audit.log');
    this.kubectl = toolbox.tool('kubectl');
    const environment = { PATH: process.env.PATH, HOME: directory };
    this.etcd = BackgroundProcess.create({
      command: toolbox.tool('etcd'),
      args: etcdArguments(directory, ports),
      environment,
      output: { file: join(directory, 'etcd.log') },
    });
    this.server = BackgroundProcess.create({
      command: toolbox.tool('kube-apiserver'),
      args: apiServerArguments(directory, ports),
      environment,
      output: { file: join(directory, 'kube-apiserver.log') },
    });
  }

  /** The certificates to trust, base64 of PEM. */
  get caData(): string {
    return readFileSync(
      join(this.directory, 'certificates', 'apiserver.crt'),
    ).toString('base64');
  }

  /** A token of the service account that Backstage has in a sandbox, with the rights that it has there. */
  async backstageToken(): Promise<string> {
    await this.run([
      ...['apply', '--server-side'],
      ...['--filename', join(folders.manifests, 'backstage-access.yaml')],
    ]);
    const token = await this.run([
      ...['create', 'token', 'backstage', '--namespace', 'backstage'],
      '--duration=87600h',
    ]);
    return token.trim();
  }

  /** Installs the custom resources of Argo Rollouts and Argo CD. */
  async installDefinitions(): Promise<void> {
    for (const asset of ['argo-rollouts/crds', 'argocd/crds']) {
      await this.run([
        ...['apply', '--server-side'],
        ...['--kustomize', this.toolbox.asset(asset)],
      ]);
    }
    await eventually(
      'The custom resources are served',
      // It fails at once for one that has no conditions yet.
      () =>
        this.run([
          ...['wait', '--for=condition=Established'],
          ...['customresourcedefinitions', '--all'],
        ]),
      { seconds: 60 },
    );
  }

  /** Runs kubectl as administrator and answers what it printed. */
  async run(args: string[]): Promise<string> {
    return runCommand(this.kubectl, { args, env: this.environment() });
  }

  /** What kubectl needs in its environment. */
  environment(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.directory,
      KUBECONFIG: this.kubeconfig,
    };
  }

  /** Kills the API server in the middle of whatever it does. What it has confirmed is in etcd. */
  async kill(): Promise<void> {
    await this.server.end('SIGKILL');
  }

  /** Starts the API server that was killed, at the same address. Does not wait until it answers. */
  startAgain(): void {
    this.server.start();
  }

  async stop(): Promise<void> {
    await this.server.end();
    await this.etcd.end();
  }

  private async prepare(): Promise<void> {
    const { directory } = this;
    mkdirSync(directory, { recursive: true });
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const write = (name: string, text: string) =>
      writeFileSync(join(directory, name), text, { mode: 0o600 });
    write('service-account.key', privateKey);
    write('service-account.pub', publicKey);
    write('tokens.csv', `${this.token},admin,admin,system:masters\n`);
    // JSON is YAML.
    write('audit-policy.json', JSON.stringify(auditPolicy));
    this.etcd.start();
    this.server.start();
    await eventually(
      'The API server is ready',
      () => {
        this.etcd.assertRunning();
        this.server.assertRunning();
        write('kubeconfig', JSON.stringify(this.kubeconfigContent()));
        return this.run(['get', '--raw', '/readyz']);
      },
      { seconds: 60 },
    );
  }

  private kubeconfigContent() {
    return {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'admin',
      contexts: [
        { name: 'admin', context: { cluster: 'server', user: 'admin' } },
      ],
      clusters: [
        {
          name: 'server',
          cluster: {
            server: this.url,
            'certificate-authority-data': this.caData,
          },
        },
      ],
      users: [{ name: 'admin', user: { token: this.token } }],
    };
  }
}
