import { Poller } from './Poller';

describe('Poller', () => {
  const onValue = jest.fn();
  const onError = jest.fn();
  let poller: Poller<number> | undefined;

  const hide = (hidden: boolean) => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const start = (load: (signal: AbortSignal) => Promise<number>) => {
    poller = Poller.start({
      load,
      intervalAfter: () => 3000,
      retryInterval: 3000,
      onValue,
      onError,
    });
    return poller;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
  });

  afterEach(() => {
    poller?.stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('asks at once and then after each interval', async () => {
    let answers = 0;
    start(async () => {
      answers += 1;
      return answers;
    });

    await jest.advanceTimersByTimeAsync(6000);

    expect(onValue.mock.calls).toEqual([[1], [2], [3]]);
  });

  it('does not ask while the page is hidden, and at once when it is back', async () => {
    const load = jest.fn(async () => 1);
    start(load);
    await jest.advanceTimersByTimeAsync(0);

    hide(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);

    hide(false);
    await jest.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('retries later and later after failures, and is quick again after a success', async () => {
    const load = jest
      .fn<Promise<number>, []>()
      .mockRejectedValueOnce(new Error('one'))
      .mockRejectedValueOnce(new Error('two'))
      .mockResolvedValue(3);
    start(load);

    await jest.advanceTimersByTimeAsync(3000);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(5999);
    expect(load).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(3000);
    expect(load).toHaveBeenCalledTimes(4);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('gives up a request that hangs', async () => {
    start(
      signal =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );

    await jest.advanceTimersByTimeAsync(20_000);

    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        message: 'The backend did not answer within 20 s',
      }),
    );
  });

  it('does not wait for what heeds no signal, and asks again', async () => {
    const load = jest.fn(() => new Promise<number>(() => {}));
    start(load);

    await jest.advanceTimersByTimeAsync(20_000);
    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({
        message: 'The backend did not answer within 20 s',
      }),
    );

    await jest.advanceTimersByTimeAsync(3000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('drops the answer of a request that a refresh has replaced', async () => {
    const answers: Array<(value: number) => void> = [];
    start(() => new Promise(resolve => answers.push(resolve))).refresh();

    answers[1](2);
    answers[0](1);
    await jest.advanceTimersByTimeAsync(0);

    expect(onValue.mock.calls).toEqual([[2]]);
  });

  it('says nothing after it was stopped', async () => {
    const load = jest.fn(async () => 1);
    start(load).stop();

    await jest.advanceTimersByTimeAsync(10_000);

    expect(load).toHaveBeenCalledTimes(1);
    expect(onValue).not.toHaveBeenCalled();
  });
});
