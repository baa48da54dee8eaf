import {
  AdoptionObstacle,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Layout } from '../../git/trees/Layout';
import { maskToolMessage } from '../../variants/secrets/maskToolMessage';

/** The same without the values that Helm quotes in what it says. */
export function maskObstacle(
  { id, parameters }: AdoptionObstacle,
  layouts: readonly Layout[],
): AdoptionObstacle {
  const { message } = parameters;
  return toMessage('adoptionObstacle', {
    id,
    parameters:
      message === undefined
        ? parameters
        : {
            ...parameters,
            message: maskToolMessage(String(message), layouts),
          },
  });
}
