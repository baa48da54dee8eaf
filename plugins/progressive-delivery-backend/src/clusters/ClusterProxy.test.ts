import { z } from 'zod/v4';
import { KubernetesProxy } from './__testUtils__/KubernetesProxy';
import { UserTokens } from './UserTokens';

const OIDC = 'backstage-kubernetes-authorization-oidc-okta';
const GOOGLE = 'backstage-kubernetes-authorization-google';
const ROLLOUT = { metadata: { name: 'web' } };
const COLLECTION = '/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts';

const tokensOf = (headers: Record<string, string>) =>
  UserTokens.of({ headers });

describe('A cluster that is asked with the user’s own token', () => {
  let proxy: KubernetesProxy;

  beforeAll(async () => {
    proxy = await KubernetesProxy.start();
    proxy.clusterItems = [
      { name: 'main', authProvider: 'serviceAccount' },
      { name: 'okta', authProvider: 'oidc', oidcTokenProvider: 'Okta' },
      { name: 'gke', authProvider: 'google' },
    ];
  });
  beforeEach(() => {
    proxy.clear();
    for (const cluster of ['main', 'okta', 'gke', 'new']) {
      proxy.has(cluster, COLLECTION, ROLLOUT);
    }
  });
  afterAll(() => proxy.stop());

  const list = async (
    cluster: string,
    headers: Record<string, string> = {},
  ) => {
    const request = {
      cluster,
      namespace: 'shop',
      resource: 'rollouts' as const,
    };
    const { objects } = await proxy
      .clusters()
      .list(request, z.unknown(), { userTokens: tokensOf(headers) });
    return objects;
  };
  const sentTokens = () =>
    Object.entries(proxy.headers).filter(([name]) =>
      name.startsWith('backstage-kubernetes-authorization'),
    );

  it('is told by the Kubernetes plugin, and asked about once for all', async () => {
    const asking = proxy.proxy();
    expect(await asking.credentialsOf('main')).toEqual({ of: 'own' });
    expect(await asking.credentialsOf('okta')).toEqual({
      of: 'user',
      provider: 'oidc.Okta',
      header: OIDC,
    });
    expect(await asking.credentialsOf('gke')).toEqual({
      of: 'user',
      provider: 'google',
      header: GOOGLE,
    });
    expect(await asking.credentialsOf('unheard-of')).toEqual({ of: 'own' });
  });

  it('gets that token, and no other', async () => {
    const all = { [OIDC]: 'okta-token', [GOOGLE]: 'google-token' };
    expect(await list('okta', all)).toHaveLength(1);
    expect(sentTokens()).toEqual([[OIDC, 'okta-token']]);
    expect(await list('gke', all)).toHaveLength(1);
    expect(sentTokens()).toEqual([[GOOGLE, 'google-token']]);
  });

  it('is none where the Kubernetes plugin has credentials: nothing of the user’s is sent there', async () => {
    await list('main', { [OIDC]: 'okta-token', [GOOGLE]: 'google-token' });
    expect(sentTokens()).toEqual([]);
  });

  it('is not asked without it', async () => {
    await expect(list('okta', { [GOOGLE]: 'google-token' })).rejects.toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message:
          'Cluster okta requires your own sign-in with oidc.Okta, which this request did not include: sign in and try again',
      }),
    );
    expect(proxy.requests).toEqual([]);
  });

  it('may refuse that user, who is told so without the token', async () => {
    for (const status of [401, 403]) {
      proxy.answers(
        { cluster: 'okta' },
        { status, body: { kind: 'Status', message: 'not you' } },
      );
      await expect(list('okta', { [OIDC]: 'okta-token' })).rejects.toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message:
            'Your own sign-in at oidc.Okta does not let you list rollouts.argoproj.io in namespace shop of cluster okta (the cluster said: not you)',
        }),
      );
    }
  });

  it('cannot be told while the Kubernetes plugin does not answer', async () => {
    const stopped = await KubernetesProxy.start();
    const asking = stopped.proxy();
    await stopped.stop();
    await expect(asking.credentialsOf('main')).rejects.toThrow(
      'The Kubernetes plugin could not be asked for its clusters',
    );
  });
});

describe('UserTokens', () => {
  it('takes the headers of the Kubernetes plugin’s proxy only, never the one that is for any cluster', () => {
    const tokens = tokensOf({
      [OIDC]: 'token',
      'backstage-kubernetes-authorization': 'any',
      authorization: 'Bearer backstage',
    });
    expect(tokens.get(OIDC)).toBe('token');
    expect(tokens.get('backstage-kubernetes-authorization')).toBeUndefined();
    expect(tokens.get('authorization')).toBeUndefined();
  });

  it('refuses more than any user has', () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`${OIDC}-${index}`, 'token']),
    );
    expect(() => tokensOf(many)).toThrow('at most 10 tokens');
    expect(() => tokensOf({ [OIDC]: 'x'.repeat(20_000) })).toThrow(
      'at most 16384 characters',
    );
  });

  it('shows none of them, wherever it is written to', () => {
    const tokens = tokensOf({ [OIDC]: 'secret' });
    expect(JSON.stringify({ tokens })).toBe('{"tokens":"1 tokens"}');
    expect(tokens.keyOf(OIDC)).not.toContain('secret');
    expect(tokens.keyOf(OIDC)).not.toBe(UserTokens.none.keyOf(OIDC));
  });
});
