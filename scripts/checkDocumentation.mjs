import { configurationMistakes } from './documentation/configurationMistakes.mjs';
import { languageMistakes } from './documentation/languageMistakes.mjs';
import { linkMistakes } from './documentation/linkMistakes.mjs';
import { pages, samples } from './documentation/pages.mjs';
import { shellMistakes } from './documentation/shellMistakes.mjs';
import { typeScriptMistakes } from './documentation/typeScriptMistakes.mjs';
import { yamlMistakes } from './documentation/yamlMistakes.mjs';

// `yarn docs:check`: the samples and the links of all READMEs and docs.
const mistakes = [
  ...linkMistakes(),
  ...languageMistakes(),
  ...yamlMistakes(),
  ...shellMistakes(),
  ...(await configurationMistakes()),
  ...typeScriptMistakes(),
];
for (const { page, line, message } of mistakes) {
  process.stderr.write(`${page}:${line}: ${message}\n`);
}
process.stdout.write(
  `${samples.length} samples of ${pages.size} pages, ${mistakes.length} mistakes\n`,
);
if (mistakes.length > 0) {
  process.exitCode = 1;
}
