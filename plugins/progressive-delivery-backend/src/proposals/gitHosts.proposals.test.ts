import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VALUES } from './gitHosts/__testUtils__/HostScene';
import { hostedProposals } from './__testUtils__/hostedProposals';
import { HostStage } from './__testUtils__/HostStage';
import { hostScenes } from './__testUtils__/hostScenes';

// Each step is a few processes of git, which take their time on a busy machine.
jest.setTimeout(120_000);

const SWITCH = 'web.progressiveDelivery.enabled';
const OTHERS = ['one', 'two', 'three'].map(
  name => `${name}.progressiveDelivery.enabled`,
);

describe.each(hostScenes)(
  'proposals at $name, of what HEAD delivers,',
  ({ retargets, start }) => {
    let stage: HostStage;
    let proposals: ReturnType<typeof hostedProposals>;
    let directory: string;

    beforeAll(async () => {
      stage = await HostStage.start(start);
      const { integrations, repository } = stage.scene;
      directory = mkdtempSync(join(tmpdir(), 'renaming-'));
      proposals = hostedProposals({
        directory,
        file: VALUES,
        integrations,
        repository,
        revision: 'HEAD',
      });
    });

    afterAll(async () => {
      await proposals?.close();
      rmSync(directory, { recursive: true, force: true });
      await stage?.stop();
    });

    it('are listed with their journeys for two requests a base and three a pull request that is open', async () => {
      for (const path of OTHERS) {
        await proposals.propose(path);
      }
      const { asked } = stage.scene.gate;
      const counted = async (paths: string[]) => {
        asked.length = 0;
        const listed = await proposals.list(paths);
        expect(listed.map(each => each.switch).sort()).toEqual(
          [...paths].sort(),
        );
        expect(listed[0].journey[0]).toMatchObject({
          state: 'done',
          review: { behind: false },
        });
        return asked.length;
      };
      expect(await counted(OTHERS)).toBeLessThanOrEqual(2 + 3 * OTHERS.length);
      expect(await counted([OTHERS[0]])).toBeLessThanOrEqual(2 + 3);
    });

    it('are not opened twice where the default branch is renamed: what is open for the same switch is named', async () => {
      const { proposal } = await proposals.propose(SWITCH);
      const { branch, number, url } = proposal;
      await stage.scene.renameDefaultBranch('trunk');

      const todo = retargets ? 'merge it' : 'change its base from main';
      await expect(proposals.propose(SWITCH)).rejects.toMatchObject({
        name: 'ConflictError',
        message: `Pull request #${number} is open and sets ${SWITCH} to true, from before its base was renamed to trunk: ${todo}, or close it and propose again (${url})`,
        problem: {
          id: retargets ? 'openBeforeRenaming' : 'openOntoFormerName',
          parameters: { number, url, branch: 'trunk' },
        },
      });
      const { host, repository } = stage;
      expect(
        await stage.find({
          base: retargets ? 'trunk' : 'main',
          branches: new Set([branch]),
        }),
      ).toMatchObject([{ number, state: 'open' }]);

      stage.found(await host.close({ repository, number }));
      const again = await proposals.propose(SWITCH);
      expect(again).toMatchObject({
        outcome: 'created',
        proposal: { state: 'open' },
      });
      expect(again.proposal.branch).not.toBe(branch);
      expect(
        await stage.find({
          base: 'trunk',
          branches: new Set([again.proposal.branch]),
        }),
      ).toMatchObject([{ number: again.proposal.number }]);
    });
  },
);
