import { InputError, NotAllowedError } from '@backstage/errors';
import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import {
  cannotPreview,
  problemOf,
  TargetDescription,
} from '@progressive-delivery/engine';
import {
  described,
  entityRef,
  SWITCH,
  target,
} from './__testUtils__/ActionScene';
import { checkOwnership } from './checkOwnership';

const OWN = 'own.progressiveDelivery.enabled';
const rollout = { namespace: 'shop', name: 'web', target: 'web' };
const owned = { ...rollout, entity: entityRef, switches: [OWN] };

/** What is thrown where Git says this of a target, of which nothing was known before. */
const refusal = async (
  description: Partial<TargetDescription> | Error,
  ownedSwitches = [OWN],
): Promise<unknown> => {
  try {
    return await checkOwnership(
      {
        workload: { namespace: 'shop', name: 'web' },
        target: { ...target, ownedSwitches },
        entityRef,
        ownedSwitches,
      },
      {
        lastKnown: async () => undefined,
        describe: async () => {
          if (description instanceof Error) {
            throw description;
          }
          return { ...described, workloads: [], ...description };
        },
      },
    );
  } catch (error) {
    return error;
  }
};

describe('checkOwnership', () => {
  it('names the switch that moves the workload', async () => {
    const text = `component:default/web owns ${OWN} of web, which does not move Rollout shop/web: act on it from the component that owns ${SWITCH}`;
    expect(await refusal({ workloads: described.workloads })).toMatchObject({
      name: 'NotAllowedError',
      message: text,
      problem: {
        id: 'ownedByOthers',
        parameters: { ...owned, moving: [SWITCH] },
        text,
      },
    });
  });

  it('says that no switch moves the workload', async () => {
    const text = `component:default/web owns ${OWN} of web, which does not move Rollout shop/web: act on it from the component that owns it`;
    expect(await refusal({})).toMatchObject({
      name: 'NotAllowedError',
      message: text,
      problem: { id: 'notOwned', parameters: owned, text },
    });
  });

  it('says that the component owns nothing there', async () => {
    const text =
      'component:default/web owns no switch of web: act on Rollout shop/web from the component that owns it';
    expect(
      await refusal({ problems: [problemOf(new Error('bad chart'))] }, []),
    ).toMatchObject({
      name: 'NotAllowedError',
      message: text,
      problem: {
        id: 'ownsNoSwitch',
        parameters: { ...rollout, entity: entityRef },
        text,
      },
    });
  });

  it('says why it is not known what the switch moves', async () => {
    const missing = cannotPreview({
      id: 'fileMissing',
      parameters: { file: 'values.yaml' },
    });
    const text = `component:default/web owns ${OWN} of web, and Backstage cannot tell whether that moves Rollout shop/web: Cannot preview: values.yaml does not exist`;
    expect(
      await refusal({
        problems: [problemOf(missing), problemOf(new Error('bad chart'))],
      }),
    ).toMatchObject({
      name: 'NotAllowedError',
      message: text,
      problem: {
        id: 'ownershipUnknown',
        parameters: { ...owned, problem: problemOf(missing) },
        text,
      },
    });
    expect(
      await refusal({ problems: [problemOf(new Error('bad chart'))] }),
    ).toMatchObject({
      message: expect.stringMatching(/moves Rollout shop\/web: bad chart$/),
      problem: {
        parameters: {
          problem: { id: 'unknown', parameters: {}, text: 'bad chart' },
        },
      },
    });
  });

  it('says why it was not tried what the switch moves', async () => {
    const notProposable = toMessage('notProposable', {
      id: 'noValuesFile',
      parameters: {},
    });
    const text = `component:default/web owns ${OWN} of web, and Backstage cannot tell whether that moves Rollout shop/web: ${notProposable.text}`;
    expect(
      await refusal({
        switches: [
          {
            id: OWN,
            enabled: true,
            origin: { from: 'chart', file: 'values.yaml' },
            notProposable,
          },
        ],
      }),
    ).toMatchObject({
      name: 'NotAllowedError',
      message: text,
      problem: {
        id: 'ownershipUntried',
        parameters: { ...owned, notProposable },
        text,
      },
    });
  });

  it('says why Git could not be read', async () => {
    const text =
      'Backstage cannot tell which Rollouts of web this component owns: Git could not be read: No such branch';
    const error = new InputError('No such branch');
    expect(await refusal(error)).toMatchObject({
      name: 'ServiceUnavailableError',
      message: text,
      cause: error,
      problem: {
        id: 'ownersUnknown',
        parameters: {
          target: 'web',
          problem: {
            id: 'gitUnreadable',
            parameters: { message: 'No such branch' },
          },
        },
        text,
      },
    });
    expect(
      await refusal(
        cannotPreview(
          {
            id: 'repositoryHostNotConfigured',
            parameters: {
              host: 'git.example.com',
              repository: 'https://git.example.com/a.git',
            },
          },
          NotAllowedError,
        ),
      ),
    ).toMatchObject({
      problem: {
        parameters: {
          problem: {
            id: 'cannotPreview',
            parameters: { because: { id: 'repositoryHostNotConfigured' } },
          },
        },
      },
    });
  });
});
