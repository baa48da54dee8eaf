import '@backstage/cli/asset-types';
import { createApp } from '@backstage/frontend-defaults';
import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';

// Its plugins are those of package.json that configuration (`app.packages`) does not leave out.
ReactDOM.createRoot(document.getElementById('root')!).render(
  createApp().createRoot(),
);
