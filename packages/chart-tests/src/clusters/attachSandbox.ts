import { NotFoundError } from '@backstage/errors';
import { Sandbox } from '@progressive-delivery/sandbox';

/**
 * The running sandbox that `PD_SANDBOX` names.
 *
 * @throws `NotFoundError` when it is not set, or none is up there
 */
export function attachSandbox(): Sandbox {
  const directory = process.env.PD_SANDBOX;
  if (!directory) {
    throw new NotFoundError(
      'PD_SANDBOX is not set: this test needs the directory of a running sandbox. "npm test" starts one; by hand, "yarn sandbox start"',
    );
  }
  return Sandbox.attach(directory);
}
