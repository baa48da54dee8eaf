import { Entity } from '@backstage/catalog-model';
import { ArgoCdConfig } from '../../config';
import {
  applicationReferences,
  ApplicationNamespace,
  applicationTargetId,
} from './applicationReferences';

const main: ArgoCdConfig = {
  name: 'main',
  cluster: 'hub',
  namespace: 'argocd',
  applicationNamespaces: ['argocd', 'team-a'],
  repositories: [],
  kustomizeBuildOptions: ['--enable-helm'],
};
const edge: ArgoCdConfig = {
  name: 'edge',
  cluster: 'edge',
  namespace: 'argo',
  applicationNamespaces: ['argo'],
  repositories: [],
  kustomizeBuildOptions: ['--enable-helm'],
};

const entity = (annotations?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'agents', annotations },
});
const read = (
  annotations?: Record<string, string>,
  installations = [main, edge],
) => applicationReferences(entity(annotations), installations);
const ids = (places: ApplicationNamespace[], name: string) =>
  places.map(place => applicationTargetId(place, name));
const named = (annotations: Record<string, string>) =>
  read(annotations).named.map(each => ids(each.places, each.name));

describe('applicationReferences', () => {
  it('finds nothing in an entity that names nothing', () => {
    const nothing = { named: [], selected: [], unusable: [] };
    expect(read()).toEqual(nothing);
    expect(
      read({ 'argocd/app-name': ' ', 'argocd/app-selector': ' ' }, []),
    ).toEqual(nothing);
  });

  it('looks for a name beside every Argo CD', () => {
    expect(named({ 'argocd/app-name': 'agents, other,agents' })).toEqual([
      ['main.argocd.agents', 'edge.argo.agents'],
      ['main.argocd.other', 'edge.argo.other'],
    ]);
  });

  it('looks only in the installations that are named', () => {
    expect(
      named({ 'argocd/app-name': 'agents', 'argocd/instance-name': 'edge' }),
    ).toEqual([['edge.argo.agents']]);
  });

  it('looks in the namespace of the annotation, or of the name itself', () => {
    const annotations = { 'argocd/app-namespace': 'team-a' };
    expect(named({ ...annotations, 'argocd/app-name': 'agents' })).toEqual([
      ['main.team-a.agents'],
    ]);
    expect(named({ ...annotations, 'argocd/app-name': 'argo/agents' })).toEqual(
      [['edge.argo.agents']],
    );
  });

  it('reads a selector', () => {
    const { selected } = read({ 'argocd/app-selector': 'team in (a, b),!x' });
    expect(selected).toEqual([
      {
        reference: 'argocd/app-selector: team in (a, b),!x',
        labelSelector: 'team in (a, b),!x',
        places: [
          { argocd: main, namespace: 'argocd' },
          { argocd: edge, namespace: 'argo' },
        ],
      },
    ]);
  });

  it('does not look in namespaces that do not count', () => {
    const { named: found, unusable } = read({
      'argocd/app-name': 'team-b/agents, agents',
    });
    expect(found).toHaveLength(1);
    expect(unusable).toEqual([
      {
        reference: 'argocd/app-name: team-b/agents',
        targetIds: [],
        reason: 'not-allowed',
        message: {
          id: 'namespaceNotCounted',
          parameters: { namespace: 'team-b', argocd: ['main', 'edge'] },
          text: 'Namespace team-b is not among the applicationNamespaces of Argo CD main, edge in progressiveDelivery.argocd.',
        },
        problems: [],
        remedies: [expect.objectContaining({ id: 'countNamespace' })],
      },
    ]);
  });

  it.each([
    '../secrets',
    'a/b/c',
    '/agents',
    'Agents',
    'agents?',
    '..',
    'argocd/..',
  ])('does not look for %j', name => {
    const { named: found, unusable } = read({ 'argocd/app-name': name });
    expect(found).toEqual([]);
    expect(unusable).toMatchObject([{ reason: 'invalid' }]);
  });

  it.each(['team=a&limit=1', 'x'.repeat(1_001), 'team=ä'])(
    'does not look for the selector %j',
    selector => {
      const { selected, unusable } = read({ 'argocd/app-selector': selector });
      expect(selected).toEqual([]);
      expect(unusable).toMatchObject([{ reason: 'invalid' }]);
    },
  );

  it('says which installations there are', () => {
    const { named: found, unusable } = read({
      'argocd/app-name': 'agents',
      'argocd/instance-name': 'main, elsewhere',
    });
    expect(found[0].places).toHaveLength(1);
    expect(unusable).toMatchObject([
      {
        reference: 'argocd/instance-name: elsewhere',
        reason: 'invalid',
        message: {
          id: 'installationUnknown',
          parameters: { known: ['main', 'edge'] },
        },
      },
    ]);
  });

  it('says that no Argo CD is configured', () => {
    expect(read({ 'argocd/app-name': 'agents' }, []).unusable).toMatchObject([
      {
        reason: 'not-found',
        remedies: [{ id: 'configureInstallation' }],
      },
    ]);
  });

  it('does not let one entity ask for thousands', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `a${index}`);
    const { named: found, unusable } = read({
      'argocd/app-name': names.join(','),
    });
    expect(found).toHaveLength(100);
    expect(unusable).toMatchObject([
      { message: { text: 'Only the first 100 of 1,000 names are looked up.' } },
    ]);
  });
});
