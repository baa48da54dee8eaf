import { existsSync, readFileSync } from 'node:fs';
import { ALWAYS_PACKED } from './pack/packedFiles.mjs';

// Before a package is packed, in its folder: without a build, the package would be empty.
const { name, publishConfig, types } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const missing = [
  publishConfig.main,
  // A command has none.
  ...(types ? [publishConfig.types] : []),
  ...ALWAYS_PACKED,
].filter(file => !existsSync(file));
if (missing.length > 0) {
  process.stderr.write(
    `${name} is not complete, ${missing.join(
      ' and ',
    )} missing: yarn pack:all builds and packs everything that is published\n`,
  );
  process.exitCode = 1;
}
