import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

/**
 * Stands where the Kubernetes plugin does, whose proxy jest cannot load; the end-to-end tests have the real one.
 *
 * @param objects - what there is in every cluster, by path; lists with their field selector, after a question mark
 */
export const kubernetesStandIn = (objects: Record<string, object> = {}) =>
  createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = Router();
          router.get('/clusters', (_, res) => {
            res.json({ items: [] });
          });
          router.use('/proxy', (req, res) => {
            const { fieldSelector } = req.query;
            const path =
              req.method === 'PATCH'
                ? req.path.replace('/status', '')
                : req.path;
            const object =
              objects[fieldSelector ? `${path}?${fieldSelector}` : path];
            res.status(object ? 200 : 404).json(
              object ?? {
                kind: 'Status',
                message: 'not found',
                details: { name: req.path.split('/').at(-1) },
              },
            );
          });
          httpRouter.use(router);
        },
      });
    },
  });
