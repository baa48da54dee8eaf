import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OTHER_VALUES } from './gitHosts/__testUtils__/HostScene';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

/** The command lines of all processes, as anybody on the machine sees them. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(id => {
      try {
        return [
          readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' '),
        ];
      } catch (error) {
        // It has ended meanwhile.
        if (/ENOENT|ESRCH/.test(String(error))) {
          return [];
        }
        throw error;
      }
    });
}

describe.each(hostScenes)('at $name', ({ start }) => {
  let stage: HostStage;

  beforeAll(async () => {
    stage = await HostStage.start(start);
  });

  beforeEach(() => stage.clear());

  afterAll(() => stage.stop());

  it('no token is seen in a command line, a log, an error, a remote’s URL or a repository', async () => {
    const { scene } = stage;
    const seen = new Set<string>();
    const look = setInterval(
      () => commandLines().forEach(each => seen.add(each)),
      5,
    );
    const first = await stage.publish();
    const { commit, pullRequest } = await stage.open({
      expectedHead: first,
      files: new Map([[OTHER_VALUES, 'enabled: true\n']]),
    });
    const failures = [
      await stage.publish({}, scene.host('reader')).catch(String),
      await stage.publish({}, scene.host('revoked')).catch(String),
      await stage
        .publish({ expectedHead: scene.base }, stage.host)
        .catch(String),
    ];
    clearInterval(look);
    expect(failures).toEqual(
      failures.map(() => expect.stringMatching(/Error/)),
    );

    const { directory, logged } = scene.traces;
    const files = readdirSync(directory, {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(({ name, parentPath }) =>
        readFileSync(join(parentPath, name)).toString('latin1'),
      );
    const made = await scene.repositories.commit({
      repository: stage.repository,
      commit,
    });
    // That there was something to be seen.
    expect(
      Array.from(seen).filter(each => each.includes(' fetch ')),
    ).not.toEqual([]);
    expect(files).not.toEqual([]);
    const traces = JSON.stringify([
      Array.from(seen),
      failures,
      files,
      logged,
      made,
      pullRequest,
    ]);
    for (const secret of scene.secrets) {
      for (const spelt of [
        secret,
        Buffer.from(secret).toString('base64').replace(/=+$/, ''),
        Buffer.from(`x-access-token:${secret}`)
          .toString('base64')
          .replace(/=+$/, ''),
      ]) {
        expect(traces.includes(spelt)).toBe(false);
      }
    }
  });
});
