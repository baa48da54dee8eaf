import {
  initialStatus,
  partNames,
  sandboxStatusSchema,
  stoppedStatus,
  withPart,
} from './sandboxStatus';

const start = new Date('2026-11-25T16:00:00Z');
const later = new Date('2026-11-25T16:01:00Z');

describe('sandbox status', () => {
  it('begins with all parts waiting', () => {
    const status = initialStatus(start);
    expect(sandboxStatusSchema.parse(status)).toEqual(status);
    expect(new Set(status.parts.map(({ state }) => state))).toEqual(
      new Set(['waiting']),
    );
  });

  it('is ready when all parts are', () => {
    let status = initialStatus(start);
    for (const name of partNames) {
      expect(status.state).toBe('starting');
      status = withPart(status, name, { state: 'ready', message: '' }, later);
    }
    expect(status.state).toBe('ready');
  });

  it('has failed when one part has, and stays readable after the stop', () => {
    const failed = withPart(
      initialStatus(start),
      'argocd',
      { state: 'failed', message: 'no port' },
      later,
    );
    expect(failed.state).toBe('failed');
    expect(stoppedStatus(failed, later)).toMatchObject({
      state: 'failed',
      parts: expect.arrayContaining([
        expect.objectContaining({ name: 'argocd', message: 'no port' }),
      ]),
    });
  });

  it('keeps the time at which a state began while its message changes', () => {
    const building = withPart(
      initialStatus(start),
      'gitea',
      { state: 'building', message: '10 s so far' },
      start,
    );
    const [gitea] = withPart(
      building,
      'gitea',
      { state: 'building', message: '20 s so far' },
      later,
    ).parts;
    expect(gitea).toMatchObject({
      since: start.toISOString(),
      message: '20 s so far',
    });
  });
});
