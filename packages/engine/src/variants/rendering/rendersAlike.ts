import { TimeSlices } from '../../processes/TimeSlices';
import { Layout } from '../../git/trees/Layout';
import { LaidOutTarget } from './TargetLayouts';

/** Bytes of one file that are looked through at a time; what is larger is taken for a template that may do anything. */
const MOST_OF_A_FILE = 1024 * 1024;

/**
 * Functions of templates that need not give the same each time (sprig v3.3 functions.go; `lookup` of Helm's
 * pkg/engine/lookup_func.go, which guards what is generated once).
 */
const CHANGING =
  /\b(?:rand(?:AlphaNum|Alpha|Ascii|Numeric|Bytes|Int)|gen(?:PrivateKey|CA|CAWithKey|SelfSignedCert|SelfSignedCertWithKey|SignedCert|SignedCertWithKey)|uuidv4|now|ago|shuffle|bcrypt|htpasswd|encryptAES|lookup)\b/;

const known = new WeakMap<Layout, Promise<boolean>>();

/**
 * Whether two renderings of the same files are sure to be alike. Looks at what stands in braces, in values as well, which
 * charts may render with `tpl`.
 */
export async function rendersAlike(
  { sources }: Pick<LaidOutTarget, 'sources'>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<boolean> {
  const layouts = sources.flatMap(({ layout, refLayouts, unpacked }) => [
    unpacked ?? layout,
    ...Array.from(refLayouts.values(), ref => ref.layout),
  ]);
  for (const layout of layouts) {
    if (!(await layoutRendersAlike(layout))) {
      return false;
    }
    signal?.throwIfAborted();
  }
  return true;
}

async function layoutRendersAlike(layout: Layout): Promise<boolean> {
  const alike = known.get(layout) ?? look(layout);
  known.set(layout, alike);
  return alike;
}

async function look(layout: Layout): Promise<boolean> {
  const slices = TimeSlices.create();
  for (const path of layout.files.keys()) {
    await slices.next();
    // Definitions of resources are no templates, and the largest files there are.
    if (!path.includes('crds/') && changes(layout.read(path))) {
      return false;
    }
  }
  return true;
}

function changes(content: Buffer): boolean {
  if (!content.includes('{{')) {
    return false;
  }
  if (content.length > MOST_OF_A_FILE) {
    return true;
  }
  return content
    .toString('latin1')
    .split('{{')
    .slice(1)
    .some(rest => CHANGING.test(rest.split('}}', 1)[0]));
}
