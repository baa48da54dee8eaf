import { InputError } from '@backstage/errors';
import { TargetsResponse } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/**
 * The switch that the input of the action means: what it names, else the only one that there is.
 *
 * @throws InputError that lists what to choose from
 */
export function chooseSwitch(
  { targets, unusable }: TargetsResponse,
  input: { entityRef: string; target?: string; switch?: string },
): { target: string; switch: string } {
  const candidates = targets.filter(
    target => !input.target || [target.id, target.title].includes(input.target),
  );
  if (candidates.length !== 1) {
    const there = targets.map(target => target.id).join(', ') || 'none';
    const reasons = unusable.map(
      ({ reference, message }) => ` ${reference}: ${message.text}`,
    );
    throw new InputError(
      input.target
        ? `${input.entityRef} has no delivery target ${
            input.target
          }; its targets: ${there}.${reasons.join('')}`
        : `Choose a delivery target of ${
            input.entityRef
          } in input.target: ${there}.${reasons.join('')}`,
    );
  }
  const [target] = candidates;
  const switches = target.switches.filter(
    each => each.owned && (!input.switch || each.id === input.switch),
  );
  if (switches.length !== 1) {
    const there =
      target.switches
        .filter(each => each.owned)
        .map(each => each.id)
        .join(', ') || 'none';
    throw new InputError(
      target.switches.length === 0 && target.problems.length > 0
        ? `The switches of ${target.title} could not be read. ${target.problems
            .map(({ text }) => text)
            .join(' ')}`
        : `Choose a switch of ${target.title} in input.switch; ${input.entityRef} owns: ${there}.`,
    );
  }
  return { target: target.id, switch: switches[0].id };
}
