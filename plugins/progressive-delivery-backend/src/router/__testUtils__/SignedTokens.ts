import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';
import { exportJWK, JWTPayload, SignJWT } from 'jose';

const ALGORITHM = 'ES256';
const KEY_ID = 'test';
const HOUR = 60 * 60;

export interface SignedTokenOptions {
  /** Whether it has run out, an hour ago. */
  expired?: boolean;
}

/**
 * Tokens as Backstage signs them, with a key of the test's own. A backend with these features and this configuration
 * verifies them as in production: `UserTokenHandler` and `PluginTokenHandler` of backend-defaults 0.18.
 */
export class SignedTokens {
  static create(directory: string): SignedTokens {
    return new SignedTokens(directory);
  }

  /** Of `backend.auth`. */
  readonly config: object;
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  private constructor(directory: string) {
    const publicKeyFile = join(directory, 'public.pem');
    const privateKeyFile = join(directory, 'private.pem');
    const { privateKey, publicKey } = this.keys;
    writeFileSync(
      publicKeyFile,
      publicKey.export({ type: 'spki', format: 'pem' }),
    );
    writeFileSync(
      privateKeyFile,
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    this.config = {
      pluginKeyStore: {
        type: 'static',
        static: { keys: [{ publicKeyFile, privateKeyFile, keyId: KEY_ID }] },
      },
    };
  }

  /** The auth services, the auth plugin that publishes the key, and the plugins that call others. */
  features(...plugins: string[]): BackendFeature[] {
    return [
      authServiceFactory,
      httpAuthServiceFactory,
      this.authPlugin(),
      ...plugins.map(callingPlugin),
    ];
  }

  /** As a user's browser sends it. */
  user(userEntityRef: string, options?: SignedTokenOptions): Promise<string> {
    return this.sign('vnd.backstage.user', { sub: userEntityRef }, options);
  }

  /** As a plugin sends it to this one. */
  plugin(pluginId: string, options?: SignedTokenOptions): Promise<string> {
    return this.sign(
      'vnd.backstage.plugin',
      { sub: pluginId, aud: 'progressive-delivery' },
      options,
    );
  }

  private async sign(
    typ: string,
    claims: JWTPayload,
    { expired = false }: SignedTokenOptions = {},
  ): Promise<string> {
    const issued = Math.floor(Date.now() / 1000) - (expired ? 2 * HOUR : 0);
    return new SignJWT(claims)
      .setProtectedHeader({ typ, alg: ALGORITHM, kid: KEY_ID })
      .setIssuedAt(issued)
      .setExpirationTime(issued + HOUR)
      .sign(this.keys.privateKey);
  }

  private authPlugin(): BackendFeature {
    const { publicKey } = this.keys;
    return createBackendPlugin({
      pluginId: 'auth',
      register(env) {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          async init({ httpRouter }) {
            const key = await exportJWK(publicKey);
            const router = Router();
            router.get('/.well-known/jwks.json', (_, response) => {
              response.json({
                keys: [{ ...key, alg: ALGORITHM, kid: KEY_ID }],
              });
            });
            httpRouter.use(router);
            httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          },
        });
      },
    });
  }
}

/** Its router publishes the key by which others verify its tokens. */
function callingPlugin(pluginId: string): BackendFeature {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use(Router());
        },
      });
    },
  });
}
