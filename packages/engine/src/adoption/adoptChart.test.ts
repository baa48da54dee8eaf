import { readFiles, readScenarios } from './__testUtils__/scenarios';
import { helmOf } from './__testUtils__/helmTools';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../processes';
import { applyPatch } from 'diff';
import { Adoption, adoptChart } from './adoptChart';
import { patchOf } from './patchOf';

jest.setTimeout(120_000);

const summary = (adoption: Adoption) =>
  adoption.state === 'prepared'
    ? {
        state: adoption.state,
        switches: adoption.workloads.map(({ switchPath }) => switchPath),
      }
    : {
        state: adoption.state,
        because: [...new Set(adoption.because.map(({ id }) => id))],
      };

/** How the lines of a text end; a new file is as it likes. */
const lineEndOf = (text: string | undefined, before: string | undefined) => {
  const ends = new Set(before === undefined ? [] : text?.match(/\r?\n/g));
  return [...ends].join();
};

describe('adoptChart', () => {
  const helm = helmOf('helm');

  describe.each(readScenarios())(
    'of $name: $what',
    ({ expected, files, values }) => {
      let adoption: Adoption;

      beforeAll(async () => {
        adoption = await adoptChart(files, { helm, values });
      });

      it('says what is to be changed, or why nothing is', () => {
        expect(summary(adoption)).toEqual(expected);
      });

      it('names what each file was, keeps its line ends, and tells it as a patch', () => {
        const changes = adoption.state === 'prepared' ? adoption.changes : [];
        const told = changes.map(change => ({
          path: change.path,
          before: change.before,
          lineEnd: lineEndOf(change.after, change.before),
          patched: applyPatch(change.before ?? '', patchOf(change)),
        }));
        expect(told).toEqual(
          changes.map(({ after, path }) => {
            const before = files.get(path)?.toString('utf8');
            return {
              path,
              before,
              lineEnd: lineEndOf(before, before),
              patched: after,
            };
          }),
        );
      });
    },
  );

  it.each([
    [
      'strategy-empty',
      {
        proof: {
          values: [
            { id: 'own' },
            {
              id: 'ownWith',
              text: expect.stringMatching(/and strategy\.type=Recreate$/),
            },
          ],
        },
        notes: [],
      },
    ],
    [
      'annotations-always',
      {
        notes: [
          { id: 'syncOptionsFromValues', parameters: { path: 'annotations' } },
        ],
      },
    ],
  ])('of %s fills in what the values leave empty', async (name, expected) => {
    const files = readScenarios().find(each => each.name === name)!.files;
    expect(await adoptChart(files, { helm })).toMatchObject(expected);
  });

  it('tries what is off in the values over each values file', async () => {
    const scenario = readScenarios().find(
      ({ name }) => name === 'scaler-instead-of-another',
    )!;
    const values = [{ name: 'more.yaml', files: ['replicaCount: 3'] }];
    expect(await adoptChart(scenario.files, { helm, values })).toMatchObject({
      state: 'refused',
      because: [
        { parameters: { values: { id: 'ownWith' } } },
        {
          parameters: {
            values: {
              id: 'namedWith',
              text: 'more.yaml and autoscaling.enabled=true',
            },
          },
        },
      ],
    });
  });

  it('says in YAML what the schema would refuse', async () => {
    const { files } = readScenarios().find(
      ({ name }) => name === 'schema-refuses-percent',
    )!;
    expect(await adoptChart(files, { helm })).toMatchObject({
      state: 'refused',
      because: [
        {
          parameters: {
            what: 'progressiveDelivery: {"enabled":true,"canarySteps":[{"setWeight":10},{"pause":{"duration":"5m"}}],"maxSurge":"25%"}',
          },
        },
      ],
    });
  });

  describe('calls objects what they are in the release that people know', () => {
    const objectOf = ({
      parameters,
    }: {
      parameters: Record<string, unknown>;
    }) => parameters.object ?? parameters.name;
    const adopt = async (name: string, release: string) => {
      const { files, values } = readScenarios().find(
        each => each.name === name,
      )!;
      const adoption = await adoptChart(files, { helm, values, release });
      return adoption.state === 'prepared'
        ? [...adoption.proof.workloads, ...adoption.notes.map(objectOf)]
        : adoption.because.map(objectOf);
    };
    it.each([
      ['recreate-with-claim', Array(3).fill('Deployment shop')],
      ['disabled-by-default', ['Deployment shop']],
      ['sync-options-in-values', ['Deployment shop-web']],
      ['subchart-aliases', ['Deployment shop', 'shop-pages', 'shop-sessions']],
    ])('in %s', async (name, expected) => {
      expect(await adopt(name, 'shop')).toEqual(expected);
    });

    it('but for what is no name of one', async () => {
      expect(await adopt('disabled-by-default', '--debug')).toEqual([
        'Deployment release',
      ]);
    });
  });

  it('says where there is no Helm', async () => {
    const [{ files }] = readScenarios();
    expect(await adoptChart(files, { helm: '/no/helm' })).toMatchObject({
      state: 'refused',
      because: [{ id: 'helmMissing' }],
    });
  });

  it.each(['helm', 'helm3'] as const)(
    'prepares what %s create makes',
    async name => {
      const folder = await mkdtemp(join(tmpdir(), 'adopt-'));
      try {
        await runProcess({
          command: helmOf(name),
          args: ['create', 'web'],
          directory: folder,
          env: { HOME: folder },
          timeout: 20_000,
          outputLimit: 10_000,
        });
        const adoption = await adoptChart(readFiles(join(folder, 'web')), {
          helm: helmOf(name),
        });
        expect(adoption).toMatchObject({
          state: 'prepared',
          workloads: [
            {
              template: 'templates/deployment.yaml',
              switchPath: 'progressiveDelivery.enabled',
              replicasAdded: true,
            },
          ],
          proof: {
            values: [
              { id: 'own' },
              {
                id: 'ownWith',
                parameters: { settings: ['autoscaling.enabled=true'] },
                text: "the chart's own values and autoscaling.enabled=true",
              },
            ],
          },
          notes: [{ id: 'replicasAdded' }],
        });
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
