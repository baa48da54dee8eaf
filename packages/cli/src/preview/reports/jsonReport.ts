import { PreviewResult } from './Report';

/** For programs: the comparison as the backend's API has it, but for what only Backstage knows. */
export function jsonReport(result: PreviewResult): string {
  if (result.state === 'failed') {
    return `${JSON.stringify(result, null, 2)}\n`;
  }
  const { base: _, target: __, ...comparison } = result.comparison;
  return `${JSON.stringify({ ...result, comparison }, null, 2)}\n`;
}
