import { NO_FILTER, readFilter, writeFilter } from './WorkloadFilter';

const targets = [{ id: 'staging' }, { id: 'production' }];
const read = (query: string) => readFilter(new URLSearchParams(query), targets);

describe('WorkloadFilter', () => {
  it('is read from an address as it was written', () => {
    const filter = {
      attention: true,
      kind: 'Rollout' as const,
      target: 'production',
      name: 'a&b=c',
    };
    const address = writeFilter(new URLSearchParams(), filter).toString();
    expect(read(address)).toEqual(filter);
  });

  it('leaves what else an address says, and nothing of itself once it is cleared', () => {
    const address = writeFilter(
      new URLSearchParams('tab=1&attention=true&name=agents'),
      NO_FILTER,
    );
    expect(address.toString()).toBe('tab=1');
  });

  it.each(['attention=yes', 'kind=StatefulSet', 'target=gone', 'name=%20'])(
    'passes over %s',
    query => {
      expect(read(query)).toEqual({
        ...NO_FILTER,
        kind: undefined,
        target: undefined,
      });
    },
  );
});
