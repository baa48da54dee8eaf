import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

/**
 * `GET /api/sandbox/status`: the sandbox's own status file, so that the app can say which part is still coming up;
 * `{ state: 'absent' }` where the configuration names no sandbox.
 */
export const sandboxStatusPlugin = createBackendPlugin({
  pluginId: 'sandbox',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
      },
      async init({ config, httpRouter }) {
        const directory = config.getOptionalString('sandbox.directory');
        const router = Router();
        router.get('/status', async (_req, res) => {
          res.json(
            directory
              ? JSON.parse(
                  await readFile(join(directory, 'status.json'), 'utf8'),
                )
              : { state: 'absent' },
          );
        });
        httpRouter.use(router);
      },
    });
  },
});
