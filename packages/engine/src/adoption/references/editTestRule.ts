import { LineEdit } from '../templates/applyLineEdits';
import { TemplateFile } from '../templates/TemplateFile';
import { TestRule, WordList } from './readTestRules';

/** Lets a test have a look at Rollouts as at Deployments, where a condition holds. */
export function editTestRule(
  { apiGroups, file, resources }: TestRule,
  condition: string,
): LineEdit[] {
  return [
    withWords(file, apiGroups, { condition, words: ['argoproj.io'] }),
    withWords(file, resources, {
      condition,
      words: resources.words
        .filter(word => /^deployments\b/.test(word))
        .map(word => word.replace('deployments', 'rollouts')),
    }),
  ];
}

function withWords(
  file: TemplateFile,
  { close, last, quote }: WordList,
  { condition, words }: { condition: string; words: readonly string[] },
): LineEdit {
  const line = file.line(last);
  const quoted = words.map(word => quote + word + quote);
  if (close === undefined) {
    const space = ' '.repeat(file.indentOf(last));
    return {
      at: last + 1,
      remove: 0,
      insert: [
        `${space}{{- if ${condition} }}`,
        ...quoted.map(word => `${space}- ${word}`),
        `${space}{{- end }}`,
      ],
    };
  }
  const more = quoted.map(word => `, ${word}`).join('');
  return {
    at: last,
    remove: 1,
    insert: [
      `${line.slice(0, close)}{{ if ${condition} }}${more}{{ end }}${line.slice(
        close,
      )}`,
    ],
  };
}
