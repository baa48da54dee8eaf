import { readableRolloutStatusSchema } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { statusOf } from '../__testUtils__/scenario';
import { sentences } from '../__testUtils__/sentences';

const told = (scenario: string) => sentences(statusOf(scenario));

describe('deploymentStatus', () => {
  it('is healthy, in the shape of a Rollout', () => {
    const status = statusOf('deployment-healthy');
    expect(readableRolloutStatusSchema.strict().parse(status)).toEqual(status);
    expect(status).toMatchObject({
      kind: 'Deployment',
      strategy: 'rollingUpdate',
      aborted: false,
      steps: [],
    });
    expect(sentences(status)).toEqual([
      'Healthy',
      '3 desired, 3 there, 3 updated, 3 ready, 3 available',
      'stable revision 2 with web:2: 3 of 3 ready (3 Running)',
    ]);
  });

  it('progresses', () => {
    expect(told('deployment-progressing')).toEqual([
      'Progressing: 1 of 3 replicas are updated',
      '3 desired, 4 there, 1 updated, 3 ready, 3 available',
      'active revision 2 with web:2: 0 of 1 ready (1 ContainerCreating, not ready)',
      'old revision 1 with web:1: 3 of 3 ready (3 Running)',
    ]);
    expect(told('deployment-removing-old')[0]).toBe(
      'Progressing: 1 old replica is pending termination',
    );
    expect(told('deployment-not-observed')[0]).toBe(
      'Progressing: Waiting for the Deployment spec update to be observed',
    );
  });

  it('exceeds its progress deadline', () => {
    expect(told('deployment-degraded')).toEqual([
      'Degraded: Exceeded its progress deadline: 1 of 3 replicas are updated',
      '3 desired, 4 there, 1 updated, 3 ready, 3 available',
      'active revision 2 with web:2: 0 of 1 ready (1 ErrImagePull, not ready)',
      'old revision 1 with web:1: 3 of 3 ready (3 Running)',
    ]);
  });

  it('says why no pods can be created', () => {
    expect(told('deployment-over-quota')[0]).toBe(
      'Progressing: 0 of 3 replicas are updated: pods "web-7d4b9c6f85-ddddd" is forbidden: exceeded quota: pods',
    );
  });

  it('is paused', () => {
    expect(told('deployment-paused')[0]).toBe(
      'Paused: Deployment is paused, since 2026-03-01T10:00:12Z',
    );
  });

  it('is created anew', () => {
    expect(statusOf('deployment-recreate').strategy).toBe('recreate');
    expect(told('deployment-recreate')[0]).toBe(
      'Progressing: 0 of 3 updated replicas are available',
    );
  });

  it('is being deleted, and not simply healthy', () => {
    expect(told('deployment-being-deleted')[0]).toBe(
      'Progressing: Being deleted',
    );
  });

  it('is scaled to zero', () => {
    expect(told('deployment-scaled-to-zero')).toEqual([
      'Healthy',
      '0 desired, 0 there, 0 updated, 0 ready, 0 available',
      'stable revision 2 with web:2: 0 of 0 ready',
    ]);
  });
});
