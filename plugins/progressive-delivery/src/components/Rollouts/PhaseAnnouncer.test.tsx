import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { RolloutStatus } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { render, screen } from '@testing-library/react';
import {
  abortedRollout,
  movingRollout,
  pausedRollout,
  silentRollout,
  withFailingPods,
} from '../../__testUtils__/rolloutStatus';
import { PhaseAnnouncer } from './PhaseAnnouncer';

const announcer = (rollouts: RolloutStatus[], target?: string) => (
  <TestApiProvider
    apis={[
      [translationApiRef, mockApis.translation()],
      [errorApiRef, mockApis.error()],
      [appLanguageApiRef, mockApis.appLanguage()],
    ]}
  >
    <PhaseAnnouncer rollouts={rollouts} target={target} />
  </TestApiProvider>
);

/** What is read out after each of the answers. */
function heard(answers: RolloutStatus[][], target?: string) {
  const [first, ...others] = answers;
  const { rerender } = render(announcer(first, target));
  const texts = [screen.getByRole('status').textContent];
  for (const answer of others) {
    rerender(announcer(answer, target));
    texts.push(screen.getByRole('status').textContent);
  }
  return texts;
}

describe('PhaseAnnouncer', () => {
  it('reads out what has changed, and nothing of what is there at first', () => {
    expect(heard([[pausedRollout], [abortedRollout], []])).toEqual([
      '',
      `Rollout agents-controllers is Degraded. ${abortedRollout.message}.`,
      'Rollout agents-controllers is gone.',
    ]);
  });

  it('says in which target that is, where there are several', () => {
    const silentBefore = {
      ...silentRollout,
      observation: pausedRollout.observation,
    };
    expect(heard([[silentBefore], [silentRollout], []], 'staging')).toEqual([
      '',
      'The controller of Rollout agents-controllers in staging no longer responds.',
      'Rollout agents-controllers in staging is gone.',
    ]);
  });

  it('says that pods begin to fail, and by what', () => {
    expect(
      heard(
        [[movingRollout], [withFailingPods(2, { reason: 'ImagePullBackOff' })]],
        'production',
      ),
    ).toEqual([
      '',
      'Rollout agents-controllers in production is Failing. 2 canary pods are failing: the image cannot be pulled (ImagePullBackOff).',
    ]);
  });
});
