import { rm } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { appConfigFile } from './appConfig';
import {
  GiteaClient,
  GiteaConnection,
  GiteaPullRequest,
} from './gitea/GiteaClient';
import { gitopsExample } from './gitea/seedRepository';
import { kubeconfigFile } from './kubernetes/Cluster';
import { eventually } from './processes/eventually';
import { runCommand } from './processes/runCommand';
import { ProcessTable } from './processes/ProcessTable';
import { removeConnection, readConnection } from './sandboxConnection';
import { SandboxRun } from './SandboxRun';
import { StatusFile } from './status/StatusFile';
import type { SandboxStatus } from './status/sandboxStatus';
import { Toolbox } from './tools/Toolbox';
import { readScalar } from './workloads/editScalar';
import { nextTag } from './workloads/nextTag';
import { release } from './workloads/release';
import { workloads } from './workloads/workloads';

export interface SandboxStartOptions {
  /** Where everything of the sandbox lives. Two sandboxes in two directories can run side by side. */
  directory: string;
  /** The folder that a new repository starts from; `examples/gitops` by default. */
  gitops?: string;
  /** `http://127.0.0.1:<port>` of the Backstage that Gitea is to tell of pushes, whether or not it is there yet. */
  backstage?: string;
  /** How long a pod takes to become ready; 2 by default. */
  podsReadySeconds?: number;
  /** Told one line of progress at a time. */
  log?: (line: string) => void;
  /** Aborting ends everything that was started so far. */
  signal?: AbortSignal;
}

export interface DeployOptions {
  /** `agents` or `agents-controllers`. */
  workload: string;
  /** The new image tag; counts the last number of the current one up when there is none. */
  tag?: string;
  /** A folder of `argocd/applications`; `agents` by default. */
  overlay?: string;
}

export interface Deployment {
  file: string;
  from: string;
  to: string;
  /** The commit on main. */
  commit: string;
}

export interface PromoteOptions {
  rollout: string;
  /** `agents` by default. */
  namespace?: string;
  /** Skip all remaining steps, pauses and analysis. */
  full?: boolean;
}

/** A real delivery stack on this machine: Git host, Kubernetes, Argo Rollouts and Argo CD. */
export class Sandbox {
  /**
   * Builds what is missing, starts all parts and resolves when Argo CD has delivered the examples. It lives no longer
   * than this process.
   *
   * @throws `MissingPrerequisiteError` | `BuildError` | `PartFailedError` | `ConflictError`, each with what to do
   */
  static async start(options: SandboxStartOptions): Promise<Sandbox> {
    const directory = resolve(options.directory);
    const run = await SandboxRun.start({
      directory,
      gitops: resolve(options.gitops ?? gitopsExample),
      backstage: options.backstage,
      podsReadySeconds: options.podsReadySeconds,
      log: options.log ?? (() => undefined),
      signal: options.signal,
    });
    return new Sandbox(directory, run);
  }

  /**
   * A sandbox that another process runs.
   *
   * @throws `NotFoundError` when none is up in this directory
   */
  static attach(directory: string): Sandbox {
    return new Sandbox(resolve(directory), undefined);
  }

  /** Ends the sandbox of a directory, whoever runs it, and answers how many processes were still running. */
  static async stop(directory: string): Promise<number> {
    StatusFile.markStopped(directory);
    const ended = await ProcessTable.endAllOf(directory);
    removeConnection(directory);
    return ended;
  }

  /** Ends the sandbox of a directory and deletes its state. Built tools stay. */
  static async reset(directory: string): Promise<void> {
    await Sandbox.stop(directory);
    await rm(directory, { recursive: true, force: true });
  }

  /** How far the sandbox of a directory is; undefined when there has never been one. */
  static status(directory: string): SandboxStatus | undefined {
    return StatusFile.read(directory);
  }

  readonly kubeconfig: string;
  /** The configuration that points Backstage at this sandbox. */
  readonly appConfig: string;
  /** The folder with one log a process. */
  readonly logs: string;
  /** Absolute paths of the binaries, by name. */
  readonly tools: Record<string, string>;
  readonly gitea: GiteaConnection;
  readonly argocd: { url: string };

  private readonly git: GiteaClient;

  private constructor(
    readonly directory: string,
    private readonly run: SandboxRun | undefined,
  ) {
    const connection = readConnection(directory);
    this.gitea = connection.gitea;
    this.argocd = connection.argocd;
    this.git = GiteaClient.create(connection.gitea);
    this.kubeconfig = kubeconfigFile(directory);
    this.appConfig = appConfigFile(directory);
    this.logs = join(directory, 'logs');
    this.tools = Object.fromEntries(
      Toolbox.create().tools.map(({ tool, binary }) => [tool.name, binary]),
    );
  }

  /** Ends every process of the sandbox. What Gitea holds stays for the next start in this directory. */
  async stop(): Promise<void> {
    if (this.run) {
      await this.run.stop();
    } else {
      await Sandbox.stop(this.directory);
    }
  }

  /** Resolves when the sandbox was ended from elsewhere. Never for one that was attached to. */
  async untilStopped(): Promise<void> {
    await (this.run?.stoppedElsewhere ?? new Promise(() => undefined));
  }

  async openPullRequests(): Promise<GiteaPullRequest[]> {
    return this.git.openPullRequests();
  }

  /**
   * Merges an open pull request, by default the only one, and deletes its branch.
   *
   * @throws `NotFoundError` when there is none
   * @throws `ConflictError` when there are several and no number says which
   */
  async mergePullRequest(number?: number): Promise<GiteaPullRequest> {
    const open = await this.git.openPullRequests();
    const candidates =
      number === undefined
        ? open
        : open.filter(candidate => candidate.number === number);
    const [pullRequest] = candidates;
    if (!pullRequest) {
      throw new NotFoundError(
        number === undefined
          ? 'There is no open pull request'
          : `There is no open pull request ${number}`,
      );
    }
    if (candidates.length > 1) {
      const list = candidates.map(({ number: n, title }) => `  ${n}  ${title}`);
      throw new ConflictError(
        `There are several open pull requests, say which one:\n${list.join(
          '\n',
        )}`,
      );
    }
    await this.git.mergePullRequest(pullRequest.number);
    return pullRequest;
  }

  /**
   * Commits a new image tag of a workload to main, as a release would.
   *
   * @throws `InputError` when the overlay's values file does not say which image the workload runs
   */
  async deploy(options: DeployOptions): Promise<Deployment> {
    const { workload: name, overlay = 'agents' } = options;
    const workload = workloads.find(candidate => candidate.name === name);
    if (!workload) {
      throw new InputError(
        `There is no workload ${name}, only ${workloads
          .map(candidate => candidate.name)
          .join(' and ')}`,
      );
    }
    const file = `argocd/applications/${overlay}/values.yaml`;
    const { text, sha } = await this.git.readFile(file);
    const from = readScalar(text, workload.imageTag);
    const to = options.tag ?? nextTag(from);
    if (to === from) {
      throw new InputError(`${name} already runs ${from}`);
    }
    const commit = await this.git.commitFile({
      path: file,
      text: release(text, workload, to),
      sha,
      message: `Deploy ${name} ${to} (was ${from})`,
    });
    return { file, from, to, commit };
  }

  /**
   * Commits another text of a file to main, and answers the commit.
   *
   * @throws `TimedOutError` when there is no such file, or main does not stand still
   */
  async editFile(options: {
    path: string;
    edit: (text: string) => string;
    message: string;
  }): Promise<string> {
    const { edit, message, path } = options;
    // Gitea refuses a commit where somebody else has moved main meanwhile.
    return eventually(
      `${path} is edited`,
      async () => {
        const { sha, text } = await this.git.readFile(path);
        return this.git.commitFile({ path, text: edit(text), sha, message });
      },
      { seconds: 15 },
    );
  }

  /** Goes on with a paused canary; answers what `kubectl-argo-rollouts` said. */
  async promote(options: PromoteOptions): Promise<string> {
    const { rollout, namespace = 'agents', full = false } = options;
    return this.runTool('kubectl-argo-rollouts', [
      ...['promote', rollout, '--namespace', namespace],
      ...(full ? ['--full'] : []),
    ]);
  }

  /** Runs kubectl as administrator and answers what it printed. */
  async kubectl(args: string[]): Promise<string> {
    return this.runTool('kubectl', args);
  }

  /** Applies an object as administrator. */
  async apply(manifest: object): Promise<void> {
    await runCommand(this.tools.kubectl, {
      args: ['apply', '--filename', '-'],
      env: this.environment(),
      input: JSON.stringify(manifest),
    });
  }

  /** What a program needs in its environment to use this sandbox's cluster and tools. */
  environment(): Record<string, string> {
    const folders = Object.values(this.tools).map(dirname);
    return {
      PATH: [...new Set(folders), process.env.PATH].join(delimiter),
      HOME: join(this.directory, 'home'),
      KUBECONFIG: this.kubeconfig,
    };
  }

  private runTool(tool: string, args: string[]): Promise<string> {
    return runCommand(this.tools[tool], { args, env: this.environment() });
  }
}
