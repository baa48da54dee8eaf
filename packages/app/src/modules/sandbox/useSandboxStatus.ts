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
    const ask = async () => {
      let next: SandboxStatus | undefined;
      try {
        const baseUrl = await discoveryApi.getBaseUrl('sandbox');
        const response = await fetchApi.fetch(`${baseUrl}/status`);
        next = response.ok
          ? sandboxStatusSchema.parse(await response.json())
          : undefined;
      } catch {
        // The backend may be restarting, to learn of the cluster; the next poll tells.
      }
      if (ended) {
        return;
      }
      if (next) {
        setStatus(next);
      }
      if (next?.state !== 'absent') {
        timer = window.setTimeout(ask, POLL_MILLISECONDS);
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
