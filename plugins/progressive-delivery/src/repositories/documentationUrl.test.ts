import { findingDocs } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { repository } from '../../package.json';
import { documentationUrl } from './documentationUrl';

describe('documentationUrl', () => {
  it('is in the repository that package.json names', () => {
    expect(documentationUrl(findingDocs('rollouts-crd'))).toBe(
      `${repository.url}/blob/main/docs/preflight.md#rollouts-crd`,
    );
  });

  it('is an address of the web as it is, and nothing else', () => {
    const runbook = 'https://wiki.example.com/runbooks#team-label';
    expect(documentationUrl(runbook)).toBe(runbook);
    expect(documentationUrl('data:text/html,hello')).toMatch(/^https:/);
  });
});
