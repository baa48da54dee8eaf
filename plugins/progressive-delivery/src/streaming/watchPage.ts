/** Who switches between tabs is soon back; who has left for longer looks at something else. */
const AWAY_MILLISECONDS = 60_000;

export interface PageWatch {
  /** Nobody has looked at the page for a while, or the browser is about to put it to sleep. */
  onAway: () => void;
  onBack: () => void;
  /** The network is back. */
  onOnline: () => void;
}

/** Watches whether somebody looks at this page, until the answer is called. A page that opens hidden is away at once. */
export function watchPage({ onAway, onBack, onOnline }: PageWatch): () => void {
  let timer: number | undefined;
  let away = document.hidden;
  const leave = () => {
    window.clearTimeout(timer);
    if (!away) {
      away = true;
      onAway();
    }
  };
  const look = () => {
    window.clearTimeout(timer);
    if (document.hidden) {
      timer = window.setTimeout(leave, AWAY_MILLISECONDS);
    } else if (away) {
      away = false;
      onBack();
    }
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', look);
  window.addEventListener('online', onOnline);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', look);
    window.removeEventListener('online', onOnline);
  };
}
