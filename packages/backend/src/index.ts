import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
// Works in development only, unless configuration says otherwise.
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);

backend.add(import('@backstage/plugin-events-backend'));
// Takes webhooks that are signed as GitHub signs them; Gitea does so as well.
backend.add(import('@backstage/plugin-events-backend-module-github'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissionPolicy'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(
  import('@progressive-delivery/backstage-plugin-progressive-delivery-backend'),
);
backend.add(
  import(
    '@progressive-delivery/backstage-plugin-scaffolder-backend-module-progressive-delivery'
  ),
);

// Says how far the sandbox of `npm start` has come; silent without one.
backend.add(import('./sandboxStatus'));

backend.start();
