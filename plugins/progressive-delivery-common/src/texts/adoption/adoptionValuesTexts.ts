/** Values that a chart is rendered with, in a list or within a sentence. */
export const adoptionValuesTexts = {
  own: "the chart's own values",
  ownWith: "the chart's own values and {{settings}}",
  named: '{{name}}',
  namedWith: '{{name}} and {{settings}}',
} as const;
