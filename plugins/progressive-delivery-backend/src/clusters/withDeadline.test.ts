import { DeadlineError, withDeadline } from './withDeadline';

const never = () => new Promise<never>(() => {});

describe('withDeadline', () => {
  it('answers what was done in time, and passes failures on', async () => {
    await expect(withDeadline(60_000, async () => 1)).resolves.toBe(1);
    await expect(
      withDeadline(60_000, () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
  });

  it('ends what takes longer, also where that does not listen', async () => {
    let told: AbortSignal | undefined;
    await expect(
      withDeadline(5, signal => {
        told = signal;
        return never();
      }),
    ).rejects.toThrow(DeadlineError);
    expect(told?.aborted).toBe(true);
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const ended = withDeadline(60_000, never, controller.signal);
    controller.abort(new Error('gone'));
    await expect(ended).rejects.toThrow('gone');
    await expect(
      withDeadline(60_000, never, controller.signal),
    ).rejects.toThrow('gone');
  });
});
