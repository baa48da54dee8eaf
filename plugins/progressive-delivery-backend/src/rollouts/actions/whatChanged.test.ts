import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { whatChanged } from './whatChanged';

const seen = {
  generation: 2,
  podHash: '7d4b9c6f85',
  stepIndex: 1,
  abort: false,
  paused: true,
};

describe('whatChanged', () => {
  it('is nothing where all is as it was seen', () => {
    expect(whatChanged(seen, { ...seen })).toBeUndefined();
  });

  it.each([
    ['its spec was changed', { generation: 3 }],
    ['another revision came', { generation: 3, podHash: '6c8f9d7b54' }],
    ['2 of its steps are done, not 1', { stepIndex: 2 }],
    ['0 of its steps are done, not 1', { stepIndex: undefined }],
    ['it was aborted', { abort: true, stepIndex: 0 }],
    ['it is no longer paused', { paused: false }],
  ])('says that %s', (sentence, change) => {
    const found = whatChanged(seen, { ...seen, ...change });
    expect(found && toMessage('rolloutChange', found).text).toBe(sentence);
  });

  it('says what tells most, and the other way round', () => {
    const aborted = { ...seen, abort: true, paused: false, stepIndex: 0 };
    expect(whatChanged(aborted, { ...seen, generation: 3 })?.id).toBe(
      'notAborted',
    );
    expect(whatChanged({ ...seen, paused: false }, seen)?.id).toBe('paused');
  });
});
