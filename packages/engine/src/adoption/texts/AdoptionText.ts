import { NoteId, noteTexts } from './noteTexts';
import { ObstacleId, obstacleTexts } from './obstacleTexts';

/** What fills in the placeholders of a text. */
type AdoptionParameters = Record<string, string | number>;

/** Id and parameters of a text, and the English of it. */
interface AdoptionText<Id extends string = string> {
  id: Id;
  parameters: AdoptionParameters;
  text: string;
}

/** Why a chart is not given the switch. */
export type Obstacle = AdoptionText<ObstacleId>;

/** What somebody should know of a chart that was given the switch. */
export type AdoptionNote = AdoptionText<NoteId>;

export function obstacle(
  id: ObstacleId,
  parameters: AdoptionParameters = {},
): Obstacle {
  return { id, parameters, text: fill(obstacleTexts[id], parameters) };
}

export function note(
  id: NoteId,
  parameters: AdoptionParameters = {},
): AdoptionNote {
  return { id, parameters, text: fill(noteTexts[id], parameters) };
}

/** Thrown where a chart cannot be given the switch. */
export class CannotAdoptError extends Error {
  readonly obstacles: readonly Obstacle[];

  constructor(id: ObstacleId, parameters?: AdoptionParameters);
  constructor(obstacles: readonly Obstacle[]);
  constructor(
    because: ObstacleId | readonly Obstacle[],
    parameters?: AdoptionParameters,
  ) {
    const obstacles =
      typeof because === 'string' ? [obstacle(because, parameters)] : because;
    super(obstacles.map(({ text }) => text).join('\n'));
    this.obstacles = obstacles;
  }
}

function fill(template: string, parameters: AdoptionParameters): string {
  return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    String(parameters[name] ?? placeholder),
  );
}
