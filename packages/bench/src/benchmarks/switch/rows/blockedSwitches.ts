import { components } from '../stage/components';
import { Environment } from '../stage/Environment';

const PRUNE_LAST = 'prune-last-live';

/**
 * Takes PruneLast away from both components, and tells for each whether preflight keeps its switch from being proposed:
 * in the preview, and again when it is proposed all the same. Nothing is switched, and PruneLast is put back.
 */
export async function blockedSwitches(
  environment: Environment,
  enabled: boolean,
): Promise<boolean[]> {
  await environment.setPruneLast(false);
  const blocked: boolean[] = [];
  for (const component of components) {
    const switching = environment.switching(component);
    const preview = await switching.preview(enabled);
    const seen = preview.preflight.findings.some(
      ({ id, severity }) => id === PRUNE_LAST && severity === 'block',
    );
    const proposal = await switching.propose(enabled, preview);
    blocked.push(
      seen &&
        proposal.state === 'refused' &&
        proposal.by.some(({ id }) => id === PRUNE_LAST),
    );
  }
  await environment.setPruneLast(true);
  return blocked;
}
