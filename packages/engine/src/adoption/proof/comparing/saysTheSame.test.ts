import { saysTheSame } from './saysTheSame';

const none = new Set<string>();

describe('saysTheSame', () => {
  it.each([
    [
      'kubectl get deploy/web -o yaml',
      'kubectl get rollouts.argoproj.io/web -o yaml',
    ],
    ['kubectl get deployment web', 'kubectl get rollouts.argoproj.io web'],
    [
      'kubectl -n shop rollout status deploy/web --watch',
      'kubectl argo rollouts status -n shop web --watch',
    ],
    [
      'kubectl rollout restart deployment web',
      'kubectl argo rollouts restart web',
    ],
    [
      'kubectl logs deploy/web; kubectl get deploy/web',
      'kubectl logs deploy/web; kubectl get rollouts.argoproj.io/web',
    ],
  ])('takes %j for %j', (before, after) => {
    expect(saysTheSame(`a\n${before}\n`, `a\n${after}\n`, none)).toBe(true);
    expect(saysTheSame(before, after, new Set(['web']))).toBe(false);
    expect(saysTheSame(before, after, new Set(['we', 'shop']))).toBe(true);
  });

  it.each([
    ['kubectl get deploy/web', 'kubectl get rollouts.argoproj.io/other'],
    ['kubectl get deploy/web', 'kubectl get rollouts.argoproj.io/web-1'],
    ['kubectl get deploy/web', 'kubectl get rollout/web'],
    ['kubectl get deploy/web', 'kubectl get rollouts.argoproj.io/web\n'],
    ['kubectl rollout undo deploy/web', 'kubectl argo rollouts abort web'],
    [
      'kubectl -n a rollout status deploy/web',
      'kubectl argo rollouts status -n b web',
    ],
  ])('does not take %j for %j', (before, after) => {
    expect(saysTheSame(before, after, none)).toBe(false);
  });

  it.each([
    [
      'kubectl get deploy web other',
      'kubectl get rollouts.argoproj.io web other',
    ],
    [
      'kubectl get deploy web -o yaml "other"',
      'kubectl get rollouts.argoproj.io web -o yaml "other"',
    ],
    [
      'kubectl rollout restart deploy/web \\\n  deploy/other',
      'kubectl argo rollouts restart web \\\n  deploy/other',
    ],
  ])(
    'does not take %j for %j where one of them is a Deployment all the same',
    (before, after) => {
      expect(saysTheSame(before, after, none)).toBe(true);
      expect(saysTheSame(before, after, new Set(['other']))).toBe(false);
    },
  );

  it('looks at long lines in time', () => {
    const line = 'kubectl -a '.repeat(900);
    expect(saysTheSame(line, `${line}x`, none)).toBe(false);
  });
});
