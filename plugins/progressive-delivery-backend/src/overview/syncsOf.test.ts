import { applicationSchema } from '@progressive-delivery/engine';
import { syncsOf } from './syncsOf';

const GITOPS = 'https://git.example.com/shop/gitops.git';
const CHARTS = 'https://git.example.com/shop/charts.git';
const [A, B, C] = ['a', 'b', 'c'].map(digit => digit.repeat(40));

const at = (time: string) => `2026-03-01T${time}Z`;

const entry = (time: string, fields: object) => ({
  deployStartedAt: at(`${time}:00`),
  deployedAt: at(`${time}:05`),
  ...fields,
});
const single = (revision: string, repoURL = GITOPS) => ({
  revision,
  source: { repoURL },
});
const several = (...revisions: string[]) => ({
  revisions,
  sources: [{ repoURL: GITOPS }, { repoURL: CHARTS }],
});

const syncs = (status: object, spec: object = {}) =>
  syncsOf({
    application: applicationSchema.parse({
      metadata: { name: 'web', namespace: 'argocd' },
      spec,
      status,
    }),
  }).map(
    ({ commit, endedAt, repository, startedAt }) =>
      `${startedAt.slice(11, 19)}-${endedAt?.slice(11, 19) ?? ''} ${
        commit[0]
      } of ${repository.slice('https://git.example.com/shop/'.length)}`,
  );

describe('syncsOf', () => {
  it('tells the commit of each sync that Argo CD keeps', () => {
    expect(
      syncs({
        history: [entry('10:00', single(A)), entry('10:10', single(B))],
      }),
    ).toEqual([
      '10:00:00-10:00:05 a of gitops.git',
      '10:10:00-10:10:05 b of gitops.git',
    ]);
  });

  it('tells the one that runs, and none that has failed', () => {
    const operation = {
      startedAt: at('10:20:00'),
      syncResult: single(C),
    };
    const history = [entry('10:00', single(A))];
    expect(
      syncs({ history, operationState: { ...operation, phase: 'Running' } }),
    ).toEqual([
      '10:00:00-10:00:05 a of gitops.git',
      '10:20:00- c of gitops.git',
    ]);
    expect(
      syncs({ history, operationState: { ...operation, phase: 'Failed' } }),
    ).toHaveLength(1);
  });

  it('tells of several sources the one that has moved', () => {
    expect(
      syncs({
        history: [
          entry('10:00', several(A, A)),
          entry('10:10', several(A, B)),
          entry('10:20', several(C, B)),
          entry('10:30', several(A, C)),
        ],
      }),
    ).toEqual([
      '10:10:00-10:10:05 b of charts.git',
      '10:20:00-10:20:05 c of gitops.git',
    ]);
  });

  it('takes sources of one repository for one', () => {
    const both = (revision: string) => ({
      revisions: [revision, revision],
      sources: [{ repoURL: GITOPS }, { repoURL: GITOPS }],
    });
    expect(syncs({ history: [entry('10:00', both(A))] })).toEqual([
      '10:00:00-10:00:05 a of gitops.git',
    ]);
  });

  it.each([
    [
      'when it began',
      {
        history: [{ ...entry('10:00', single(A)), deployStartedAt: undefined }],
      },
    ],
    ['where its commit is', { history: [entry('10:00', { revision: A })] }],
    ['a commit, but a version', { history: [entry('10:00', single('1.2.3'))] }],
  ])('leaves out what does not tell %s', (_, status) => {
    expect(syncs(status)).toEqual([]);
  });

  it('leaves out what a hydrator has committed', () => {
    expect(
      syncs(
        { history: [entry('10:00', single(A))] },
        {
          sourceHydrator: {
            drySource: { repoURL: GITOPS, path: 'web', targetRevision: 'main' },
          },
        },
      ),
    ).toEqual([]);
  });
});
