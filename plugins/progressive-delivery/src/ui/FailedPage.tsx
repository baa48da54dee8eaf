import { EmptyPage } from './EmptyPage';
import { RetryButton, RetryButtonProps } from './controls/RetryButton';

export interface FailedPageProps {
  title: string;
  description: string;
  onRetry: RetryButtonProps['onRetry'];
}

/** Instead of a page, why it could not be read, and a button that tries again. */
export const FailedPage = ({
  title,
  description,
  onRetry,
}: FailedPageProps) => (
  <EmptyPage title={title} description={description}>
    <RetryButton variant="outlined" onRetry={onRetry} />
  </EmptyPage>
);
