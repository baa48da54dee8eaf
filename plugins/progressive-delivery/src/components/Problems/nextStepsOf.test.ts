import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { nextStepsOf } from './nextStepsOf';

describe('nextStepsOf', () => {
  it('says once what several problems need', () => {
    expect(
      nextStepsOf([
        toMessage('problem', {
          id: 'clusterTimedOut',
          parameters: { cluster: 'production', seconds: 10 },
        }),
        toMessage('problem', {
          id: 'clusterUnreachable',
          parameters: { cluster: 'staging', message: 'connect ECONNREFUSED' },
        }),
        toMessage('problem', {
          id: 'gitUnreadable',
          parameters: { message: 'the host did not answer within 30 s' },
        }),
      ]),
    ).toEqual(['cluster', 'git']);
  });

  it('adds nothing to problems that say it themselves', () => {
    expect(
      nextStepsOf([
        toMessage('problem', {
          id: 'nothingOfOverlay',
          parameters: { workloads: ['Deployment shop/web'] },
        }),
        { id: 'unknown', parameters: {}, text: 'It is so.' },
      ]),
    ).toEqual([]);
  });
});
