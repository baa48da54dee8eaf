import { applicationSchema } from '../targets/applications/application';
import { known, Known, unknown } from './gathering/Known';
import { deploymentSchema } from './gathering/objects/liveWorkload';
import { Pieces } from './gathering/Pieces';
import { livePruneLast } from './livePruneLast';

const web = { namespace: 'shop', name: 'web' };

const deployment = (name: string, options?: string) =>
  deploymentSchema.parse({
    metadata: {
      name,
      namespace: 'shop',
      annotations: options && { 'argocd.argoproj.io/sync-options': options },
    },
    spec: {},
  });

const applicationWith = (syncOptions: string[]): Known<Pieces['application']> =>
  known(
    applicationSchema.parse({
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { syncPolicy: { syncOptions } },
    }),
  );

const look = (
  workloads: Known<Pieces['workloads']>,
  application = applicationWith([]),
) =>
  livePruneLast([web], {
    application: async () => application,
    workloads: async () => workloads,
  });

const gap = { message: 'failed', parameters: { said: 'no answer' } } as const;

describe('livePruneLast', () => {
  it.each([
    ['live', deployment('web', 'Replace=true, PruneLast=true')],
    ['missing', deployment('web', 'Replace=true')],
    ['missing', deployment('web')],
  ])('is %s by the annotation of what runs', async (state, workload) => {
    expect(await look(known([workload, deployment('other')]))).toEqual({
      state,
      workloads: state === 'live' ? [] : [web],
      unchecked: [],
    });
  });

  it('is live by the options of the Application', async () => {
    expect(
      await look(
        known([deployment('web')]),
        applicationWith(['PruneLast=true']),
      ),
    ).toMatchObject({ state: 'live' });
  });

  it('is not known of workloads without the annotation where nobody knows their Application', async () => {
    const ofNone = unknown<Pieces['application']>({
      message: 'noApplication',
      parameters: {},
    });
    expect(await look(known([deployment('web')]), ofNone)).toEqual({
      state: 'unknown',
      workloads: [],
      unchecked: [
        expect.objectContaining({
          id: 'prune-last-live',
          message: 'noApplication',
        }),
      ],
    });
    expect(
      await look(known([deployment('web', 'PruneLast=true')]), ofNone),
    ).toMatchObject({ state: 'live' });
  });

  it('is nothing where nothing of it runs', async () => {
    expect(await look(known([deployment('other')]))).toBeUndefined();
  });

  it('is not known where not everything could be read', async () => {
    const unchecked = [
      expect.objectContaining({ id: 'prune-last-live', message: 'failed' }),
    ];
    expect(await look(unknown(gap))).toEqual({
      state: 'unknown',
      workloads: [],
      unchecked,
    });
    expect(
      await look(known([deployment('web', 'PruneLast=true')], [gap])),
    ).toEqual({ state: 'unknown', workloads: [], unchecked });
  });
});
