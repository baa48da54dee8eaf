import { components } from '../stage/components';
import { Environment } from '../stage/Environment';

/** What came of one switch. */
export interface Switched {
  autoscaled: boolean;
  /** Fewest ready endpoints, of those that are wanted. */
  readyPart: number;
  /** Whether preflight refused what then did no harm. */
  refused: boolean;
}

/** Switches both components, one after the other: proposed, merged and followed to its end. */
export async function switches(
  environment: Environment,
  enabled: boolean,
): Promise<Switched[]> {
  const switched: Switched[] = [];
  for (const component of components) {
    const began = performance.now();
    const { autoscaled } = environment;
    const { name } = component;
    const kind = enabled ? 'Rollout' : 'Deployment';
    const switching = environment.switching(component);
    const preview = await switching.preview(enabled);
    let proposal = await switching.propose(enabled, preview);
    const refused = proposal.state === 'refused';
    if (proposal.state === 'refused') {
      for (const { id, seen } of proposal.by) {
        environment.log(`${name} to ${kind} is refused: ${seen} (${id})`);
      }
      proposal = await switching.propose(enabled, {
        ...preview,
        overridden: proposal.by,
      });
    }
    if (proposal.state === 'refused') {
      throw new Error(`${name} to ${kind} cannot be proposed`);
    }
    const endpoints = await environment.recordEndpoints(component);
    try {
      await environment.merge(proposal.number);
      await environment.untilSwitched(component, kind);
      const { fewest, most } = endpoints.range();
      const wanted = environment.replicas(component);
      if (most <= wanted) {
        throw new Error(
          `Both kinds of ${name} never served side by side: the endpoints were not watched`,
        );
      }
      switched.push({ autoscaled, readyPart: fewest / wanted, refused });
      environment.log(
        `${name} to ${kind}: ${fewest} to ${most} endpoints of ${wanted} ready, ${(
          (performance.now() - began) /
          1000
        ).toFixed()} s from preview to healthy`,
      );
    } finally {
      endpoints.stop();
    }
  }
  return switched;
}
