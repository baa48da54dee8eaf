import { StreamLimit } from './StreamLimit';

describe('StreamLimit', () => {
  it('bounds the streams of each caller, and says what to do', () => {
    const limit = StreamLimit.create({ most: 2 });
    const leave = limit.take('user:default/ada');
    limit.take('user:default/ada');
    limit.take('user:default/ben');

    expect(() => limit.take('user:default/ada')).toThrow(
      expect.objectContaining({
        name: 'TooManyRequestsError',
        statusCode: 429,
        message: expect.stringMatching(/2 streams .* close some tabs/),
      }),
    );
    leave();
    leave();
    limit.take('user:default/ada');
    expect(() => limit.take('user:default/ada')).toThrow(/2 streams/);
  });
});
