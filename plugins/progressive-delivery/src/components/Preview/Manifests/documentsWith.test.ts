import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { documentsWith } from './documentsWith';

const change = (kind: string, name: string, patch: string): DocumentChange => ({
  change: 'changed',
  before: { apiVersion: 'v1', kind, namespace: 'agents', name },
  after: { apiVersion: 'v1', kind, namespace: 'agents', name },
  differences: [],
  patch,
  shortened: false,
});

const service = change('Service', 'api', '@@ -1 +1 @@\n-port: 80\n+port: 81\n');
const config = change(
  'ConfigMap',
  'settings',
  '@@ -1 +1 @@\n port: 80\n+a: b\n',
);

describe('documentsWith', () => {
  it.each([
    ['', [service, config]],
    ['  ', [service, config]],
    ['configmap', [config]],
    ['API', [service]],
    ['agents', [service, config]],
    // Not the lines around.
    ['port', [service]],
    ['a: b', [config]],
    ['nothing', []],
  ])('finds %j', (text, expected) => {
    const documents = [service, config].map((each, place) => ({
      change: each,
      place,
    }));
    expect(
      documentsWith(text, documents).map(({ change: found }) => found),
    ).toEqual(expected);
  });
});
