import { formatFieldPath } from './formatFieldPath';

describe('formatFieldPath', () => {
  it.each([
    [['spec', 'replicas'], 'spec.replicas'],
    [
      ['spec', 'containers', { name: 'agents' }, 'args', 0],
      'spec.containers[name=agents].args[0]',
    ],
    [
      ['spec', 'ports', { containerPort: 80, protocol: 'TCP' }],
      'spec.ports[containerPort=80,protocol=TCP]',
    ],
    [
      ['metadata', 'annotations', 'argocd.argoproj.io/sync-options'],
      'metadata.annotations["argocd.argoproj.io/sync-options"]',
    ],
  ])('writes a path as people do', (path, text) => {
    expect(formatFieldPath(path)).toBe(text);
  });
});
