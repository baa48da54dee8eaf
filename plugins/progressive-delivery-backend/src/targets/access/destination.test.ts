import { resolveDestination } from './destination';

const resolve = (destination: {
  server?: string;
  name?: string;
  namespace?: string;
}) =>
  resolveDestination(
    destination,
    { cluster: 'hub' },
    {
      'https://10.0.0.1:6443': 'staging',
    },
  );

describe('resolveDestination', () => {
  it.each([
    'https://kubernetes.default.svc',
    'https://kubernetes.default.svc/',
  ])("takes %s for Argo CD's own cluster, whatever its name", server => {
    expect(resolve({ server, namespace: 'agents' })).toEqual({
      destination: {
        cluster: 'hub',
        server: 'https://kubernetes.default.svc',
        namespace: 'agents',
      },
      inProject: {
        server: 'https://kubernetes.default.svc',
        name: 'in-cluster',
        namespace: 'agents',
      },
    });
  });

  it("takes in-cluster for Argo CD's own cluster", () => {
    const { destination, inProject } = resolve({ name: 'in-cluster' });
    expect(destination.cluster).toBe('hub');
    expect(inProject).toEqual({
      server: 'https://kubernetes.default.svc',
      name: 'in-cluster',
      namespace: '',
    });
  });

  it('takes another name for that of a cluster, whose server only Argo CD knows', () => {
    expect(resolve({ name: 'staging', namespace: 'agents' })).toEqual({
      destination: { cluster: 'staging', namespace: 'agents' },
      inProject: { server: undefined, name: 'staging', namespace: 'agents' },
    });
  });

  it('finds the cluster of a server in the configuration', () => {
    const { destination, inProject, problem } = resolve({
      server: 'https://10.0.0.1:6443/',
    });
    expect(destination.cluster).toBe('staging');
    expect(inProject).toEqual({
      server: 'https://10.0.0.1:6443',
      name: undefined,
      namespace: '',
    });
    expect(problem).toBeUndefined();
  });

  it.each(['https://10.0.0.2:6443', 'constructor'])(
    'knows no cluster for %s, and says what to do',
    server => {
      const { destination, inProject, problem } = resolve({ server });
      expect(destination.cluster).toBeUndefined();
      expect(inProject?.server).toBe(server);
      expect(problem).toMatchObject({
        id: 'destinationUnknown',
        parameters: { destination: server },
      });
    },
  );

  it.each([
    [{ server: 'https://10.0.0.1:6443', name: 'staging' }, 'both'],
    [{}, 'neither'],
    [{ server: '', name: '' }, 'neither'],
  ])('knows no destination for %j, as Argo CD does', (destination, has) => {
    const resolved = resolve(destination);
    expect(resolved.inProject).toBeUndefined();
    expect(resolved.destination.cluster).toBeUndefined();
    expect(resolved.problem?.text).toBe(
      `The Application's destination needs either a server or a name, and has ${has}.`,
    );
  });
});
