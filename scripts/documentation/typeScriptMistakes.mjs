import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { repository } from '../repository.mjs';
import { samplesIn } from './pages.mjs';

// The TypeScript that pages show is compiled all in one program.

/** What a line of `packages/backend/src/index.ts` finds there. */
const BACKEND =
  "import { createBackend } from '@backstage/backend-defaults'; declare const backend: ReturnType<typeof createBackend>; ";

/** Where a sample may stand that imports files beside it. */
const FOLDERS = [
  'packages/app/src',
  'packages/backend/src',
  'packages/backend/src/gitHostExample',
];

/** @param {string} text */
function folderOf(text) {
  const beside = Array.from(
    text.matchAll(/(?:from |import\()'(\.\/[^']+)'/g),
    ([, path]) => path,
  );
  return (
    FOLDERS.find(each =>
      beside.every(path => existsSync(join(repository, each, `${path}.ts`))),
    ) ?? FOLDERS[0]
  );
}

/**
 * Each sample, by the file that it would be: of its page, with the number of its first line. CONTRIBUTING.md has a sketch
 * only.
 */
const files = new Map(
  samplesIn('ts', 'tsx')
    .filter(({ page }) => page !== 'CONTRIBUTING.md')
    .map(({ page, line, language, text }) => {
      const own =
        text.includes('backend.add(') && !text.includes('createBackend(')
          ? `${BACKEND}${text}`
          : text;
      const name = `sample-${page.replaceAll(
        /[/.]/g,
        '-',
      )}-${line}.${language}`;
      return [
        resolve(repository, folderOf(text), name),
        { page, line, text: `${own}\nexport {};\n` },
      ];
    }),
);

const parsed = ts.getParsedCommandLineOfConfigFile(
  join(repository, 'tsconfig.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
);
/** @type {ts.CompilerOptions} */
const options = {
  ...parsed?.options,
  noEmit: true,
  emitDeclarationOnly: false,
  incremental: false,
  tsBuildInfoFile: undefined,
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  // A sample shows what there is, not what it is used for.
  noUnusedLocals: false,
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
/** @param {string} file */
host.fileExists = file => files.has(file) || fileExists(file);
/** @param {string} file */
host.readFile = file => files.get(file)?.text ?? readFile(file);
/** @type {ts.CompilerHost['getSourceFile']} */
host.getSourceFile = (file, version, ...rest) => {
  const text = files.get(file)?.text;
  return text === undefined
    ? getSourceFile(file, version, ...rest)
    : ts.createSourceFile(file, text, version);
};

/**
 * TypeScript that does not compile.
 *
 * @returns {import('./pages.mjs').Mistake[]}
 */
export function typeScriptMistakes() {
  const program = ts.createProgram([...files.keys()], options, host);
  return Array.from(files).flatMap(([file, { line, page }]) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText, start = 0 }) => ({
      page,
      line: line + (source?.getLineAndCharacterOfPosition(start).line ?? 0),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
  });
}
