import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CustomErrorBase } from '@backstage/errors';
import pLimit from 'p-limit';
import { ProcessError, runProcess } from '@progressive-delivery/engine';

/** Bytes; the list of all files of a repository of half a million is about this long. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
const LOCAL_TIMEOUT = 60_000;
const REMOTE_TIMEOUT = 120_000;
/** Commands that contact nobody, at the same time. */
const LOCAL_AT_ONCE = 8;

/** Of our own environment git gets what the network needs, and nothing else. */
const PASSED_ON = [
  'PATH',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'NO_PROXY',
  'no_proxy',
  'GIT_SSL_CAINFO',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** Git's failure, in its own words, without credentials. */
export class GitError extends CustomErrorBase {
  name = 'GitError' as const;

  constructor(
    /** What git said, redacted; one or a few lines. */
    readonly stderr: string,
    readonly reason: ProcessError['reason'],
    message: string,
  ) {
    super(message);
  }
}

export interface GitRun {
  /** The bare repository; absent for commands that need none. */
  store?: string;
  /** Contacts this remote; without it git may contact none. */
  remote?: { url: string; authorization: string | undefined };
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** Configuration for this command alone. */
  settings?: Record<string, string>;
  /** Kills git and all that it started, and rejects with its reason, when nobody wants the result any more. */
  signal?: AbortSignal;
}

/**
 * Runs git so that neither the machine's nor a repository's configuration decides what it does: no hooks, no filters,
 * no prompts, no redirects, no other protocol than the remote's, and credentials in the environment only.
 */
export class GitCommand {
  static create(options: {
    /** Command or absolute path; default `git`. */
    git?: string;
    /** A directory of our own, for the empty ones that git is pointed at. */
    directory: string;
  }): GitCommand {
    return new GitCommand(options.git ?? 'git', options.directory);
  }

  private readonly localTurns = pLimit(LOCAL_AT_ONCE);

  private constructor(
    private readonly git: string,
    private readonly directory: string,
  ) {}

  /** @throws {@link GitError} */
  async run(args: readonly string[], options: GitRun = {}): Promise<Buffer> {
    options.signal?.throwIfAborted();
    return options.remote
      ? this.start(args, options)
      : this.localTurns(() => this.start(args, options));
  }

  private async start(
    args: readonly string[],
    options: GitRun,
  ): Promise<Buffer> {
    options.signal?.throwIfAborted();
    const { home, hooks, config } = await this.prepare();
    const { remote, signal, store } = options;
    const settings: [string, string][] = [
      ['core.hooksPath', hooks],
      ['core.attributesFile', config],
      ['core.fsmonitor', 'false'],
      ['core.symlinks', 'false'],
      ['credential.helper', ''],
      ['gc.auto', '0'],
      ['http.followRedirects', 'false'],
      // A host that stops in the middle is given up long before the time for all of it is over.
      ['http.lowSpeedLimit', '1000'],
      ['http.lowSpeedTime', '30'],
      ['maintenance.auto', 'false'],
      ['protocol.version', '2'],
      ['safe.directory', '*'],
      ['submodule.recurse', 'false'],
      ['transfer.advertiseSID', 'false'],
      ...Object.entries(options.settings ?? {}),
    ];
    if (remote) {
      // Only commands that may contact the remote know that objects can be missing here: others never start a fetch.
      settings.push(
        ['remote.origin.url', remote.url],
        ['remote.origin.promisor', 'true'],
        ['remote.origin.partialCloneFilter', 'blob:none'],
      );
      if (remote.authorization) {
        settings.push([
          `http.${new URL(remote.url).origin}/.extraHeader`,
          `Authorization: ${remote.authorization}`,
        ]);
      }
    }
    const env: Record<string, string> = {
      HOME: home,
      XDG_CONFIG_HOME: home,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: config,
      GIT_ATTR_NOSYSTEM: '1',
      // Without a store, git would look for one above its directory.
      GIT_CEILING_DIRECTORIES: this.directory,
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: '',
      GIT_ALLOW_PROTOCOL: remote
        ? new URL(remote.url).protocol.slice(0, -1)
        : 'none',
      GIT_CONFIG_COUNT: String(settings.length),
      ...options.env,
    };
    for (const name of PASSED_ON) {
      const value = process.env[name];
      if (value !== undefined) {
        env[name] = value;
      }
    }
    settings.forEach(([key, value], index) => {
      env[`GIT_CONFIG_KEY_${index}`] = key;
      env[`GIT_CONFIG_VALUE_${index}`] = value;
    });
    try {
      return await runProcess({
        command: this.git,
        args: store ? ['--git-dir', store, ...args] : args,
        directory: home,
        env,
        input: options.input,
        timeout: remote ? REMOTE_TIMEOUT : LOCAL_TIMEOUT,
        outputLimit: OUTPUT_LIMIT,
        signal,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ProcessError) {
        const said = redact(error.stderr, remote?.authorization);
        throw new GitError(
          said,
          error.reason,
          error.reason.kind === 'spawn'
            ? `${this.git} could not be started (${error.reason.code}): install git, or set progressiveDelivery.tools.git`
            : `git ${args[0]} failed: ${said || error.message}`,
        );
      }
      throw error;
    }
  }

  /** Each time: whoever sweeps our directory does not ask before. */
  private async prepare() {
    const home = join(this.directory, 'empty-home');
    const hooks = join(this.directory, 'empty-hooks');
    const config = join(this.directory, 'empty-config');
    await mkdir(home, { recursive: true, mode: 0o700 });
    await mkdir(hooks, { recursive: true, mode: 0o700 });
    await writeFile(config, '');
    return { home, hooks, config };
  }
}

/** Takes credentials out of what git says: the header it was given, and any in a URL. */
function redact(stderr: string, authorization: string | undefined): string {
  let text = stderr;
  if (authorization) {
    const secret = authorization.replace(/^\S+\s+/, '');
    const [, user, password] =
      /^([^:]*):([^]*)$/.exec(Buffer.from(secret, 'base64').toString('utf8')) ??
      [];
    // A token can stand for the user, who is no secret otherwise.
    const token = password === 'x-oauth-basic' ? user : undefined;
    for (const part of [authorization, secret, password, token]) {
      if (part && part.length > 3) {
        text = text.replaceAll(part, '***');
      }
    }
  }
  return (
    text
      .replace(/:\/\/[^\s/@]+@/g, '://***@')
      .split('\n')
      .map(line => line.trimEnd())
      .filter(line => line !== '' && !line.startsWith('hint:'))
      .slice(-5)
      .join('; ')
      // Git's own words come last.
      .slice(-1000)
  );
}
