import { Problem } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';

/** Each problem once: several lists of a cluster may fail for the same reason. */
export function distinctProblems(problems: Problem[]): Problem[] {
  return Array.from(
    new Map(problems.map(problem => [problem.text, problem])).values(),
  );
}
