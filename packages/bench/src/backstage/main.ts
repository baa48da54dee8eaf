import { createBackend } from '@backstage/backend-defaults';
import { answerMeasurements } from './answerMeasurements';

// A Backstage in a process of its own. It is the reference installation of packages/backend less the app, the scaffolder,
// webhooks and the guest, for whom as many users as are wanted may sign in; with --app, it has the app and the guest.
const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./viewerProvider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./signedInPolicy'));
backend.add(
  import('@progressive-delivery/backstage-plugin-progressive-delivery-backend'),
);

if (process.argv.includes('--app')) {
  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
}

answerMeasurements();
backend.start();
