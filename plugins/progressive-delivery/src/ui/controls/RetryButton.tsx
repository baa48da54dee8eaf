import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button, { ButtonProps } from '@material-ui/core/Button';
import { useState } from 'react';
import useMountedState from 'react-use/esm/useMountedState';
import { progressiveDeliveryTranslationRef } from '../../translation';

export interface RetryButtonProps
  extends Pick<ButtonProps, 'size' | 'variant'> {
  /** Where it returns a promise, the button says that it is being tried until that settles; it never rejects. */
  onRetry: () => void | Promise<void>;
  /** Whether it is being tried, where somebody else knows. */
  busy?: boolean;
}

/** Tries again, once at a time. */
export const RetryButton = ({ busy, onRetry, ...look }: RetryButtonProps) => {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const [waits, setWaits] = useState(false);
  const isMounted = useMountedState();
  const isBusy = busy || waits;
  const press = async () => {
    setWaits(true);
    await onRetry();
    if (isMounted()) {
      setWaits(false);
    }
  };
  return (
    // Not disabled meanwhile: that would take the focus from it.
    <Button {...look} aria-busy={isBusy} onClick={isBusy ? undefined : press}>
      {t(isBusy ? 'retrying' : 'retry')}
    </Button>
  );
};
