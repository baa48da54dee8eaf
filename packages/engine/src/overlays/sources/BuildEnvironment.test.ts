import { sourceOf, subjectOf } from '../__testUtils__/layOut';
import { BuildEnvironment } from './BuildEnvironment';

const environment = BuildEnvironment.create({
  subject: subjectOf({ instanceName: 'teams_web' }),
  source: sourceOf({ path: './app/', targetRevision: '' }),
  commit: '0123456789abcdef0123456789abcdef01234567',
});

describe('BuildEnvironment', () => {
  it.each([
    ['$ARGOCD_APP_NAME-x', 'teams_web-x'],
    ['${ARGOCD_APP_NAMESPACE}x', 'shopx'],
    ['$ARGOCD_APP_PROJECT_NAME', 'default'],
    ['$ARGOCD_APP_REVISION', '0123456789abcdef0123456789abcdef01234567'],
    [
      '$ARGOCD_APP_REVISION_SHORT $ARGOCD_APP_REVISION_SHORT_8',
      '0123456 01234567',
    ],
    ['$ARGOCD_APP_SOURCE_PATH', './app/'],
    ['[$ARGOCD_APP_SOURCE_TARGET_REVISION]', '[]'],
    [
      '$ARGOCD_APP_SOURCE_REPO_URL',
      'https://git.example.com/platform/gitops.git',
    ],
  ])('substitutes %s', (text, expected) => {
    expect(environment.substitute(text)).toBe(expected);
  });

  // What Go's os.Expand makes of them, called as Argo CD does.
  it.each([
    ['$$ARGOCD_APP_NAME', '$ARGOCD_APP_NAME'],
    ['$OTHER.', '.'],
    ['${OTHER}', ''],
    ['$KUBE_VERSION', ''],
    ['costs 5$', 'costs 5$'],
    ['a$ b', 'a$ b'],
    ['$1a', 'a'],
    ['${}x', 'x'],
    ['${ARGOCD', 'ARGOCD'],
    ['$.x', '$.x'],
    ['nothing', 'nothing'],
  ])('reads %s as Argo CD does', (text, expected) => {
    expect(environment.substitute(text)).toBe(expected);
  });

  it('refuses what only an Application could say', () => {
    const without = BuildEnvironment.create({
      subject: subjectOf({ instanceName: undefined }),
      source: sourceOf(),
      commit: '0',
    });
    expect(() => without.substitute('$ARGOCD_APP_NAME')).toThrow(
      "Cannot preview: ARGOCD_APP_NAME of Argo CD's build environment is not known without an Application",
    );
    expect(without.substitute('$ARGOCD_APP_REVISION')).toBe('0');
  });
});
