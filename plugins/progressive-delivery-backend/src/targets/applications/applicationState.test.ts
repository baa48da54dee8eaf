import { application } from '../__testUtils__/applications';
import { applicationState } from './applicationState';

const OLD = '1111111111111111111111111111111111111111';
const NEW = '2222222222222222222222222222222222222222';

const stateOf = (status?: object) =>
  applicationState({
    argocd: 'main',
    application: application({ status }),
  });

describe('applicationState', () => {
  it('knows nothing of an Application that Argo CD has not looked at yet', () => {
    expect(stateOf()).toEqual({
      argocd: 'main',
      namespace: 'argocd',
      name: 'agents',
      sync: 'Unknown',
      health: 'Unknown',
    });
  });

  it('has nothing to say where all is well', () => {
    expect(
      stateOf({
        sync: { status: 'Synced', revision: NEW },
        health: { status: 'Healthy', message: 'fine' },
        conditions: [{ type: 'OrphanedResourceWarning', message: 'orphans' }],
        history: [{ revision: OLD }, { revision: NEW }],
        operationState: {
          phase: 'Succeeded',
          message: 'successfully synced',
          syncResult: { revision: NEW },
        },
      }),
    ).toMatchObject({
      sync: 'Synced',
      health: 'Healthy',
      appliedRevision: NEW,
      message: undefined,
    });
  });

  describe('the applied revision', () => {
    it('is not that which was compared, while an older one is being applied', () => {
      expect(
        stateOf({
          sync: { status: 'OutOfSync', revision: NEW },
          history: [{ revision: OLD }],
          operationState: { phase: 'Running', syncResult: { revision: NEW } },
        }).appliedRevision,
      ).toBe(OLD);
    });

    it('is that of the last operation where no history is kept', () => {
      expect(
        stateOf({
          sync: { status: 'Synced', revision: NEW },
          operationState: { phase: 'Succeeded', syncResult: { revision: OLD } },
        }).appliedRevision,
      ).toBe(OLD);
    });

    it('is not that of an operation that failed', () => {
      expect(
        stateOf({
          sync: { status: 'OutOfSync', revision: NEW },
          operationState: { phase: 'Failed', syncResult: { revision: NEW } },
        }).appliedRevision,
      ).toBeUndefined();
    });

    it('of several sources is the one that they share', () => {
      const sync = { status: 'Synced', revisions: [NEW, NEW] };
      expect(
        stateOf({ sync, history: [{ revisions: [NEW, NEW] }] }).appliedRevision,
      ).toBe(NEW);
      expect(
        stateOf({ sync, history: [{ revisions: [NEW, OLD] }] }).appliedRevision,
      ).toBeUndefined();
    });
  });

  describe('the message', () => {
    it('says conditions that are errors, then the operation, then health', () => {
      expect(
        stateOf({
          sync: { status: 'OutOfSync', revision: NEW },
          health: {
            status: 'Degraded',
            message: 'Caused by argoproj.io/Rollout:agents/controllers',
          },
          conditions: [
            { type: 'SyncError', message: 'Failed last sync attempt' },
            { type: 'SharedResourceWarning', message: 'shared' },
          ],
          operationState: {
            phase: 'Failed',
            message: 'one or more objects failed to apply',
            syncResult: { revision: NEW },
          },
        }).message,
      ).toBe(
        'Failed last sync attempt; one or more objects failed to apply; Caused by argoproj.io/Rollout:agents/controllers',
      );
    });

    it('says once what is said twice', () => {
      const message = 'application repo is not permitted';
      expect(
        stateOf({
          conditions: [
            { type: 'InvalidSpecError', message },
            { type: 'ComparisonError', message },
          ],
        }).message,
      ).toBe(message);
    });

    it.each(['Progressing', 'Suspended'])(
      'takes %s for what a canary is meant to be',
      status => {
        expect(
          stateOf({
            sync: { status: 'Synced', revision: NEW },
            health: { status, message: 'Caused by argoproj.io/Rollout:a/b' },
          }).message,
        ).toBeUndefined();
      },
    );

    it('says what an operation is retried for, and not what it waits for', () => {
      const running = (message: string) =>
        stateOf({
          sync: { status: 'OutOfSync', revision: NEW },
          operationState: { phase: 'Running', message },
        }).message;
      const retried = 'could not apply. Retrying attempt #2 at 10:00.';
      expect(running(retried)).toBe(retried);
      expect(
        running('waiting for healthy state of Rollout/web'),
      ).toBeUndefined();
    });

    it('forgets a failure that something newer has overtaken', () => {
      const failed = (syncedRevision: string) =>
        stateOf({
          sync: { status: 'Synced', revision: syncedRevision },
          operationState: {
            phase: 'Failed',
            message: 'a hook failed',
            syncResult: { revision: OLD },
          },
        }).message;
      expect(failed(OLD)).toBe('a hook failed');
      expect(failed(NEW)).toBeUndefined();
    });

    it('does not go on for ever', () => {
      const { message } = stateOf({
        conditions: [{ type: 'SyncError', message: 'x'.repeat(5_000) }],
      });
      expect(message).toHaveLength(1_001);
    });
  });
});
