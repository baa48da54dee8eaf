import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { SandboxStatus, sandboxStatusSchema } from './sandboxStatus';

const POLL_MILLISECONDS = 3000;

/** Asks until the sandbox is ready. While Backstage itself restarts, the last answer stays. */
export function useSandboxStatus(): SandboxStatus | undefined {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const [status, setStatus] = useState<SandboxStatus>();

  useEffect(() => {
    let timer: number | undefined;
    let ended = false;
    const again = () => {
      if (!ended) {
        timer = window.setTimeout(ask, POLL_MILLISECONDS);
      }
    };
    const ask = async () => {
      try {
        const baseUrl = await discoveryApi.getBaseUrl('sandbox');
        const response = await fetchApi.fetch(`${baseUrl}/status`);
        if (!response.ok) {
          again();
          return;
        }
        const next = sandboxStatusSchema.parse(await response.json());
        if (!ended) {
          setStatus(next);
        }
        if (next.state !== 'absent') {
          again();
        }
      } catch {
        // The backend restarts once when the cluster is there; the next poll tells.
        again();
      }
    };
    ask();
    return () => {
      ended = true;
      window.clearTimeout(timer);
    };
  }, [discoveryApi, fetchApi]);

  return status;
}
