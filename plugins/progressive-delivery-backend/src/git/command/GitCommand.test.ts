import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BareRepository } from '../__testUtils__/BareRepository';
import { GitCommand, GitError, GitRun } from './GitCommand';

const remote = {
  url: 'https://git.example.com/platform/gitops.git',
  authorization: 'Basic c2VjcmV0',
};

describe('GitCommand', () => {
  let directory: string;
  let git: GitCommand;

  /** The environment that git is run with. */
  const environment = async (options: GitRun = {}) => {
    const printer = join(directory, 'print-environment');
    await writeFile(printer, '#!/bin/sh\nexec env\n', { mode: 0o755 });
    const printing = GitCommand.create({ git: printer, directory });
    const output = await printing.run([], options);
    return new Map(
      output
        .toString()
        .split('\n')
        .map((line): [string, string] => {
          const [name, ...value] = line.split('=');
          return [name, value.join('=')];
        }),
    );
  };
  const settings = async (options: GitRun = {}) => {
    const variables = await environment(options);
    const count = Number(variables.get('GIT_CONFIG_COUNT'));
    return Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        variables.get(`GIT_CONFIG_KEY_${index}`),
        variables.get(`GIT_CONFIG_VALUE_${index}`),
      ]),
    );
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'git-command-'));
    git = GitCommand.create({ directory: join(directory, 'own') });
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('runs git, in a store or without one', async () => {
    const store = BareRepository.create(join(directory, 'store'));
    const commit = store.commit({ a: 'a' });
    const head = await git.run(['rev-parse', 'main'], {
      store: store.directory,
    });
    expect(head.toString()).toBe(`${commit}\n`);
    expect((await git.run(['--version'])).toString()).toMatch(/^git version/);
  });

  it('hands on input and further variables', async () => {
    const blob = await git.run(['hash-object', '--stdin'], { input: 'a\n' });
    expect(blob.toString()).toBe('78981922613b2afb6025042ff6bd878ac1994e85\n');
    const variables = await environment({ env: { GIT_INDEX_FILE: '/i' } });
    expect(variables.get('GIT_INDEX_FILE')).toBe('/i');
  });

  it('gives git nothing of our own environment but what the network needs', async () => {
    const ours = {
      PATH: process.env.PATH,
      HTTPS_PROXY: 'http://proxy.example.com',
      HOME: '/home/somebody',
      GIT_DIR: '/elsewhere',
      GITHUB_TOKEN: 'secret',
      NODE_OPTIONS: '--no-warnings',
    };
    const replaced = jest.replaceProperty(process, 'env', ours as never);
    try {
      const variables = await environment();
      expect(variables.get('HTTPS_PROXY')).toBe('http://proxy.example.com');
      expect(variables.get('HOME')).toBe(join(directory, 'empty-home'));
      for (const name of ['GIT_DIR', 'GITHUB_TOKEN', 'NODE_OPTIONS']) {
        expect(variables.has(name)).toBe(false);
      }
    } finally {
      replaced.restore();
    }
  });

  it('contacts nobody unless it is told whom, and then by that protocol alone', async () => {
    expect((await environment()).get('GIT_ALLOW_PROTOCOL')).toBe('none');
    expect((await environment({ remote })).get('GIT_ALLOW_PROTOCOL')).toBe(
      'https',
    );
    const other = BareRepository.create(join(directory, 'other'));
    await expect(
      git.run(['ls-remote', `file://${other.directory}`]),
    ).rejects.toThrow("transport 'file' not allowed");
  });

  it('shows credentials to the host of the remote alone', async () => {
    const header = 'http.https://git.example.com/.extraHeader';
    expect(await settings({ remote })).toMatchObject({
      [header]: 'Authorization: Basic c2VjcmV0',
      'http.followRedirects': 'false',
    });
    expect(await settings()).not.toHaveProperty([header]);
    expect(
      await settings({ remote: { ...remote, authorization: undefined } }),
    ).not.toHaveProperty([header]);
  });

  it('sets what it is told for one command', async () => {
    const told = { 'fetch.negotiationAlgorithm': 'noop' };
    expect(await settings({ settings: told })).toMatchObject(told);
    expect(await settings()).not.toMatchObject(told);
  });

  it('runs no hooks of a store', async () => {
    const store = BareRepository.create(join(directory, 'store'));
    const commit = store.commit({ a: 'a' });
    const trace = join(directory, 'trace');
    await writeFile(trace, '');
    store.hook('reference-transaction', `echo ran >>${trace}`);
    const ref = ['update-ref', 'refs/heads/other', commit];
    await git.run(ref, { store: store.directory });
    expect(await readFile(trace, 'utf8')).toBe('');
    // It would have: without our settings it runs.
    store.git(['update-ref', 'refs/heads/another', commit]);
    expect(await readFile(trace, 'utf8')).toContain('ran');
  });

  it('fails with what git said, without hints and empty lines', async () => {
    const failing = join(directory, 'failing');
    await writeFile(
      failing,
      '#!/bin/sh\nprintf "hint: try\\n\\nfatal: one   \\nerror: https://me:secret@host/x\\n" >&2\nexit 128\n',
      { mode: 0o755 },
    );
    const command = GitCommand.create({ git: failing, directory });
    const error = await command.run(['fetch']).catch(reason => reason);
    expect(error).toBeInstanceOf(GitError);
    expect(error.reason).toMatchObject({ kind: 'exit', code: 128 });
    expect(error.stderr).toBe('fatal: one; error: https://***@host/x');
    expect(error.message).toBe(`git fetch failed: ${error.stderr}`);
  });

  it('says what to do where there is no git', async () => {
    const command = GitCommand.create({ git: 'no-such-git', directory });
    await expect(command.run(['--version'])).rejects.toThrow(
      'no-such-git could not be started (ENOENT): install git, or set progressiveDelivery.tools.git',
    );
  });
});
