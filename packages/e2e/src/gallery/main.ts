import { createProgressPrinter } from '@progressive-delivery/sandbox';
import { runGallery } from './runGallery';

runGallery(process.argv.slice(2), createProgressPrinter('gallery')).then(
  isFine => process.exit(isFine ? 0 : 1),
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  },
);
