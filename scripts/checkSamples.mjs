import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { repository } from './repository.mjs';

// Compiles the TypeScript that READMEs and docs show, all in one program: `yarn node scripts/checkSamples.mjs`.

/** What a line of `packages/backend/src/index.ts` finds there. */
const BACKEND =
  "import { createBackend } from '@backstage/backend-defaults'; declare const backend: ReturnType<typeof createBackend>; ";

/** What a sample installs and this repository does not. */
const NOT_INSTALLED = ['@backstage/plugin-events-backend-module-gitlab'];

/** Where a sample may stand that imports files beside it. */
const FOLDERS = [
  'packages/app/src',
  'packages/backend/src',
  'packages/backend/src/gitHostExample',
];

/** @param {string} folder */
const readmesIn = folder =>
  readdirSync(join(repository, folder))
    .map(name => join(folder, name, 'README.md'))
    .filter(page => existsSync(join(repository, page)));

const pages = [
  'README.md',
  ...readdirSync(join(repository, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
  ...readmesIn('plugins'),
  ...readmesIn('packages'),
];

/** @param {string} text */
function folderOf(text) {
  const beside = Array.from(
    text.matchAll(/(?:from |import\()'(\.\/[^']+)'/g),
    ([, path]) => path,
  );
  const folder = FOLDERS.find(each =>
    beside.every(path => existsSync(join(repository, each, `${path}.ts`))),
  );
  if (!folder) {
    throw new Error(
      `There is no ${beside.join(', ')} in ${FOLDERS.join(', ')}`,
    );
  }
  return folder;
}

/** Each sample, by the file that it would be: of its page, with the number of its first line. */
const samples = new Map(
  pages.flatMap(page => {
    const whole = readFileSync(join(repository, page), 'utf8');
    return Array.from(
      whole.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm),
      ({ index, 1: language, 2: text }) => {
        const line = whole.slice(0, index).split('\n').length + 1;
        const own =
          text.includes('backend.add(') && !text.includes('createBackend(')
            ? `${BACKEND}${text}`
            : text;
        const name = `sample-${page.replaceAll(
          /[/.]/g,
          '-',
        )}-${line}.${language}`;
        return /** @type {const} */ ([
          resolve(repository, folderOf(text), name),
          { page, line, text: `${own}\nexport {};\n` },
        ]);
      },
    );
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
const ambient = join(repository, 'packages/backend/src/not-installed.d.ts');
const ambientText = NOT_INSTALLED.map(name => `declare module '${name}';`).join(
  '\n',
);
/** @param {string} file */
const textOf = file =>
  file === ambient ? ambientText : samples.get(file)?.text;
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
/** @param {string} file */
host.fileExists = file => textOf(file) !== undefined || fileExists(file);
/** @param {string} file */
host.readFile = file => textOf(file) ?? readFile(file);
/** @type {ts.CompilerHost['getSourceFile']} */
host.getSourceFile = (file, version, ...rest) => {
  const text = textOf(file);
  return text === undefined
    ? getSourceFile(file, version, ...rest)
    : ts.createSourceFile(file, text, version);
};
const program = ts.createProgram([...samples.keys(), ambient], options, host);

let wrong = 0;
for (const [file, { line, page }] of samples) {
  const source = program.getSourceFile(file);
  const found = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  for (const { messageText, start = 0 } of found) {
    const at = source?.getLineAndCharacterOfPosition(start).line ?? 0;
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    process.stderr.write(`${page}:${line + at}: ${message}\n`);
    wrong += 1;
  }
}
const folders = new Set(Array.from(samples.keys(), dirname));
process.stdout.write(
  `${samples.size} samples of ${
    pages.length
  } pages, ${wrong} mistakes (as in ${Array.from(folders, folder =>
    relative(repository, folder),
  ).join(', ')})\n`,
);
if (samples.size === 0 || wrong > 0) {
  process.exitCode = 1;
}
