import { application } from '../__testUtils__/applications';
import { applicationUrl } from './applicationUrl';

const target = { argocd: 'main', application: application({}) };

describe('applicationUrl', () => {
  it('is that of the Application in its own Argo CD', () => {
    expect(
      applicationUrl(target, [
        { name: 'other', url: 'https://other.example.com' },
        { name: 'main', url: 'https://argocd.example.com' },
      ]),
    ).toBe('https://argocd.example.com/applications/argocd/agents');
  });

  it('is not known where the configuration does not say it', () => {
    expect(applicationUrl(target, [{ name: 'main' }])).toBeUndefined();
    expect(applicationUrl(target, [])).toBeUndefined();
  });
});
