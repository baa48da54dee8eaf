import {
  describeApplication,
  isDelivered,
  isSynced,
} from './applicationStatus';

describe('an Application', () => {
  it('is delivered when it is synced and healthy', () => {
    const application = {
      metadata: { name: 'agents' },
      status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
    };
    expect(isDelivered(application)).toBe(true);
    expect(describeApplication(application)).toBe(
      'agents is Synced and Healthy',
    );
  });

  it('is in the cluster before it is healthy', () => {
    const broken = {
      metadata: { name: 'agents' },
      status: { sync: { status: 'Synced' }, health: { status: 'Progressing' } },
    };
    expect(isSynced(broken)).toBe(true);
    expect(isDelivered(broken)).toBe(false);
  });

  it('says once what stands in its way', () => {
    const application = {
      metadata: { name: 'agents' },
      status: {
        sync: { status: 'Unknown' },
        conditions: [{ message: 'no chart' }, { message: 'no chart' }],
        operationState: { phase: 'Failed', message: 'no namespace' },
      },
    };
    expect(isDelivered(application)).toBe(false);
    expect(describeApplication(application)).toBe(
      'agents is Unknown and of unknown health; no namespace; no chart',
    );
    expect(describeApplication({ metadata: { name: 'new' } })).toBe(
      'new is not compared yet and of unknown health',
    );
  });
});
