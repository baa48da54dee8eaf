import { toMessage } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { whatChanged } from './whatChanged';

const seen = {
  generation: 2,
  podHash: '7d4b9c6f85',
  stepIndex: 1,
  abort: false,
  paused: true,
};

const said = (...states: Parameters<typeof whatChanged>) =>
  whatChanged(...states).map(change => toMessage('rolloutChange', change).text);

describe('whatChanged', () => {
  it('is nothing where all is as it was seen', () => {
    expect(said(seen, { ...seen })).toEqual([]);
  });

  it.each([
    ['its spec was changed', { generation: 3 }],
    ['a new revision was created', { generation: 3, podHash: '6c8f9d7b54' }],
    ['2 of its steps are done, not 1', { stepIndex: 2 }],
    ['0 of its steps are done, not 1', { stepIndex: undefined }],
    // An abort resets the index, which says nothing then.
    ['it was aborted', { abort: true, stepIndex: 0 }],
    ['it is no longer paused', { paused: false }],
  ])('says that %s', (sentence, change) => {
    expect(said(seen, { ...seen, ...change })).toEqual([sentence]);
  });

  it('says everything, and the other way round', () => {
    const aborted = { ...seen, abort: true, paused: false, stepIndex: 0 };
    expect(said(aborted, { ...seen, generation: 3 })).toEqual([
      'its spec was changed',
      'it is no longer aborted',
      'it is paused now',
    ]);
  });
});
