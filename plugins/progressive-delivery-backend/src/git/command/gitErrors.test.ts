import { GitError } from './GitCommand';
import { looksCorrupt, remoteError } from './gitErrors';

const url = 'https://git.example.com/platform/gitops.git';

/** What git said, as GitCommand hands it on. */
function said(...lines: string[]): GitError {
  const stderr = lines.join('; ');
  return new GitError(
    stderr,
    { kind: 'exit', code: 128, signal: undefined },
    `git fetch failed: ${stderr}`,
  );
}

describe('remoteError', () => {
  it.each([
    [
      'NotAllowedError',
      `fatal: could not read Username for '${url}': terminal prompts disabled`,
      'cannot be read with the credentials of its integration',
    ],
    [
      'NotAllowedError',
      `fatal: Authentication failed for '${url}'`,
      'cannot be read with the credentials of its integration',
    ],
    [
      'NotAllowedError',
      `fatal: unable to access '${url}': The requested URL returned error: 403`,
      'does not permit access with the credentials of its integration',
    ],
    [
      'NotFoundError',
      'fatal: remote error: upload-pack: not our ref dddddddd',
      'does not have that commit',
    ],
    [
      'NotFoundError',
      `fatal: repository '${url}' not found`,
      'was not found, or the credentials of its integration may not read it',
    ],
    [
      'NotAllowedError',
      `fatal: unable to access '${url}': The requested URL returned error: 302`,
      'answers with a redirect, which is not followed',
    ],
    [
      'ServiceUnavailableError',
      `fatal: unable to access '${url}': Could not resolve host: git.example.com`,
      'could not be reached (fatal: unable to access',
    ],
  ])('gives a %s for "%s"', (name, line, message) => {
    expect(remoteError(said(line), url)).toMatchObject({
      name,
      message: expect.stringContaining(`Repository ${url} ${message}`),
    });
  });

  it('says how long it waited for an answer', () => {
    const error = new GitError(
      '',
      { kind: 'timeout', milliseconds: 120_000 },
      'git fetch failed: git took longer than 120 s and was ended',
    );
    expect(remoteError(error, url)).toMatchObject({
      name: 'ServiceUnavailableError',
      message: `Git could not be read: Repository ${url} did not answer within 120 s`,
    });
  });

  it('gives git’s own error where it said nothing', () => {
    const error = new GitError(
      '',
      { kind: 'exit', code: undefined, signal: 'SIGKILL' },
      'git fetch failed: git was ended by SIGKILL',
    );
    expect(remoteError(error, url).message).toBe(
      `Git could not be read: Repository ${url} could not be reached (git fetch failed: git was ended by SIGKILL)`,
    );
  });

  it('leaves alone that git could not be started', () => {
    const error = new GitError(
      '',
      { kind: 'spawn', code: 'ENOENT' },
      'git could not be started',
    );
    expect(remoteError(error, url)).toBe(error);
  });
});

describe('looksCorrupt', () => {
  it.each([
    'error: packfile /cache/store/objects/pack/pack-1.pack does not match index',
    "error: cannot lock ref 'refs/a': unable to resolve reference 'refs/a': reference broken",
    'fatal: cannot read existing object info c140272ed1bd5b6d674dfb7b425116abe7ae0f61',
    'fatal: object c140272ed1bd5b6d674dfb7b425116abe7ae0f61 not found',
    "fatal: not a git repository: '/cache/repositories/1'",
    'fatal: bad config line 1 in file /cache/repositories/1/config',
    'fatal: bad object refs/progressive-delivery/branches/main',
    'error: object file ./objects/4b/8257 is empty; fatal: loose object 4b8257 (stored in ./objects/4b/8257) is corrupt',
    'error: file ./objects/pack/pack-1.pack is far too short to be a packfile; fatal: packfile ./objects/pack/pack-1.pack cannot be accessed',
    "fatal: Unable to create '/cache/repositories/1/shallow.lock': File exists.",
    'fatal: pack has 3 unresolved deltas; fatal: fetch-pack: invalid index-pack output',
    `error: ${url} did not send all necessary objects`,
  ])('suspects our own disk: %s', line => {
    expect(looksCorrupt(said(line), '/cache/store')).toBe(true);
  });

  it.each([
    `fatal: unable to access '${url}': Could not resolve host: git.example.com`,
    "fatal: unable to read askpass response from ''",
    'error: RPC failed; curl 18 transfer closed with outstanding read data remaining; fatal: early EOF; fatal: fetch-pack: invalid index-pack output',
    'remote: fatal: bad object 1a2b3c; remote: aborting due to possible repository corruption on the remote side.; fatal: protocol error: bad pack header',
  ])('does not suspect it: %s', line => {
    expect(looksCorrupt(said(line), '/cache/store')).toBe(false);
  });
});
