import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRepository } from './__testUtils__/BareRepository';
import { GitHttpServer } from './__testUtils__/GitHttpServer';
import { files, GitScene } from './__testUtils__/GitScene';
import { RepositoryService } from './RepositoryService';

const VALUES = 'values.yaml';
const username = 'backstage';
const password = 'pass:word-of-the-bot';
const BASE64 = Buffer.from(`${username}:${password}`).toString('base64');

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(60_000);

describe('RepositoryService, and what it may use', () => {
  let scene: GitScene;
  let repository: BareRepository;
  let url: string;

  const read = (service: RepositoryService, from = url) =>
    service.layOut({ repository: from, revision: 'main' }, files(VALUES));
  const publish = (service: RepositoryService) =>
    service.publish({
      repository: url,
      branch: 'change',
      base: { commit: repository.head('main')! },
      expectedHead: undefined,
      files: new Map([[VALUES, 'changed\n']]),
      message: () => 'Change',
      author: { name: 'Backstage', email: 'backstage@example.com' },
    });
  const failure = async (work: Promise<unknown>): Promise<Error> => {
    const error = await work.then(
      () => new Error('It did not fail'),
      (reason: Error) => reason,
    );
    // Whatever it is, the secret is not in it.
    for (const secret of [password, 'word-of-the-bot', BASE64]) {
      expect(`${error.message} ${error.stack}`).not.toContain(secret);
    }
    return error;
  };

  beforeAll(async () => {
    scene = await GitScene.create();
  });

  beforeEach(() => {
    ({ repository, url } = scene.repository());
    repository.commit({ [VALUES]: 'text\n' });
    scene.server.credentials = { username, password };
    scene.server.answerInstead = undefined;
    scene.server.requests.length = 0;
  });

  afterAll(() => scene.end());

  it('shows the credentials of the integration to the host, each time', async () => {
    const service = scene.service({ username, password });
    await read(service);
    await publish(service);
    const shown = scene.server.requests.map(
      ({ headers }) => headers.authorization,
    );
    expect(new Set(shown)).toEqual(new Set([`Basic ${BASE64}`]));
  });

  it('shows no credentials where there are none', async () => {
    scene.server.credentials = undefined;
    await read(scene.service());
    expect(scene.server.requests.length).toBeGreaterThan(0);
    for (const { headers } of scene.server.requests) {
      expect(headers.authorization).toBeUndefined();
    }
  });

  it('keeps credentials out of arguments and off the disk', async () => {
    const trace = scene.freshPath('trace');
    const git = scene.freshPath('git');
    const cacheDirectory = scene.freshPath('cache');
    writeFileSync(git, `#!/bin/sh\nGIT_TRACE=${trace} exec git "$@"\n`, {
      mode: 0o755,
    });
    const service = scene.service({ username, password, cacheDirectory, git });
    await read(service);
    await publish(service);

    // With the arguments of each program that git starts.
    const traced = await readFile(trace, 'utf8');
    expect(traced).toContain(`git remote-http origin ${url}`);
    expect(traced).toContain('git push');
    const kept = readdirSync(cacheDirectory, {
      recursive: true,
      withFileTypes: true,
    }).filter(entry => entry.isFile());
    expect(kept.map(({ name }) => name)).toContain('config');
    const texts = kept.map(({ name, parentPath }) =>
      readFileSync(join(parentPath, name), 'latin1'),
    );
    for (const text of [traced, ...texts]) {
      expect(text).not.toMatch(/word-of-the-bot|Authorization/);
      expect(text).not.toContain(BASE64);
    }
  });

  it.each([
    ['wrong', { username, password: `${password}, but wrong` }],
    ['no', {}],
  ])('says so where it has %s credentials', async (_, credentials) => {
    const error = await failure(read(scene.service(credentials)));
    expect(error.name).toBe('NotAllowedError');
    expect(error.message).toContain(
      `Repository ${url} cannot be read with the credentials of its integration`,
    );
  });

  it('takes its credentials out of what the host says', async () => {
    repository.hook(
      'pre-receive',
      `echo "user ${username} with ${password} or ${BASE64} may not" >&2; exit 1`,
    );
    const error = await failure(publish(scene.service({ username, password })));
    expect(error.name).toBe('PushRefusedError');
    expect(error.message).toMatch(/with \*\*\* or \*\*\* may not/);
  });

  it('takes a token that stands for the user out of it as well', async () => {
    scene.server.credentials = {
      username: 'word-of-the-bot',
      password: 'x-oauth-basic',
    };
    repository.hook('pre-receive', 'echo "word-of-the-bot?" >&2; exit 1');
    const error = await failure(
      publish(scene.service({ password: 'word-of-the-bot' })),
    );
    expect(error.message).toContain('remote: ***?');
  });

  it('does not follow a redirect, and shows nobody else its credentials', async () => {
    const elsewhere = await GitHttpServer.start(
      join(scene.directory, 'hosted'),
    );
    try {
      scene.server.answerInstead = asked => ({
        status: 301,
        headers: { Location: `${elsewhere.url}${asked}` },
      });
      const error = await failure(read(scene.service({ username, password })));
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toBe(
        `Git could not be read: Repository ${url} answers with a redirect, which is not followed: name it by its present address`,
      );
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it('contacts no host that is not configured', async () => {
    const elsewhere = await GitHttpServer.start(
      join(scene.directory, 'hosted'),
    );
    try {
      const error = await failure(
        read(
          scene.service({ username, password }),
          url.replace(scene.server.url, elsewhere.url),
        ),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toContain(
        `Git host ${elsewhere.host} of repository ${elsewhere.url}`,
      );
      expect(error.message).toContain('add it to integrations');
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it.each([
    [
      'refuses',
      403,
      'NotAllowedError',
      /does not permit access with the credentials/,
    ],
    ['does not know it', 404, 'NotFoundError', /was not found, or/],
    ['is broken', 502, 'ServiceUnavailableError', /could not be reached/],
  ])('tells apart a host that %s', async (_, status, name, message) => {
    scene.server.answerInstead = () => ({ status });
    const error = await failure(read(scene.service({ username, password })));
    expect(error.name).toBe(name);
    expect(error.message).toContain(`Repository ${url}`);
    expect(error.message).toMatch(message);
  });

  it('says that a host does not answer', async () => {
    const other = await GitScene.create();
    const gone = other.repository().url;
    const service = other.service({ username, password });
    await other.server.stop();
    const error = await failure(read(service, gone));
    await other.end();
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).toContain(`Repository ${gone} could not be reached`);
  });
});
