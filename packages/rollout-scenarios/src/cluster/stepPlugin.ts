/** A step plugin that answers with the phase that its step's configuration names. */
export const STEP_PLUGIN = 'scenarios/step';

/** The same, switched off in the configuration of the controller. */
export const DISABLED_PLUGIN = 'scenarios/disabled';
