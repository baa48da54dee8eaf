import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  CustomPreflightCheck,
  progressiveDeliveryPreflightExtensionPoint,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-node';

/** Every workload says whose it is. An example of a check of a platform team; it is not part of this app. */
export const teamLabelCheck: CustomPreflightCheck = {
  id: 'team-label',
  severity: 'warn',
  run: ({ workloads }) =>
    workloads
      .filter(({ after }) => !after.labels.team)
      .map(({ after }) => ({
        object: after,
        seen: `${after.kind} ${after.name} has no label team`,
        why: 'Whoever is called at night looks there for whom to ask.',
        remedy: 'Add the label.',
        code: 'metadata:\n  labels:\n    team: <team>',
      })),
};

export default createBackendModule({
  pluginId: 'progressive-delivery',
  moduleId: 'team-label',
  register(env) {
    env.registerInit({
      deps: { preflight: progressiveDeliveryPreflightExtensionPoint },
      async init({ preflight }) {
        preflight.addCheck(teamLabelCheck);
      },
    });
  },
});
