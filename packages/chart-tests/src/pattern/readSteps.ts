/** One change of a chart's file that a page tells. */
export interface PatternStep {
  /** Relative to the chart. */
  file: string;
  language: string;
  code: string;
}

/** The first code block under each heading that ends in a file's name. */
export function readSteps(page: string): PatternStep[] {
  return page.split(/^## /m).flatMap(section => {
    const [, file] = /^\d+\. .*`([^`]+)`\n/.exec(section) ?? [];
    const [, language, code] = /^```(\w+)\n([^]*?)^```$/m.exec(section) ?? [];
    return file && language ? [{ file, language, code }] : [];
  });
}
