import { DISABLED_PLUGIN, STEP_PLUGIN } from '../cluster/stepPlugin';
import { ABORTED, PAUSED, update } from './basicCanary';
import type { Scenario } from './Scenario';

/** A step whose plugin answers with this phase. */
function plugin(phase: string, name = STEP_PLUGIN) {
  return { plugin: { name, config: { return: phase, requeue: '1h' } } };
}

const stepsWith = (step: Record<string, unknown>) => [
  { setWeight: 34 },
  step,
  { pause: {} },
];

/** Steps that a plugin does. */
export const stepPlugins: Scenario[] = [
  {
    name: 'plugin-running',
    async play(stage) {
      await update(stage, stepsWith(plugin('Running')));
      await stage.settlesPlugins('Running');
      await stage.settles({ phase: 'Progressing', step: 1 });
    },
  },
  {
    name: 'plugin-successful',
    async play(stage) {
      await update(stage, stepsWith(plugin('Successful')));
      await stage.settlesPlugins('Successful');
      await stage.settles({ ...PAUSED, step: 2 });
    },
  },
  {
    name: 'plugin-failed',
    async play(stage) {
      await update(stage, stepsWith(plugin('Failed')));
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'plugin-error',
    async play(stage) {
      await update(stage, stepsWith(plugin('no phase at all')));
      await stage.settlesPlugins('Error');
      await stage.settles({ phase: 'Progressing', step: 1 });
    },
  },
  {
    name: 'plugin-aborted',
    async play(stage) {
      await update(stage, stepsWith(plugin('Running')));
      await stage.settlesPlugins('Running');
      await stage.settles({ phase: 'Progressing', step: 1 });
      await stage.argo('abort');
      await stage.settles(ABORTED);
    },
  },
  {
    name: 'plugin-disabled',
    async play(stage) {
      await update(stage, stepsWith(plugin('Running', DISABLED_PLUGIN)));
      await stage.settles({ ...PAUSED, step: 2 });
    },
  },
];
