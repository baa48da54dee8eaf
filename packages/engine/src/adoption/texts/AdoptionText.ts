import {
  AdoptionNote,
  AdoptionObstacle,
  toMessage,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

type ObstacleId = AdoptionObstacle['id'];

export function obstacle(
  id: ObstacleId,
  parameters: AdoptionObstacle['parameters'] = {},
): AdoptionObstacle {
  return toMessage('adoptionObstacle', { id, parameters });
}

export function note(
  id: AdoptionNote['id'],
  parameters: AdoptionNote['parameters'] = {},
): AdoptionNote {
  return toMessage('adoptionNote', { id, parameters });
}

/** Thrown where a chart cannot be given the switch. */
export class CannotAdoptError extends Error {
  readonly obstacles: readonly AdoptionObstacle[];

  constructor(id: ObstacleId, parameters?: AdoptionObstacle['parameters']);
  constructor(obstacles: readonly AdoptionObstacle[]);
  constructor(
    because: ObstacleId | readonly AdoptionObstacle[],
    parameters?: AdoptionObstacle['parameters'],
  ) {
    const obstacles =
      typeof because === 'string' ? [obstacle(because, parameters)] : because;
    super(obstacles.map(({ text }) => text).join('\n'));
    this.obstacles = obstacles;
  }
}
