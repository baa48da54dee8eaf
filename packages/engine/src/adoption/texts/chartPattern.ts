/** The page that says what a chart is changed to, and what comes before the switch. */
export const CHART_PATTERN =
  'https://github.com/progressive-delivery/progressive-delivery/blob/main/docs/chart-pattern.md';
