import { Link } from '@backstage/core-components';
import { ReactNode, Ref } from 'react';

export interface WebLinkProps {
  url: string;
  children: ReactNode;
  linkRef?: Ref<HTMLAnchorElement>;
}

/** A link to another site, or only its text where the address is not one of the web: repositories may be SSH. */
export const WebLink = ({ url, children, linkRef }: WebLinkProps) =>
  /^https?:\/\//i.test(url) ? (
    <Link to={url} ref={linkRef}>
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
