import assert from 'node:assert';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { eventually } from '@progressive-delivery/sandbox';
import { requireTool } from '../tools/requireTool';
import { runTool } from '../tools/runTool';
import { BoundProcess } from './BoundProcess';
import { freePort } from './freePort';

/** A real API server with nothing behind it and without Argo Rollouts, for those who ask what a cluster serves. */
export class BareCluster {
  static async start(): Promise<BareCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'bare-cluster-'));
    const cluster = new BareCluster(folder, await freePort());
    try {
      await cluster.run();
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  readonly url: string;
  /** An administrator's. */
  readonly token = randomBytes(16).toString('hex');
  readonly kubeconfig: string;
  private readonly processes: BoundProcess[] = [];

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.url = `https://127.0.0.1:${port}`;
    this.kubeconfig = join(folder, 'kubeconfig');
  }

  async stop(): Promise<void> {
    for (const process of this.processes.reverse()) {
      await process.end();
    }
    await rm(this.folder, { recursive: true });
  }

  private async run(): Promise<void> {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = await this.write(
      'key.pem',
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const tokens = await this.write(
      'tokens.csv',
      `${this.token},admin,1,"system:masters"\n`,
    );
    await this.write('kubeconfig', stringify(this.connection()));
    const etcd = `unix://${join(this.folder, 'etcd')}:0`;
    this.start('etcd', [
      `--data-dir=${join(this.folder, 'data')}`,
      ...[`--listen-client-urls=${etcd}`, `--advertise-client-urls=${etcd}`],
      `--listen-peer-urls=unix://${join(this.folder, 'peer')}:0`,
      ...['--unsafe-no-fsync', '--log-level=error'],
    ]);
    const server = this.start('kube-apiserver', [
      `--etcd-servers=${etcd}`,
      ...['--bind-address=127.0.0.1', `--secure-port=${this.port}`],
      `--cert-dir=${join(this.folder, 'certificates')}`,
      ...[`--token-auth-file=${tokens}`, '--authorization-mode=AlwaysAllow'],
      '--service-account-issuer=https://bare-cluster.example.com',
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      '--service-cluster-ip-range=10.0.0.0/24',
    ]);
    await eventually(
      'The bare cluster being ready',
      async () => {
        const { stdout, stderr } = await runTool(
          'kubectl',
          ['get', '--raw', '/readyz'],
          { environment: { KUBECONFIG: this.kubeconfig } },
        );
        assert(stdout === 'ok', `${stderr}\n${server.said()}`);
      },
      { seconds: 60 },
    );
  }

  private start(tool: 'etcd' | 'kube-apiserver', args: string[]) {
    const process = BoundProcess.start(requireTool(tool), args, {
      log: join(this.folder, `${tool}.log`),
    });
    this.processes.push(process);
    return process;
  }

  private async write(name: string, content: string): Promise<string> {
    const file = join(this.folder, name);
    await writeFile(file, content, { mode: 0o600 });
    return file;
  }

  private connection(): object {
    const name = 'bare';
    return {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name,
          // Its certificate is its own.
          cluster: { server: this.url, 'insecure-skip-tls-verify': true },
        },
      ],
      users: [{ name, user: { token: this.token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    };
  }
}
