import { lazyClient } from './lazyClient';
import { ProgressiveDeliveryClient } from './ProgressiveDeliveryClient';

describe('lazyClient', () => {
  const options = {
    discoveryApi: { getBaseUrl: async () => 'http://backend' },
    fetchApi: { fetch: jest.fn() },
  };
  const target = {
    entity: { kind: 'Component', namespace: 'default', name: 'agents' },
    target: 'staging',
  };

  beforeEach(() => jest.restoreAllMocks());

  it('makes one client, when it is first asked', async () => {
    const getProposals = jest.fn(async () => ({ proposals: [] }));
    const create = jest
      .spyOn(ProgressiveDeliveryClient, 'create')
      .mockReturnValue(
        Object.assign(Object.create(ProgressiveDeliveryClient.prototype), {
          getProposals,
        }),
      );
    const client = lazyClient(options);
    expect(create).not.toHaveBeenCalled();

    const { signal } = new AbortController();
    await Promise.all([
      client.getProposals(target, { signal }),
      client.getProposals(target),
    ]);

    expect(create).toHaveBeenCalledTimes(1);
    expect(create).toHaveBeenCalledWith(options);
    expect(getProposals.mock.calls).toEqual([[target, { signal }], [target]]);
  });

  it('does everything that a client does', () => {
    expect(Object.keys(lazyClient(options)).sort()).toEqual(
      Object.getOwnPropertyNames(ProgressiveDeliveryClient.prototype)
        .filter(name =>
          /^(get|create|update|close|prepare|act|stream)/.test(name),
        )
        .sort(),
    );
  });
});
